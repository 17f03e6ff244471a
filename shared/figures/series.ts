import type { FigureTheme } from './figure.ts'
import { el, path, type SvgNode } from './node.ts'
import { fit, textWidth } from './text-width.ts'

/** Where a claim comes from, as colours are given out by it: an independent origin, or its claimant while none is known. */
export interface OriginKey {
  readonly key: string
  readonly name: string
}

/** What colour and what shape stand for one origin. Neither is needed to know it: labels and the table name it too. */
export interface Series extends OriginKey {
  readonly colour: string
  readonly shape: number
  readonly count: number
}

/** Gives colours to the most frequent origins; the rest share one. The order is by count, then by name. */
export function seriesOf(origins: readonly OriginKey[], theme: FigureTheme): Map<string, Series> {
  const counts = new Map<string, { name: string; count: number }>()
  for (const { key, name } of origins) counts.set(key, { name, count: (counts.get(key)?.count ?? 0) + 1 })
  const ordered = [...counts].sort(
    ([keyA, a], [keyB, b]) => b.count - a.count || compare(a.name, b.name) || compare(keyA, keyB),
  )
  return new Map(
    ordered.map(([key, { name, count }], at) => [
      key,
      { key, name, count, colour: theme.series[at] ?? theme.other, shape: Math.min(at, theme.series.length) },
    ]),
  )
}

/** By code units: the same on every machine. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const polygon = (x: number, y: number, points: readonly (readonly [number, number])[]): string =>
  path(
    points.map(([dx, dy]) => [x + dx, y + dy] as const),
    true,
  )

/** The outline of a series' sign around a point, about `r` in radius. */
export function signPath(shape: number, x: number, y: number, r: number): string {
  const d = r * 0.9
  switch (shape) {
    case 1:
      return polygon(x, y, [
        [-d, -d],
        [d, -d],
        [d, d],
        [-d, d],
      ])
    case 2:
      return polygon(x, y, [
        [0, -r * 1.15],
        [r * 1.1, r * 0.85],
        [-r * 1.1, r * 0.85],
      ])
    case 3:
      return polygon(x, y, [
        [0, -r * 1.3],
        [r * 1.3, 0],
        [0, r * 1.3],
        [-r * 1.3, 0],
      ])
    case 4:
      return polygon(x, y, [
        [-r * 1.1, -r * 0.85],
        [r * 1.1, -r * 0.85],
        [0, r * 1.15],
      ])
    case 5:
      return cross(x, y, r * 1.15, r * 0.42)
    case 6:
      return polygon(
        x,
        y,
        Array.from({ length: 6 }, (_, at) => [
          r * 1.1 * Math.cos((at * Math.PI) / 3),
          r * 1.1 * Math.sin((at * Math.PI) / 3),
        ]),
      )
    default:
      return polygon(
        x,
        y,
        Array.from({ length: 20 }, (_, at) => [r * Math.cos((at * Math.PI) / 10), r * Math.sin((at * Math.PI) / 10)]),
      )
  }
}

const cross = (x: number, y: number, a: number, b: number): string =>
  polygon(x, y, [
    [-b, -a],
    [b, -a],
    [b, -b],
    [a, -b],
    [a, b],
    [b, b],
    [b, a],
    [-b, a],
    [-b, b],
    [-a, b],
    [-a, -b],
    [-b, -b],
  ])

/** A row (or more) of signs with the names of their origins and how many claims each has; answers its height. */
export function legend(
  series: ReadonlyMap<string, Series>,
  theme: FigureTheme,
  place: { readonly x: number; readonly y: number; readonly width: number },
): { readonly nodes: SvgNode[]; readonly height: number } {
  const all = [...series.values()]
  const named = all.filter(({ colour }) => colour !== theme.other)
  const rest = all.length - named.length
  const entries = [
    ...named.map((entry) => ({ ...entry, words: `${fit(entry.name, 190, 11)} ${entry.count}` })),
    ...(rest > 0
      ? [{ colour: theme.other, shape: theme.series.length, words: `${rest} other${rest === 1 ? '' : 's'}` }]
      : []),
  ]
  let [x, y] = [place.x, place.y]
  const nodes = entries.map(({ colour, shape, words }) => {
    const width = textWidth(words, 11) + 30
    if (x > place.x && x + width > place.x + place.width) [x, y] = [place.x, y + 18]
    const at = x
    x += width
    return el(
      'g',
      {},
      el('path', { d: signPath(shape, at + 6, y - 4, 4), fill: colour }),
      el('text', { x: at + 15, y, 'font-size': 11, fill: theme.muted }, words),
    )
  })
  return { nodes, height: entries.length === 0 ? 0 : y - place.y + 18 }
}
