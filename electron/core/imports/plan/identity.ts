import type { ImportField, ImportKind } from '../../../../shared/import-lists.ts'
import { foldText } from '../../../../shared/text.ts'
import type { Draft } from '../rows/draft.ts'
import type { Maker } from './creation.ts'
import { isCarriedBy } from './differences.ts'
import type { Existing } from './existing.ts'
import { draftText, isReferenced } from './kinds.ts'

/** By what a row is known within its file; `isStrict` where that names one record, so that two rows of it must agree. */
export interface Identity {
  readonly text: string
  readonly isStrict: boolean
}

/** A row's reference, else its key, else what it says of who it is. */
export function identityOf(kind: ImportKind, draft: Draft, keyFields: readonly ImportField[] = []): Identity {
  const { ref, fields, names, document } = draft
  if (isReferenced(kind) && ref !== null) return { text: `ref ${foldText(ref)}`, isStrict: true }
  const key = keyFields.map((field) => draftText(draft, field))
  if (key.some((text) => text !== null))
    return { text: JSON.stringify(['key', ...key.map((text) => foldText(text ?? ''))]), isStrict: true }
  const told = [
    fields['statement'] ?? fields['title'] ?? fields['name'],
    ...['said', 'when', 'published', 'type'].map((field) => fields[field] ?? fields[`${field}_text`]),
    ...['claimant', 'outlet', 'from', 'to'].map((field) => names[field]),
    ...(document ? [document.title, document.url, document.outlet] : []),
  ]
  const text = JSON.stringify(told.map((part) => foldText(String(part ?? ''))))
  return { text, isStrict: kind === 'actors' || kind === 'outlets' || kind === 'relations' }
}

/**
 * Whether a row can be about a record that was found by its content: by all that it says of who it is. `has`: the fields
 * that the list says anything of; the others say nothing against a record.
 */
export function isAbout(maker: Maker, has: ReadonlySet<ImportField>, draft: Draft, record: Existing): boolean {
  const { ref, fields } = draft
  const called = (field: string): string => foldText(String(record.fields[field] ?? ''))
  const isSaid = (field: string): boolean => called(field) === foldText(String(fields[field] ?? ''))
  const ownRef = record.fields['ref'] ?? null
  // Records with references of their own are told apart by these.
  if (ref !== null && ownRef !== null) return false
  switch (maker.kind) {
    case 'claims':
      return (
        isSaid('statement') &&
        (!has.has('claimant') || isClaimantOf(maker, draft, record)) &&
        (!has.has('said') || isDateOf(draft, record, 'said')) &&
        isCarried(maker, has, draft, record)
      )
    case 'events':
      // A claim may have named the event by its reference alone.
      if (ref !== null && called('title') === foldText(ref)) return true
      return isSaid('title') && (!has.has('when') || isDateOf(draft, record, 'when', true))
    case 'documents':
      return isOutletOf(maker, draft, record) && (!has.has('published') || isDateOf(draft, record, 'published', true))
    case 'actors':
    case 'outlets':
    case 'relations':
      return true
  }
}

function isClaimantOf({ names }: Maker, draft: Draft, record: Existing): boolean {
  const name = draft.names['claimant']
  const claimant = record.fields['claimant'] ?? null
  if (name === undefined || claimant === null) return name === undefined && claimant === null
  return names.isCalled('actor', claimant, name)
}

function isOutletOf({ names }: Maker, draft: Draft, record: Existing): boolean {
  const name = draft.names['outlet']
  const outlet = record.fields['outlet'] ?? null
  return name === undefined || outlet === null || names.isCalled('outlet', outlet, name)
}

/** Dates are the same when they mean the same; `mayBeOpen`: one that is not known yet contradicts none. */
function isDateOf(
  { fields }: Draft,
  { fields: known }: Existing,
  field: 'said' | 'when' | 'published',
  mayBeOpen = false,
): boolean {
  const text = fields[`${field}_text`] ?? null
  const other = known[`${field}_text`] ?? null
  if (mayBeOpen && (text === null || other === null)) return true
  return text === other || ((fields[field] ?? null) !== null && fields[field] === known[field])
}

function isCarried(maker: Maker, has: ReadonlySet<ImportField>, { document }: Draft, record: Existing): boolean {
  if (!has.has('document') && !has.has('url') && !has.has('outlet')) return true
  if (document === null) return record.carriages.length === 0
  return record.carriages.some((carried) => isCarriedBy(maker, document, carried))
}
