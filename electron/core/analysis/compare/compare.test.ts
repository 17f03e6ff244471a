import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measureCategories, measureKinds, qualifiers } from '../../../../shared/vocabulary.ts'
import type { Comparable } from './comparable.ts'
import { compare, isAlike } from './compare.ts'
import { subjectKeyWith } from './subject.ts'
import { basis, figure, type Given } from './test-figures.ts'

/** The outcome in short: its rule, its first obstacle, or itself; the same whichever comes first. */
function outcome(one: Given, other: Given): string {
  const [a, b] = [figure(one), figure(other)]
  const comparison = compare(a, b, basis)
  expect(compare(b, a, basis)).toEqual(comparison)
  if (comparison.outcome === 'contradicts') return comparison.rule
  if (comparison.outcome === 'not comparable') return comparison.obstacles.join(', ')
  if (comparison.outcome === 'part of') return comparison.part === a ? 'part of the other' : 'whole of the other'
  if (comparison.outcome === 'revises') return comparison.later === b ? 'revised by the other' : 'revises the other'
  return comparison.outcome
}

type Cases = readonly (readonly [what: string, one: Given, other: Given, expected: string])[]
const russia = 'Russia'

const figures: Cases = [
  ['disjoint figures', {}, { quantity: 'about 11,000' }, 'figures apart'],
  ['about against about that meet', { quantity: 'about 10,000' }, { quantity: 'about 11,000' }, 'agrees'],
  ['about against about that touch', { quantity: 'about 9,000' }, { quantity: 'about 11,000' }, 'agrees'],
  ['about against about apart', { quantity: 'about 8,000' }, { quantity: 'about 11,000' }, 'figures apart'],
  ['the end of about', { quantity: 'about 8,000' }, { quantity: '8,800' }, 'agrees'],
  ['more than against its own bound', { quantity: 'more than 1,500' }, { quantity: '1,500' }, 'figures apart'],
  ['at least against its own bound', { quantity: 'at least 1,500' }, { quantity: '1,500' }, 'agrees'],
  ['two open sides that meet', { quantity: 'at least 1,500' }, { quantity: 'up to 1,500' }, 'agrees'],
  ['two open sides apart', { quantity: 'at least 1,500' }, { quantity: 'less than 1,500' }, 'figures apart'],
  ['touching ranges', { quantity: '5,000–6,000' }, { quantity: '6,000–7,000' }, 'agrees'],
  ['dozens', { quantity: 'dozens' }, {}, 'figure'],
  ['no figure on either side', { quantity: 'unspecified' }, { quantity: 'hundreds' }, 'figure'],
]

const whatIsCounted: Cases = [
  ['a synonym', { subject: 'DPRK troops' }, { quantity: '9,000' }, 'figures apart'],
  ['Russian', { subject: 'солдаты КНДР' }, { subject: 'военнослужащие КНДР', quantity: '9,000' }, 'figures apart'],
  ['Korean', { subject: '북한군' }, { subject: '북한 병사들', quantity: '9,000' }, 'figures apart'],
  ['other subjects', { subject: 'Russian soldiers' }, {}, 'subject'],
  ['no subject', { subject: null }, {}, 'subject'],
  ['no subject on either side', { subject: null }, { subject: null }, 'subject'],
  ['a subject of marks only', { subject: '—' }, { subject: '—' }, 'subject'],
  ['a unit that is not said', { unit: null }, { quantity: '9,000' }, 'figures apart'],
  ['units of one meaning', { unit: 'troops' }, { unit: '명', quantity: '9,000' }, 'figures apart'],
  ['units that differ', { unit: 'brigades' }, {}, 'unit'],
  ['other categories', { category: 'sent' }, {}, 'category'],
  ['no category', { category: null }, {}, 'category'],
  ['no category on either side', { category: null }, { category: null }, 'category'],
  ['other kinds', { kind: 'flow' }, {}, 'kind'],
  ['a kind that is the usual one', { kind: 'stock' }, { quantity: '9,000' }, 'figures apart'],
  ['kinds beside categories', { category: 'sent', kind: 'plan' }, {}, 'category, kind'],
  ['killed and wounded', { category: 'killed' }, { category: 'wounded' }, 'category'],
]

const partsAndWholes: Cases = [
  ['of a wider place', { place: russia, quantity: 'about 10,000' }, {}, 'whole of the other'],
  ['of a narrower place', { place: 'Sudzha', quantity: '500' }, { place: russia }, 'part of the other'],
  ['as large as the whole', {}, { place: russia }, 'part of the other'],
  ['a part above its whole', { quantity: '12,000' }, { place: russia, quantity: 'about 10,000' }, 'part above whole'],
  [
    'a part that may be below',
    { quantity: 'about 12,000' },
    { place: russia, quantity: 'about 10,000' },
    'part of the other',
  ],
  ['more than the whole has', { quantity: 'more than 8,000' }, { place: russia }, 'part above whole'],
  ['an open whole', { quantity: '12,000' }, { place: russia, quantity: 'at least 10,000' }, 'part of the other'],
  ['an open part', { quantity: 'up to 12,000' }, { place: russia, quantity: '10,000' }, 'part of the other'],
  ['killed of casualties', { category: 'killed', quantity: '300' }, { category: 'casualties' }, 'part of the other'],
  [
    'wounded above casualties',
    { category: 'wounded' },
    { category: 'casualties', quantity: '300' },
    'part above whole',
  ],
  ['in combat of present', { category: 'in combat', quantity: '300' }, {}, 'part of the other'],
  ['in combat above present', { category: 'in combat', quantity: '9,000' }, {}, 'part above whole'],
  [
    'a part in both respects',
    { category: 'killed', quantity: '300' },
    { category: 'casualties', place: russia },
    'part of the other',
  ],
  ['a part in one, a whole in the other', { category: 'killed', place: russia }, { category: 'casualties' }, 'scope'],
  [
    'the same claimant, later: a part is no revision',
    { quantity: '12,000', claimant: 1, said: '2024-11-03', asOf: '2024-11' },
    { place: russia, quantity: '10,000', claimant: 1, asOf: '2024-11' },
    'part above whole',
  ],
]

const places: Cases = [
  ['neither says a place', { place: null }, { place: null, quantity: '9,000' }, 'figures apart'],
  ['only one says a place', { place: null }, {}, 'scope'],
  ['one place by two names', { place: 'Курская область' }, { quantity: '9,000' }, 'figures apart'],
  [
    'one unknown place by one name',
    { place: 'Front line' },
    { place: 'front line', quantity: '9,000' },
    'figures apart',
  ],
  ['a place that nobody knows', { place: 'Front line' }, {}, 'scope'],
  ['places apart', { place: 'Belgorod region' }, {}, 'scope'],
  ['places that overlap in part', { place: 'Border area' }, {}, 'scope'],
]

const total: Given = { category: 'killed', quantity: '3,000' }
const times: Cases = [
  ['other days', { said: '2024-10-01' }, {}, 'time'],
  ['a year against a day in it', { said: '2024' }, { quantity: '9,000' }, 'figures apart'],
  ['a year against a day after it', { said: '2024' }, { said: '2025-01-01' }, 'time'],
  [
    'an approximate year against a day after it',
    { said: '2024~' },
    { said: '2025-01-01', quantity: '9' },
    'figures apart',
  ],
  ['no date', { said: null }, {}, 'time'],
  ['no date on either side', { said: null }, { said: null }, 'time'],
  ['an open end', { asOf: '2024-10~/..' }, { said: '2025', quantity: '9,000' }, 'figures apart'],
  ['a plan of other days', { category: 'expected' }, { category: 'expected', said: '2025' }, 'time'],
  [
    'a flow of other days',
    { category: 'sent', kind: 'flow' },
    { category: 'sent', kind: 'flow', said: '2025' },
    'time',
  ],
  ['a total that grows', total, { ...total, quantity: '4,000', said: '2025' }, 'agrees'],
  ['a total that falls', total, { ...total, quantity: '2,000', said: '2025' }, 'total falls'],
  ['a total that need not fall', total, { ...total, quantity: 'about 2,800', said: '2025' }, 'agrees'],
  [
    'a total that falls by less than about',
    { ...total, quantity: 'about 3,000' },
    { ...total, quantity: 'about 2,800', said: '2025' },
    'agrees',
  ],
  [
    'a total that falls to its own bound',
    { ...total, quantity: 'more than 2,000' },
    { ...total, quantity: '2,000', said: '2025' },
    'total falls',
  ],
  ['totals of the same time', total, { ...total, quantity: '4,000' }, 'figures apart'],
  ['totals without a date', { ...total, said: null }, total, 'time'],
  [
    'an earlier part above a later whole',
    total,
    { category: 'casualties', quantity: '2,000', said: '2025' },
    'part above whole',
  ],
  ['an earlier part of a later whole', total, { category: 'casualties', said: '2025' }, 'part of the other'],
  [
    'a later part of an earlier whole',
    { ...total, said: '2025' },
    { category: 'casualties', quantity: '2,000' },
    'time',
  ],
]

const by: Given = { claimant: 1 }
const revisions: Cases = [
  [
    'later, of days that overlap',
    { ...by, asOf: '2024-11' },
    { ...by, said: '2024-11-02', quantity: '9,000' },
    'revised by the other',
  ],
  ['later, of later days', by, { ...by, said: '2024-12', quantity: '9,000' }, 'revised by the other'],
  ['earlier, of earlier days', by, { ...by, said: '2024-10', quantity: '9,000' }, 'revises the other'],
  ['later, of later days, the same figure', by, { ...by, said: '2024-12' }, 'time'],
  [
    'later, the figures meet',
    { ...by, asOf: '2024-11' },
    { ...by, said: '2024-11-02', quantity: 'about 8,500' },
    'agrees',
  ],
  ['later, a look back', by, { ...by, said: '2024-12', asOf: '2024-03', quantity: '9,000' }, 'time'],
  [
    'a plan, later',
    { ...by, category: 'expected' },
    { ...by, category: 'expected', said: '2025', quantity: '9' },
    'revised by the other',
  ],
  ['a flow of another period', { ...by, kind: 'flow' }, { ...by, kind: 'flow', said: '2025', quantity: '9' }, 'time'],
  ['the same day', by, { ...by, quantity: '9,000' }, 'figures apart'],
  [
    'a day within the month',
    { ...by, said: '2024-11' },
    { ...by, said: '2024-11-05', quantity: '9,000' },
    'figures apart',
  ],
  [
    'a day before the month, though widened days meet',
    { ...by, said: '2024-10-31~' },
    { ...by, said: '2024-11~', quantity: '9,000' },
    'revised by the other',
  ],
  [
    'it is not known which is later',
    { ...by, said: null, asOf: '2024-11' },
    { ...by, quantity: '9,000' },
    'figures apart',
  ],
  [
    'another claimant',
    { claimant: 2, asOf: '2024-11' },
    { ...by, said: '2024-11-02', quantity: '9,000' },
    'figures apart',
  ],
  ['nobody, twice', { asOf: '2024-11' }, { said: '2024-11-02', quantity: '9,000' }, 'figures apart'],
  [
    'a total that falls',
    { ...total, ...by },
    { ...total, ...by, quantity: '2,000', said: '2025' },
    'revised by the other',
  ],
  ['a total that grows', { ...total, ...by }, { ...total, ...by, quantity: '4,000', said: '2025' }, 'agrees'],
]

describe('compare', () => {
  describe.each([
    ['figures', figures],
    ['what is counted', whatIsCounted],
    ['parts and wholes', partsAndWholes],
    ['places', places],
    ['times', times],
    ['revisions', revisions],
  ] as const)('%s', (_, cases) => {
    it.each(cases)('%s', (_, one, other, expected) => {
      expect(outcome(one, other)).toBe(expected)
    })
  })

  it('takes subjects for one by the names of the case', () => {
    const named = { ...basis, subjectKey: subjectKeyWith([['DPRK', '북한', 'КНДР']]) }
    for (const subject of ['북한군', 'военнослужащие КНДР']) {
      const other = figure({ subject, quantity: '9,000' })
      expect(compare(figure(), other, basis)).toMatchObject({ obstacles: ['subject'] })
      expect(compare(figure(), other, named)).toMatchObject({ outcome: 'contradicts', rule: 'figures apart' })
    }
  })

  it('tells the same of two whichever comes first and whatever their rows', () => {
    fc.assert(
      fc.property(anyFigure, anyFigure, (one, other) => {
        const comparison = compare(one, other, basis)
        expect(compare(other, one, basis)).toEqual(comparison)
        const renumbered = compare({ ...one, measure: 7, claim: 7 }, { ...other, measure: 3, claim: 3 }, basis)
        const told = (of: typeof comparison): unknown => ('reason' in of ? [of.outcome, of.reason] : of)
        expect(told(renumbered)).toEqual(told(comparison))
        expect(isAlike(other, one, basis)).toBe(isAlike(one, other, basis))
      }),
      { seed: 7, numRuns: 2000 },
    )
  })
})

describe('looks alike', () => {
  it.each<readonly [string, Given, Given, boolean]>([
    ['another category, and the kind that it has', { category: 'sent' }, {}, true],
    ['another category of a wider place', { category: 'sent', place: russia }, {}, true],
    ['no category', { category: null }, {}, true],
    ['another kind', { kind: 'plan' }, {}, true],
    ['another place', { place: 'Belgorod region' }, {}, true],
    ['another time', { said: '2023' }, {}, true],
    ['another category and another time', { category: 'sent', said: '2023' }, {}, false],
    ['another subject', { subject: 'Russian soldiers' }, {}, false],
    ['another unit', { unit: 'brigades' }, {}, false],
    ['no figure', { quantity: 'dozens' }, {}, false],
    ['a contradiction', { quantity: '9,000' }, {}, false],
    ['a part', { place: russia }, {}, false],
  ])('%s', (_, one, other, expected) => {
    expect(isAlike(figure(one), figure(other), basis)).toBe(expected)
  })
})

const some = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values)
const part = some(null, null, 1, 5, 9)
const date = some(null, '2024', '2024-11', '2024-11-05', '2024-11~', '2025?', '2024-10/..')
const anyFigure: fc.Arbitrary<Comparable> = fc
  .record({
    subject: some(null, 'DPRK soldiers', 'DPRK troops', 'tanks'),
    unit: some(null, 'soldiers', 'tanks'),
    category: some(null, ...measureCategories),
    kind: some(null, null, null, ...measureKinds),
    low: part,
    high: part,
    best: part,
    qualifier: some(...qualifiers),
    place: some(null, russia, 'Kursk region', 'Front line', 'Border area'),
    asOf: date,
    said: date,
    claimant: some(null, 1, 2),
    ref: some('C1', 'C2'),
  })
  .map((fields) => figure(fields))
