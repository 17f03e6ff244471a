import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LineComparison, Piece, ReportLine } from '../../../../shared/versions.ts'
import { compareLines } from './compare-lines.ts'

const line = (text: string, role: ReportLine['role'] = 'text'): ReportLine => ({ role, text })
const words = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('')
const marked = (pieces: readonly Piece[]): string[] =>
  pieces.filter(({ isChanged }) => isChanged).map(({ text }) => text)
const verdicts = (lines: readonly LineComparison[]): string[] => lines.map(({ verdict }) => verdict)

describe('two versions of a text', () => {
  it('are told line by line, with the words that differ', () => {
    const [same, changed, gone, come] = compareLines(
      [line('Bottom line', 'heading'), line('About 10,000 soldiers are in Kursk.'), line('Nothing else is known.')],
      [line('Bottom line', 'heading'), line('About 12,000 soldiers are in Kursk.'), line('양국은 조약을 비준하였다')],
    )
    expect(same).toMatchObject({ role: 'heading', verdict: 'same' })
    expect(changed?.verdict).toBe('changed')
    expect([marked(changed?.before ?? []), marked(changed?.after ?? [])]).toEqual([['10'], ['12']])
    expect([gone?.verdict, words(gone?.before ?? []), gone?.after]).toEqual(['removed', 'Nothing else is known.', []])
    expect([come?.verdict, words(come?.after ?? []), come?.before]).toEqual(['added', '양국은 조약을 비준하였다', []])
  })

  it('take a row for the same by its first cell, and no row for a paragraph', () => {
    const [row] = compareLines(
      [line('C07 · Troops are there · B2', 'row')],
      [line('C07 · Кімчхек підтвердив · A1', 'row')],
    )
    expect(row?.verdict).toBe('changed')
    expect(verdicts(compareLines([line('one two three', 'row')], [line('one two three')])).sort()).toEqual([
      'added',
      'removed',
    ])
  })

  it('give both texts whole and in order, whatever they are', () => {
    const text = fc.array(fc.constantFrom('Kursk', 'Курск', '쿠르스크', '10,000', 'and', '·', ' '), {
      minLength: 1,
      maxLength: 6,
    })
    const lines = fc.array(
      fc.record({
        role: fc.constantFrom('heading' as const, 'text' as const, 'row' as const, 'note' as const),
        text: text.map((parts) => parts.join(' ')),
      }),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const compared = compareLines(before, after)
        const side = (which: 'before' | 'after'): string[] =>
          compared.filter((one) => one[which].length > 0).map((one) => words(one[which]))
        expect(side('before')).toEqual(before.map((one) => one.text))
        expect(side('after')).toEqual(after.map((one) => one.text))
        for (const { verdict, before: then, after: now } of compared)
          expect(verdict === 'same').toBe(words(then) === words(now) && then.length > 0 && now.length > 0)
      }),
      { numRuns: 200, seed: 20241104 },
    )
  })

  it('that have nothing in common are told as well', () => {
    const many = (word: string): ReportLine[] => Array.from({ length: 4000 }, (_, index) => line(`${word} ${index}`))
    const compared = compareLines(many('one'), many('other'))
    expect(compared).toHaveLength(8000)
    expect(new Set(verdicts(compared))).toEqual(new Set(['removed', 'added']))
  })
})
