import type { ListName } from '../../../shared/exports.ts'
import { csvColumns } from './columns.ts'
import { CsvWriter, headingOf, type Column } from './csv.ts'

/** The columns of a list over rows of that list: what they are called, and what a row shows in each. */
export const columnsIn = (columns: object): { readonly names: string[]; readonly columns: Column<unknown>[] } => ({
  names: Object.keys(columns),
  columns: Object.values(columns) as Column<unknown>[],
})

/** A list as CSV: its first line, and rows of it, with how many cells were made safe. */
export function csvOf(list: ListName): {
  readonly heading: string
  readonly lines: (rows: readonly unknown[]) => { readonly text: string; readonly escaped: number }
} {
  const { names, columns } = columnsIn(csvColumns[list])
  return {
    heading: headingOf(names),
    lines: (rows) => {
      const writer = new CsvWriter()
      let text = ''
      for (const row of rows) text += writer.line(columns, row)
      return { text, escaped: writer.escaped }
    },
  }
}
