import { describe, expect, it } from 'vitest'
import { FigureOptions } from './data.ts'
import { hatchPath } from './numbers-marks.ts'
import { numbersFigure } from './numbers.ts'
import { textWidth } from './text-width.ts'
import { frame, markNodes, measure, measures, tagged } from './test-data.ts'

const options = FigureOptions.parse({})
const draw = (...given: Parameters<typeof measures>): ReturnType<typeof numbersFigure> =>
  numbersFigure(measures(...given), options, frame)
const texts = (figure: ReturnType<typeof draw>): string =>
  tagged(figure, 'text')
    .concat(tagged(figure, 'tspan'))
    .flatMap(({ children }) => children)
    .join('\n')

describe('who claimed what number when', () => {
  it('puts later to the right and more above', () => {
    const figure = draw([
      measure(1, { best: 8000, said: '2024-10-31' }),
      measure(2, { best: 11000, said: '2024-11-20' }),
    ])
    const [first, second] = figure.marks
    expect(first && second && first.x < second.x && first.y > second.y).toBe(true)
    expect(figure.marks.map(({ record }) => record)).toEqual([
      { kind: 'claim', id: measure(1).claimId },
      { kind: 'claim', id: measure(2).claimId },
    ])
  })

  it('draws hatching from 90 to 110 % of an “about”, a bar between bounds, an arrow at an open side', () => {
    const figure = draw([
      measure(1, { best: 10_000, qualifier: 'about', said: '2024-10-01' }),
      measure(2, { low: 9000, high: 11_000, qualifier: 'between', said: '2024-10-20' }),
      measure(3, { low: 9000, qualifier: 'at least', said: '2024-11-10' }),
      measure(4, { high: 11_000, qualifier: 'up to', said: '2024-12-01' }),
    ])
    const rects = (at: number): { top: number; bottom: number; fill: string }[] =>
      markNodes(figure, measure(at).id)
        .filter(({ tag }) => tag === 'rect')
        .map(({ attributes: { y, height, fill } }) => ({
          top: Number(y),
          bottom: Number(y) + Number(height),
          fill: String(fill),
        }))
    const [hatch] = rects(1)
    const [bar] = rects(2)
    expect(hatch?.fill).toBe('none')
    expect(bar?.fill).toMatch(/^#/)
    // Both reach from 9,000 to 11,000, which are also where the bounds of the open ones stand.
    expect(hatch).toMatchObject({ top: bar?.top, bottom: bar?.bottom })
    expect(figure.marks[2]?.y).toBeCloseTo(bar?.bottom ?? 0, 1)
    expect(figure.marks[3]?.y).toBeCloseTo(bar?.top ?? 0, 1)
    const shaft = (at: number): number[] =>
      markNodes(figure, measure(at).id)
        .filter(
          ({ tag, attributes }) =>
            tag === 'line' && attributes['x1'] === attributes['x2'] && attributes['stroke'] === undefined,
        )
        .map(({ attributes }) => Number(attributes['y2']) - Number(attributes['y1']))
    expect(shaft(3).some((length) => length < -10)).toBe(true)
    expect(shaft(4).some((length) => length > 10)).toBe(true)
  })

  it('hatches a box from edge to edge, with lines of two kinds', () => {
    const box = { x: 10, y: 20, width: 14, height: 9 }
    for (const isRising of [true, false]) {
      const lines = [...hatchPath(box, isRising).matchAll(/M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)/g)]
      expect(lines.length).toBeGreaterThan(2)
      for (const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] of lines.map((line) => line.slice(1).map(Number))) {
        expect(x2 - x1).toBeCloseTo(isRising ? y1 - y2 : y2 - y1, 1)
        for (const [x, y] of [
          [x1, y1],
          [x2, y2],
        ] as const) {
          expect([x, y].every(Number.isFinite) && x >= 10 && x <= 24 && y >= 20 && y <= 29).toBe(true)
          // A line goes on up to an edge.
          expect(x === 10 || x === 24 || y === 20 || y === 29).toBe(true)
        }
      }
    }
  })

  it('says that its axis is logarithmic where the span needs it, and only then', () => {
    expect(texts(draw([measure(1, { best: 10 }), measure(2, { best: 9000 })]))).toContain('logarithmic axis')
    expect(texts(draw([measure(1, { best: 8000 }), measure(2, { best: 9000 })]))).not.toContain('logarithmic')
  })

  it('keeps categories in bands of their own, by name, and units apart', () => {
    const figure = draw([
      measure(1, { best: 10, category: 'sent' }),
      measure(2, { best: 10, category: 'killed' }),
      measure(3, { best: 10, category: 'sent', unit: 'brigades' }),
    ])
    for (const name of ['sent · soldiers', 'killed · soldiers', 'sent · brigades'])
      expect(texts(figure)).toContain(name)
  })

  it('gives each origin a colour and a shape, whoever the claimant is', () => {
    const origin = { key: 'briefing', name: 'One briefing' }
    const figure = draw([
      measure(1, { best: 1, claimant: 'A', origin }),
      measure(2, { best: 2, claimant: 'B', origin }),
      measure(3, { best: 3, claimant: 'C' }),
    ])
    const colours = [1, 2, 3].map(
      (at) => markNodes(figure, measure(at).id).findLast(({ tag }) => tag === 'path')?.attributes['fill'],
    )
    expect(colours[0]).toBe(colours[1])
    expect(colours[2]).not.toBe(colours[0])
    expect(texts(figure)).toContain('One briefing 2')
  })

  it('draws a line between two that contradict, and none to what is not drawn', () => {
    const two = [measure(1, { best: 8000 }), measure(2, { best: 11_000 })]
    expect(texts(draw(two, [[1, 2]]))).toContain('≠')
    expect(texts(draw(two, [[1, 9]]))).not.toContain('≠')
  })

  it('lets its grid lines pass no title of a band', () => {
    const figure = draw([measure(1, { best: 10, category: 'sent' }), measure(2, { best: 10, category: 'killed' })])
    const titles = tagged(figure, 'text').filter(({ children }) => children.some((child) => typeof child !== 'string'))
    const upright = tagged(figure, 'line').filter(({ attributes: { x1, x2 } }) => x1 === x2)
    expect([titles.length, upright.length > 4]).toEqual([2, true])
    for (const { attributes: title } of titles)
      for (const { attributes: line } of upright)
        expect(Number(line['y1']) > Number(title['y']) || Number(line['y2']) < Number(title['y']) - 12).toBe(true)
  })

  it('explains the signs that are drawn, and no others', () => {
    const said = '2024-11-05T14:30'
    const key = (...given: Parameters<typeof measures>): string | undefined =>
      texts(draw(...given))
        .split('\n')
        .find((line) => /^(Hatched|Dotted|Line|Arrow|≠ contra)/.test(line))
    expect(key([measure(1, { best: 8000, said })])).toBeUndefined()
    expect(key([measure(1, { best: 8000, said, qualifier: 'about' })])).toBe(
      'Hatched: the case’s tolerance for “about” (±10 %)',
    )
    expect(key([measure(1, { best: 8000 }), measure(2, { low: 9000, said: '2024-10~' })], [[1, 2]])).toBe(
      'Dotted: when it may have been said · arrow: open side · ≠ contradicts',
    )
    expect(key([])).toBeUndefined()
  })

  it('puts “≠” on a disc of the paper, and no label on it, on a line, an arrow or a bar', () => {
    const figure = draw(
      [
        measure(1, { low: 8000, said: '2024-11-05', qualifier: 'at least' }),
        measure(2, { best: 9000, said: '2024-11-20', qualifier: 'about' }),
        measure(3, { low: 7800, high: 8600, said: '2024-11-12' }),
        measure(4, { best: 8100, said: '2024-11-06' }),
      ],
      [[1, 2]],
    )
    const [disc] = tagged(figure, 'circle')
    expect(disc?.attributes).toMatchObject({ fill: frame.theme.paper, r: 9 })
    const labels = tagged(figure, 'text').filter(
      ({ attributes }) => attributes['font-size'] === 11 && 'stroke' in attributes,
    )
    const boxes = labels
      .filter(({ children }) => /^C\d/.test(String(children[0])))
      .map(({ attributes: { x, y, 'text-anchor': anchor }, children }) => {
        const width = textWidth(String(children[0]), 11)
        const left = Number(x) - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0)
        return { left, right: left + width, top: Number(y) - 9, bottom: Number(y) + 2 }
      })
    expect(boxes).toHaveLength(4)
    const [from, to] = [figure.marks[0], figure.marks[3]]
    if (!from || !to) throw new Error('The marks are not drawn')
    const onLine = Array.from({ length: 101 }, (_, at) => ({
      x: from.x + ((to.x - from.x) * at) / 100,
      y: from.y + ((to.y - from.y) * at) / 100,
    }))
    const onArrow = Array.from({ length: 26 }, (_, at) => ({ x: from.x, y: from.y - at }))
    const onBar = markNodes(figure, measure(3).id)
      .filter(({ tag }) => tag === 'rect')
      .flatMap(({ attributes: { x, y, width, height } }) =>
        [0, 0.5, 1].map((share) => ({ x: Number(x) + Number(width) * share, y: Number(y) + Number(height) * share })),
      )
    const disced = { x: Number(disc?.attributes['cx']), y: Number(disc?.attributes['cy']) }
    for (const { x, y } of [...onLine, ...onArrow, ...onBar, disced])
      for (const { left, right, top, bottom } of boxes)
        expect(x > left && x < right && y > top && y < bottom).toBe(false)
  })

  it('lets no two labels meet, and says how many have no room', () => {
    const many = Array.from({ length: 120 }, (_, at) =>
      measure(at, { best: 1000 + ((at * 37) % 100), said: `2024-11-${String(1 + (at % 28)).padStart(2, '0')}` }),
    )
    const figure = draw(many)
    const boxes = tagged(figure, 'text')
      .filter(({ attributes, children }) => attributes['paint-order'] === 'stroke' && /^C\d/.test(String(children[0])))
      .map(({ attributes: { x, y, 'text-anchor': anchor }, children }) => {
        const width = textWidth(String(children[0]), 11)
        const left = Number(x) - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0)
        return { left, right: left + width, y: Number(y) }
      })
    expect(boxes.length).toBeGreaterThan(3)
    for (const [at, a] of boxes.entries())
      for (const b of boxes.slice(at + 1))
        expect(Math.abs(a.y - b.y) >= 11 || a.right <= b.left || b.right <= a.left).toBe(true)
    expect(figure.notes.join()).toMatch(/\d+ of 120 have no room for a label/)
    expect(figure.marks).toHaveLength(120)
  })

  it('leaves out what has no date or no figure, says so, and keeps it in the table', () => {
    const figure = draw([
      measure(1, { best: 5 }),
      measure(2, { best: 6, said: null }),
      measure(3, { qualifier: 'dozens' }),
    ])
    expect(figure.marks).toHaveLength(1)
    expect(figure.table.rows).toHaveLength(3)
    expect(figure.notes).toContain(
      'In the table only: 1 number without a date, 1 without a figure (dozens, unspecified …).',
    )
  })

  it('says what to do about what is beyond its limit', () => {
    const data = { ...measures([measure(1, { best: 5 })]), counts: { records: 40_000, usable: 3000, withheld: 2 } }
    expect(numbersFigure(data, options, frame).notes).toEqual([
      'The first 1 of 3,000 numbers are drawn. Narrow the filter of the list to see the others.',
      '2 claims above the label of this report left out.',
    ])
  })
})
