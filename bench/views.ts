import { claimFields, type ClaimField } from '../shared/claim.ts'
import type { ViewInput } from '../shared/list.ts'

// What an analyst asks the grid of claims for, over the lists of claims-list.ts.

/** A view of the grid by a name to print; `isServed`: an index can give its first rows. */
export interface NamedView {
  readonly name: string
  readonly view: ViewInput
  readonly isServed: boolean
}

/** The fields by whose order, and by one of whose values, an index can find claims. */
const served: ReadonlySet<ClaimField> = new Set([
  ...(['ref', 'statement', 'claimant', 'outlet', 'said', 'topic', 'place', 'event', 'created', 'changed'] as const),
  'contradictions',
])

const sorts: readonly NamedView[] = claimFields.flatMap((field) =>
  [false, true].map((desc) => ({
    name: `by ${field}${desc ? ', last first' : ''}`,
    view: { sort: [{ field, desc }] },
    isServed: served.has(field),
  })),
)

const filters: readonly NamedView[] = [
  { name: 'all', view: {}, isServed: true },
  { name: 'topic', view: { filter: { topic: 'treaty' } }, isServed: true },
  { name: 'claimant', view: { filter: { claimant: 'Official 77' } }, isServed: true },
  { name: 'said in a month', view: { filter: { said: { min: '2024-05-01', max: '2024-05-31' } } }, isServed: true },
  { name: 'contradicted', view: { filter: { contradictions: { min: 1 } } }, isServed: true },
  { name: 'tag', view: { filter: { tags: ['treaty'] } }, isServed: true },
  { name: 'reliability A or B', view: { filter: { reliability: ['A', 'B'] } }, isServed: false },
  { name: 'figure of 9,000 and more', view: { filter: { quantity: { min: 9000 } } }, isServed: false },
  { name: 'no place', view: { filter: { place: [null] } }, isServed: true },
  { name: 'topic and reliability', view: { filter: { topic: 'treaty', reliability: ['A', 'B'] } }, isServed: true },
  { name: 'statement contains', view: { filter: { statement: { contains: 'artillery' } } }, isServed: false },
]

/** A filter and a sort at once: no index serves both. */
const pairs: readonly NamedView[] = filters.slice(1, 7).flatMap(({ name, view }) =>
  (['said', 'claimant', 'ref', 'quantity', 'statement'] as const).map((field) => ({
    name: `${name}, by ${field}`,
    view: { ...view, sort: [{ field }] },
    isServed: false,
  })),
)

export const views: readonly NamedView[] = [...filters, ...sorts, ...pairs]

/** Views in which one scrolls. */
export const scrolled: readonly ViewInput[] = [
  {},
  { sort: [{ field: 'said', desc: true }] },
  { sort: [{ field: 'statement' }] },
  { filter: { reliability: ['A', 'B'] }, sort: [{ field: 'claimant' }] },
]

/** Two characters and more in four languages: common and rare, inside words, phrases, exclusion, fields. */
export const searches: readonly string[] = [
  ...['on', 'zq', 'troops', 'rill', 'intelligence', 'shells missiles', '"artillery shells"', 'troops -treaty'],
  ...['R4711', '4711', 'kursk', 'Official 77', 'Outlet 150', '"Report 1234"'],
  ...['북한', '정보', '철도', '쿠르스크', '미사일이', '"군사적 원조를"', '병력이 -조약은'],
  ...['на', 'ил', 'солдаты', 'СНАРЯДЫ', 'дорог', '"железной дороге"', 'ракеты -фронт', 'северокорейские'],
  ...['сх', 'військові', 'допомог', '"Курській області"', "зобов'язує", 'солдати -снаряди'],
  ...['claimant:"Official 77"', 'topic:treaty', 'reliability:A,B', 'said:2024-10..2024-11', 'place:Kursk снаряды'],
  ...['claimant:"Official 77" topic:treaty reliability:A,B', 'tags:figures -shells', 'quantity:9000..', 'place:""'],
]
