/** A cell of an exported table. Numbers are written as they are; texts are made safe for spreadsheets. */
export type Cell = string | number | boolean | null

/** What a spreadsheet may run as a formula. */
const formula = /^[=+\-@\t\r]/
/** What cannot be written as it is. */
const special = /^[=+\-@\t]|[",\r\n]/

/** What was done to cells that a spreadsheet might have run. */
export const escapedInWords = (count: number): string =>
  `${count.toLocaleString('en-GB')} cell${count === 1 ? ' begins' : 's begin'} like a formula (= + - @): a ' was put before ${count === 1 ? 'it' : 'each'}, so that no spreadsheet runs it.`

/** Writes records by RFC 4180, each with its line end, and counts the cells that it made safe. */
export class CsvWriter {
  escaped = 0

  line(cells: readonly Cell[]): string {
    let line = ''
    for (let at = 0; at < cells.length; at += 1) line += at === 0 ? this.#cell(cells[at]) : `,${this.#cell(cells[at])}`
    return `${line}\r\n`
  }

  #cell(cell: Cell | undefined): string {
    if (typeof cell !== 'string') return cell === null || cell === undefined ? '' : String(cell)
    if (!special.test(cell)) return cell
    const isFormula = formula.test(cell)
    if (isFormula) this.escaped += 1
    const safe = isFormula ? `'${cell}` : cell
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }
}
