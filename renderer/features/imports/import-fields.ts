import { ImportField, listedFields, nounOf, requiredFields, type ImportKind } from '../../../shared/import-lists.ts'
import { filledFields, firstFields, type Mapping } from '../../../shared/mapping.ts'

const names: Readonly<Partial<Record<ImportField, string>>> = {
  ref: 'Reference',
  quote_language: 'Language of the quote',
  claimant_basis: 'Basis',
  url: 'Address (URL)',
  archive_url: 'Archived copy (URL)',
  measure: 'Number, as said',
  measure_subject: 'Number: of what',
  measure_category: 'Number: category',
  measure_low: 'Number: low',
  measure_high: 'Number: high',
  measure_best: 'Number: best',
  measure_qualifier: 'Number: qualifier',
  measure_unit: 'Number: unit',
  place_precision: 'Precision of the place',
  grade: 'Grade (B2)',
  tlp: 'TLP',
  state_controlled: 'State-controlled',
  read_by_me: 'Read by me',
}

/** What a field is called. */
export const fieldName = (field: ImportField): string =>
  names[field] ?? field.charAt(0).toUpperCase() + field.slice(1).replaceAll('_', ' ')

/** What a difference is called: a number differs as a whole, in whatever columns its parts stand. */
export const nameOfDifference = (name: string): string => {
  const field = ImportField.safeParse(name)
  return name === 'measure' ? 'Number' : field.success ? fieldName(field.data) : name
}

/** Whether there is no record without this field. */
export const isRequired = (kind: ImportKind, field: ImportField): boolean =>
  (requiredFields[kind] as readonly ImportField[]).includes(field)

export interface MappingCheck {
  /** How many columns come in. */
  readonly mapped: number
  /** Why the list cannot be imported like this; null when it can. */
  readonly problem: string | null
}

/** Whether a list can be imported with a mapping. */
export function checkMapping(kind: ImportKind, mapping: Mapping): MappingCheck {
  const mapped = firstFields(mapping).filter((field) => field !== null).length
  const filled = filledFields(mapping)
  const missing = requiredFields[kind].find((field) => !filled.has(field))
  if (missing === undefined) return { mapped, problem: null }
  const problem = `No column fills “${fieldName(missing)}”, without which there is no ${nounOf[kind]}. Choose it above a column.`
  return { mapped, problem }
}

/** The columns that fill a field, by their places. */
export const columnsOf = ({ columns }: Mapping, field: ImportField): number[] =>
  columns.flatMap(({ fields }, at) => (fields.includes(field) ? [at] : []))

/** What stands between the texts of several columns that fill a field. */
export const joinOf = ({ joins }: Mapping, field: ImportField): string =>
  joins[field] ?? (listedFields.has(field) ? '; ' : ' ')
