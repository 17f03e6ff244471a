import { ImageRun, Paragraph } from 'docx'
import type { SvgNode } from '../../../../shared/figures/node.ts'
import type { Section } from '../model.ts'
import { numberedCaption } from '../words.ts'
import type { Block } from './block.ts'
import { textWidth } from './look.ts'
import { scaleOf } from './pictures.ts'
import { afterTable, dataTable, head } from './table.ts'
import { textRuns } from './text.ts'

/** A picture, what it shows in words, and its data as a table. */
export function figureBlocks(
  {
    label,
    figure: {
      title,
      svg,
      description,
      table: { caption, columns, rows },
      notes,
    },
  }: Extract<Section, { kind: 'figure' }>,
  picture: Uint8Array,
): Block[] {
  const width = Math.floor(textWidth / columns.length)
  const remark = (text: string): Paragraph => new Paragraph({ style: 'Remark', children: textRuns(text) })
  return [
    pictureBlock(picture, svg, caption, description),
    new Paragraph({ style: 'Caption', keepNext: true, children: textRuns(numberedCaption(label, title)) }),
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

function pictureBlock(picture: Uint8Array, svg: SvgNode, title: string, description: string): Paragraph {
  const [width, height] = [Number(svg.attributes['width']), Number(svg.attributes['height'])]
  const scale = scaleOf({ svg })
  return new Paragraph({
    keepNext: true,
    children: [
      new ImageRun({
        type: 'png',
        data: picture,
        transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
        altText: { name: title, title, description },
      }),
    ],
  })
}
