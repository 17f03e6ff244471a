import type { RecordKind } from '../../../shared/ids.ts'
import type { ReadDb } from '../../store/db.ts'
import { readFields, type Fields } from './fields.ts'

/** The kinds whose records are edited by patches of their fields. */
export type EditedKind = RecordKind

const nameFields: Readonly<Record<EditedKind, string[]>> = {
  claim: ['ref', 'statement'],
  event: ['ref', 'title'],
  actor: ['name'],
  outlet: ['name'],
  document: ['title'],
  note: ['title'],
  place: ['name'],
}

/** "1 event", "1,200 events". */
export const recordsLabel = (kind: EditedKind, count: number): string =>
  `${count.toLocaleString('en-GB')} ${kind}${count === 1 ? '' : 's'}`

/** What a record is called in a label: its reference or name, else its title, shortened. */
export function calledIn({ ref, name, title, statement }: Fields): string {
  const known = ref ?? name
  return typeof known === 'string' ? shortened(known) : `“${shortened(String(title ?? statement))}”`
}

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 40).trimEnd()}…` : text)

/** One record by its name, several by their number. */
export function recordsCalled(db: ReadDb, kind: EditedKind, ids: readonly string[]): string {
  const [only] = ids
  const fields = ids.length === 1 && only ? readFields(db, kind, [only], nameFields[kind]).get(only) : undefined
  return fields ? calledIn(fields) : recordsLabel(kind, ids.length)
}

const words: Readonly<Record<string, string>> = {
  archiveUrl: 'archive address',
  body: 'text',
  captured: 'date of capture',
  cutoff: 'cut-off date',
  published: 'date of publication',
  quantity: 'number',
  quoteLanguage: 'language of the quote',
  tlp: 'TLP',
  placePrecision: 'precision of the place',
  readByMe: '“read by me”',
  stateControlled: '“state-controlled”',
  ref: 'reference',
  said: 'date',
  scale: 'scale of likelihoods',
  tolerance: 'tolerance of “about”',
  url: 'address',
  when: 'date',
}

/** What a field is called in a label: "language of the quote". */
export const wordFor = (field: string): string => words[field] ?? field

/** What a patch does, as the menu names it: "set place of E02 to Kursk region". */
export function patchLabel(db: ReadDb, kind: EditedKind, ids: readonly string[], patch: object): string {
  const whose = recordsCalled(db, kind, ids)
  const [only, ...others] = Object.entries(patch).filter(([, given]) => given !== undefined)
  if (only === undefined || others.length > 0) return `edit ${whose}`
  const [field, given] = only
  return `set ${wordFor(field)} of ${whose}${toWhat(given)}`
}

function toWhat(given: unknown): string {
  if (given === null) return ' to unset'
  if (typeof given === 'boolean') return given ? ' to yes' : ' to no'
  if (Array.isArray(given)) return toList(given)
  const text = String(given)
  return text.length > 40 || text.includes('\n') ? '' : ` to ${text}`
}

function toList(given: readonly unknown[]): string {
  if (given.length === 0) return ' to none'
  return given.every((part) => typeof part === 'string') ? toWhat(given.join('; ')) : ''
}
