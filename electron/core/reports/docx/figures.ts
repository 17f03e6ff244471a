import { ImageRun, Paragraph } from 'docx'
import type { SvgNode } from '../../../../shared/figures/node.ts'
import type { Section } from '../model.ts'
import { numberedCaption } from '../words.ts'
import type { Block } from './block.ts'
import { textWidth } from './look.ts'
import { scaleOf } from './pictures.ts'
import { afterTable, dataTable, head } from './table.ts'
import { textRuns } from './text.ts'

/** A picture, what it shows in words, and its data as a table where that is not long. */
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
  const data = (): Block[] => [
    new Paragraph({ style: 'Caption', children: textRuns(caption) }),
    dataTable({
      caption,
      columns: columns.map(({ title }) => ({ title: head(title), width })),
      rows: rows.map(({ cells }) =>
        cells.map((text) => [new Paragraph({ style: 'TableText', children: textRuns(text) })]),
      ),
    }),
    afterTable(),
  ]
  return [
    pictureBlock(picture, svg, caption, description),
    new Paragraph({ style: 'Caption', keepNext: true, children: textRuns(numberedCaption(label, title)) }),
    remark(description),
    ...(rows.length > mostRows ? [remark(elsewhere(rows.length))] : data()),
    ...notes.map(remark),
  ]
}

/** On paper a picture stands for what is more than a page of figures. */
const mostRows = 40
const elsewhere = (rows: number): string =>
  `Its ${rows.toLocaleString('en-GB')} rows of data open under the picture in the web page (HTML) of this report.`

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
