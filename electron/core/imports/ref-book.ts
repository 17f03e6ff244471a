import { foldText } from '../../../shared/text.ts'
import { sql, value } from '../../store/db.ts'
import type { CommandContext } from '../context.ts'
import type { RowReader } from './row-reader.ts'

type Kind = 'claim' | 'event'
const tables = { claim: sql`claim`, event: sql`event` }
const prefixes = { claim: 'C', event: 'E' } as const

/** The references of the case and of the file's earlier rows: each names one record. */
export class RefBook {
  readonly #ctx: CommandContext
  readonly #kind: Kind
  readonly #lines = new Map<string, number>()
  #highest: number | undefined

  constructor(ctx: CommandContext, kind: Kind) {
    this.#ctx = ctx
    this.#kind = kind
  }

  /** Whether a row's reference is taken already; the row is then flagged with the reason. */
  isTaken(row: RowReader): boolean {
    const ref = row.text('ref')
    if (ref === null) return false
    const line = this.#lines.get(foldText(ref))
    if (line !== undefined) row.flag('ref', 'repeated-ref', `The reference ${ref} is that of line ${line} already.`)
    else if (this.#inCase(ref))
      row.flag('ref', 'known-ref', `The case has ${this.#kind === 'claim' ? 'a claim' : 'an event'} ${ref} already.`)
    else return false
    return true
  }

  /** Notes the reference of a row that comes in. */
  note(row: RowReader): void {
    const ref = row.text('ref')
    if (ref !== null) this.#lines.set(foldText(ref), row.line)
  }

  /** The next reference of the case, for a list that has none. */
  next(): string {
    this.#highest = (this.#highest ?? this.#highestInCase()) + 1
    return `${prefixes[this.#kind]}${String(this.#highest).padStart(2, '0')}`
  }

  /** The live record of this reference, as links find it: case and accents do not count. */
  #inCase(ref: string): boolean {
    const folded = foldText(ref)
    return (
      value(
        this.#ctx.db,
        sql`SELECT 1 FROM record_name n JOIN ${tables[this.#kind]} r ON r.num = n.num
            WHERE n.kind = ${this.#kind} AND n.name = ${folded} AND fold(r.ref) = ${folded} AND r.trashed IS NULL`,
      ) !== undefined
    )
  }

  #highestInCase(): number {
    const pattern = `${prefixes[this.#kind]}[0-9]*`
    return (
      value<number>(
        this.#ctx.db,
        sql`SELECT max(CAST(substr(ref, 2) AS INTEGER)) FROM ${tables[this.#kind]} WHERE ref GLOB ${pattern}`,
      ) ?? 0
    )
  }
}
