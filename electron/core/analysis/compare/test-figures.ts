import { parseQuantity, type Quantity } from '../../../../shared/quantities.ts'
import type { Basis, Comparable } from './comparable.ts'
import type { PlaceRelation, Places } from './places.ts'

/** A small world for the tests of the rules: each place with the one it lies in, other names of it, and what overlaps. */
const within: Readonly<Record<string, string | null>> = {
  Russia: null,
  Ukraine: null,
  'Kursk region': 'Russia',
  'Belgorod region': 'Russia',
  Sudzha: 'Kursk region',
  'Border area': null,
}
const otherNames: Readonly<Record<string, string>> = { 'Курская область': 'Kursk region', 쿠르스크주: 'Kursk region' }
const overlapping = [
  ['Border area', 'Kursk region'],
  ['Border area', 'Russia'],
]

function chainOf(place: string): string[] {
  const parent = within[place]
  return parent ? [place, ...chainOf(parent)] : [place]
}

export const places: Places = {
  relate(one, other): PlaceRelation {
    const [a, b] = [otherNames[one] ?? one, otherNames[other] ?? other]
    if (!(a in within) || !(b in within)) return 'unknown'
    if (a === b) return 'same'
    if (chainOf(a).includes(b)) return 'within'
    if (chainOf(b).includes(a)) return 'contains'
    return overlapping.some((both) => both.includes(a) && both.includes(b)) ? 'overlaps' : 'apart'
  },
}

export const basis: Basis = { tolerance: 0.1, places }

export type Given = Partial<Comparable> & { readonly quantity?: string }

let rows = 0

/** A figure of a claim of its own: exactly 8,000 soldiers present in Kursk region, said on 1 November 2024 by nobody. */
export function figure({ quantity = '8,000', ...given }: Given = {}): Comparable {
  const num = ++rows
  const said = given.said === undefined ? '2024-11-01' : given.said
  return {
    measure: num,
    claim: num,
    ref: `C${num}`,
    subject: 'DPRK soldiers',
    unit: 'soldiers',
    category: 'present',
    kind: null,
    ...quantityOf(quantity),
    place: 'Kursk region',
    asOf: said,
    said,
    published: null,
    claimant: null,
    ...given,
  }
}

/** A quantity in words. */
export function quantityOf(text: string): Quantity {
  const quantity = parseQuantity(text)
  if (!quantity.ok) throw new Error(quantity.error.message)
  return quantity.value
}
