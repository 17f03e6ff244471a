import {
  importKinds,
  listFields,
  nounOf,
  requiredFields,
  type ImportField,
  type ImportKind,
} from '../../../../shared/import-lists.ts'
import type { ImportProblem } from '../../../../shared/import.ts'
import { filledFields, firstFields, mappingOf, type Mapping } from '../../../../shared/mapping.ts'
import { ExpectedError } from '../../../../shared/result.ts'
import { headingKey } from '../../../../shared/text.ts'
import { fieldsByContent } from '../fields/content.ts'
import { countKnown as countKnownOf, fieldByName } from '../fields/names.ts'
import { columnName } from './sources.ts'

/** How many cells of a header are names that some kind of list has. What only our own headers have shows one at once. */
export const countKnown = (header: readonly string[]): number =>
  Math.max(...importKinds.map((kind) => countKnownOf(kind, header))) + (header.includes(reasonsColumn) ? 2 : 0)

/** The field of each column by its name, else by what is in it; a second column of the same field is left out. */
export const guessMapping = (
  kind: ImportKind,
  header: readonly string[],
  rows: readonly (readonly string[])[] = [],
): Mapping => mappingOf(guessFields(kind, header, rows))

function guessFields(
  kind: ImportKind,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): (ImportField | null)[] {
  const taken = new Set<string>()
  const found = header.map((name) => fieldByName(kind, name) ?? null)
  const named: (ImportField | null)[] = header.map(() => null)
  // A column that is called as the field itself goes before one that is called otherwise: "ref" before "id".
  for (const isOwn of [true, false]) {
    found.forEach((field, at) => {
      if (field === null || taken.has(field) || isOwn !== (headingKey(field) === headingKey(header[at] ?? ''))) return
      taken.add(field)
      named[at] = field
    })
  }
  const unknown = found.flatMap((field, at) => (field === null ? [at] : []))
  const columns = unknown.map((at) => rows.map((cells) => cells[at] ?? ''))
  const guesses = rows.length > 0 ? fieldsByContent(columns, kind, taken) : []
  return named.map((field, at) => field ?? guesses[unknown.indexOf(at)]?.value ?? null)
}

/** The kind of list that a header is of. */
export const guessKind = (header: readonly string[]): ImportKind => kindWith((kind) => guessFields(kind, header, []))

/** The kind of list whose necessary fields some columns fill, with the most columns that are of it. */
export function kindWith(fieldsBy: (kind: ImportKind) => readonly (ImportField | null)[]): ImportKind {
  const scored = importKinds.map((kind) => ({ kind, score: fit(kind, fieldsBy(kind)) }))
  return scored.sort((left, right) => right.score - left.score)[0]?.kind ?? 'claims'
}

function fit(kind: ImportKind, columns: readonly (ImportField | null)[]): number {
  const fields = columns.filter((field) => field !== null)
  const isWhole = requiredFields[kind].every((field) => fields.includes(field))
  return fields.length + (isWhole ? columns.length : 0)
}

/** Refuses a mapping by which nothing sensible can come in. */
export function checkMapping(kind: ImportKind, header: readonly string[], mapping: Mapping): void {
  if (mapping.columns.length !== header.length)
    throw refused(`it maps ${mapping.columns.length} columns and the file has ${header.length}. Did the file change?`)
  const fields: readonly ImportField[] = listFields[kind]
  const filled = filledFields(mapping)
  const foreign = [...filled].find((field) => !fields.includes(field))
  if (foreign) throw refused(`a list of ${kind} has no field “${foreign}”.`)
  const uncut = mapping.columns.findIndex(({ fields: parts, separator }) => parts.length > 1 && separator === null)
  if (uncut >= 0)
    throw refused(`the column “${columnName(header, uncut)}” fills several fields, and nothing says what parts them.`)
  const missing = requiredFields[kind].find((field) => !filled.has(field))
  if (missing)
    throw refused(
      `no column is mapped to ${missing}, without which there is no ${nounOf[kind]}. Header: ${header.join(', ')}.`,
    )
}

const refused = (why: string): ExpectedError =>
  new ExpectedError('invalid-input', `The file cannot be imported with this mapping: ${why} Nothing was imported.`)

/** What the column of reasons in a file of rejected rows is called: it is no field, and nobody misses it. */
export const reasonsColumn = 'why not imported'

/** What stands in it begins with the line on which the row stood. */
export const reasonOf = (line: number, why: string): string => `line ${line}: ${why}`
export const isReason = (cell: string): boolean => /^line \d+: /.test(cell)

/** The columns that a mapping leaves out: each is said, since what is in them does not come in. */
export const leftOut = (header: readonly string[], mapping: Mapping, line: number): ImportProblem[] =>
  firstFields(mapping).flatMap((field, index) => {
    if (field !== null || header[index] === reasonsColumn) return []
    const column = columnName(header, index)
    return [{ line, column, code: 'unmapped-column', message: `The column “${column}” is not mapped to a field.` }]
  })
