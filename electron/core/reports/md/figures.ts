import type { BlockContent } from 'mdast'
import { standingAlone } from '../../../../shared/figures/svg.ts'
import type { FigureEntry } from '../model.ts'
import { cellText, paragraph, table as markdownTable, text } from './nodes.ts'

/** A picture in the file itself, and its data as a table for readers that show no such pictures. */
export function figureBlocks({ svg, description, table, notes }: FigureEntry): BlockContent[] {
  const url = `data:image/svg+xml;base64,${Buffer.from(standingAlone(svg)).toString('base64')}`
  return [
    paragraph({ type: 'image', url, alt: description }),
    ...notes.map((note) => paragraph(text(note))),
    markdownTable(
      table.columns.map(({ title }) => title),
      table.rows.map(({ cells }) => cells.map(cellText)),
    ),
  ]
}
