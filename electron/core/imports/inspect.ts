import { importKinds, type ImportKind } from '../../../shared/import-lists.ts'
import type { FileOptions, Inspection } from '../../../shared/import.ts'
import type { Mapping } from '../../../shared/mapping.ts'
import { mappingBy } from '../../../shared/profile.ts'
import type { ReadDb } from '../../store/db.ts'
import { evenCells, openList, preambleProblems, rowProblems } from './list-file.ts'
import { csvwBeside, mappingByCsvw, type Csvw } from './mapping/csvw.ts'
import { guessKind, guessMapping, leftOut } from './mapping/mapping.ts'
import { named } from './mapping/named.ts'
import { profileFor } from './mapping/profiles.ts'
import type { BodyRow } from './table/body.ts'
import { listEntries } from './text/source.ts'

const previewRows = 50

/**
 * What a file looks like: how it is written, its first rows, and how its columns would be mapped. What a person says goes
 * before the metadata beside the file, and a profile that was saved for its header before both metadata and guesses.
 */
export async function inspectFile(db: ReadDb, path: string, said: FileOptions = {}): Promise<Inspection> {
  const csvw = csvwBeside(path)
  const list = await openList(path, { ...csvw?.options, ...said })
  try {
    const { text, table } = list
    const { header, headerLine, width, preamble } = table.shape
    const rows = await firstOf(table.rows(), previewRows)
    const mapped = mappingsOf(db, header, table.sample, csvw)
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
      ...mapped,
      options: { ...csvw?.options, ...mapped.options, ...said },
      problems: [
        ...leftOut(header, mapped.mappings[mapped.kind], headerLine),
        ...odd.map((problem) => named(problem, header)),
      ],
    }
  } finally {
    await list.text.close()
  }
}

/** How the columns of a header come in, for each kind of list, and what kind this one is. */
function mappingsOf(
  db: ReadDb,
  header: readonly string[],
  sample: readonly (readonly string[])[],
  csvw: Csvw | undefined,
): Pick<Inspection, 'kind' | 'mappings' | 'mappedBy' | 'matching' | 'options'> {
  const guesses = Object.fromEntries(importKinds.map((kind) => [kind, guessMapping(kind, header, sample)])) as Record<
    ImportKind,
    Mapping
  >
  const profile = profileFor(db, header)
  if (profile) {
    const { kind, name, matching, options } = profile
    const mappings = { ...guesses, [kind]: mappingBy(profile, header) }
    return { kind, mappings, mappedBy: `the profile “${name}”`, matching, options }
  }
  const titles =
    csvw && csvw.columns.length === header.length
      ? csvw.columns.map(({ name }, at) => name ?? header[at] ?? '')
      : header
  const kind = guessKind(titles)
  const described = csvw && mappingByCsvw(csvw, kind, header)
  const mappings = described ? { ...guesses, [kind]: described } : guesses
  return { kind, mappings, mappedBy: described ? csvw.fileName : null, matching: {}, options: {} }
}

async function firstOf(portions: AsyncIterable<readonly BodyRow[]>, count: number): Promise<BodyRow[]> {
  const found: BodyRow[] = []
  for await (const rows of portions) {
    found.push(...rows.slice(0, count - found.length))
    if (found.length === count) break
  }
  return found
}
