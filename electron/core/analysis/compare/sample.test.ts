import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import type { MeasureCategory, Qualifier } from '../../../../shared/vocabulary.ts'
import type { Comparable } from './comparable.ts'
import { compare, isAlike, type Comparison } from './compare.ts'
import { alikeOf, pairs } from './pairs.ts'
import { basis } from './test-figures.ts'

type Row = Readonly<Record<string, string>>
const file = new URL('../../../../resources/sample/partnership-claims.csv', import.meta.url)
const rows: Row[] = parse(readFileSync(file), { columns: true, bom: true })
const claimants = [...new Set(rows.map((row) => row['claimant']))]

const orNull = (cell: string | undefined): string | null => cell || null
const numberOf = (cell: string | undefined): number | null => (cell ? Number(cell) : null)

const figures = new Map<string, Comparable>(
  rows.flatMap((row, at) => (row['measure_subject'] ? [[row['ref'] ?? '', figureOf(row, at)] as const] : [])),
)

function figureOf(row: Row, at: number): Comparable {
  return {
    measure: at,
    claim: at,
    ref: row['ref'] ?? '',
    subject: orNull(row['measure_subject']),
    unit: orNull(row['measure_unit']),
    category: orNull(row['measure_category']) as MeasureCategory | null,
    kind: null,
    low: numberOf(row['measure_low']),
    high: numberOf(row['measure_high']),
    best: numberOf(row['measure_best']),
    qualifier: row['measure_qualifier'] as Qualifier,
    place: orNull(row['place']),
    asOf: orNull(row['said']),
    said: orNull(row['said']),
    published: orNull(row['published']),
    claimant: claimants.indexOf(row['claimant']),
  }
}

function claim(ref: string): Comparable {
  const found = figures.get(ref)
  if (!found) throw new Error(`The sample has no figure of ${ref}`)
  return found
}

const held = (one: string, other: string): Comparison => compare(claim(one), claim(other), basis)

describe('the sample', () => {
  it('has figures in C06 to C12 but for C09', () => {
    expect([...figures.keys()]).toEqual(['C06', 'C07', 'C08', 'C10', 'C11', 'C12'])
  })

  it('contradicts in C08 and C10, and nowhere else', () => {
    expect([...pairs(figures.values(), basis)].map(({ rule, from, to }) => [rule, from.ref, to.ref])).toEqual([
      ['figures apart', 'C08', 'C10'],
    ])
    expect(held('C08', 'C10')).toMatchObject({
      reason:
        '8,000 and about 11,000 soldiers present in Kursk region at the same time: intervals 8,000 and 9,900–12,100 do not meet',
    })
  })

  it('does not compare C07 and C11, which look alike', () => {
    expect(held('C07', 'C11')).toEqual({
      outcome: 'not comparable',
      obstacle: 'category',
      obstacles: ['category'],
      reason: 'about 10,000 soldiers present and 10,000 sent do not compare: present and sent are different categories',
    })
    expect(isAlike(claim('C07'), claim('C11'), basis)).toBe(true)
    expect([...alikeOf(claim('C11'), figures.values(), basis)].map(({ ref }) => ref)).toEqual(['C07', 'C08', 'C10'])
  })

  it('explains C08 and C10 as parts of C07', () => {
    expect(held('C08', 'C07')).toEqual({
      outcome: 'part of',
      part: claim('C08'),
      whole: claim('C07'),
      reason: '8,000 in Kursk region is part of about 10,000 in Russia: Kursk region lies in Russia',
    })
    expect(held('C10', 'C07')).toMatchObject({ outcome: 'part of', part: claim('C10') })
  })

  it.each([
    ['C06', 'C08', ['time', 'figure']],
    ['C06', 'C11', ['category', 'time', 'figure']],
    ['C12', 'C10', ['scope', 'figure']],
  ])('%s and %s: %j stands between', (one, other, obstacles) => {
    expect(held(one, other)).toMatchObject({ outcome: 'not comparable', obstacles })
  })
})
