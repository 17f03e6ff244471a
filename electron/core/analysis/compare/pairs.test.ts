import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compare } from './compare.ts'
import type { Comparable } from './comparable.ts'
import { alikeOf, pairs, pairsOf, revisionsOf, type Pair } from './pairs.ts'
import { basis, figure, type Given } from './test-figures.ts'
import { plainDays } from './time.ts'

const told = ({ rule, from, to }: Pair): string => `${from.ref} ${rule} ${to.ref}`
const tell = (found: Iterable<Pair>): string[] => [...found].map(told).sort()
const group = (...figures: readonly Given[]): Comparable[] =>
  figures.map((given, at) => figure({ ref: String.fromCharCode(65 + at), ...given }))
const all = (figures: readonly Comparable[]): string[] => tell(pairs(figures, basis))

const said = (claimant: number, on: string, quantity: string): Given => ({ claimant, said: on, quantity })

describe('pairs of a group', () => {
  it.each<readonly [string, readonly Given[], readonly string[]]>([
    [
      'contradictions over categories and places',
      [
        { quantity: '8,000' },
        { quantity: '9,000', said: '2024-11-02~' },
        { quantity: '8,500', place: 'Russia' },
        { quantity: '10,000', category: 'in combat' },
        { quantity: '8,000', said: '2023' },
      ],
      [
        'A figures apart B',
        'A part above whole D',
        'C part above whole B',
        'C part above whole D',
        'D part above whole B',
      ],
    ],
    [
      'totals of earlier days, however long ago',
      [
        { category: 'killed', quantity: '300', said: '2023-01' },
        { category: 'killed', quantity: '500', said: '2023-05' },
        { category: 'killed', quantity: '400', said: '2024' },
        { category: 'casualties', quantity: '450', said: '2025-03' },
      ],
      ['B part above whole D', 'B total falls C'],
    ],
    [
      'totals that touch with an open end',
      [
        { category: 'killed', quantity: 'more than 400', said: '2023' },
        { category: 'killed', quantity: '400', said: '2024' },
      ],
      ['A total falls B'],
    ],
    [
      'revisions of revisions: a chain',
      [said(1, '2024-01', '100'), said(1, '2024-02', '200'), said(1, '2024-03', '300'), said(1, '2024-04', '200')],
      ['B later figure A', 'C later figure B', 'D later figure C'],
    ],
    [
      'the same figure again is told once',
      [said(1, '2024-01', '100'), said(1, '2024-02', '100'), said(1, '2024-03', '300'), said(1, '2024-04', '300')],
      ['C later figure B'],
    ],
    [
      'a vague figure in between hides no change',
      [said(1, '2024-01', '100'), said(1, '2024-02', 'at least 50'), said(1, '2024-03', '300')],
      ['C later figure A'],
    ],
    [
      'two of one day: both are revised, and they contradict',
      [said(1, '2024-01-05', '100'), said(1, '2024-01-05', '200'), said(1, '2024-03', '300')],
      ['A figures apart B', 'C later figure A', 'C later figure B'],
    ],
    [
      'claimants apart',
      [said(1, '2024-01', '100'), said(2, '2024-02', '200'), said(1, '2024-03', '300')],
      ['C later figure A'],
    ],
    [
      'places apart',
      [said(1, '2024-01', '100'), { ...said(1, '2024-02', '200'), place: 'Russia' }, said(1, '2024-03', '300')],
      ['C later figure A'],
    ],
    [
      'one that goes with only one of the two is no step',
      [
        said(1, '2024-01', '100'),
        { ...said(1, '2024-02', '200'), unit: 'tanks' },
        { ...said(1, '2024-03', '300'), unit: null },
      ],
      ['C later figure A', 'C later figure B'],
    ],
    [
      'a look back is no step',
      [said(1, '2024-01', '100'), { ...said(1, '2024-02', '50'), asOf: '2023' }, said(1, '2024-03', '300')],
      ['C later figure A', 'C later figure B'],
    ],
    [
      'said when, nobody knows, while the days are',
      [
        { ...said(1, '2024-01', '100'), asOf: '2024' },
        { claimant: 1, said: null, asOf: '2024', quantity: '200' },
      ],
      ['A figures apart B'],
    ],
    ['two measures of one claim', [{ claim: 1 }, { claim: 1, quantity: '9,000' }], []],
    ['what cannot compare', [{ quantity: 'dozens' }, { category: null }, { said: null }, { subject: null }], []],
    ['nothing', [], []],
  ])('%s', (_, given, expected) => {
    expect(all(group(...given))).toEqual(expected)
  })

  it('part and join when a claim is put in between', () => {
    const [first, middle, last] = group(said(1, '2024-01', '100'), said(1, '2024-02', '200'), said(1, '2024-03', '300'))
    if (!first || !middle || !last) throw new Error('three figures were made')
    expect(all([first, last])).toEqual(['C later figure A'])
    expect(tell(pairsOf(middle, [first, last, middle], basis))).toEqual(['B later figure A', 'C later figure B'])
    expect(tell(revisionsOf(1, [first, last, middle], basis))).toEqual(['B later figure A', 'C later figure B'])
  })

  it('lists what looks alike and does not compare', () => {
    const [one, ...others] = group({}, { category: 'sent' }, { quantity: '9,000' }, { said: '2020' }, { unit: 'tanks' })
    if (!one) throw new Error('a figure was made')
    expect([...alikeOf(one, [one, ...others], basis)].map(({ ref }) => ref)).toEqual(['B', 'D'])
    expect([...alikeOf(one, [{ ...one, measure: 0, category: 'sent' }], basis)]).toEqual([])
  })
})

const some = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values)
const date = some('2024-11-01', '2024-11-02', '2024-11-09~', '2024-12', '2025~', '2023', '2024-10/..', '../2024')
const anyGiven: fc.Arbitrary<Given> = fc.record({
  category: some('present', 'in combat', 'killed', 'wounded', 'casualties', 'expected', 'sent'),
  kind: some(null, null, null, 'flow', 'stock'),
  quantity: some('1', '3', 'about 5', 'more than 3', 'at least 5', 'up to 4', 'less than 3', '2–3', 'dozens'),
  unit: some(null, 'soldiers', 'tanks'),
  place: some(null, 'Russia', 'Kursk region', 'Курская область', 'Sudzha', 'Front line', 'Border area'),
  asOf: date,
  said: fc.option(date),
  claimant: some(null, 1, 2),
})
const anyGroup = fc
  .array(anyGiven, { maxLength: 14 })
  .map((all) => all.map((given, at) => figure({ ...given, ref: `C${at}`, claim: at % 11 })))
const runs = (seed: number) => ({ seed, numRuns: 400 })

describe('any group', () => {
  it('has the contradictions that holding all against all finds', () => {
    fc.assert(
      fc.property(anyGroup, (figures) => {
        const found = figures.flatMap((one, at) =>
          figures.slice(at + 1).flatMap((other) => {
            const comparison = compare(one, other, basis)
            if (one.claim === other.claim || comparison.outcome !== 'contradicts') return []
            return [[comparison.rule, ...[one.ref, other.ref].sort()].join(' ')]
          }),
        )
        const swept = [...pairs(figures, basis)]
          .filter(({ rule }) => rule !== 'later figure')
          .map(({ rule, from, to }) => [rule, ...[from.ref, to.ref].sort()].join(' '))
        expect(swept.sort()).toEqual(found.sort())
      }),
      runs(1),
    )
  })

  it('has the pairs of its members, each once, in whatever order they come', () => {
    const shuffled = anyGroup.chain((figures) =>
      fc.tuple(fc.constant(figures), fc.shuffledSubarray(figures, { minLength: figures.length })),
    )
    fc.assert(
      fc.property(shuffled, ([figures, others]) => {
        const found = all(figures)
        expect(all(others)).toEqual(found)
        expect(new Set(found).size).toBe(found.length)
        const ofMembers = others.flatMap((one) => [...pairsOf(one, figures, basis)].map(told))
        expect([...new Set(ofMembers)].sort()).toEqual(found)
        expect(ofMembers).toHaveLength(2 * found.length)
      }),
      runs(2),
    )
  })

  it('does not depend on row numbers', () => {
    fc.assert(
      fc.property(anyGroup, (figures) => {
        const renumbered = figures.map((of) => ({ ...of, measure: -of.measure, claim: 100 - of.claim }))
        expect(all(renumbered)).toEqual(all(figures))
      }),
      runs(3),
    )
  })

  it('links a revision, or one in between tells the change', () => {
    const revises = (later: Comparable, earlier: Comparable): boolean => {
      const comparison = compare(later, earlier, basis)
      return comparison.outcome === 'revises' && comparison.later === later && later.claim !== earlier.claim
    }
    const isBefore = (one: Comparable, other: Comparable): boolean => {
      const [a, b] = [one, other].map(({ said }) => (said === null ? null : plainDays(said)))
      return !!a && !!b && a.to < b.from
    }
    fc.assert(
      fc.property(anyGroup, (figures) => {
        const links = new Set(all(figures))
        for (const later of figures) {
          for (const earlier of figures) {
            const link = `${later.ref} later figure ${earlier.ref}`
            if (!revises(later, earlier)) {
              expect(links).not.toContain(link)
              continue
            }
            const isToldBetween = figures.some(
              (between) =>
                between.claimant === later.claimant &&
                isBefore(earlier, between) &&
                isBefore(between, later) &&
                (revises(later, between) || revises(between, earlier)),
            )
            expect(links.has(link) || isToldBetween).toBe(true)
          }
        }
      }),
      runs(4),
    )
  })

  it('comes after an edit from before, the pairs of what was edited and the revisions of its claimant', () => {
    fc.assert(
      fc.property(anyGroup, anyGiven, (figures, given) => {
        const edited = figure({ ...given, ref: 'new', claim: 99 })
        const after = [...figures, edited]
        const ofClaimant = (of: readonly Comparable[]): string[] =>
          edited.claimant === null ? [] : tell(revisionsOf(edited.claimant, of, basis))
        const stale = new Set(ofClaimant(figures))
        const kept = all(figures).filter((pair) => !stale.has(pair))
        const found = [...kept, ...tell(pairsOf(edited, after, basis)), ...ofClaimant(after)]
        expect([...new Set(found)].sort()).toEqual(all(after))
      }),
      runs(5),
    )
  })
})
