import type { ImportField, ImportProblem } from '../../../shared/import.ts'
import { cleanText, splitValues } from '../../../shared/text.ts'
import type { Convention, Conventions } from './conventions.ts'
import type { Column } from './mapping.ts'
import { isAmbiguousDate, readDate, type DateRead } from './values/dates.ts'
import { isUnset, wordLists, wordOf, type ListWord, type WordListName } from './values/words.ts'

/** The cells of one row by field. What cannot be read is flagged with the cell's own words, so that nothing is lost. */
export class RowReader {
  readonly line: number
  readonly problems: ImportProblem[] = []
  readonly #cells: readonly string[]
  readonly #columns: ReadonlyMap<ImportField, Column>
  readonly #conventions: Conventions

  constructor(
    line: number,
    cells: readonly string[],
    columns: ReadonlyMap<ImportField, Column>,
    conventions: Conventions = new Map(),
  ) {
    this.line = line
    this.#cells = cells
    this.#columns = columns
    this.#conventions = conventions
  }

  /** How a field's column writes what can be read two ways. */
  convention(field: ImportField): Convention {
    return this.#conventions.get(field) ?? { order: null, decimal: null }
  }

  /** The cell's text, NFC and trimmed; null when it is empty or the field has no column. */
  text(field: ImportField): string | null {
    const column = this.#columns.get(field)
    return column ? cleanText(this.#cells[column.index]) : null
  }

  /** Notes what is odd about a field's cell. */
  flag(field: ImportField, code: string, message: string): void {
    this.problems.push({ line: this.line, column: this.#columns.get(field)?.name ?? null, code, message })
  }

  /** What `read` makes of the cell; flagged and null when it makes nothing of it. `expected` says what it can read. */
  parsed<T>(field: ImportField, expected: string, read: (text: string) => T | undefined): T | null {
    const text = this.text(field)
    if (text === null) return null
    const found = read(text)
    if (found === undefined) this.flag(field, 'unknown-value', `“${text}” was not taken: ${expected}.`)
    return found ?? null
  }

  /** One word of a closed list, in any of four languages; case, spaces and hyphens do not count. */
  oneOf<N extends WordListName>(field: ImportField, list: N): ListWord<N> | null {
    const { words } = wordLists[list]
    return this.parsed(field, `it is none of ${words.join(', ')}`, (text) => wordOf(list, text))
  }

  /** A plain number within bounds. */
  number(field: ImportField, min: number, max: number): number | null {
    return this.parsed(field, `it is no number from ${min} to ${max}`, (text) => {
      const found = /^[+-]?\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN
      return found >= min && found <= max ? found : undefined
    })
  }

  /** The parts of a cell with several values, separated by semicolons. */
  values(field: ImportField): string[] {
    return splitValues(this.text(field) ?? '')
  }

  /** The columns of a date `name`: the text as written, and its EDTF where it is one. No columns when the cell is empty. */
  date(field: ImportField, name: string): Record<string, string | null> {
    const text = this.text(field)
    if (text === null || isUnset(text)) return {}
    const reading = readDate(text, this.convention(field).order)
    if (reading === undefined)
      this.flag(field, 'unreadable-date', `“${text}” is no date that could be read. The text is kept as written.`)
    else if (isAmbiguousDate(reading)) {
      const ways = reading.ambiguous.map(({ edtf }) => edtf).join(' or ')
      this.flag(
        field,
        'ambiguous-date',
        `“${text}” may be ${ways}: say which of day and month stands first. The text is kept as written.`,
      )
    } else this.#flagOdd(field, text, reading)
    return { [`${name}_text`]: text, [name]: reading && !isAmbiguousDate(reading) ? reading.edtf : null }
  }

  #flagOdd(field: ImportField, text: string, { edtf, isTwoDigitYear, isAgainstOrder }: DateRead): void {
    if (isTwoDigitYear) this.flag(field, 'two-digit-year', `“${text}” was read as ${edtf}: its century is not written.`)
    if (isAgainstOrder)
      this.flag(
        field,
        'other-date-order',
        `“${text}” was read as ${edtf}, against the order of day and month in this column.`,
      )
  }
}

/** The fields that are given: a record is made of what the file says, and the rest is left open. */
export const given = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined))
