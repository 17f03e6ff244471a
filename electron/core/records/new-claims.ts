import { foldText } from '../../../shared/text.ts'
import type { Axis } from '../../../shared/vocabulary.ts'
import { orderKey } from '../../store/collation.ts'
import { hash48 } from '../../store/text-hash.ts'
import { searchTextOf } from './derive.ts'
import { daysOf, type Fields } from './fields.ts'
import type { Cell } from './insert-rows.ts'

// Claims come by the million. A claim of a list is brought into the form of its rows where there is time for it, in the
// thread that reads: what is left for the thread that writes is what only the case knows.

/** The columns of a claim that need no look into the case, in the order of `NewClaim.own`. */
export const ownColumns = [
  'statement',
  'quote',
  'quote_language',
  'translation',
  'basis',
  'said_text',
  'said',
  'said_from',
  'said_to',
  'topic',
  'place',
  'status',
  'tlp',
  'lead_category',
  'lead_quantity',
  'statement_hash',
  'statement_key',
] as const

/** Those of a measure, in the order of `NewClaim.measure`. */
export const measureColumns = [
  'subject',
  'category',
  'unit',
  'low',
  'high',
  'best',
  'qualifier',
  'kind',
  'verbatim',
] as const

/** A claim with its parts as cells of their tables. */
export interface NewClaim {
  readonly ref: string | null
  /** The name by which it is found. */
  readonly foldedRef: string | null
  readonly own: readonly Cell[]
  /** Null: it states none. */
  readonly measure: readonly Cell[] | null
  readonly grades: Readonly<Partial<Record<Axis, string>>>
  readonly tags: readonly string[]
  /** The text in which it is searched, but for its reference. */
  readonly text: string
}

/** What the claim of a list says, other records by name or not at all. */
interface ClaimSaid {
  readonly ref: string | null
  readonly fields: Fields
  readonly measure: Fields | null
  readonly grades: NewClaim['grades']
  readonly tags: readonly string[]
}

export function newClaimOf({ ref, fields, measure, grades, tags }: ClaimSaid): NewClaim {
  const [from, to] = daysOf(fields['said'])
  const statement = foldText(String(fields['statement']))
  const others = searchTextOf('claim', { ...fields, ref: null, statement: null })
  const derived: Fields = {
    basis: fields['basis'] ?? 'unknown',
    status: fields['status'] ?? 'open',
    said_from: from,
    said_to: to,
    lead_category: measure?.['category'],
    lead_quantity: measure && quantityOf(measure),
    statement_hash: hash48(statement),
    statement_key: orderKey(String(fields['statement'])),
  }
  return {
    ref,
    foldedRef: ref === null ? null : foldText(ref),
    own: ownColumns.map((column) => (derived[column] ?? fields[column] ?? null) as Cell),
    measure:
      measure &&
      measureColumns.map((column) => (measure[column] ?? (column === 'qualifier' ? 'unspecified' : null)) as Cell),
    grades,
    tags,
    text: `${statement}\n${others}`,
  }
}

/** By what a measure is sorted: its best figure, else the middle of its bounds, else the one that it has. */
export function quantityOf({ best, low, high }: Fields): number | null {
  if (typeof best === 'number') return best
  if (typeof low === 'number' && typeof high === 'number') return (low + high) / 2
  return (low ?? high ?? null) as number | null
}

/** A document that carries claims, any number of them: what is found out of its row stays with it. */
export interface Carrier {
  readonly id: string
  /** Null: not found out yet. */
  row: { readonly num: number; readonly outlet: number | null } | null
}

/** A new claim with what the case says of it: its own reference, and the ids of other records. */
export interface MadeClaim {
  readonly claim: NewClaim
  readonly id: string
  readonly ref: string | null
  readonly claimant: string | null
  readonly event: string | null
  readonly document: Carrier | null
  /** The reason of its grades. */
  readonly reason: string
}
