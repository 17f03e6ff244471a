import {
  importKinds,
  type ImportField,
  type ImportKind,
  type ImportProblem,
  type Mapping,
} from '../../../shared/import.ts'
import { ExpectedError } from '../../../shared/result.ts'
import { foldText } from '../../../shared/text.ts'
import { listKinds, type ListKind } from './fields.ts'

/** Where a field's cell stands in a row, and what the file calls that column. */
export interface Column {
  readonly index: number
  readonly name: string
}

/** The form in which header names are compared: case, spaces, underscores and other marks do not count. */
const key = (name: string): string => foldText(name).replace(/[^\p{L}\p{N}]+/gu, '')

function namesOf({ fields, aliases }: ListKind): Map<string, ImportField> {
  const names = new Map(fields.flatMap((field) => (aliases[field] ?? []).map((alias) => [key(alias), field] as const)))
  // A field's own name goes before another field's alias.
  for (const field of fields) names.set(key(field), field)
  return names
}

const namesByKind = { claims: namesOf(listKinds.claims), events: namesOf(listKinds.events) }

/** How many cells of a header are names that some kind of list has. */
export const countKnown = (header: readonly string[]): number =>
  header.filter((name) => importKinds.some((kind) => namesByKind[kind].has(key(name)))).length

/** The field of each column by its name; a second column of the same field is left out. */
export function guessMapping(kind: ImportKind, header: readonly string[]): Mapping {
  const taken = new Set<ImportField>()
  return header.map((name) => {
    const field = namesByKind[kind].get(key(name))
    if (field === undefined || taken.has(field)) return null
    taken.add(field)
    return field
  })
}

/** The kind of list that a header is of: one whose necessary field is there, with the most known columns. */
export function guessKind(header: readonly string[]): ImportKind {
  const scored = importKinds.map((kind) => ({ kind, score: fit(kind, header) }))
  return scored.sort((left, right) => right.score - left.score)[0]?.kind ?? 'claims'
}

function fit(kind: ImportKind, header: readonly string[]): number {
  const fields = guessMapping(kind, header).filter((field) => field !== null)
  return fields.length + (fields.includes(listKinds[kind].required) ? header.length : 0)
}

/** Refuses a mapping by which nothing sensible can come in. */
export function checkMapping(kind: ImportKind, header: readonly string[], mapping: Mapping): void {
  const { noun, fields, required } = listKinds[kind]
  const given = mapping.filter((field) => field !== null)
  if (mapping.length !== header.length)
    throw refused(`it maps ${mapping.length} columns and the file has ${header.length}. Did the file change?`)
  const foreign = given.find((field) => !fields.includes(field))
  if (foreign) throw refused(`a list of ${noun}s has no field “${foreign}”.`)
  const twice = given.find((field, index) => given.indexOf(field) !== index)
  if (twice) throw refused(`two columns are mapped to ${twice}.`)
  if (!given.includes(required))
    throw refused(
      `no column is mapped to ${required}, without which there is no ${noun}. Header: ${header.join(', ')}.`,
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
