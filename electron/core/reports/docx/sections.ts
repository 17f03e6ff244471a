import { placeholder } from './pictures.ts'
import { HeadingLevel, Paragraph, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import { assertNever } from '../../../../shared/result.ts'
import type { ReportModel, Section } from '../model.ts'
import { confidenceNote, gradesNote, scaleTables, withheldWords } from '../words.ts'
import { dataSection } from './data-lines.ts'
import { figureBlocks } from './figures.ts'
import { judgementBlocks } from './judgements.ts'
import { placed } from './links.ts'
import { colours, filled, line, noLine, textWidth } from './look.ts'
import { markdownBlocks } from './markdown.ts'
import type { Block } from './block.ts'
import type { Place, Sheet } from './sheet.ts'
import { afterTable, CaptionedTable, dataTable, head, type Row } from './table.ts'
import { claimTable, eventTable, sourceTable } from './tables.ts'
import { textRuns } from './text.ts'

const textPlace = (sheet: Sheet): Place => ({
  sheet,
  style: 'BodyText',
  indent: 0,
  width: textWidth,
  hasOutline: true,
  hasTables: true,
})

/** A section with its heading; one without a title goes on with what stands above it. */
export const sectionBlocks = (sheet: Sheet, model: ReportModel, section: Section): Block[] => [
  ...(section.title === null ? [] : [heading(section, section.title)]),
  ...sectionBody(sheet, model, section),
]

const heading = ({ anchor, isAppendix = false }: Section, title: string): Paragraph =>
  new Paragraph({
    heading: HeadingLevel.HEADING_1,
    pageBreakBefore: isAppendix,
    children: placed(anchor, textRuns(title)),
  })

const remark = (text: string): Paragraph => new Paragraph({ style: 'Remark', children: textRuns(text) })

function sectionBody(sheet: Sheet, model: ReportModel, section: Section): Block[] {
  switch (section.kind) {
    case 'heading':
      return []
    case 'text':
      return markdownBlocks(textPlace(sheet), section.body)
    case 'bottom-line':
      return [bottomLine(sheet, section), afterTable()]
    case 'key-judgements':
      return judgementBlocks(sheet, section.judgements)
    case 'claims':
      return [
        ...(section.note === null ? [] : [remark(section.note)]),
        ...(section.claims.length === 0 ? [] : claimTable(sheet, section)),
      ]
    case 'events':
      return eventTable(section)
    case 'sources':
      return sourceTable(sheet, section)
    case 'source-summary':
    case 'gaps':
    case 'changes':
    case 'alternatives':
      return dataSection(textPlace(sheet), section)
    case 'figure':
      return figureBlocks(section, placeholder(section.anchor))
    case 'withheld':
      return [new Paragraph({ style: 'BodyText', children: textRuns(withheldWords(section)) })]
    case 'glossary':
      return glossary(model, section)
    default:
      return assertNever(section)
  }
}

/** The block under its heading: in a cell, since Word breaks the rule beside paragraphs that are set in differently. */
function bottomLine(sheet: Sheet, { title, body }: Extract<Section, { kind: 'bottom-line' }>): Block {
  const side = 240
  const place: Place = { ...textPlace(sheet), style: 'BottomLine', width: textWidth - 2 * side, hasOutline: false }
  const cell = new TableCell({
    children: markdownBlocks(place, body),
    width: { size: textWidth, type: WidthType.DXA },
    margins: { top: 140, bottom: 40, left: side, right: side },
    shading: filled(colours.faint),
    borders: { left: line(colours.accent, 24), top: noLine, right: noLine, bottom: noLine },
  })
  return new CaptionedTable(title, {
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: [textWidth],
    rows: [new TableRow({ children: [cell] })],
  })
}

const termWidth = 2200
const meaningWidth = 2800

function glossary(model: ReportModel, section: Extract<Section, { kind: 'glossary' }>): Block[] {
  return [
    ...scaleTables(model, section).flatMap(({ caption, heads, rows }) => [
      new Paragraph({ style: 'Caption', children: textRuns(caption) }),
      dataTable({
        caption,
        columns: heads.map((title, index) => ({ title: head(title), width: index === 0 ? termWidth : meaningWidth })),
        rows: rows.map(scaleRow),
        isWhole: true,
        isClose: true,
      }),
      afterTable(240),
    ]),
    ...(section.hasConfidence ? [remark(confidenceNote)] : []),
    ...(section.hasGrades ? [remark(gradesNote)] : []),
  ]
}

const scaleRow = ([term, meaning]: readonly [string, string]): Row => [
  [new Paragraph({ style: 'TableText', children: textRuns(term, { bold: true }) })],
  [new Paragraph({ style: 'TableText', children: textRuns(meaning) })],
]
