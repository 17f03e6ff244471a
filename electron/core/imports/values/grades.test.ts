import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  credibilities,
  credibilityScale,
  reliabilities,
  reliabilityScale,
  tlpLabels,
} from '../../../../shared/scales.ts'
import { readAxis, readGrade, readTlp } from './grades.ts'

const inShort = (text: string): string | null | undefined => {
  const grade = readGrade(text)
  return grade && `${grade.reliability ?? '·'}${grade.credibility ?? '·'}${grade.isFromG ? ' from G' : ''}`
}

describe('readGrade', () => {
  it.each([
    ['B2', 'B2'],
    ['b-2', 'B2'],
    ['B/2', 'B2'],
    ['B 2', 'B2'],
    ['B / 2', 'B2'],
    [' f6 ', 'F6'],
    ['A', 'A·'],
    ['3', '·3'],
    ['G', 'E· from G'],
    ['G4', 'E4 from G'],
    ['А1', 'A1'],
    ['usually reliable', 'B·'],
    ['Probably True', '·2'],
    ['usually reliable / probably true', 'B2'],
    ['not usually reliable, doubtful', 'D4'],
    ['B2 (usually reliable, probably true)', 'B2'],
    ['B – usually reliable', 'B·'],
    ['B: usually reliable; 2: probably true', 'B2'],
    ['reliability cannot be judged / truth cannot be judged', 'F6'],
    ['cannot be judged / cannot be judged', 'F6'],
    ['обычно надёжный / вероятно правда', 'B2'],
    ['зазвичай надійний, ймовірно правда', 'B2'],
    ['대체로 신뢰할 수 있음 / 아마도 사실', 'B2'],
    ['n/a', null],
    ['-', null],
    ['not graded', null],
    ['없음', null],
    ['H2', undefined],
    ['B7', undefined],
    ['22', undefined],
    ['2B', undefined],
    ['В2', undefined],
    ['good', undefined],
    ['B2 (fairly reliable)', undefined],
    ['B2 / C3', undefined],
    ['reliable source says so', undefined],
  ])('reads %s as %s', (text, grade) => {
    expect(inShort(text)).toBe(grade)
  })

  it('reads every grade in code and in words', () => {
    const grade = fc.tuple(fc.constantFrom(...reliabilities), fc.constantFrom(...credibilities))
    fc.assert(
      fc.property(grade, fc.constantFrom('', '-', '/', ' ', ' / '), fc.boolean(), ([a, b], between, isLower) => {
        const written = a + between + b
        expect(inShort(isLower ? written.toLowerCase() : written)).toBe(a + b)
        expect(inShort(`${reliabilityScale[a]} / ${credibilityScale[b]}`)).toBe(a + b)
        expect(readAxis('reliability', reliabilityScale[a])).toBe(a)
        expect(readAxis('credibility', credibilityScale[b])).toBe(b)
      }),
    )
  })
})

it.each([
  ['reliability', 'b', 'B'],
  ['reliability', 'B – usually reliable', 'B'],
  ['reliability', 'cannot be judged', 'F'],
  ['credibility', 'cannot be judged', '6'],
  ['credibility', '2', '2'],
  ['credibility', 'n/a', null],
  ['reliability', '2', undefined],
  ['reliability', 'B2', undefined],
  ['credibility', 'confirmed', '1'],
] as const)('reads for the %s the cell %s', (axis, text, grade) => {
  expect(readAxis(axis, text)).toBe(grade)
})

it.each<[string, string | null | undefined]>([
  ...tlpLabels.map((label): [string, string] => [label, label]),
  ...tlpLabels.map((label): [string, string] => [`TLP:${label}`, label]),
  ...tlpLabels.map((label): [string, string] => [`tlp-${label.toLowerCase().replace('+', ' ')}`, label]),
  ['TLP: AMBER + STRICT', 'AMBER+STRICT'],
  ['amber strict', 'AMBER+STRICT'],
  ['TLP WHITE', 'CLEAR'],
  ['зелёный', 'GREEN'],
  ['червоний', 'RED'],
  ['', null],
  ['n/a', null],
  ['purple', undefined],
])('reads the TLP label %s as %s', (text, label) => {
  expect(readTlp(text)).toBe(label)
})
