import type { FileOptions, ImportProblem, Inspection } from '../../../shared/import.ts'
import { evenCells, openList, preambleProblems, rowProblems, type FileProblem } from './list-file.ts'
import { guessKind, guessMapping, leftOut } from './mapping.ts'
import type { BodyRow } from './table/body.ts'
import { listEntries } from './text/source.ts'

const previewRows = 50

/** What a file looks like: how it is written, its first rows, and how its columns would be mapped. */
export async function inspectFile(path: string, options: FileOptions = {}): Promise<Inspection> {
  const list = await openList(path, options)
  try {
    const { text, table } = list
    const { header, headerLine, width, preamble } = table.shape
    const rows = await firstOf(table.rows(), previewRows)
    const kind = guessKind(header)
    const mapping = guessMapping(kind, header, table.sample)
    const odd = [...preambleProblems(list), ...rows.flatMap((row) => rowProblems(row, width))]
    return {
      fileName: text.name,
      size: text.size,
      container: text.container,
      parts: (await listEntries(path)).map(({ name, isFirst }) => ({ name, isFirst })),
      encoding: text.encoding,
      doubt: text.doubt && {
        message: text.doubt.message,
        candidates: text.doubt.candidates.map(({ encoding, lines }) => ({ encoding, lines: [...lines] })),
      },
      delimiter: table.dialect.delimiter,
      header: [...header],
      headerLine,
      preambleRows: preamble.length,
      preview: rows.filter(({ role }) => role === 'data').map((row) => evenCells(row, width)),
      kind,
      mapping,
      problems: [...leftOut(header, mapping, headerLine), ...odd.map((problem) => named(problem, header))],
    }
  } finally {
    await list.text.close()
  }
}

async function firstOf(portions: AsyncIterable<readonly BodyRow[]>, count: number): Promise<BodyRow[]> {
  const found: BodyRow[] = []
  for await (const rows of portions) {
    found.push(...rows.slice(0, count - found.length))
    if (found.length === count) break
  }
  return found
}

/** A problem of the file as one of the import: a cell is named by its column. */
export const named = ({ line, column, code, message }: FileProblem, header: readonly string[]): ImportProblem => ({
  line,
  column: column === null ? null : (header[column - 1] ?? `column ${column}`),
  code,
  message,
})
