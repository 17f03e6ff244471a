import { BorderStyle, Paragraph, TextRun, type ParagraphChild } from 'docx'
import type { ClaimColumn } from '../../../../shared/claims-table.ts'
import { aboutLines, cellWords, columnWidths, drawnColumns, type DrawnColumn, type DrawnName } from '../claims-table.ts'
import type { ClaimEntry, EventEntry, Section, SourceEntry } from '../model.ts'
import { capitalised, claimCaption, eventCaption, numberedCaption, sourceCaption } from '../words.ts'
import { citationRuns, sourceTitle } from './citations.ts'
import { placed } from './links.ts'
import { colours, filled, textWidth } from './look.ts'
import type { Block } from './block.ts'
import { noteReferences } from './note-references.ts'
import type { Sheet } from './sheet.ts'
import { afterTable, dataTable, head, type Column, type Row } from './table.ts'
import { textRuns } from './text.ts'

type Of<Kind extends Section['kind']> = Extract<Section, { kind: Kind }>

/** Columns of these widths; the one without a width has what is left. */
function columnsOf(columns: readonly (readonly [string, number | null])[]): Column[] {
  const taken = columns.reduce((sum, [, width]) => sum + (width ?? 0), 0)
  return columns.map(([title, width]) => ({ title: head(title), width: width ?? textWidth - taken }))
}

/** A table with its caption above it. */
const captioned = (caption: string, columns: readonly Column[], rows: readonly Row[]): Block[] => [
  new Paragraph({ style: 'Caption', children: textRuns(caption) }),
  dataTable({ caption, columns, rows }),
  afterTable(),
]

const cell = (children: readonly ParagraphChild[], style = 'TableText'): Paragraph => new Paragraph({ style, children })
const words = (text: string | null): Paragraph => cell(textRuns(text ?? '–'))
const detail = (text: string | null): Paragraph[] => (text ? [cell(textRuns(text), 'TableDetail')] : [])
const refCell = (ref: string, anchor: string | null): Paragraph => cell(placed(anchor, textRuns(ref, { bold: true })))

const shortTitles: Readonly<Partial<Record<DrawnName, string>>> = { reliability: 'Rel.', credibility: 'Cred.' }

export function claimTable(sheet: Sheet, { claims, columns, label }: Of<'claims'>): Block[] {
  const drawn = drawnColumns(columns)
  const widths = columnWidths(drawn, textWidth)
  return captioned(
    numberedCaption(label, claimCaption(claims.length, columns)),
    drawn.map(({ name, title }, at) => ({ title: head(shortTitles[name] ?? title), width: widths[at] ?? 0 })),
    claims.map((claim) =>
      drawn.map((column) =>
        column.name === 'ref' ? [refCell(claim.ref, claim.anchor)] : claimPart(sheet, claim, column),
      ),
    ),
  )
}

function claimPart(sheet: Sheet, claim: ClaimEntry, { name, below }: DrawnColumn): Paragraph[] {
  if (name === 'about')
    return aboutLines(claim, { below }).flatMap((line, at) => (at === 0 ? [words(line)] : detail(line)))
  return [...ownPart(sheet, claim, name), ...below.flatMap((part) => partBelow(claim, part))]
}

function ownPart(sheet: Sheet, claim: ClaimEntry, name: Exclude<DrawnName, 'about'>): Paragraph[] {
  switch (name) {
    case 'statement':
      return [cell(textRuns(claim.statement))]
    case 'quote':
      return claim.quote === null && claim.translation === null ? [words(null)] : quotation(claim)
    case 'numbers':
      return claim.numbers.length === 0
        ? [words(null)]
        : claim.numbers.flatMap(({ figure, detail: more }) => [words(figure), ...detail(more)])
    case 'reliability':
    case 'credibility':
      return [cell([tile(claim[name])])]
    case 'notes':
      return [claim.notes.length === 0 ? words(null) : cell(noteReferences(sheet, claim.notes))]
    default:
      return [words(cellWords(claim, name))]
  }
}

/** What stands in a cell below its first words. */
const partBelow = (claim: ClaimEntry, part: ClaimColumn): Paragraph[] =>
  part === 'quote' ? quotation(claim) : detail(part === 'basis' ? claim.basis : capitalised(claim.status ?? ''))

/** The words as they were said, and what they mean, beside the statement made of them. */
function quotation({ quote, quoteLanguage, translation }: ClaimEntry): Paragraph[] {
  const said = quote === null ? [] : [cell(textRuns(`“${quote}”`, {}, quoteLanguage), 'TableQuote')]
  return translation === null ? said : [...said, cell(textRuns(`“${translation}” (translation)`), 'TableQuote')]
}

/** A grade; what is not graded is a dash, never the worst grade. */
const tile = (grade: string | null): TextRun =>
  grade === null
    ? new TextRun({
        text: '\u00a0–\u00a0',
        color: colours.muted,
        border: { style: BorderStyle.DASHED, color: colours.edge, size: 4, space: 0 },
      })
    : new TextRun({
        text: `\u00a0${grade}\u00a0`,
        bold: true,
        shading: filled(colours.tile),
        border: { style: BorderStyle.SINGLE, color: colours.edge, size: 4, space: 0 },
      })

const eventColumns = columnsOf([
  ['Ref', 620],
  ['Event', null],
  ['When', 1700],
  ['Where', 1560],
  ['Participants', 2000],
  ['Status', 1000],
])

export const eventTable = ({ events, label }: Of<'events'>): Block[] =>
  captioned(numberedCaption(label, eventCaption(events.length)), eventColumns, events.map(eventRow))

const eventRow = (event: EventEntry): Row => [
  [refCell(event.ref, event.anchor)],
  [words(event.title)],
  [words(event.when)],
  [words(event.place)],
  [words(event.participants.length === 0 ? null : event.participants.join(', '))],
  [words(capitalised(event.status))],
]

const sourceColumns = columnsOf([
  ['Note', 560],
  ['Document', null],
  ['Outlet', 1700],
  ['Published', 1500],
  ['Read by the analyst', 1260],
  ['Claims', 2000],
])

export const sourceTable = (sheet: Sheet, { sources, label }: Of<'sources'>): Block[] =>
  captioned(
    numberedCaption(label, sourceCaption(sources.length)),
    sourceColumns,
    sources.map((source) => sourceRow(sheet, source)),
  )

const sourceRow = (sheet: Sheet, source: SourceEntry): Row => [
  [source.note === null ? words(null) : cell(noteReferences(sheet, [source.note]))],
  [cell(sourceTitle(source)), ...detail(source.author)],
  [words(source.outlet)],
  [words(source.published)],
  [words(capitalised(source.read))],
  [source.claims.length === 0 ? words(null) : cell(citationRuns(sheet, source.claims))],
]
