import { BorderStyle, Paragraph, TextRun, type ParagraphChild } from 'docx'
import type { ClaimEntry, EventEntry, SourceEntry } from '../model.ts'
import { capitalised, claimCaption, eventCaption, sourceCaption } from '../words.ts'
import { citationRuns, sourceTitle } from './citations.ts'
import { placed } from './links.ts'
import { colours, filled, textWidth } from './look.ts'
import type { Block } from './block.ts'
import { noteReferences } from './note-references.ts'
import type { Sheet } from './sheet.ts'
import { afterTable, dataTable, head, type Column, type Row } from './table.ts'
import { textRuns } from './text.ts'

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

const claimColumns = columnsOf([
  ['Ref', 600],
  ['Statement', null],
  ['Claimant and basis', 1620],
  ['Said', 1600],
  ['Number', 1360],
  ['Rel.', 500],
  ['Cred.', 560],
  ['Notes', 500],
])

export const claimTable = (sheet: Sheet, claims: readonly ClaimEntry[]): Block[] =>
  captioned(
    claimCaption(claims.length),
    claimColumns,
    claims.map((claim) => claimRow(sheet, claim)),
  )

const claimRow = (sheet: Sheet, claim: ClaimEntry): Row => [
  [refCell(claim.ref, claim.anchor)],
  [cell(textRuns(claim.statement)), ...quotation(claim), ...detail(capitalised(claim.status ?? ''))],
  [words(claim.claimant ?? 'Unattributed'), ...detail(claim.basis)],
  [words(claim.said)],
  claim.numbers.length === 0
    ? [words(null)]
    : claim.numbers.flatMap(({ figure, detail: more }) => [words(figure), ...detail(more)]),
  [cell([tile(claim.reliability)])],
  [cell([tile(claim.credibility)])],
  [claim.notes.length === 0 ? words(null) : cell(noteReferences(sheet, claim.notes))],
]

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

export const eventTable = (events: readonly EventEntry[]): Block[] =>
  captioned(eventCaption(events.length), eventColumns, events.map(eventRow))

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

export const sourceTable = (sheet: Sheet, sources: readonly SourceEntry[]): Block[] =>
  captioned(
    sourceCaption(sources.length),
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
