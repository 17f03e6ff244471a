import type { ClaimRow } from '../../../shared/claim.ts'
import { formatQuantity } from '../../../shared/quantities.ts'
import { credibilities, credibilityScale, reliabilities, reliabilityScale, tlpLabels } from '../../../shared/scales.ts'
import { claimBases, claimStatuses, measureCategories, qualifiers } from '../../../shared/vocabulary.ts'
import { momentInWords } from '../../app/time.ts'
import { RefCell } from './RefCell.tsx'
import type { Patches } from '../records/entities.ts'
import { analysisFieldsOf, ratedField } from '../records/analysis-fields.ts'
import { fieldsOf, optionsFrom, type Field } from '../records/field.ts'
import {
  CredibilityCell,
  QuantityCell,
  quantityInWords,
  ReliabilityCell,
  SaidCell,
  StatusCell,
  TagsCell,
  TlpCell,
} from './cells.tsx'

export type ClaimField = Field<ClaimRow, Patches['claims']>

const f = fieldsOf<ClaimRow, Patches['claims']>()
const nullable = { isNullable: true }
const lead = (row: ClaimRow) => row.measures[0]

/** The fields of a claim as grid, editors, paste and detail pane know them. */
export const claimFields: readonly ClaimField[] = [
  f.text({ field: 'ref', title: 'Ref', width: 58, isPinned: true, Cell: RefCell, get: (row) => row.ref }),
  f.text({
    field: 'statement',
    title: 'Statement',
    width: 360,
    minWidth: 180,
    isFlexible: true,
    isRequired: true,
    isLong: true,
    get: (row) => row.statement,
  }),
  f.text({ field: 'claimant', title: 'Claimant', width: 140, suggest: 'claimant', get: (row) => row.claimant }),
  f.date({ field: 'said', title: 'Said', width: 104, Cell: SaidCell, get: (row) => row.said ?? row.saidText }),
  f.text({ field: 'place', title: 'Place', width: 104, suggest: 'place', get: (row) => row.place }),
  f.quantity({
    field: 'quantity',
    title: 'Number',
    width: 104,
    Cell: QuantityCell,
    cellText: quantityInWords,
    get: (row) => formatQuantity(lead(row) ?? empty),
  }),
  f.choice({
    field: 'category',
    title: 'Category',
    width: 92,
    shown: 'wide',
    options: optionsFrom(measureCategories, nullable),
    get: (row) => lead(row)?.category ?? null,
  }),
  f.choice({
    field: 'reliability',
    title: 'Rel.',
    fullTitle: 'Reliability',
    width: 46,
    Cell: ReliabilityCell,
    options: optionsFrom(reliabilities, { ...nullable, details: reliabilityScale }),
    get: (row) => row.reliability,
  }),
  f.choice({
    field: 'credibility',
    title: 'Cred.',
    fullTitle: 'Credibility',
    width: 52,
    Cell: CredibilityCell,
    options: optionsFrom(credibilities, { ...nullable, details: credibilityScale }),
    get: (row) => row.credibility,
  }),
  ...analysisFieldsOf<ClaimRow, Patches['claims']>(),
  f.choice({
    field: 'basis',
    title: 'Basis',
    width: 96,
    shown: 'wide',
    options: optionsFrom(claimBases),
    get: (row) => row.basis,
  }),
  f.choice({
    field: 'status',
    title: 'Status',
    width: 92,
    shown: 'wide',
    Cell: StatusCell,
    options: optionsFrom(claimStatuses),
    get: (row) => row.status,
  }),
  f.text({ field: 'topic', title: 'Topic', width: 104, shown: 'wide', suggest: 'topic', get: (row) => row.topic }),
  f.many({
    field: 'tags',
    title: 'Tags',
    width: 180,
    shown: 'hidden',
    suggest: 'tags',
    Cell: TagsCell,
    get: (row) => row.tags,
  }),
  f.text({ field: 'event', title: 'Event', width: 180, shown: 'hidden', suggest: 'event', get: (row) => row.event }),
  f.fixed({ field: 'outlet', title: 'Outlet', width: 150, shown: 'hidden', filter: 'text', get: (row) => row.outlet }),
  f.fixed({
    field: 'document',
    title: 'Document',
    width: 180,
    shown: 'hidden',
    filter: 'text',
    get: (row) => row.document,
  }),
  f.text({
    field: 'subject',
    title: 'Subject',
    width: 130,
    shown: 'hidden',
    suggest: 'subject',
    get: (row) => lead(row)?.subject ?? null,
  }),
  f.choice({
    field: 'qualifier',
    title: 'Qualifier',
    width: 100,
    shown: 'hidden',
    options: optionsFrom(qualifiers),
    get: (row) => lead(row)?.qualifier ?? null,
  }),
  f.text({
    field: 'unit',
    title: 'Unit',
    width: 90,
    shown: 'hidden',
    suggest: 'unit',
    get: (row) => lead(row)?.unit ?? null,
  }),
  f.choice({
    field: 'tlp',
    title: 'TLP',
    width: 116,
    shown: 'hidden',
    Cell: TlpCell,
    options: optionsFrom(tlpLabels, nullable),
    get: (row) => row.tlp,
  }),
  f.fixed({
    field: 'carriers',
    title: 'Carriers',
    width: 76,
    shown: 'hidden',
    filter: 'number',
    isRight: true,
    get: (row) => String(row.carriers),
  }),
  ratedField<ClaimRow, Patches['claims']>(),
  f.fixed({
    field: 'created',
    title: 'Entered',
    width: 142,
    shown: 'hidden',
    get: (row) => momentInWords(row.created),
  }),
  f.fixed({
    field: 'changed',
    title: 'Changed',
    width: 142,
    shown: 'hidden',
    get: (row) => momentInWords(row.changed),
  }),
]

const empty = { low: null, high: null, best: null, qualifier: 'unspecified' } as const

/** What the detail pane alone shows and edits. */
type Detail = ClaimRow & {
  readonly quote: string | null
  readonly quoteLanguage: string | null
  readonly translation: string | null
}
const d = fieldsOf<Detail, Patches['claims']>()
export const quoteField = d.text({ field: 'quote', title: 'Quote', width: 0, isLong: true, get: (row) => row.quote })
export const languageField = d.text({
  field: 'quoteLanguage',
  title: 'Language',
  width: 0,
  get: (row) => row.quoteLanguage,
})
export const translationField = d.text({
  field: 'translation',
  title: 'Translation',
  width: 0,
  isLong: true,
  get: (row) => row.translation,
})
