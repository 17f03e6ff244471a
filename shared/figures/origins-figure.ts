import type { ChainNode } from '../origins.ts'
import { dateInWords } from '../dates.ts'
import { count, countNotes } from './counts-words.ts'
import type { OriginsData } from './data.ts'
import type { Figure, FigureFrame, FigureTheme } from './figure.ts'
import { el, type SvgNode } from './node.ts'
import { columnsIn, layOutOrigins, sizeFor, usualSize, type PlacedEdge, type PlacedNode } from './origins-layout.ts'
import { fit, textWidth, wrap } from './text-width.ts'

const margin = 16
const head = 48

/** The chain of claims or an event to their origins, left to right; what is only cited has a broken line. */
export function originsFigure(data: OriginsData, { theme, prefix, width: most }: FigureFrame): Figure {
  const { chain, called, summary, findings } = data
  const size = sizeFor(columnsIn(chain.nodes), most - 2 * margin)
  const layout = layOutOrigins(chain, size, (node) => heightOf(linesOf(node, size.width)))
  const numbers = numbersOf(layout.nodes)
  const title = `Where ${called} ${data.traced === 1 ? 'comes' : 'come'} from`
  const width = Math.max(520, layout.width, textWidth(summary, 12)) + 2 * margin
  const height = layout.height + head + 2 * margin
  const arrow = `${prefix}-arrow`
  const plot = { x: margin, y: head + margin, width: layout.width, height: layout.height }
  return {
    ...{ width, height, title, plot },
    description: summary,
    notes: [...findings, ...leftOut(data)],
    body: [
      el('defs', {}, arrowHead(arrow, theme)),
      el('text', { x: margin, y: margin + 8, 'font-weight': 600, 'font-size': 14 }, title),
      el('text', { x: margin, y: margin + 26, fill: theme.muted }, summary),
      el(
        'g',
        { transform: `translate(${plot.x} ${plot.y})` },
        layout.edges.map((edge) => line(edge, arrow, theme)),
        layout.nodes.map((placed) => box(placed, size.width, numbers.get(placed.node.id) ?? null, theme)),
      ),
    ],
    marks: layout.nodes.flatMap(({ node, x, y }) =>
      node.record
        ? [{ id: node.id, record: node.record, label: words(node).join(', '), x: plot.x + x, y: plot.y + y }]
        : [],
    ),
    table: {
      caption: title,
      columns: ['Kind', 'Record', 'Detail', 'Date', 'Read'].map((column) => ({ title: column })),
      rows: chain.nodes.map(({ kind, label, detail, date, isRead, record }) => ({
        cells: [kind, label, detail, date ?? '', isRead === false ? 'cited, not seen' : ''],
        record,
      })),
    },
  }
}

/** What is not drawn. */
function leftOut(data: OriginsData): string[] {
  const { chain, traced } = data
  return [
    ...(chain.left > 0
      ? [`${count(chain.left, 'record')} of the chain ${chain.left === 1 ? 'is' : 'are'} not drawn.`]
      : []),
    ...countNotes(data, traced, 'claim'),
  ]
}

const words = (node: ChainNode): string[] =>
  [
    node.kind,
    node.label,
    node.detail === node.label ? '' : node.detail,
    node.isRead === false ? 'cited, not seen' : '',
  ].filter(Boolean)

const arrowHead = (id: string, theme: FigureTheme): SvgNode =>
  el(
    'marker',
    { id, viewBox: '0 0 8 8', refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: 'auto' },
    el('path', { d: 'M0 0L8 4L0 8z', fill: theme.strong }),
  )

const line = ({ edge, path }: PlacedEdge, arrow: string, theme: FigureTheme): SvgNode =>
  el(
    'path',
    { d: path, fill: 'none', stroke: theme.strong, 'marker-end': `url(#${arrow})` },
    el('title', {}, edge.kind),
  )

/** The origins, numbered from top to bottom. */
const numbersOf = (nodes: readonly PlacedNode[]): ReadonlyMap<string, number> =>
  new Map(
    nodes
      .filter(({ node }) => node.kind === 'origin')
      .sort((a, b) => a.y - b.y)
      .map(({ node }, at) => [node.id, at + 1]),
  )

/** The space before the words of a node, and before those of an origin, which has a colour and a number. */
const indents = { usual: 8, origin: 30 } as const
const indentOf = ({ kind }: ChainNode): number => (kind === 'origin' ? indents.origin : indents.usual)

interface Line {
  readonly text: string
  readonly look: 'name' | 'fact'
}

/** What stands in a node: its name in up to three lines, what is known of it, and its date, which is never cut. */
function linesOf(node: ChainNode, width: number): Line[] {
  const room = width - indentOf(node) - 8
  const facts = factsOf(node)
  return [
    ...wrap(node.label, room, 12, mostNameLines, true).map((text) => ({ text, look: 'name' }) as const),
    ...[fit(facts, room, 11), ...wrap(dateOf(node), room, 11, mostDateLines)]
      .filter(Boolean)
      .map((text) => ({ text, look: 'fact' }) as const),
  ]
}

const mostNameLines = 3
/** Enough for the longest words of a date in the narrowest node. */
const mostDateLines = 4
const lineHeight = 16
const heightOf = (lines: readonly Line[]): number => Math.max(usualSize.height, lines.length * lineHeight + 12)

function box({ node, x, y, height }: PlacedNode, width: number, number: number | null, theme: FigureTheme): SvgNode {
  const isGap = node.kind === 'unresolved'
  const lines = linesOf(node, width)
  const first = (height - lines.length * lineHeight) / 2 + 12
  return el(
    'g',
    { transform: `translate(${x} ${y})`, ...(node.record ? { 'data-mark': node.id } : {}) },
    el('title', {}, [node.kind, node.label, node.detail, node.language, dateOf(node)].filter(Boolean).join('\n')),
    el('rect', {
      ...{ width, height, rx: 3, fill: isGap ? theme.amberGround : theme.paper },
      stroke: isGap ? theme.amber : theme.strong,
      'stroke-width': node.kind === 'origin' ? 2 : 1,
      ...(node.isRead === false ? { 'stroke-dasharray': '4 3' } : {}),
    }),
    number === null ? null : originSign(number, height, theme),
    lines.map(({ text, look }, at) =>
      el(
        'text',
        {
          x: indentOf(node),
          y: first + at * lineHeight,
          ...(look === 'name' ? { 'font-weight': 600 } : { fill: theme.muted, 'font-size': 11 }),
        },
        text,
      ),
    ),
  )
}

/** What parts an origin from the others: its colour, and its number for those who do not see that. */
const originSign = (number: number, height: number, theme: FigureTheme): SvgNode[] => [
  el('rect', { x: 0, y: 0, width: 6, height, fill: theme.series[number - 1] ?? theme.other }),
  el(
    'text',
    { x: 18, y: height / 2 + 4, 'text-anchor': 'middle', 'font-weight': 600, 'font-size': 11, fill: theme.muted },
    String(number),
  ),
]

const dateOf = ({ date }: ChainNode): string => (date === null ? '' : dateInWords(date))

function factsOf({ kind, detail, language, date, label }: ChainNode): string {
  if (kind === 'claim') return detail === label ? '' : detail
  // A document's own words end with its date, which has lines of its own.
  const isDated = date !== null && (detail === date || detail.endsWith(` · ${date}`))
  const apart = isDated ? detail.slice(0, -date.length).replace(/ · $/, '') : detail
  return [apart, language].filter(Boolean).join(' · ')
}
