import {
  importKinds,
  type ImportField,
  type ImportKind,
  type ImportProblem,
  type Mapping,
} from '../../../shared/import.ts'
import { ExpectedError } from '../../../shared/result.ts'
import { fieldsByContent } from './fields/content.ts'
import { listFields, requiredFields } from './fields/list-fields.ts'
import { countKnown as countKnownOf, fieldByName, headingKey } from './fields/names.ts'

/** Where a field's cell stands in a row, and what the file calls that column. */
export interface Column {
  readonly index: number
  readonly name: string
}

/** What one row of a kind of list is. */
export const nounOf: Readonly<Record<ImportKind, string>> = { claims: 'claim', events: 'event' }

/** How many cells of a header are names that some kind of list has. */
export const countKnown = (header: readonly string[]): number =>
  Math.max(...importKinds.map((kind) => countKnownOf(kind, header)))

/** The field of each column by its name, else by what is in it; a second column of the same field is left out. */
export function guessMapping(
  kind: ImportKind,
  header: readonly string[],
  rows: readonly (readonly string[])[] = [],
): Mapping {
  const taken = new Set<string>()
  const found = header.map((name) => fieldByName(kind, name) ?? null)
  const named: Mapping = header.map(() => null)
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

/** The kind of list that a header is of: one whose necessary field is there, with the most known columns. */
export function guessKind(header: readonly string[]): ImportKind {
  const scored = importKinds.map((kind) => ({ kind, score: fit(kind, header) }))
  return scored.sort((left, right) => right.score - left.score)[0]?.kind ?? 'claims'
}

function fit(kind: ImportKind, header: readonly string[]): number {
  const fields = guessMapping(kind, header).filter((field) => field !== null)
  const isWhole = requiredFields[kind].every((field) => fields.includes(field))
  return fields.length + (isWhole ? header.length : 0)
}

/** Refuses a mapping by which nothing sensible can come in. */
export function checkMapping(kind: ImportKind, header: readonly string[], mapping: Mapping): void {
  const given = mapping.filter((field) => field !== null)
  if (mapping.length !== header.length)
    throw refused(`it maps ${mapping.length} columns and the file has ${header.length}. Did the file change?`)
  const fields: readonly ImportField[] = listFields[kind]
  const foreign = given.find((field) => !fields.includes(field))
  if (foreign) throw refused(`a list of ${kind} has no field “${foreign}”.`)
  const twice = given.find((field, index) => given.indexOf(field) !== index)
  if (twice) throw refused(`two columns are mapped to ${twice}.`)
  const missing = requiredFields[kind].find((field) => !given.includes(field))
  if (missing)
    throw refused(
      `no column is mapped to ${missing}, without which there is no ${nounOf[kind]}. Header: ${header.join(', ')}.`,
    )
}

const refused = (why: string): ExpectedError =>
  new ExpectedError('invalid-input', `The file cannot be imported with this mapping: ${why} Nothing was imported.`)

/** The columns of the fields that are mapped. */
export const columnsOf = (header: readonly string[], mapping: Mapping): ReadonlyMap<ImportField, Column> =>
  new Map(mapping.flatMap((field, index) => (field === null ? [] : [[field, { index, name: nameOf(header, index) }]])))

const nameOf = (header: readonly string[], index: number): string => header[index]?.trim() || `column ${index + 1}`

/** The columns that a mapping leaves out: each is said, since what is in them does not come in. */
export const leftOut = (header: readonly string[], mapping: Mapping, line: number): ImportProblem[] =>
  header.flatMap((_name, index) => {
    if (mapping[index]) return []
    const column = nameOf(header, index)
    return [{ line, column, code: 'unmapped-column', message: `The column “${column}” is not mapped to a field.` }]
  })
