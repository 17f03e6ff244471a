import type { BlockContent } from 'mdast'
import { standingAlone } from '../../../../shared/figures/svg.ts'
import type { Section } from '../model.ts'
import { numberedCaption } from '../words.ts'
import { cellText, paragraph, table as markdownTable, text } from './nodes.ts'

/** A picture in the file itself, and its data as a table for readers that show no such pictures. */
export function figureBlocks({ label, figure }: Extract<Section, { kind: 'figure' }>): BlockContent[] {
  const { title, svg, description, table, notes } = figure
  const url = `data:image/svg+xml;base64,${Buffer.from(standingAlone(svg)).toString('base64')}`
  return [
    paragraph({ type: 'image', url, alt: description }),
    paragraph(text(`${numberedCaption(label, title)}.`)),
    ...notes.map((note) => paragraph(text(note))),
    markdownTable(
      table.columns.map(({ title }) => title),
      table.rows.map(({ cells }) => cells.map(cellText)),
    ),
  ]
}
