import type { ListName } from '../../../shared/exports.ts'
import { csvColumns } from './columns.ts'
import { csvLine, isFormula, type Cell } from './csv.ts'

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
    heading: csvLine(names),
    lines: (rows) => {
      const records = rows.map(cells)
      return { text: records.map(csvLine).join(''), escaped: records.flat().filter(isFormula).length }
    },
  }
}
