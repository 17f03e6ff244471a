import type { ChainNode, OriginsReport } from '../origins.ts'
import type { Figure, FigureFrame, FigureTheme } from './figure.ts'
import { el, type SvgNode } from './node.ts'
import { layOutOrigins, usualSize, type PlacedEdge, type PlacedNode } from './origins-layout.ts'
import { fit } from './text-width.ts'

const margin = 16
const head = 48

/** The chain of a claim or an event to its origins, left to right; what is only cited has a broken line. */
export function originsFigure(
  report: Pick<OriginsReport, 'chain' | 'summary' | 'findings'>,
  called: string,
  { theme, prefix }: Pick<FigureFrame, 'theme' | 'prefix'>,
): Figure {
  const layout = layOutOrigins(report.chain)
  const [width, height] = [Math.max(520, layout.width) + 2 * margin, layout.height + head + 2 * margin]
  const title = `Where ${called} comes from`
  const findings = report.findings.map(({ sentence }) => sentence)
  const arrow = `${prefix}-arrow`
  return {
    ...{ width, height, title, marks: [], notes: findings },
    description: report.summary,
    body: [
      el('defs', {}, arrowHead(arrow, theme)),
      el('text', { x: margin, y: margin + 8, 'font-weight': 600, 'font-size': 14 }, title),
      el('text', { x: margin, y: margin + 26, fill: theme.muted }, report.summary),
      el(
        'g',
        { transform: `translate(${margin} ${head + margin})` },
        layout.edges.map((edge) => line(edge, arrow, theme)),
        layout.nodes.map((placed) => box(placed, theme)),
      ),
    ],
    table: {
      caption: title,
      columns: ['Kind', 'Record', 'Detail', 'Date', 'Read'].map((column) => ({ title: column })),
      rows: report.chain.nodes.map(({ kind, label, detail, date, isRead }) => ({
        cells: [kind, label, detail, date ?? '', isRead === false ? 'cited, not seen' : ''],
        record: null,
      })),
    },
    plot: { x: margin, y: head + margin, width: layout.width, height: layout.height },
  }
}

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
    { transform: `translate(${x} ${y})` },
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
