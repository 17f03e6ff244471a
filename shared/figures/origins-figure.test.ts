import { describe, expect, it } from 'vitest'
import type { ChainNode } from '../origins.ts'
import type { OriginsData } from './data.ts'
import { originsFigure } from './origins-figure.ts'
import { chainNode as node, frame, tagged } from './test-data.ts'
import { textWidth } from './text-width.ts'

const ministry = 'South Korean Ministry of National Defense'
const draw = (nodes: ChainNode[], width = 900): ReturnType<typeof originsFigure> =>
  originsFigure(
    {
      figure: 'origins',
      counts: { records: 1, usable: 1, withheld: 0 },
      traced: 1,
      called: 'C08',
      summary: '2 independent origins',
      findings: [],
      chain: { nodes, edges: nodes.slice(1).map(({ id }) => ({ from: 'a', to: id, kind: 'says' as const })), left: 0 },
    } satisfies OriginsData,
    { ...frame, width },
  )
const words = (figure: ReturnType<typeof draw>): string[] =>
  tagged(figure, 'text').map(({ children }) => children.join(''))

describe('the chain to the origins', () => {
  it('has whole names and dates, the date apart from what else is known', () => {
    const nodes = [
      node('a', 0, 'origin', { label: ministry }),
      node('d', 1, 'document', { label: 'Seed article', detail: 'Unnamed outlet · 2024-11~', date: '2024-11~' }),
      node('c', 2, 'claim', { label: 'C08', detail: 'A statement', date: '2024-10~/..' }),
    ]
    for (const width of [900, 300]) {
      const texts = words(draw(nodes, width))
      expect(texts.join(' ')).toContain(ministry)
      expect(texts).toContain('Unnamed outlet')
      expect(texts.join(' ')).toContain('November 2024, approximate')
      expect(texts.join(' ')).toContain('from October 2024, approximate, ongoing or open')
      expect(texts.some((text) => text.includes('…'))).toBe(false)
    }
  })

  it('keeps the words of a node within it, however long they are', () => {
    const figure = draw(
      [node('a', 0, 'origin', { label: 'Министерство обороны '.repeat(9), date: '2024-10~/..' })],
      300,
    )
    const [, rect] = [...tagged(figure, 'rect')].reverse()
    const height = Number(rect?.attributes['height'])
    const width = Number(rect?.attributes['width'])
    const inside = tagged(figure, 'text').filter(({ attributes }) => attributes['x'] === 30)
    expect(inside.length).toBeGreaterThan(2)
    for (const { attributes, children } of inside) {
      expect(Number(attributes['y'])).toBeLessThan(height - 2)
      const size = Number(attributes['font-size'] ?? 12)
      expect(30 + textWidth(String(children[0]), size, size === 12)).toBeLessThanOrEqual(width)
    }
  })

  it('gives each origin a colour and, from top to bottom, a number; others have none', () => {
    const figure = draw([
      node('a', 0, 'origin'),
      node('b', 0, 'origin'),
      node('gap', 0, 'unresolved'),
      node('c', 1, 'claim'),
    ])
    const bars = tagged(figure, 'rect').filter(({ attributes }) => attributes['width'] === 6)
    expect(bars.map(({ attributes }) => attributes['fill'])).toEqual(frame.theme.series.slice(0, 2))
    expect(words(figure).filter((text) => /^\d$/.test(text))).toEqual(['1', '2'])
  })
})
