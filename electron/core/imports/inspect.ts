import { importKinds, type ImportKind } from '../../../shared/import-lists.ts'
import type { FileOptions, Inspection } from '../../../shared/import.ts'
import { firstFields, type Mapping } from '../../../shared/mapping.ts'
import { mappingBy, type Profile } from '../../../shared/profile.ts'
import type { ReadDb } from '../../store/db.ts'
import { evenCells, preambleProblems, rowProblems, type ListFile } from './list-file.ts'
import { csvwBeside, mappingByCsvw, type Csvw } from './mapping/csvw.ts'
import { guessKind, guessMapping, kindWith, leftOut } from './mapping/mapping.ts'
import { named } from './mapping/named.ts'
import type { Saved } from './mapping/saved.ts'
import { openAsSaved } from './reading.ts'
import type { BodyRow } from './table/body.ts'
import { listEntries } from './text/source.ts'

const previewRows = 50

interface How {
  /** What a person says of the file. */
  readonly options?: FileOptions | undefined
  /** The profile that a person chose. */
  readonly profile?: Profile | undefined
}

/**
 * What a file looks like: how it is written, its first rows, and how its columns would be mapped. What a person says goes
 * before what was saved for its header, and that before the metadata beside the file and before guesses.
 */
export async function inspectFile(db: ReadDb, path: string, how: How = {}): Promise<Inspection> {
  const csvw = csvwBeside(path)
  const sources = { said: how.options ?? {}, described: csvw?.options ?? {}, chosen: how.profile }
  const { list, saved, options } = await openAsSaved(db, path, sources)
  try {
    const { text, table } = list
    const { header, headerLine, width, preamble } = table.shape
    const rows = await firstOf(table.rows(), previewRows)
    const mapped = mappingsOf(list, saved, csvw)
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
      options,
      problems: [
        ...leftOut(header, mapped.mappings[mapped.kind], headerLine),
        ...odd.map((problem) => named(problem, header)),
      ],
    }
  } finally {
    await list.text.close()
  }
}

type Mappings = Record<ImportKind, Mapping>

const forEachKind = (mappingFor: (kind: ImportKind) => Mapping): Mappings =>
  Object.fromEntries(importKinds.map((kind) => [kind, mappingFor(kind)])) as Mappings

/** How the columns of a header come in, for each kind of list, and what kind this one is. */
function mappingsOf(
  { table }: ListFile,
  saved: Saved | undefined,
  csvw: Csvw | undefined,
): Pick<Inspection, 'kind' | 'mappedBy' | 'matching'> & { readonly mappings: Mappings } {
  const { header } = table.shape
  const guesses = forEachKind((kind) => guessMapping(kind, header, table.sample))
  if (saved) {
    const { kind, matching } = saved.profile
    const mappings = { ...guesses, [kind]: mappingBy(saved.profile, header) }
    return { kind, mappings, mappedBy: saved.from, matching }
  }
  const described = (kind: ImportKind, guess: Mapping): Mapping | undefined =>
    csvw && mappingByCsvw(csvw, kind, header, guess)
  // The kind is told by names alone: contents make columns of any kind.
  const byName = forEachKind((kind) => guessMapping(kind, header))
  const kind = csvw ? kindWith((one) => firstFields(described(one, byName[one]) ?? byName[one])) : guessKind(header)
  const mapping = described(kind, guesses[kind])
  const mappings = mapping ? { ...guesses, [kind]: mapping } : guesses
  return { kind, mappings, mappedBy: mapping && csvw ? csvw.fileName : null, matching: {} }
}

async function firstOf(portions: AsyncIterable<readonly BodyRow[]>, count: number): Promise<BodyRow[]> {
  const found: BodyRow[] = []
  for await (const rows of portions) {
    found.push(...rows.slice(0, count - found.length))
    if (found.length === count) break
  }
  return found
}
