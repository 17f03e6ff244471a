/** A cell of an exported table. Numbers are written as they are; texts are made safe for spreadsheets. */
export type Cell = string | number | boolean | null

/** What a spreadsheet may run as a formula. */
const formula = /^[=+\-@\t\r]/

export const isFormula = (cell: Cell): boolean => typeof cell === 'string' && formula.test(cell)

/** What was done to cells that a spreadsheet might have run. */
export const escapedInWords = (count: number): string =>
  `${count.toLocaleString('en-GB')} cell${count === 1 ? ' begins' : 's begin'} like a formula (= + - @): a ' was put before ${count === 1 ? 'it' : 'each'}, so that no spreadsheet runs it.`

/** One record by RFC 4180, with its line end. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`

function csvCell(cell: Cell): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell)
  const safe = isFormula(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
