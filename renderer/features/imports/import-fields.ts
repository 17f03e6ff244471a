import {
  claimImportFields,
  eventImportFields,
  type ImportField,
  type ImportKind,
  type Mapping,
} from '../../../shared/import.ts'
import { foldText } from '../../../shared/text.ts'

/** The fields of each kind of list. */
export const fieldsOf: Readonly<Record<ImportKind, readonly ImportField[]>> = {
  claims: claimImportFields,
  events: eventImportFields,
}

/** The field without which a row is no record. */
export const requiredField: Readonly<Record<ImportKind, ImportField>> = { claims: 'statement', events: 'title' }

const names: Readonly<Partial<Record<ImportField, string>>> = {
  ref: 'Reference',
  quote_language: 'Language of the quote',
  claimant_basis: 'Basis',
  url: 'Address (URL)',
  measure_subject: 'Number: of what',
  measure_category: 'Number: category',
  measure_low: 'Number: low',
  measure_high: 'Number: high',
  measure_best: 'Number: best',
  measure_qualifier: 'Number: qualifier',
  measure_unit: 'Number: unit',
  place_precision: 'Precision of the place',
  tlp: 'TLP',
}

/** What a field is called. */
export const fieldName = (field: ImportField): string =>
  names[field] ?? field.charAt(0).toUpperCase() + field.slice(1).replaceAll('_', ' ')

const key = (name: string): string => foldText(name).replace(/[^\p{L}\p{N}]+/gu, '')

/** The columns whose names are those of fields; main guesses better, but only for the kind of list that it takes the file for. */
export function mapByName(kind: ImportKind, header: readonly string[]): Mapping {
  const free = new Map(fieldsOf[kind].map((field) => [key(field), field]))
  return header.map((name) => {
    const field = free.get(key(name)) ?? null
    free.delete(key(name))
    return field
  })
}

export interface MappingCheck {
  /** Fields that more than one column is mapped to. */
  readonly twice: ReadonlySet<ImportField>
  /** How many columns are mapped. */
  readonly mapped: number
  /** Why the list cannot be imported like this; null when it can. */
  readonly problem: string | null
}

/** Whether a list can be imported with a mapping. */
export function checkMapping(kind: ImportKind, mapping: Mapping): MappingCheck {
  const fields = mapping.filter((field) => field !== null)
  const twice = new Set(fields.filter((field, at) => fields.indexOf(field) !== at))
  return { twice, mapped: fields.length, problem: problemOf(kind, fields, twice) }
}

function problemOf(kind: ImportKind, fields: readonly ImportField[], twice: ReadonlySet<ImportField>): string | null {
  const [first] = twice
  if (first) return `Two columns fill “${fieldName(first)}”. Leave one of them out.`
  const required = requiredField[kind]
  const noun = kind === 'claims' ? 'claim' : 'event'
  if (fields.includes(required)) return null
  return `No column fills “${fieldName(required)}”, without which there is no ${noun}. Choose it above a column.`
}
