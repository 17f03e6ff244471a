import type { ParagraphChild } from 'docx'
import { assertNever } from '../../../../shared/result.ts'
import type { Alternatives, DataLine, JudgementRef, Section } from '../model.ts'
import { noneBeside, noneHeld, outletAside } from '../words.ts'
import { paragraph, type Block } from './block.ts'
import { citationRuns, sourceTitle } from './citations.ts'
import { valuePlace } from './judgements.ts'
import { internalLink } from './links.ts'
import { labelWidth, textWidth } from './look.ts'
import { markdownBlocks } from './markdown.ts'
import { noteReference } from './note-references.ts'
import type { Place, Sheet } from './sheet.ts'
import { afterTable, plainTable, type Row } from './table.ts'
import { textRuns } from './text.ts'

const valueWidth = textWidth - labelWidth

/** The sections that are lines of data under labels; `textPlace` is where a text of one's own stands. */
export function dataSection(
  textPlace: Place,
  section: Extract<Section, { kind: 'source-summary' | 'gaps' | 'changes' | 'alternatives' }>,
): Block[] {
  const { sheet } = textPlace
  const place = valuePlace(sheet, valueWidth)
  switch (section.kind) {
    case 'source-summary':
      return [
        ...lineTable(
          section.title,
          section.lines.map((line) => lineRow(place, line)),
        ),
        ...(section.body === null ? [] : markdownBlocks(textPlace, section.body)),
      ]
    case 'gaps':
    case 'changes':
      return lineTable(
        section.title,
        section.lines.map((line) => lineRow(place, line)),
      )
    case 'alternatives':
      return lineTable(section.title, alternativeRows(place, section))
    default:
      return assertNever(section)
  }
}

const lineTable = (caption: string, rows: readonly Row[]): Block[] => [
  plainTable({ caption, indent: 0, widths: [labelWidth, valueWidth], rows }),
  afterTable(),
]

const labelRow = (place: Place, label: readonly ParagraphChild[], value: readonly Block[]): Row => [
  [paragraph(place, label)],
  value,
]
const label = (words: string): ParagraphChild[] => textRuns(words, { style: 'Label' })

function lineRow(place: Place, { label: name, words, claims, sources }: DataLine): Row {
  const { sheet } = place
  const records = [
    ...claims.map((together) => citationRuns(sheet, together, ' and ')),
    ...sources.map((source) => [
      ...sourceTitle(source),
      ...textRuns(outletAside(source)),
      ...(source.note === null ? [] : [noteReference(sheet, source.note)]),
    ]),
  ]
  const runs = separated(records, sources.length > 0 ? '; ' : ', ')
  return labelRow(place, label(name), [
    paragraph(place, [...textRuns(records.length === 0 ? words : `${words}: `), ...runs]),
  ])
}

const separated = (parts: readonly (readonly ParagraphChild[])[], mark: string): ParagraphChild[] =>
  parts.flatMap((part, index) => [...(index === 0 ? [] : textRuns(mark)), ...part])

function alternativeRows(place: Place, { given, without }: Alternatives): Row[] {
  const { sheet } = place
  if (given.length + without.length === 0)
    return [labelRow(place, label('None'), [paragraph(place, textRuns(noneHeld))])]
  const none = [
    ...textRuns(noneBeside),
    ...separated(
      without.map((one) => judgementLink(sheet, one)),
      ', ',
    ),
    ...textRuns('.'),
  ]
  return [
    ...given.map(({ statement, body, ...reference }) =>
      labelRow(place, judgementLink(sheet, reference), [
        paragraph(place, textRuns(statement, { style: 'Label' }), { keepNext: true }),
        ...markdownBlocks(place, body),
      ]),
    ),
    ...(without.length === 0 ? [] : [labelRow(place, label('None'), [paragraph(place, none)])]),
  ]
}

const judgementLink = (sheet: Sheet, { anchor, number }: JudgementRef): ParagraphChild[] =>
  internalLink(sheet, anchor, textRuns(`Judgement ${number}`, { style: 'Hyperlink' }))
