import type { BlockContent } from 'mdast'
import { standingAlone } from '../../../../shared/figures/svg.ts'
import { digest } from '../digest.ts'
import type { ReportModel, Section } from '../model.ts'
import { numberedCaption } from '../words.ts'
import { cellText, paragraph, table as markdownTable, text } from './nodes.ts'

type FigureSection = Extract<Section, { kind: 'figure' }>

/** A picture as a file; the same name stands for the same picture only. */
export interface PictureFile {
  readonly anchor: string
  readonly name: string
  readonly svg: string
}

/** The pictures of a report as files: readers of Markdown show those, and none that are in the text itself. */
export const pictureFiles = ({ sections }: ReportModel): PictureFile[] =>
  sections.flatMap((section) => {
    if (section.kind !== 'figure') return []
    const svg = `<?xml version="1.0" encoding="UTF-8"?>\n${standingAlone(section.figure.svg)}\n`
    return [{ anchor: section.anchor, name: `${section.anchor}-${digest(svg).slice(0, 10)}.svg`, svg }]
  })

/** A picture by the address of its file, and its data as a table for readers that show none. */
export function figureBlocks({ label, figure }: FigureSection, url: string): BlockContent[] {
  const { title, description, table, notes } = figure
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
