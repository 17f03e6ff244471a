import { hash } from 'node:crypto'
import { all, get, run, sql, value, type ReadDb, type WriteDb } from './db.ts'

// Each change set holds the SHA-256 of the one before it, of what it says itself and of its changes: whoever alters,
// removes or inserts an entry of the log by other means than Parallax breaks the chain at that entry. It shows tampering,
// it does not prevent it: who can rewrite the whole chain can rewrite the log.

/** A change as the log holds it. */
export interface ChangeRow {
  readonly entity: string
  readonly record: string
  readonly before: string | null
  readonly after: string | null
  readonly parts: string | null
  /** What it was before its text was purged. */
  readonly digest: string | null
}

const sha256 = (text: string): string => hash('sha256', text, 'hex')

/** SHA-256 of a change's text. */
export const digestOf = ({ entity, record, before, after, parts, digest }: ChangeRow): string =>
  digest ?? sha256(JSON.stringify([entity, record, before, after, parts]))

/** SHA-256 over changes in the order of the log, gathered one by one. */
export class ChangesDigest {
  #digest = ''

  add(change: ChangeRow): void {
    this.#digest = sha256(this.#digest + digestOf(change))
  }

  get digest(): string {
    return this.#digest
  }
}

interface SetRow {
  readonly num: number
  readonly at: string
  readonly by: string
  readonly command: string
  readonly label: string
  readonly wordsDigest: string | null
  readonly reason: string | null
  readonly reverts: number | null
  readonly explains: number | null
  readonly isStep: number
  readonly hash: string | null
  /** The file that an import read and what came of it, since its rows are not logged one by one. */
  readonly file: string | null
  readonly rows: number | null
  readonly added: number | null
  readonly updated: number | null
}

const columns = sql`s.num, s.at, s.by, s.command, s.label, s.words_digest AS wordsDigest, s.reason, s.reverts, s.explains,
  s.is_step AS isStep, s.hash, b.file_sha256 AS file, b.rows, b.added, b.updated
  FROM change_set s LEFT JOIN import_batch b ON b.change_set = s.num`

/** SHA-256 of what a set says in words, by which it stays in the chain when the words are purged. */
export const wordsDigestOf = (label: string, reason: string | null): string => sha256(JSON.stringify([label, reason]))

function hashOf(set: SetRow, before: string, changes: string): string {
  const { num, at, by, command, label, wordsDigest, reason, reverts, explains, isStep, file, rows, added, updated } =
    set
  const own = [num, at, by, command, wordsDigest ?? wordsDigestOf(label, reason), reverts, explains, isStep]
  return sha256(JSON.stringify([before, ...own, file, rows, added, updated, changes]))
}

/** By what the log is told from any other: its newest link. Undefined in a transaction, which may not have written it yet, and where nothing is logged. */
export function newestLink(db: ReadDb): string | undefined {
  if (db.inTransaction) return undefined
  return value<string | null>(db, sql`SELECT hash FROM change_set ORDER BY num DESC LIMIT 1`) ?? undefined
}

/** The link before a set's own; empty for the first. */
const linkBefore = (db: ReadDb, set: number): string =>
  value<string | null>(db, sql`SELECT hash FROM change_set WHERE num < ${set} ORDER BY num DESC LIMIT 1`) ?? ''

/** Closes the newest set of the log: `changes` is the digest of all its changes, read from the log when left out. */
export function closeSet(db: WriteDb, set: number, changes = changesOf(db, set)): void {
  const row = get<SetRow>(db, sql`SELECT ${columns} WHERE s.num = ${set}`)
  if (!row) throw new Error(`No change set ${set}`)
  run(db, sql`UPDATE change_set SET hash = ${hashOf(row, linkBefore(db, set), changes)} WHERE num = ${set}`)
}

const pageSize = 1000

function changesOf(db: ReadDb, set: number): string {
  const changes = new ChangesDigest()
  for (let last = 0; ;) {
    const rows = all<ChangeRow & { num: number }>(
      db,
      sql`SELECT num, entity, record, before, after, parts, digest FROM change
          WHERE change_set = ${set} AND num > ${last} ORDER BY num LIMIT ${pageSize}`,
    )
    for (const row of rows) changes.add(row)
    if (rows.length < pageSize) return changes.digest
    last = rows.at(-1)?.num ?? last
  }
}

/** Chains a log that has no links yet: that of a case of an older schema. */
export function chainLog(db: WriteDb): void {
  const sets = all<{ num: number }>(db, sql`SELECT num FROM change_set ORDER BY num`)
  for (const { num } of sets) closeSet(db, num)
}

/** The first entry of the log that is not as it was written. */
export interface BrokenLink {
  readonly set: number
  readonly at: string
  readonly by: string
  readonly label: string
}

/** Follows the chain from the first entry to the last; null where every link holds. */
export function firstBrokenLink(db: ReadDb): BrokenLink | null {
  let before = ''
  for (let last = 0; ;) {
    const sets = all<SetRow>(db, sql`SELECT ${columns} WHERE s.num > ${last} ORDER BY s.num LIMIT ${pageSize}`)
    for (const set of sets) {
      if (hashOf(set, before, changesOf(db, set.num)) !== set.hash)
        return { set: set.num, at: set.at, by: set.by, label: set.label }
      before = set.hash
    }
    if (sets.length < pageSize) return null
    last = sets.at(-1)?.num ?? last
  }
}
