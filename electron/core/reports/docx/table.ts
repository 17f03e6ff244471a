import {
  type AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
  type IContext,
  type ITableBordersOptions,
  type IXmlableObject,
  type ParagraphChild,
} from 'docx'
import { colours, line, noLine } from './look.ts'
import type { Block } from './block.ts'
import { textRuns } from './text.ts'

type Alignment = (typeof AlignmentType)[keyof typeof AlignmentType]

export interface Column {
  readonly title: readonly ParagraphChild[]
  /** Twips; the columns' widths sum to the table's. */
  readonly width: number
  readonly alignment?: Alignment | undefined
}

/** A row's cells. A cell has at least one block, and a paragraph last. */
export type Row = readonly (readonly Block[])[]

interface TableOptions {
  /** Told to those who do not see the table. */
  readonly caption: string
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  /** Whether the table stays on one page, where it fits on one. */
  readonly isWhole?: boolean
  /** Whether the rows stand close, as those of a scale do. */
  readonly isClose?: boolean
}

const horizontal: ITableBordersOptions = {
  top: noLine,
  left: noLine,
  right: noLine,
  bottom: line(colours.line, 4),
  insideHorizontal: line(colours.line, 4),
  insideVertical: noLine,
}

/** A table with rules between its rows and a head that each page repeats. */
export function dataTable({ caption, columns, rows, isWhole = false, isClose = false }: TableOptions): Table {
  const widths = columns.map(({ width }) => width)
  const cell = (children: readonly Block[], index: number): TableCell =>
    new TableCell({
      children,
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      margins: {
        ...(isClose ? { top: 20, bottom: 30 } : { top: 50, bottom: 60 }),
        left: 0,
        right: index === columns.length - 1 ? 0 : 120,
      },
    })
  return new CaptionedTable(caption, {
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders: horizontal,
    tableLook: { firstRow: true, noHBand: true, noVBand: true },
    rows: [
      headRow(columns),
      ...rows.map(
        (row, index) =>
          new TableRow({
            children: row.map(cell),
            // One longer than a page goes on over the page all the same.
            cantSplit: true,
            keepNext: (isWhole && index < rows.length - 1) || undefined,
          }),
      ),
    ],
  })
}

interface PlainTableOptions extends Pick<TableOptions, 'caption' | 'rows' | 'isWhole'> {
  readonly indent: number
  readonly widths: readonly number[]
}

const bare: ITableBordersOptions = { ...horizontal, bottom: noLine, insideHorizontal: noLine }

/** Columns side by side, without lines and without a head. */
export const plainTable = ({ caption, indent, widths, rows, isWhole = false }: PlainTableOptions): Table =>
  new CaptionedTable(caption, {
    layout: TableLayoutType.FIXED,
    indent: { size: indent, type: WidthType.DXA },
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    margins: { left: 0, right: 0 },
    borders: bare,
    tableLook: { firstColumn: true, noHBand: true, noVBand: true },
    rows: rows.map(
      (row, index) =>
        new TableRow({
          cantSplit: isWhole,
          keepNext: (isWhole && index < rows.length - 1) || undefined,
          children: row.map(
            (children, column) =>
              new TableCell({ children, width: { size: widths[column] ?? 0, type: WidthType.DXA } }),
          ),
        }),
    ),
  })

const headRow = (columns: readonly Column[]): TableRow =>
  new TableRow({
    tableHeader: true,
    cantSplit: true,
    keepNext: true,
    children: columns.map(
      ({ title, width, alignment }, index) =>
        new TableCell({
          children: [new Paragraph({ style: 'TableHead', alignment, children: title })],
          width: { size: width, type: WidthType.DXA },
          margins: { top: 40, bottom: 50, left: 0, right: index === columns.length - 1 ? 0 : 120 },
          borders: { bottom: line(colours.rule, 6) },
          verticalAlign: 'bottom',
        }),
    ),
  })

/** Parts tables that follow one another, which would become one, and ends the cell or the document after one. */
export const afterTable = (height = 120): Paragraph =>
  new Paragraph({ style: 'TableText', spacing: { line: height, lineRule: 'exact' } })

export const head = (title: string): ParagraphChild[] => textRuns(title)

type TableInput = ConstructorParameters<typeof Table>[0]

/** A table with a text for those who do not see it, which the library has no option for. */
export class CaptionedTable extends Table {
  readonly #caption: string

  constructor(caption: string, options: TableInput) {
    super(options)
    this.#caption = caption
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    const table = super.prepForXml(context)
    const properties = partsOf(table?.['w:tbl']).find((part) => 'w:tblPr' in part)
    properties?.['w:tblPr']?.push({ 'w:tblCaption': { _attr: { 'w:val': this.#caption } } })
    return table
  }
}

const partsOf = (value: unknown): Record<string, unknown[]>[] =>
  Array.isArray(value)
    ? value.filter((part): part is Record<string, unknown[]> => typeof part === 'object' && part !== null)
    : []
