import type { ChainNode } from '../origins.ts'
import { count, countNotes } from './counts-words.ts'
import type { OriginsData } from './data.ts'
import type { Figure, FigureFrame, FigureTheme } from './figure.ts'
import { el, type SvgNode } from './node.ts'
import { layOutOrigins, usualSize, type PlacedEdge, type PlacedNode } from './origins-layout.ts'
import { fit, textWidth } from './text-width.ts'

const margin = 16
const head = 48

/** The chain of claims or an event to their origins, left to right; what is only cited has a broken line. */
export function originsFigure(data: OriginsData, { theme, prefix }: Pick<FigureFrame, 'theme' | 'prefix'>): Figure {
  const { chain, called, summary, findings } = data
  const layout = layOutOrigins(chain)
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
        layout.nodes.map((placed) => box(placed, theme)),
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

function box({ node, x, y }: PlacedNode, theme: FigureTheme): SvgNode {
  const facts = factsOf(node)
  const { width, height } = usualSize
  const isGap = node.kind === 'unresolved'
  return el(
    'g',
    { transform: `translate(${x} ${y})`, ...(node.record ? { 'data-mark': node.id } : {}) },
    el('title', {}, [node.kind, node.label, node.detail, facts].filter(Boolean).join('\n')),
    el('rect', {
      ...{ width, height, rx: 3, fill: isGap ? theme.amberGround : theme.paper },
      stroke: isGap ? theme.amber : theme.strong,
      'stroke-width': node.kind === 'origin' ? 2 : 1,
      ...(node.isRead === false ? { 'stroke-dasharray': '4 3' } : {}),
    }),
    el('text', { x: 8, y: facts ? 18 : 26, 'font-weight': 600 }, fit(node.label, width - 16, 12, true)),
    facts === '' ? null : el('text', { x: 8, y: 35, fill: theme.muted, 'font-size': 11 }, fit(facts, width - 16, 11)),
  )
}

function factsOf({ kind, detail, language, date, label }: ChainNode): string {
  if (kind === 'claim') return detail === label ? (date ?? '') : detail
  return [detail, language].filter(Boolean).join(' · ')
}
