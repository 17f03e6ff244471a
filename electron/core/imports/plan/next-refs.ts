import { sql, value, type ReadDb } from '../../../store/db.ts'

const tables = { claims: sql`claim`, events: sql`event` }
const prefixes = { claims: 'C', events: 'E' } as const

/** The next references of the case: for a list that has none, and for rows whose own is taken. */
export class NextRefs {
  readonly #db: ReadDb
  readonly #kind: 'claims' | 'events'
  #highest: number | undefined

  constructor(db: ReadDb, kind: 'claims' | 'events') {
    this.#db = db
    this.#kind = kind
  }

  next(): string {
    this.#highest = (this.#highest ?? this.#highestInCase()) + 1
    return `${prefixes[this.#kind]}${String(this.#highest).padStart(2, '0')}`
  }

  #highestInCase(): number {
    const pattern = `${prefixes[this.#kind]}[0-9]*`
    return (
      value<number>(
        this.#db,
        sql`SELECT max(CAST(substr(ref, 2) AS INTEGER)) FROM ${tables[this.#kind]} WHERE ref GLOB ${pattern}`,
      ) ?? 0
    )
  }
}
