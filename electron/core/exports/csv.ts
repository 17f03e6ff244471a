/** A cell of an exported table. Numbers are written as they are; texts are made safe for spreadsheets. */
export type Cell = string | number | boolean | null

/** What a row shows in a column. */
export type Column<Row> = (row: Row) => Cell

/** The first line of a table: names of ours, which need no care. */
export const headingOf = (names: readonly string[]): string => `${names.join(',')}\r\n`

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

  line<Row>(columns: readonly Column<Row>[], row: Row): string {
    let line = ''
    for (const column of columns) line += `,${this.#cell(column(row))}`
    return `${line.slice(1)}\r\n`
  }

  #cell(cell: Cell): string {
    if (typeof cell !== 'string') return cell === null ? '' : String(cell)
    if (!special.test(cell)) return cell
    const isFormula = formula.test(cell)
    if (isFormula) this.escaped += 1
    const safe = isFormula ? `'${cell}` : cell
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }
}
