import { readFile } from 'node:fs/promises'
import { ExpectedError } from '../../../../shared/result.ts'
import { explain } from '../../../store/errors.ts'
import type { ByteSource } from './byte-source.ts'
import { csvOf, displayedRows, type NumberFormat } from './cells.ts'
import type { DiskFile } from './disk-file.ts'

/** A workbook is read whole, so it may be no larger than this. */
const largest = 100e6

/** One sheet of a workbook. */
export interface Sheet {
  readonly name: string
  readonly isHidden: boolean
  /** Rows down to the last that holds something. */
  readonly rows: number
  /** The sheet as RFC 4180 text: cells as they are displayed. */
  readonly csv: () => string
}

/** The sheets of a workbook (.xlsx, .xlsm, .xlsb, .xls, .ods) in its order. */
export async function readSheets(file: DiskFile): Promise<readonly Sheet[]> {
  if (file.size > largest) throw tooLarge(file)
  const bytes = await readFile(file.path).catch((error: unknown) => {
    throw explain(error, file.path)
  })
  // The reader is large and rarely needed.
  const { read, SSF } = await import('@e965/xlsx')
  const { format }: { readonly format: NumberFormat } = SSF
  try {
    // A date without a form of its own shows in every country's order; ISO cannot be misread.
    const book = read(bytes, { type: 'buffer', dense: true, cellNF: true, cellHTML: false, dateNF: 'yyyy-mm-dd' })
    return book.SheetNames.map((name, index) => {
      const table = displayedRows(book.Sheets[name], book, format)
      const isHidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0
      return { name, isHidden, rows: table.length, csv: () => csvOf(table) }
    })
  } catch (error) {
    throw unreadable(file, error)
  }
}

/** The sheet that is asked for, or the first that is not hidden and holds something. */
export function chooseSheet(file: DiskFile, sheets: readonly Sheet[], name?: string): Sheet {
  const found =
    name === undefined
      ? (sheets.find(({ isHidden, rows }) => !isHidden && rows > 0) ?? sheets.find(({ isHidden }) => !isHidden))
      : sheets.find((sheet) => sheet.name === name)
  if (found) return found
  const names = sheets.map((sheet) => `“${sheet.name}”`).join(', ')
  throw new ExpectedError(
    'not-found',
    name === undefined
      ? `${file.name} has no visible sheet. Name one of ${names}. Nothing was imported.`
      : `${file.name} has no sheet “${name}”. It has ${names}. Nothing was imported.`,
  )
}

/** A sheet's text as bytes: the same parser reads it. */
export class SheetSource implements ByteSource {
  readonly container = 'xlsx'
  readonly name: string
  readonly sha256: string
  readonly #size: number
  readonly #bytes: Buffer
  #given = 0

  constructor(file: DiskFile, sha256: string, sheet: Sheet) {
    this.name = `${file.name} › ${sheet.name}`
    this.sha256 = sha256
    this.#size = file.size
    this.#bytes = Buffer.from(sheet.csv(), 'utf8')
  }

  get read(): number {
    const { length } = this.#bytes
    return length === 0 ? this.#size : Math.floor((this.#size * this.#given) / length)
  }

  async *chunks(chunkSize: number): AsyncGenerator<Buffer> {
    this.#given = 0
    for (let at = 0; at < this.#bytes.length; at += chunkSize) {
      const chunk = this.#bytes.subarray(at, at + chunkSize)
      this.#given += chunk.length
      yield chunk
    }
  }
}

const tooLarge = ({ name, size }: DiskFile): ExpectedError =>
  new ExpectedError(
    'cannot-read',
    `${name} has ${Math.ceil(size / 1e6)} MB; a workbook may have 100. Save the sheet as CSV (UTF-8) and import that. Nothing was imported.`,
  )

function unreadable({ name }: DiskFile, error: unknown): ExpectedError {
  const detail = error instanceof Error ? error.message : String(error)
  const isLocked = /password|encrypt/i.test(detail)
  return new ExpectedError(
    'cannot-read',
    isLocked
      ? `${name} is locked with a password. Save it without one and try again. Nothing was imported.`
      : `${name} cannot be read as a workbook (${detail}). Save the sheet as CSV (UTF-8) and import that. Nothing was imported.`,
  )
}
