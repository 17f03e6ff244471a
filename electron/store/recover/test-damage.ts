import { readFileSync, writeFileSync } from 'node:fs'
import { connect } from '../connection.ts'
import { unseal } from './seal.ts'

/** Makes a case that was imported into larger than what is checked in full while one waits, and leaves it as a killed program does: without the sums of its pages. */
export function makeLargeAndLeftOpen(path: string, megabytes = 30): void {
  unseal(path)
  const db = connect(path, { readOnly: false })
  db.pragma('foreign_keys = ON')
  db.prepare('INSERT INTO import_file SELECT num, 1000, zeroblob(?) FROM import_batch LIMIT 1').run(megabytes * 2 ** 20)
  db.close()
}

/** Changes a letter of what an index holds, which the tables do not show: only the full check meets it. */
export function damageIndex(path: string, index: string, text: string): void {
  const db = connect(path, { readOnly: true })
  const page = db.prepare('SELECT max(pageno) FROM dbstat WHERE name = ?').pluck().get(index) as number
  db.close()
  const bytes = readFileSync(path)
  const at = bytes.indexOf(text, (page - 1) * 4096)
  if (at < 0 || at >= page * 4096) throw new Error(`“${text}” is not on page ${page}`)
  bytes[at] = 'X'.charCodeAt(0)
  writeFileSync(path, bytes)
}
