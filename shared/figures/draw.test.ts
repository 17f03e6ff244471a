import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { qualifiers, measureCategories, placePrecisions } from '../vocabulary.ts'
import type { FigureData, FigureOptionsInput } from './data.ts'
import { drawFigure } from './draw.ts'
import type { Figure } from './figure.ts'
import { nodesOf } from './node.ts'
import { svgFile } from './svg.ts'
import { coordinates, frame, item, mapOf, measure, measures, outlines, tagged, timeline } from './test-data.ts'
import { fit, textWidth, wrap } from './text-width.ts'

const dates = fc.constantFrom(
  '2024-11-05',
  '2024-11~',
  '2024?',
  '2024-10/..',
  '../2024-12',
  '1950',
  '0101',
  '9998-12',
  '2024-11-05T14:30',
  '2024-21',
  '2024-11-05T14:30/2024-11-05T15:00',
  null,
  '-0044',
)
const words = fc.constantFrom('Russia', '북한군', 'Минобороны', 'x'.repeat(300), 'a & <b> "c"', '', '\u0000\ud800', 'é́')
const figures = fc.option(fc.oneof(fc.integer({ min: 0, max: 1e9 }), fc.constantFrom(0, 0.001, 1e-9, 1e15)), {
  nil: null,
})

const measureArbitrary = fc.record({
  best: figures,
  bounds: fc.tuple(figures, figures),
  qualifier: fc.constantFrom(...qualifiers),
  category: fc.option(fc.constantFrom(...measureCategories), { nil: null }),
  said: dates,
  claimant: fc.option(words, { nil: null }),
  place: fc.option(words, { nil: null }),
})

const dataArbitrary: fc.Arbitrary<FigureData> = fc.oneof(
  fc
    .tuple(fc.constantFrom('numbers' as const, 'matrix' as const), fc.array(measureArbitrary, { maxLength: 40 }))
    .map(([figure, list]) => ({
      ...measures(
        list.map(({ bounds: [a, b], ...given }, at) => {
          const [low, high] = a !== null && b !== null && a > b ? [b, a] : [a, b]
          return measure(at, { ...given, low, high })
        }),
        list.length > 2 ? [[0, 1]] : [],
      ),
      figure,
    })),
  fc
    .array(
      fc.record({
        when: dates,
        title: words,
        actors: fc.array(words, { maxLength: 3 }),
        kind: fc.constantFrom('claim' as const, 'event' as const),
      }),
      { maxLength: 60 },
    )
    .map((list) => timeline(list.map((given, at) => item(at, given)))),
  fc
    .array(
      fc.record({
        name: fc.option(words, { nil: null }),
        latitude: fc.double({ min: -90, max: 90, noNaN: true }),
        longitude: fc.double({ min: -180, max: 180, noNaN: true }),
        precision: fc.option(fc.constantFrom(...placePrecisions), { nil: null }),
        count: fc.integer({ min: 1, max: 5000 }),
      }),
      { maxLength: 12 },
    )
    .map(mapOf),
)
const optionsArbitrary: fc.Arbitrary<FigureOptionsInput> = fc.record({
  bands: fc.constantFrom('category', 'subject', 'place'),
  scale: fc.constantFrom('auto', 'linear', 'log'),
  lanes: fc.constantFrom('actor', 'topic', 'place'),
  period: fc.constantFrom('all', 'year', 'month'),
})

/** What is cut off at the plot may reach beyond it. */
const clipped = (figure: Figure): Set<unknown> =>
  new Set(
    tagged(figure, 'g')
      .filter(({ attributes }) => 'clip-path' in attributes)
      .flatMap(({ children }) => [...nodesOf(children)]),
  )

describe('any picture', () => {
  it('holds real numbers only, stays in its frame, and is the same each time', () => {
    fc.assert(
      fc.property(dataArbitrary, optionsArbitrary, fc.constantFrom(300, 900, 1900), (data, options, width) => {
        const draw = (): Figure => drawFigure(data, options, { ...frame, width }, outlines)
        const figure = draw()
        const text = svgFile(figure, frame.theme)
        expect(text).not.toMatch(/NaN|Infinity|undefined|null/)
        expect(svgFile(draw(), frame.theme)).toBe(text)
        const inside = clipped(figure)
        for (const node of nodesOf(figure.body)) {
          if (inside.has(node)) continue
          for (const [axis, value] of coordinates(node)) {
            const most = axis === 'x' ? figure.width : figure.height
            expect({ node, axis, value, isIn: value >= -1 && value <= most + 1 }).toMatchObject({ isIn: true })
          }
        }
        for (const { x, y } of figure.marks)
          expect(x >= 0 && x <= figure.width && y >= 0 && y <= figure.height).toBe(true)
        expect(new Set(figure.marks.map(({ id }) => id)).size).toBe(figure.marks.length)
      }),
      { numRuns: 150, seed: 20_241_105 },
    )
  })

  it('is XML that holds hostile texts as texts', () => {
    const figure = drawFigure(measures([measure(1, { best: 5, claimant: '<script>"&\u0001' })]), {}, frame, null)
    const text = svgFile(figure, frame.theme)
    expect(text).toContain('&lt;script&gt;&quot;&amp;\ufffd')
    expect(text).not.toContain('<script')
  })
})

describe('texts in pictures', () => {
  it('are cut to their width, never within a letter', () => {
    for (const text of ['Министерство обороны', '국방부 대변인이 말했다', 'Ministry of Defence', '👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦']) {
      const cut = fit(text, 60, 12)
      expect(textWidth(cut, 12)).toBeLessThanOrEqual(60)
      expect(cut === '' || text.startsWith(cut.slice(0, -1).trimEnd())).toBe(true)
    }
    expect(fit('short', 100, 12)).toBe('short')
  })

  it('are broken into lines that hold all of a text, or end with “…”', () => {
    expect(wrap('one two three', 40, 12, 5).join(' ')).toBe('one two three')
    expect(wrap('x'.repeat(300), 100, 12, 2).at(-1)).toMatch(/…$/)
  })
})
