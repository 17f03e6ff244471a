import { closeSync, openSync, readdirSync, statSync, writeSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { connect } from '../connection.ts'

/** Reads a file by a connection of its own. */
export function looking<T>(path: string, look: (db: Database.Database) => T): T {
  const db = connect(path, { readOnly: true })
  try {
    return look(db)
  } finally {
    db.close()
  }
}

export const filesIn = (folder: string): string[] => readdirSync(folder).sort()

/** Writes noise over the pages in the second half of a file at rest: it opens, and its tables do not hold. */
export function damage(path: string): void {
  const { size } = statSync(path)
  const file = openSync(path, 'r+')
  for (let page = Math.floor(size / 4096 / 2); page < size / 4096; page++)
    writeSync(file, Buffer.alloc(2000, 0xa5), 0, 2000, page * 4096 + 100)
  closeSync(file)
}
