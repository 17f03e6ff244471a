import iconv from 'iconv-lite'
import type { BatchSummary, RowVerdict } from '../../../shared/import.ts'
import type { ReadDb } from '../../store/db.ts'
import { batchNum, batchSummary, rejectedRows } from './batches.ts'
import { reasonOf, reasonsColumn } from './mapping/mapping.ts'

/** The rows of an import that did not come in, as a file to be mended and imported again. */
export function rejectsOf(db: ReadDb, id: string): Uint8Array<ArrayBuffer> {
  const num = batchNum(db, id)
  return rejectsFile(batchSummary(db, num), rejectedRows(db, num))
}

/** The rows in the file's own columns, delimiter and encoding, with the reasons in a last column. */
export function rejectsFile(
  { header, delimiter, encoding }: Pick<BatchSummary, 'header' | 'delimiter' | 'encoding'>,
  rejected: readonly RowVerdict[],
): Uint8Array<ArrayBuffer> {
  const columns = header.filter((name, at) => at < header.length - 1 || name !== reasonsColumn)
  const isUnicode = encoding.startsWith('utf')
  const rows = rejected.map((row) => {
    // A file that was mended once and not quite brings its own reasons: they are told anew.
    const cells = row.raw.length === header.length ? row.raw.slice(0, columns.length) : row.raw
    const rest = Array.from({ length: Math.max(0, columns.length - cells.length) }, () => '')
    const why = whyOf(row)
    return [...cells, ...rest, isUnicode ? why : why.replace(/[“”]/g, '"')]
  })
  const text = [[...columns, reasonsColumn], ...rows].map((cells) =>
    cells.map((cell) => enclosed(cell, delimiter)).join(delimiter),
  )
  // UTF-16 is not known without its mark, and a spreadsheet does not know UTF-8 without it.
  return new Uint8Array(iconv.encode(`${text.join('\r\n')}\r\n`, encoding, { addBOM: isUnicode }))
}

function whyOf({ line, reasons }: RowVerdict): string {
  const why = reasons.map(({ column, message }) => `${column === null ? '' : `${column}: `}${message}`)
  return reasonOf(line, why.join(' '))
}

const enclosed = (cell: string, delimiter: string): string =>
  cell.includes(delimiter) || /["\r\n]/.test(cell) || cell.trim() !== cell ? `"${cell.replaceAll('"', '""')}"` : cell
