import { all, column, get, sql, value, type ReadDb } from '../../../store/db.ts'
import { mostFolded } from '../../records/fold.ts'

/** More rows than that are read anew as a whole. */
const mostRows = 20_000

/** What change sets changed. */
interface Changed {
  /** Records of the kind that changed themselves. */
  readonly own: readonly string[]
  /** Records of which parts changed, of the kind or of another. */
  readonly owners: readonly string[]
  /** Kinds of which records changed that other rows may name: nothing names yet what was only made, nor still what went. */
  readonly kinds: readonly string[]
}

/** All, where it was too much or the log does not say. */
export type Changes = Changed | 'all'

interface Newest {
  readonly num: number
  readonly command: string
}

const nothing: Changed = { own: [], owners: [], kinds: [] }

/** Tells from the log what changed since it was last asked. */
export class ChangesSeen {
  readonly #kind: string
  #newest: Newest | null = null
  /** From which change set on something may be new: the newest that was seen may be rewritten or removed by an edit that follows within two seconds, unless it is too large for that. */
  #from = 0
  /** What that one changed. */
  #changed = nothing

  constructor(kind: string) {
    this.#kind = kind
  }

  since(db: ReadDb): Changes {
    const [before, from, changedBefore] = [this.#newest, this.#from, this.#changed]
    const newest = get<Newest>(db, sql`SELECT num, command FROM change_set ORDER BY num DESC LIMIT 1`)
    this.#newest = newest ?? { num: 0, command: '' }
    const last = this.#changedFrom(db, this.#newest.num, mostFolded)
    this.#from = last === 'all' ? this.#newest.num + 1 : this.#newest.num
    this.#changed = last === 'all' ? nothing : last
    if (!before || wasUnlogged(db, before)) return 'all'
    const since = this.#changedFrom(db, from, mostRows)
    if (since === 'all') return 'all'
    const both = (part: keyof Changed): string[] => [...new Set([...changedBefore[part], ...since[part]])]
    return { own: both('own'), owners: both('owners'), kinds: both('kinds') }
  }

  /** What a change set and those after it changed, if that is not too much; a part that moved is missed where it was. */
  #changedFrom(db: ReadDb, set: number, most: number): Changes {
    const rows = all<{ entity: string; record: string; owner: string | null; former: string | null }>(
      db,
      sql`SELECT entity, record, owner, before ->> ${`$.${this.#kind}`} AS former FROM change
          WHERE change_set >= ${set} LIMIT ${most + 1}`,
    )
    if (rows.length > most) return 'all'
    const kinds = column<string>(
      db,
      sql`SELECT DISTINCT entity FROM change WHERE change_set >= ${set} AND before IS NOT NULL AND after IS NOT NULL`,
    )
    return {
      own: rows.filter(({ entity }) => entity === this.#kind).map(({ record }) => record),
      owners: rows.flatMap(({ owner, former }) => [owner, former].filter((id) => id !== null)),
      kinds,
    }
  }
}

/** Whether rows were made, or brought back, that the log does not name one by one, or went for good. */
const wasUnlogged = (db: ReadDb, { num, command }: Newest): boolean =>
  value(
    db,
    sql`SELECT 1 FROM change_set s WHERE (s.num > ${num} OR (s.num = ${num} AND s.command <> ${command}))
        AND (s.command = 'empty-trash' OR s.num IN (SELECT change_set FROM import_batch)
          OR s.reverts IN (SELECT change_set FROM import_batch)) LIMIT 1`,
  ) !== undefined
