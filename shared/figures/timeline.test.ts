import { describe, expect, it } from 'vitest'
import { FigureOptions } from './data.ts'
import { frame, item, markNodes, tagged, timeline } from './test-data.ts'
import { textWidth } from './text-width.ts'
import { timelineFigure, timelineSpan, type TimeSpan } from './timeline.ts'

const options = FigureOptions.parse({})
const at = (iso: string): number => Date.parse(`${iso}Z`)
const year: TimeSpan = [at('2024-01-01T00:00'), at('2025-01-01T00:00')]
const ofItem = (one: ReturnType<typeof item>, span: TimeSpan = year): ReturnType<typeof markNodes> =>
  markNodes(timelineFigure(timeline([one]), options, frame, span), `${one.record.id}-0`)
const fills = (nodes: ReturnType<typeof markNodes>): string[] =>
  nodes.filter(({ tag }) => tag === 'rect').map(({ attributes }) => String(attributes['fill']))

describe('the timeline', () => {
  it('fades at both ends of an approximate date, by 15 days for a month', () => {
    const nodes = ofItem(item(1, { when: '2024-06~' }))
    expect(fills(nodes)).toEqual(['url(#f-event-from)', 'url(#f-event-to)', frame.theme.series[0]])
    const [before, after, bar] = nodes.filter(({ tag }) => tag === 'rect').map(({ attributes }) => attributes)
    const days = (bar: unknown): number => (Number(bar) / (frame.width - 172)) * 366
    expect(days(before?.['width'])).toBeCloseTo(15, 1)
    expect(days(bar?.['width'])).toBeCloseTo(30, 1)
    expect(Number(after?.['x'])).toBeCloseTo(Number(bar?.['x']) + Number(bar?.['width']), 1)
  })

  it('does not fade a plain date, and fades only the uncertain end of an interval', () => {
    expect(fills(ofItem(item(1, { when: '2024-06' })))).toEqual([frame.theme.series[0]])
    expect(fills(ofItem(item(1, { when: '2024-06/2024-08?', kind: 'claim' })))).toEqual([
      'url(#f-claim-to)',
      frame.theme.series[1],
    ])
  })

  it('ends in an arrow at the edge where an end is open', () => {
    const arrows = (when: string): number =>
      ofItem(item(1, { when })).filter(({ tag, attributes }) => tag === 'path' && attributes['fill'] === 'none').length
    expect(arrows('2024-06/..')).toBe(1)
    expect(arrows('../2024-06')).toBe(1)
    expect(arrows('2024-06/2024-08')).toBe(0)
  })

  describe('sets a label', () => {
    const placed = (when: string, span?: TimeSpan): { sign: number; from: number; to: number; isInGap: boolean } => {
      const nodes = ofItem(item(1, { when, title: 'A title that needs some room' }), span)
      const text = nodes.find(({ tag }) => tag === 'text')
      const sign = nodes.find(({ tag, attributes }) => tag === 'path' && attributes['fill'] !== 'none')
      const xs = [...String(sign?.attributes['d']).matchAll(/[ML](-?[\d.]+) /g)].map(([, x]) => Number(x))
      const width = textWidth(String(text?.children[0]), 11)
      const x = Number(text?.attributes['x'])
      const from = text?.attributes['text-anchor'] === 'end' ? x - width : x
      expect(text?.attributes['stroke']).toBe(frame.theme.paper)
      return {
        sign: (Math.min(...xs) + Math.max(...xs)) / 2,
        from,
        to: from + width,
        isInGap: nodes.some(
          ({ tag, attributes: { x, width: wide, fill } }) =>
            tag === 'rect' &&
            fill === frame.theme.paper &&
            Number(x) <= from &&
            Number(x) + Number(wide) >= from + width,
        ),
      }
    }

    it('clear of the sign at the known end of an open time', () => {
      const { sign, to, isInGap } = placed('2024-11/..')
      expect([isInGap, sign - to >= 8]).toEqual([false, true])
    })

    it('near the known end, in a gap of the bar, where there is no room beyond it', () => {
      const before = placed('../2024-12-15')
      expect([before.isInGap, before.sign - before.to >= 8, before.sign - before.to < 20]).toEqual([true, true, true])
      const after = placed('2024-01-10/..')
      expect([after.isInGap, after.from - after.sign >= 8, after.from - after.sign < 20]).toEqual([true, true, true])
    })

    it('in a gap of a bar that fills the plot', () => {
      expect(placed('2023/2025')).toMatchObject({ isInGap: true })
    })
  })

  it('puts a record into the lane of each of its actors, or of its topic or place', () => {
    const data = timeline([item(1, { actors: ['Russia', 'North Korea'] }), item(2, { actors: [], topic: null })])
    const lanes = (by: FigureOptions['lanes']): number =>
      timelineFigure(data, { ...options, lanes: by }, frame).marks.length
    expect([lanes('actor'), lanes('topic'), lanes('place')]).toEqual([3, 2, 2])
  })

  it('shows hours when it is near, and only what lies in the time shown', () => {
    const data = timeline([item(1, { when: '2024-11-05T14:30' }), item(2, { when: '1950' })])
    const near = timelineFigure(data, options, frame, [at('2024-11-05T12:00'), at('2024-11-05T18:00')])
    const words = tagged(near, 'text').flatMap(({ children }) => children)
    expect(words).toContain('14:00')
    expect(near.marks).toHaveLength(1)
    expect(near.notes).toContain('1 record outside the time shown.')
    const [from, to] = timelineSpan(data)
    expect([new Date(from).getUTCFullYear() < 1950, new Date(to).getUTCFullYear() >= 2024]).toEqual([true, true])
  })

  it('says how many of a crowded lane have no room, and loses none when one comes near', () => {
    const data = timeline(Array.from({ length: 200 }, (_, at) => item(at, { when: '2024-11-05' })))
    const figure = timelineFigure(data, options, frame)
    const left = 200 - figure.marks.length
    expect(left).toBeGreaterThan(0)
    expect(figure.notes).toContain(`${left} marks without room: zoom in to see them.`)
  })

  it('keeps what has no date in the table', () => {
    const figure = timelineFigure(timeline([item(1), item(2, { when: null, whenText: 'soon' })]), options, frame)
    expect(figure.notes).toContain('1 record without a date: in the table only.')
    expect(figure.table.rows.map(({ cells }) => cells[2])).toEqual(['2024-11-05', 'soon'])
  })
})
