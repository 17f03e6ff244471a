import { Paragraph } from 'docx'
import type { FigureEntry } from '../model.ts'
import type { Block } from './block.ts'
import { textWidth } from './look.ts'
import { afterTable, dataTable, head } from './table.ts'
import { textRuns } from './text.ts'

/** The data of a picture as a table: Word wants a raster image beside every vector one, and there is nothing here that makes one. */
export function figureBlocks({ description, table: { caption, columns, rows }, notes }: FigureEntry): Block[] {
  const width = Math.floor(textWidth / columns.length)
  const remark = (text: string): Paragraph => new Paragraph({ style: 'Remark', children: textRuns(text) })
  return [
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
