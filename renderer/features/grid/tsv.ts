/** A block of cells as spreadsheets exchange it: tab-separated, quoted where a cell holds a tab, quote or line break. */
export const toTsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map(quoted).join('\t')).join('\n')

const quoted = (cell: string): string => (/["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** Reads such a block. One line break at the end, which spreadsheets add, makes no row. */
export function fromTsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  if (text === '') return rows
  for (;;) {
    const { cell, next } = readCell(text, at)
    row.push(cell)
    at = next + (text.startsWith('\r\n', next) ? 2 : 1)
    if (text[next] === '\t') continue
    rows.push(row)
    row = []
    if (at >= text.length) return rows
  }
}

interface Read {
  readonly cell: string
  /** Where the cell's end stands: at a tab, a line break or the end of the text. */
  readonly next: number
}

const isEndOfCell = (char: string | undefined): boolean => char === undefined || /[\t\r\n]/.test(char)

function readCell(text: string, at: number): Read {
  if (text[at] !== '"') return plainCell(text, at)
  let cell = ''
  let from = at + 1
  for (;;) {
    const quote = text.indexOf('"', from)
    // A quote that never closes is a plain character: the cell began with a quotation mark.
    if (quote === -1) return plainCell(text, at)
    cell += text.slice(from, quote)
    if (text[quote + 1] !== '"') return isEndOfCell(text[quote + 1]) ? { cell, next: quote + 1 } : plainCell(text, at)
    cell += '"'
    from = quote + 2
  }
}

function plainCell(text: string, at: number): Read {
  const plain = /[^\t\r\n]*/y
  plain.lastIndex = at
  const cell = plain.exec(text)?.[0] ?? ''
  return { cell, next: at + cell.length }
}
