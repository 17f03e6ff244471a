import type { ImportProblem, Inspection } from '../../../shared/import.ts'
import { countKnown, guessKind, guessMapping, leftOut } from './mapping.ts'
import { openCsv, type CsvRow } from './read-csv.ts'

const previewRows = 50

/** What a file looks like: its shape, its first rows, and how its columns would be mapped. */
export async function inspectFile(path: string): Promise<Inspection> {
  const csv = await openCsv(path, countKnown)
  try {
    const rows = await firstOf(csv.rows, previewRows)
    const kind = guessKind(csv.header)
    const mapping = guessMapping(kind, csv.header)
    return {
      fileName: csv.bytes.name,
      size: csv.bytes.size,
      encoding: csv.encoding.name,
      delimiter: csv.delimiter,
      header: [...csv.header],
      headerLine: csv.headerLine,
      preview: rows.map((row) => [...row.cells]),
      kind,
      mapping,
      problems: [...leftOut(csv.header, mapping, csv.headerLine), ...rows.flatMap(oddness)],
    }
  } finally {
    await csv.close()
  }
}

async function firstOf<T>(items: AsyncIterable<T>, count: number): Promise<T[]> {
  const found: T[] = []
  for await (const item of items) {
    found.push(item)
    if (found.length === count) break
  }
  return found
}

const oddness = ({ line, odd }: CsvRow): ImportProblem[] => (odd ? [{ line, column: null, ...odd }] : [])
