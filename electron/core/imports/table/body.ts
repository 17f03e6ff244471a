import { filled, isTyped } from './cell-types.ts'
import { isBlank, type Row } from './row-parser.ts'
import type { Shape } from './shape.ts'

/** What a row of the file is to the table. */
export type RowRole = 'data' | 'repeated-header' | 'other-table' | 'footer'

export interface BodyRow extends Row {
  readonly role: RowRole
}

/** Rows that may turn out to be the file's end are held back; more of them than this are no footer. */
const mostHeld = 500

/**
 * Tells the table's rows from what stands under it: notes at the end, a second table, the header once more. All of them
 * are answered, each with what it is; only empty lines are not.
 */
export class Body {
  readonly #shape: Shape
  /** Rows unlike the table's, until it is known what they are. */
  #held: Row[] = []
  /** The first row of what may be a further table, until a second one shows it. */
  #candidate: Row | null = null
  #isAfterGap = false
  /** How many cells the rows of a further table have; null while there is none. */
  #other: number | null = null

  constructor(shape: Shape) {
    this.#shape = shape
  }

  /** Takes a row and answers those of which it is now known what they are. */
  take(row: Row): BodyRow[] {
    if (isBlank(row) || filled(row.cells) === 0) {
      this.#isAfterGap = true
      return []
    }
    const isGap = this.#isAfterGap
    this.#isAfterGap = false
    if (this.#isHeader(row)) return this.#resume('repeated-header', row)
    if (this.#candidate) return this.#decide(this.#candidate, row, isGap)
    if (this.#other !== null && !this.#isTables(row)) return [as('other-table', row)]
    this.#other = null
    if (isGap && this.#mayStartOther(row)) {
      this.#candidate = row
      return []
    }
    if (this.#isUnlike(row, isGap)) return this.#hold(row)
    return this.#resume('data', row)
  }

  /** Answers what was held when the file has ended: a footer, or rows after all. */
  end(): BodyRow[] {
    const held = this.#candidate ? [...this.#held, this.#candidate] : this.#held
    const { width } = this.#shape
    const isFooter = width > 2 && held.every(({ cells }) => filled(cells) <= Math.max(1, width / 3))
    return held.map((row) => as(isFooter ? 'footer' : 'data', row))
  }

  /** One row of words is a row of this table that is odd; two of one length are another table. */
  #decide(first: Row, row: Row, isGap: boolean): BodyRow[] {
    this.#candidate = null
    const isOther = !isGap && row.cells.length === first.cells.length && !this.#isTables(row)
    if (isOther) {
      this.#other = first.cells.length
      return [...this.#release(), as('other-table', first), as('other-table', row)]
    }
    this.#isAfterGap = isGap
    return [...this.#release(), as('data', first), ...this.take(row)]
  }

  #hold(row: Row): BodyRow[] {
    this.#held.push(row)
    return this.#held.length > mostHeld ? this.#release() : []
  }

  /** The table goes on: what was held was part of it. */
  #resume(role: RowRole, row: Row): BodyRow[] {
    this.#other = null
    const first = this.#candidate ? [as('data', this.#candidate)] : []
    this.#candidate = null
    return [...this.#release(), ...first, as(role, row)]
  }

  #release(): BodyRow[] {
    const held = this.#held
    this.#held = []
    return held.map((row) => as('data', row))
  }

  /** Next to nothing in it: a note, a total. Right under the table only a line of one cell is taken for one. */
  #isUnlike({ cells }: Row, isGap: boolean): boolean {
    const { width } = this.#shape
    const isBelow = isGap || this.#held.length > 0
    return width > 2 && filled(cells) <= Math.max(1, width / 3) && (isBelow || cells.length === 1)
  }

  #isHeader({ cells }: Row): boolean {
    const { header, headerRows } = this.#shape
    return headerRows === 1 && cells.length === header.length && cells.every((cell, at) => cell.trim() === header[at])
  }

  /** Whether a row is of the table: of its length, with numbers and dates where the table has them. */
  #isTables({ cells }: Row): boolean {
    const { width, typed } = this.#shape
    if (cells.length !== width) return false
    if (this.#other !== width && this.#candidate?.cells.length !== width) return true
    return typed.some((column) => isTyped(cells[column] ?? ''))
  }

  /** After a gap: a row of another length, or of words where the table has numbers and dates. */
  #mayStartOther({ cells }: Row): boolean {
    const { width, typed } = this.#shape
    if (filled(cells) < 2 || cells.some(isTyped)) return false
    if (cells.length !== width) return true
    return typed.filter((column) => (cells[column] ?? '').trim() !== '').length > 1
  }
}

/** The width of a row that is none of the table's is no problem of it. */
const as = (role: RowRole, row: Row): BodyRow => ({
  ...row,
  role,
  problems:
    role === 'data' ? row.problems : row.problems.filter(({ code }) => code !== 'short-row' && code !== 'long-row'),
})
