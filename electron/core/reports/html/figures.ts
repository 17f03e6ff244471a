import type { Element, ElementContent } from 'hast'
import type { FigureTable } from '../../../../shared/figures/figure.ts'
import type { SvgNode } from '../../../../shared/figures/node.ts'
import type { Section } from '../model.ts'
import { numberedCaption } from '../words.ts'
import { h } from './element.ts'
import type { Page } from './page.ts'

type FigureSection = Extract<Section, { kind: 'figure' }>

/** A picture as vectors, with what it leaves out and, to be opened, its data as a table. */
export const figureElement = (
  { isForPrint }: Page,
  { label, figure: { title, svg, notes, table } }: FigureSection,
): Element =>
  h(
    'figure',
    {},
    svgElement(svg),
    h(
      'figcaption',
      {},
      h('p', {}, numberedCaption(label, title)),
      notes.map((note) => h('p', {}, note)),
    ),
    isForPrint ? null : h('details', {}, h('summary', {}, `${table.caption}, as a table`), dataTable(table)),
  )

const svgElement = ({ tag, attributes, children }: SvgNode): Element =>
  h(
    tag,
    attributes,
    children.map((child): ElementContent | string => (typeof child === 'string' ? child : svgElement(child))),
  )

const dataTable = ({ caption, columns, rows }: FigureTable): Element =>
  h(
    'section',
    { className: ['scroll'], tabIndex: 0, ariaLabel: caption },
    h(
      'table',
      {},
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          columns.map(({ title }) => h('th', { scope: 'col' }, title)),
        ),
      ),
      h(
        'tbody',
        {},
        rows.map(({ cells: [first = '–', ...cells] }) =>
          h(
            'tr',
            {},
            h('th', { scope: 'row' }, first),
            cells.map((cell) => h('td', {}, cell)),
          ),
        ),
      ),
    ),
  )
