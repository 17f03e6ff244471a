import type { Table } from 'mdast'
import { AlignmentType, Paragraph } from 'docx'
import { phrases, wordsOf } from './inline.ts'
import { paragraph, type Block } from './block.ts'
import type { Place } from './sheet.ts'
import { afterTable, dataTable, type Column } from './table.ts'
import { textRuns } from './text.ts'

const alignments = { left: AlignmentType.LEFT, right: AlignmentType.RIGHT, center: AlignmentType.CENTER } as const

/** A table of a text; the columns share the width by how much they hold. */
export function tableBlocks(place: Place, table: Table): Block[] {
  if (!place.hasTables) return rowParagraphs(place, table)
  const [first, ...rest] = table.children
  const count = Math.max(...table.children.map(({ children }) => children.length))
  const widths = shares(table, count, place.width)
  const alignmentOf = (index: number): Column['alignment'] => {
    const align = table.align?.[index]
    return align ? alignments[align] : undefined
  }
  const columns = widths.map((width, index) => ({
    title: phrases(place.sheet, first?.children[index]?.children ?? []),
    width,
    alignment: alignmentOf(index),
  }))
  const rows = rest.map(({ children }) =>
    columns.map(({ alignment }, index) => [
      new Paragraph({
        style: 'TableText',
        alignment,
        children: phrases(place.sheet, children[index]?.children ?? []),
      }),
    ]),
  )
  const caption = first ? first.children.map(wordsOf).join(', ') : ''
  return [dataTable({ caption, columns, rows }), afterTable(240)]
}

/** Widths that sum to the whole: by the longest cell of each column, within bounds. */
function shares(table: Table, count: number, width: number): number[] {
  const weights = Array.from({ length: count }, (_, index) => {
    const lengths = table.children.map(({ children }) => {
      const cell = children[index]
      return cell ? wordsOf(cell).length : 0
    })
    return Math.min(Math.max(...lengths, 6), 48)
  })
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const widths = weights.map((weight) => Math.floor((weight / sum) * width))
  const left = width - widths.reduce((total, part) => total + part, 0)
  return widths.map((part, index) => (index === count - 1 ? part + left : part))
}

/** The rows of a table where none can stand, each a paragraph. */
const rowParagraphs = (place: Place, table: Table): Paragraph[] =>
  table.children.map(({ children }) =>
    paragraph(
      place,
      children.flatMap((cell, index) => [
        ...(index === 0 ? [] : textRuns(' | ')),
        ...phrases(place.sheet, cell.children),
      ]),
    ),
  )
