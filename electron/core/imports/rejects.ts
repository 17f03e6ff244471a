import iconv from 'iconv-lite'
import type { Inspection, RowVerdict } from '../../../shared/import.ts'

/** What the column of reasons is called; it is no field, so the file comes in again as it is once its rows are mended. */
export const reasonsColumn = 'why not imported'

/** The rows that did not come in, in the file's own columns, delimiter and encoding, with the reasons in a last column. */
export function rejectsFile(
  { header, delimiter, encoding }: Pick<Inspection, 'header' | 'delimiter' | 'encoding'>,
  rejected: readonly RowVerdict[],
): Uint8Array {
  const width = header.length
  const rows = rejected.map(({ line, raw, reasons }) => {
    const why = reasons.map(({ column, message }) => `${column === null ? '' : `${column}: `}${message}`).join(' ')
    return [...raw, ...Array.from({ length: Math.max(0, width - raw.length) }, () => ''), `line ${line}: ${why}`]
  })
  const text = [[...header, reasonsColumn], ...rows].map((cells) =>
    cells.map((cell) => enclosed(cell, delimiter)).join(delimiter),
  )
  // UTF-16 is not known without its mark, and a spreadsheet does not know UTF-8 without it.
  const addBOM = encoding.startsWith('utf')
  return iconv.encode(`${text.join('\r\n')}\r\n`, encoding, { addBOM })
}

const enclosed = (cell: string, delimiter: string): string =>
  cell.includes(delimiter) || /["\r\n]/.test(cell) || cell.trim() !== cell ? `"${cell.replaceAll('"', '""')}"` : cell
