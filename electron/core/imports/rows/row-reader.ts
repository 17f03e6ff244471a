import type { ImportField } from '../../../../shared/import-lists.ts'
import type { ImportProblem } from '../../../../shared/import.ts'
import { cleanText } from '../../../../shared/text.ts'
import type { Convention, Conventions } from '../mapping/conventions.ts'
import { textOf, valuesOf, type Sources } from '../mapping/sources.ts'
import { isAmbiguousDate, readDate, type DateRead } from '../values/dates.ts'
import { isUnset, wordLists, wordOf, type ListWord, type WordListName } from '../values/words.ts'

/** What groups of cells were read as: the columns of a list say the same few things in most of its rows. */
export class Memory {
  readonly #groups = new Map<readonly ImportField[], Map<string, Remembered>>()

  of(fields: readonly ImportField[]): Map<string, Remembered> {
    let group = this.#groups.get(fields)
    if (!group) this.#groups.set(fields, (group = new Map()))
    // Columns that say something new in each row are forgotten now and then.
    if (group.size >= mostRemembered) group.clear()
    return group
  }
}

interface Remembered {
  readonly value: unknown
  readonly problems: readonly ImportProblem[]
}

const mostRemembered = 5000
const longestRemembered = 100

/** The cells of one row by field. What cannot be read is flagged with the cell's own words, so that nothing is lost. */
export class RowReader {
  readonly line: number
  readonly problems: ImportProblem[] = []
  readonly #cells: readonly string[]
  readonly #sources: Sources
  readonly #conventions: Conventions
  readonly #memory: Memory

  constructor(
    line: number,
    cells: readonly string[],
    sources: Sources,
    conventions: Conventions = new Map(),
    memory = new Memory(),
  ) {
    this.line = line
    this.#cells = cells
    this.#sources = sources
    this.#conventions = conventions
    this.#memory = memory
  }

  /** What `read` makes of these fields and no others, with the problems that it flags: from memory where they said just this before. */
  remembered<T>(fields: readonly ImportField[], read: () => T): T {
    let key = ''
    for (const field of fields) {
      const source = this.#sources.get(field)
      if (source) key += `${textOf(source, this.#cells)}\0`
    }
    if (key.length > longestRemembered) return read()
    const group = this.#memory.of(fields)
    const known = group.get(key)
    if (known) {
      for (const problem of known.problems) this.problems.push({ ...problem, line: this.line })
      return known.value as T
    }
    const before = this.problems.length
    const value = read()
    group.set(key, { value, problems: this.problems.slice(before) })
    return value
  }

  /** How a field's column writes what can be read two ways. */
  convention(field: ImportField): Convention {
    return this.#conventions.get(field) ?? { order: null, decimal: null }
  }

  /** Whether the list says anything of this field at all, be it nothing in this row. */
  has(field: ImportField): boolean {
    return this.#sources.has(field)
  }

  /** What the row says of a field, NFC and trimmed; null where it says nothing. */
  text(field: ImportField): string | null {
    const source = this.#sources.get(field)
    return source ? (cleanText(textOf(source, this.#cells)) ?? cleanText(source.constant)) : null
  }

  /** Whether the row's own cells say something of a field, not only a constant. */
  isOwn(field: ImportField): boolean {
    const source = this.#sources.get(field)
    return source !== undefined && cleanText(textOf(source, this.#cells)) !== null
  }

  /** Notes what is odd about a field's cell. */
  flag(field: ImportField, code: string, message: string): void {
    this.problems.push({ line: this.line, column: this.#sources.get(field)?.name ?? null, code, message })
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

  /** The values of a field that has several. */
  values(field: ImportField): string[] {
    const source = this.#sources.get(field)
    return source ? valuesOf(source, this.#cells) : []
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
