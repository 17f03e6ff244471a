import { describe, expect, it } from 'vitest'
import type { Comparable } from './comparable.ts'
import type { EventRecord } from './events.ts'
import { eventInputs, figureInputs, type EventInput, type FigureInput } from './inputs.ts'
import { figure } from './test-figures.ts'

const input = (given: Partial<Comparable> = {}, ids: Partial<FigureInput> = {}): FigureInput => ({
  of: { ...figure({ quantity: 'about 8,000', claimant: 1, ref: 'C1' }), ...given },
  claimId: 'a',
  claimantId: 'p',
  ...ids,
})
const other: FigureInput = { of: figure({ quantity: '10,000', ref: 'C2' }), claimId: 'b', claimantId: null }
const digest = figureInputs(input(), other, 0.1)

describe('the digest of what a rule over figures looks at', () => {
  it('is a SHA-256 and the same whichever comes first', () => {
    expect(digest).toMatch(/^[0-9a-f]{64}$/)
    expect(figureInputs(other, input(), 0.1)).toBe(digest)
  })

  it.each<Partial<Comparable>>([
    { best: 8001 },
    { low: 7000 },
    { high: 9000 },
    { qualifier: 'exact' },
    { subject: 'tanks' },
    { unit: 'tanks' },
    { category: 'sent' },
    { kind: 'flow' },
    { place: 'Russia' },
    { asOf: '2024' },
    { said: '2024' },
    { subject: null },
  ])('changes with %j', (given) => {
    expect(figureInputs(input(given), other, 0.1)).not.toBe(digest)
  })

  it('changes with the claim, its claimant, the side that a value is on, and a tolerance that is used', () => {
    expect(figureInputs(input({}, { claimId: 'c' }), other, 0.1)).not.toBe(digest)
    expect(figureInputs(input({}, { claimantId: 'q' }), other, 0.1)).not.toBe(digest)
    const swapped = [input(other.of), { ...other, of: input().of }] as const
    expect(figureInputs(...swapped, 0.1)).not.toBe(digest)
    expect(figureInputs(input(), other, 0.2)).not.toBe(digest)
  })

  it.each<Partial<Comparable>>([
    { measure: 99 },
    { claim: 99 },
    { ref: 'C99' },
    { published: '1999' },
    { claimant: 99 },
  ])('does not change with %j', (given) => {
    expect(figureInputs(input(given), other, 0.1)).toBe(digest)
  })

  it('does not change with a tolerance that neither uses', () => {
    const exact = input({ qualifier: 'exact' })
    expect(figureInputs(exact, other, 0.2)).toBe(figureInputs(exact, other, 0.1))
  })
})

describe('the digest of what a rule over events looks at', () => {
  const record = (given: Partial<EventRecord> = {}, id = 'a'): EventInput => ({
    id,
    of: { ref: 'E1', when: '2024', place: 'Russia', latitude: 1, longitude: 2, precision: 'exact', ...given },
  })
  const digest = eventInputs(record(), record({ when: '2023' }, 'b'))

  it.each<Partial<EventRecord>>([
    { when: '2025' },
    { place: null },
    { latitude: 3 },
    { longitude: 3 },
    { precision: 'region' },
  ])('changes with %j', (given) => {
    expect(eventInputs(record(given), record({ when: '2023' }, 'b'))).not.toBe(digest)
  })

  it('does not change with the ref or the order, but with the record', () => {
    expect(eventInputs(record({ when: '2023' }, 'b'), record({ ref: 'E9' }))).toBe(digest)
    expect(eventInputs(record({}, 'c'), record({ when: '2023' }, 'b'))).not.toBe(digest)
  })
})
