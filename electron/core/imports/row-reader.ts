import { parseDate } from '../../../shared/dates.ts'
import type { ImportField, ImportProblem } from '../../../shared/import.ts'
import { cleanText, foldText, splitValues } from '../../../shared/text.ts'
import type { Column } from './mapping.ts'

/** The cells of one row by field. What cannot be read is flagged with the cell's own words, so that nothing is lost. */
export class RowReader {
  readonly line: number
  readonly problems: ImportProblem[] = []
  readonly #cells: readonly string[]
  readonly #columns: ReadonlyMap<ImportField, Column>

  constructor(line: number, cells: readonly string[], columns: ReadonlyMap<ImportField, Column>) {
    this.line = line
    this.#cells = cells
    this.#columns = columns
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

  /** One word of a closed list; case, spaces and hyphens do not count. */
  oneOf<T extends string>(field: ImportField, words: readonly T[]): T | null {
    return this.parsed(field, `it is none of ${words.join(', ')}`, (text) => wordOf(words, text))
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
    if (text === null) return {}
    const date = parseDate(text)
    if (!date.ok) this.flag(field, 'unreadable-date', `${date.error.message} The text is kept as written.`)
    return { [`${name}_text`]: text, [name]: date.ok ? date.value.edtf : null }
  }
}

const loose = (text: string): string => foldText(text).replace(/[\s_-]+/g, ' ')

/** The word of a closed list that a text means; case, spaces and hyphens do not count. */
export function wordOf<T extends string>(words: readonly T[], text: string): T | undefined {
  const wanted = loose(text)
  return words.find((word) => loose(word) === wanted)
}

/** The fields that are given: a record is made of what the file says, and the rest is left open. */
export const given = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined))
