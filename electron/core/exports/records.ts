import type { ListName } from '../../../shared/exports.ts'
import { csvColumns } from './columns.ts'
import { CsvWriter, type Cell } from './csv.ts'

/** The columns of a list over rows of that list: what they are called, and the cells of a row. */
export function cellsOf(columns: object): { readonly names: string[]; readonly cells: (row: unknown) => Cell[] } {
  const entries = Object.entries(columns) as [string, (row: unknown) => Cell][]
  return { names: entries.map(([name]) => name), cells: (row) => entries.map(([, cell]) => cell(row)) }
}

/** A list as CSV: its first line, and rows of it, with how many cells were made safe. */
export function csvOf(list: ListName): {
  readonly heading: string
  readonly lines: (rows: readonly unknown[]) => { readonly text: string; readonly escaped: number }
} {
  const { names, cells } = cellsOf(csvColumns[list])
  return {
    heading: new CsvWriter().line(names),
    lines: (rows) => {
      const writer = new CsvWriter()
      let text = ''
      for (const row of rows) text += writer.line(cells(row))
      return { text, escaped: writer.escaped }
    },
  }
}
