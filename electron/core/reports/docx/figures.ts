import { ImageRun, Paragraph } from 'docx'
import { standingAlone } from '../../../../shared/figures/svg.ts'
import type { SvgNode } from '../../../../shared/figures/node.ts'
import type { FigureEntry } from '../model.ts'
import type { Block } from './block.ts'
import { textHeight, textWidth } from './look.ts'
import { afterTable, dataTable, head } from './table.ts'
import { textRuns } from './text.ts'

/**
 * A picture as vectors, which Word from 2016 on draws, and its data as a table for all others: beside every vector one Word wants
 * a raster image, and there is nothing here that makes more of one than a dot.
 */
export function figureBlocks({ svg, description, table: { caption, columns, rows }, notes }: FigureEntry): Block[] {
  const width = Math.floor(textWidth / columns.length)
  const remark = (text: string): Paragraph => new Paragraph({ style: 'Remark', children: textRuns(text) })
  return [
    pictureOf(svg, caption, description),
    remark(description),
    new Paragraph({ style: 'Caption', children: textRuns(caption) }),
    dataTable({
      caption,
      columns: columns.map(({ title }) => ({ title: head(title), width })),
      rows: rows.map(({ cells }) =>
        cells.map((text) => [new Paragraph({ style: 'TableText', children: textRuns(text) })]),
      ),
    }),
    afterTable(),
    ...notes.map(remark),
  ]
}

const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)
const twipsInPixel = 15

/** As wide as the text, unless it is too high for a page then, below its heading. */
function pictureOf(svg: SvgNode, title: string, description: string): Paragraph {
  const [width, height] = [Number(svg.attributes['width']), Number(svg.attributes['height'])]
  const scale = Math.min(textWidth / twipsInPixel / width, (0.85 * textHeight) / twipsInPixel / height)
  return new Paragraph({
    keepNext: true,
    children: [
      new ImageRun({
        type: 'svg',
        data: Buffer.from(standingAlone(svg)),
        transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
        altText: { name: title, title, description },
        fallback: { type: 'png', data: dot },
      }),
    ],
  })
}
