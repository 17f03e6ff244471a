import { figureThemes, type FigureFrame } from './figure.ts'
import type { MapData, MeasureData, MeasureMark, TimelineData, TimelineItem } from './data.ts'
import type { ChainNode } from '../origins.ts'
import type { Outlines } from '../places.ts'
import { nodesOf, type SvgNode } from './node.ts'
import type { Figure } from './figure.ts'
import { textWidth } from './text-width.ts'

// What the tests of pictures are made of.

export const frame: FigureFrame = { width: 900, height: 500, theme: figureThemes.light, prefix: 'f' }

const counts = { records: 0, usable: 0, withheld: 0 }
const id = (at: number): string => `00000000-0000-7000-8000-${String(at).padStart(12, '0')}`

export function measure(at: number, given: Partial<Omit<MeasureMark, 'id' | 'claimId'>> = {}): MeasureMark {
  const claimant = given.claimant === undefined ? 'Antony Blinken' : given.claimant
  return {
    id: id(at),
    claimId: id(at),
    ref: `C${at}`,
    statement: 'A statement',
    claimantId: null,
    origin: { key: claimant ?? 'none', name: claimant ?? 'none' },
    category: 'present',
    subject: 'DPRK soldiers',
    unit: 'soldiers',
    low: null,
    high: null,
    best: null,
    qualifier: 'exact',
    said: '2024-11-05',
    asOf: null,
    place: 'Kursk region',
    ...given,
    claimant,
  } as MeasureMark
}

export const measures = (given: readonly MeasureMark[], contradictions: [number, number][] = []): MeasureData => ({
  figure: 'numbers',
  counts: { ...counts, records: given.length, usable: given.length },
  tolerance: 0.1,
  measures: [...given],
  contradictions: contradictions.map(([a, b]) => [id(a), id(b)]) as MeasureData['contradictions'],
})

export function item(
  at: number,
  given: Partial<Omit<TimelineItem, 'record'>> & { kind?: 'claim' | 'event' } = {},
): TimelineItem {
  const { kind = 'event', ...rest } = given
  return {
    record: { kind, id: id(at) } as TimelineItem['record'],
    ref: `E${at}`,
    title: `Event ${at}`,
    when: '2024-11-05',
    whenText: null,
    actors: ['Russia'],
    topic: 'war',
    place: 'Kursk region',
    ...rest,
  }
}

export const timeline = (items: readonly TimelineItem[]): TimelineData => ({
  figure: 'timeline',
  counts: { ...counts, records: items.length, usable: items.length },
  items: [...items],
})

export const mapOf = (places: readonly Partial<MapData['places'][number]>[]): MapData => ({
  figure: 'map',
  counts: { ...counts, records: places.length, usable: places.length },
  places: places.map((place, at) => ({
    name: `Place ${at}`,
    latitude: 50,
    longitude: 30,
    precision: 'exact',
    count: 1,
    events: [{ id: id(at), ref: `E${at}`, title: `Event ${at}`, when: '2024', status: 'asserted' }],
    ...place,
  })) as MapData['places'],
})

export const chainNode = (
  id: string,
  layer: number,
  kind: ChainNode['kind'] = 'document',
  given: Partial<ChainNode> = {},
): ChainNode => ({
  id,
  kind,
  label: id,
  detail: '',
  record: null,
  isRead: null,
  language: null,
  date: null,
  layer,
  ...given,
})

/** Two lands, one with a hole in it that is the other, and one at both sides of the date line. */
export const outlines: Outlines = {
  name: 'Test lands 1',
  treatment: 'Nothing is disputed.',
  licence: 'none',
  countries: [
    { key: 'A', name: 'Aland', rings: [square(20, 40, 60, 60), square(30, 48, 35, 52)] },
    { key: 'B', name: 'Bland', rings: [square(30, 48, 35, 52)] },
    { key: 'C', name: 'Cland', rings: [square(170, 60, 180, 70), square(-180, 60, -170, 70)], disputed: 'by some' },
  ],
}

function square(west: number, south: number, east: number, north: number): [number, number][] {
  return [
    [west, south],
    [west, north],
    [east, north],
    [east, south],
    [west, south],
  ]
}

/** The elements of a picture that have this tag. */
export const tagged = (figure: Figure, tag: string): SvgNode[] =>
  [...nodesOf(figure.body)].filter((node) => node.tag === tag)

/** The elements of one mark. */
export function markNodes(figure: Figure, mark: string): SvgNode[] {
  const group = [...nodesOf(figure.body)].find(({ attributes }) => attributes['data-mark'] === mark)
  return group ? [...nodesOf(group.children)] : []
}

/** All numbers by which an element lies somewhere, as [axis, value]. */
export function coordinates({ tag, attributes, children }: SvgNode): ['x' | 'y', number][] {
  const value = (name: string): number => Number(attributes[name] ?? 0)
  const found: ['x' | 'y', number][] = []
  for (const name of ['x', 'x1', 'x2', 'cx']) if (name in attributes) found.push(['x', value(name)])
  for (const name of ['y', 'y1', 'y2', 'cy']) if (name in attributes) found.push(['y', value(name)])
  if (tag === 'rect') found.push(['x', value('x') + value('width')], ['y', value('y') + value('height')])
  if (tag === 'path')
    [...String(attributes['d']).matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].forEach(([, x, y]) =>
      found.push(['x', Number(x)], ['y', Number(y)]),
    )
  if (tag === 'text' && attributes['text-anchor'] === undefined) {
    const words = [...nodesOf(children)].flatMap((node) => node.children).concat(children)
    const longest = words.filter((word) => typeof word === 'string').join('')
    found.push(['x', value('x') + textWidth(longest, Number(attributes['font-size'] ?? 12))])
  }
  return found
}
