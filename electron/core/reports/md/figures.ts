import type { BlockContent } from 'mdast'
import { toXml } from '../../../../shared/figures/svg.ts'
import { el } from '../../../../shared/figures/node.ts'
import type { FigureEntry } from '../model.ts'
import { cellText, paragraph, table as markdownTable, text } from './nodes.ts'

/** A picture in the file itself, and its data as a table for readers that show no such pictures. */
export function figureBlocks({ svg, description, table, notes }: FigureEntry): BlockContent[] {
  const whole = el('svg', { xmlns: 'http://www.w3.org/2000/svg', ...svg.attributes }, [...svg.children])
  const url = `data:image/svg+xml;base64,${Buffer.from(toXml(whole)).toString('base64')}`
  return [
    paragraph({ type: 'image', url, alt: description }),
    ...notes.map((note) => paragraph(text(note))),
    markdownTable(
      table.columns.map(({ title }) => title),
      table.rows.map(({ cells }) => cells.map(cellText)),
    ),
  ]
}
