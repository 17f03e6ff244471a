import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx'

/** Formats a number as a spreadsheet does. */
export type NumberFormat = (format: string, value: number, options: { readonly date1904: boolean }) => string

/**
 * The texts of a sheet's cells as they are displayed, from its first row on, so that a line is the row's number; columns
 * from the first to the last that hold something.
 */
export function displayedRows(
  sheet: WorkSheet | undefined,
  book: WorkBook,
  format: NumberFormat,
): readonly (readonly string[])[] {
  const date1904 = book.Workbook?.WBProps?.date1904 === true
  const textOf = (cell: CellObject | undefined): string =>
    displayed(cell, (form, value) => format(form, value, { date1904 }))
  const rows: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet?.['!data'] ?? []
  const texts = Array.from(rows, (row) => (row ? Array.from(row, textOf) : []))
  return evened(texts.slice(0, texts.findLastIndex((row) => row.some(isFilled)) + 1))
}

function displayed(cell: CellObject | undefined, format: (form: string, value: number) => string): string {
  if (!cell || cell.t === 'z') return ''
  if (cell.w !== undefined) return cell.w
  if (typeof cell.v === 'number' && cell.z !== undefined) {
    try {
      return format(escapedDots(String(cell.z)), cell.v)
    } catch {
      // A format that the reader does not know at all: the bare value is the best there is.
    }
  }
  return cell.v === undefined ? '' : String(cell.v)
}

/** The reader fails at `dd.mm.yyyy` and `yyyy. m. d.`, and reads them with the dots escaped, as some programs write them. */
const escapedDots = (form: string): string =>
  form.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]|\.(?!0)/g, (part) => (part === '.' ? '\\.' : part))

const isFilled = (text: string): boolean => text !== ''

/** Every row from the first column that is filled anywhere to the last. */
function evened(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  let [first, end] = [Infinity, 0]
  for (const row of rows) {
    const begin = row.findIndex(isFilled)
    if (begin < 0) continue
    first = Math.min(first, begin)
    end = Math.max(end, row.findLastIndex(isFilled) + 1)
  }
  return rows.map((row) => Array.from({ length: Math.max(0, end - first) }, (_, at) => row[first + at] ?? ''))
}

/** The rows as RFC 4180 text. A row that holds nothing is a blank line, not a line of commas. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => (row.some(isFilled) ? `${row.map(quoted).join(',')}\r\n` : '\r\n')).join('')

const quoted = (text: string): string => (/[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
