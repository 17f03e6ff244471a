import { basename } from 'node:path'
import { uuidv7 } from '../core/uuid.ts'
import { initCase } from '../core/cases/handlers.ts'
import { asWriteDb, configure, connect } from '../store/connection.ts'
import { removePart } from '../store/backups/parts.ts'
import { writeFailure } from '../store/disk.ts'
import { createCaseFile, settle } from '../store/open.ts'
import { sealFile } from '../store/recover/seal.ts'
import { exitCodes, type ExitCode } from './exit-codes.ts'
import type { Io } from './io.ts'

/** `parallax new <case>` */
export function newCase(io: Io, path: string, given: string | undefined): ExitCode {
  const title = given?.normalize('NFC').trim() || basename(path).replace(/\.parallax$/i, '')
  createCaseFile(path)
  try {
    fillCase(path, title)
  } catch (error) {
    // It was not there before, and a case without its settings is none.
    removePart(path)
    throw writeFailure(error, path, 'Nothing was left behind.') ?? error
  }
  io.err(`Made the case “${title}” in ${path}.\n`)
  return exitCodes.done
}

function fillCase(path: string, title: string): void {
  const db = connect(path, { readOnly: false })
  try {
    configure(db, false)
    initCase(asWriteDb(db), { id: uuidv7(), title, question: null, created: new Date().toISOString() })
    settle(db)
  } finally {
    db.close()
  }
  sealFile(path)
}
