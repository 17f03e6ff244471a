import type { FigureTheme } from './figure.ts'
import { placeCentred, type Box, type CentredLabel } from './labels.ts'
import type { DrawnCountry } from './map-shapes.ts'
import { el, type SvgNode } from './node.ts'
import { compare } from './series.ts'
import { textWidth } from './text-width.ts'

const size = 11
/** As high as a name. */
const lineHeight = 14
/** In so many rows of a country a place for its name is looked for. */
const rows = 24

type Outline = DrawnCountry['outlines'][number]
type Stretch = readonly [from: number, to: number]

/** The names of the countries in view, the largest first, each where it lies within its country and touches nothing. */
export function countryNames(
  lands: readonly DrawnCountry[],
  taken: readonly Box[],
  plot: Box,
  theme: FigureTheme,
): SvgNode[] {
  const wanted = lands.flatMap(({ country: { name }, outlines }) => {
    const width = textWidth(name, size) + 6
    const [left, right] = extent(outlines.flat().map(([x]) => x))
    if (name === '' || right - left < width) return []
    const area = outlines.reduce((sum, outline) => sum + Math.abs(areaOf(outline)), 0)
    return [{ id: name, text: name, points: pointsFor(outlines, width), area }]
  })
  wanted.sort((a, b) => b.area - a.area || compare(a.id, b.id))
  return placeCentred(wanted satisfies CentredLabel[], taken, plot, size).map(({ text, x, y, anchor }) =>
    el('text', { x, y, 'font-size': size, 'text-anchor': anchor, fill: theme.muted }, text),
  )
}

function extent(values: readonly number[]): readonly [least: number, most: number] {
  let [least, most] = [Infinity, -Infinity]
  for (const value of values) [least, most] = [Math.min(least, value), Math.max(most, value)]
  return [least, most]
}

const areaOf = (outline: Outline): number =>
  outline.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = outline[(at + 1) % outline.length] ?? [x, y]
    return sum + (x * nextY - nextX * y) / 2
  }, 0)

/** Points around which a text of a width lies within outlines: the widest stretches first, the middle of each before its sides. */
function pointsFor(outlines: readonly Outline[], width: number): [number, number][] {
  const [top, bottom] = extent(outlines.flat().map(([, y]) => y))
  const stretches = Array.from({ length: rows }, (_, at) => top + ((at + 0.5) / rows) * (bottom - top)).flatMap((y) =>
    [y - lineHeight / 2, y, y + lineHeight / 2]
      .map((line) => inside(outlines, line))
      .reduce(common)
      .filter(([from, to]) => to - from >= width)
      .map(([from, to]) => ({ y, middle: (from + to) / 2, length: to - from })),
  )
  const heart = (top + bottom) / 2
  const most = extent(stretches.map(({ length }) => length))[1]
  // Among the wide ones the middle of the country looks best.
  const rank = ({ y, length }: (typeof stretches)[number]): number =>
    (length < most * 0.7 ? bottom - top : 0) + Math.abs(y - heart)
  stretches.sort((a, b) => rank(a) - rank(b))
  return [0, -1, 1].flatMap((side) =>
    stretches.map(({ y, middle, length }): [number, number] => [middle + (side * (length - width)) / 2, y]),
  )
}

/** From where to where a row lies within outlines: what lies in an even number of them is outside. */
function inside(outlines: readonly Outline[], y: number): Stretch[] {
  const crossings = outlines.flatMap((outline) =>
    outline.flatMap(([x, at], index) => {
      const [nextX, nextAt] = outline[(index + 1) % outline.length] ?? [x, at]
      return at <= y === nextAt <= y ? [] : [x + ((y - at) / (nextAt - at)) * (nextX - x)]
    }),
  )
  crossings.sort((a, b) => a - b)
  return crossings.flatMap((from, at): Stretch[] => (at % 2 === 0 ? [[from, crossings[at + 1] ?? from]] : []))
}

const common = (some: readonly Stretch[], others: readonly Stretch[]): Stretch[] =>
  some.flatMap(([from, to]) =>
    others.flatMap(([first, last]): Stretch[] => {
      const both = [Math.max(from, first), Math.min(to, last)] as const
      return both[1] > both[0] ? [both] : []
    }),
  )
