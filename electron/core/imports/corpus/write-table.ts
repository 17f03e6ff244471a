/** How a table is written for the corpus. */
export interface Style {
  readonly delimiter: string
  readonly quote: string
  /** Stands before a mark within an enclosed cell; the mark itself, a backslash, or nothing. */
  readonly escape: string
  readonly newline: string
  /** Encloses also cells that need it not. */
  readonly quoteAll: boolean
}

export const plain: Style = { delimiter: ',', quote: '"', escape: '"', newline: '\r\n', quoteAll: false }

/** A cell as it is written. */
export function cellText(cell: string, { delimiter, quote, escape, quoteAll }: Style): string {
  const isNeeded =
    quoteAll || cell.includes(delimiter) || cell.includes(quote) || /[\r\n]/.test(cell) || cell.trim() !== cell
  return isNeeded ? `${quote}${cell.replaceAll(quote, escape + quote)}${quote}` : cell
}

export const rowText = (cells: readonly string[], style: Style): string =>
  cells.map((cell) => cellText(cell, style)).join(style.delimiter)

/** A whole table, each row with its end of line. */
export const tableText = (table: readonly (readonly string[])[], style: Style = plain): string =>
  table.map((cells) => rowText(cells, style) + style.newline).join('')
