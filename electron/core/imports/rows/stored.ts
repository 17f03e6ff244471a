import type { ImportField } from '../../../../shared/import-lists.ts'
import type { Mapping } from '../../../../shared/mapping.ts'
import { formatQuantity, type Quantity } from '../../../../shared/quantities.ts'
import type { Draft } from './draft.ts'

/** What a draft holds of a field, in words as the case shows it; null where it holds nothing. */
function storedText(draft: Draft, field: ImportField): string | null {
  const { fields, names, lists, measure, document, grades, note, ref } = draft
  switch (field) {
    case 'ref':
      return ref
    case 'note':
      return note
    case 'claimant_basis':
      return texted(fields['basis'])
    case 'reliability':
    case 'credibility':
      return grades[field] ?? null
    case 'grade':
      return `${grades.reliability ?? ''}${grades.credibility ?? ''}` || null
    case 'tags':
    case 'participants':
    case 'aliases':
      return lists[field]?.join('; ') ?? null
    case 'said':
    case 'when':
      return texted(fields[field] ?? fields[`${field}_text`])
    case 'published': {
      const from = document?.published ?? fields
      return texted(from['published'] ?? from['published_text'])
    }
    case 'document':
      return document?.title ?? null
    case 'outlet':
    case 'url':
      return texted(document?.[field] ?? names[field] ?? fields[field])
    case 'measure':
      return measure ? quantityOf(measure) : null
    case 'measure_low':
    case 'measure_high':
    case 'measure_best':
    case 'measure_subject':
    case 'measure_category':
    case 'measure_qualifier':
    case 'measure_unit':
      return texted(measure?.[field.slice('measure_'.length)])
    default:
      return texted(fields[field] ?? names[field])
  }
}

function quantityOf(measure: NonNullable<Draft['measure']>): string | null {
  const quantity = { low: null, high: null, best: null, qualifier: 'unspecified', ...measure } as unknown as Quantity
  return formatQuantity(quantity) || texted(measure['verbatim'])
}

function texted(value: unknown): string | null {
  if (value === null || value === undefined) return null
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
}

/** For each column of the file, what its cell comes to; null where it brings nothing. */
export const storedCells = (draft: Draft | null, { columns }: Mapping): (string | null)[] =>
  columns.map(({ fields }) => {
    const texts = fields.flatMap((field) => (draft && field !== null ? (storedText(draft, field) ?? []) : []))
    return texts.length > 0 ? texts.join(' · ') : null
  })
