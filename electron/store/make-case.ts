import { initCase } from '../core/cases/handlers.ts'
import { removePart } from './backups/parts.ts'
import { asWriteDb, configure, connect } from './connection.ts'
import { writeFailure } from './disk.ts'
import { createCaseFile, settle } from './open.ts'
import { sealFile } from './recover/seal.ts'

/** Makes a new case with its settings, closed; where that fails, nothing is left behind. */
export function makeCase(path: string, info: Parameters<typeof initCase>[1]): void {
  createCaseFile(path)
  try {
    fillCase(path, info)
  } catch (error) {
    // It was not there before, and a case without its settings is none.
    removePart(path)
    throw writeFailure(error, path, 'Nothing was left behind.') ?? error
  }
}

function fillCase(path: string, info: Parameters<typeof initCase>[1]): void {
  const db = connect(path, { readOnly: false })
  try {
    configure(db, false)
    initCase(asWriteDb(db), info)
    settle(db)
  } finally {
    db.close()
  }
  sealFile(path)
}
