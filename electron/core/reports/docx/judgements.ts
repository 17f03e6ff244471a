import type { Root } from 'mdast'
import { Paragraph, TextRun, type ParagraphChild } from 'docx'
import type { JudgementEntry, LikelihoodEntry } from '../model.ts'
import { capitalised, likelihoodDetail } from '../words.ts'
import { paragraph, type Block } from './block.ts'
import { citationRuns } from './citations.ts'
import { placed } from './links.ts'
import { judgementNumbers } from './lists.ts'
import { colours, filled, labelWidth, numberWidth, textWidth } from './look.ts'
import { markdownBlocks } from './markdown.ts'
import type { Place, Sheet } from './sheet.ts'
import { afterTable, plainTable } from './table.ts'
import { textRuns } from './text.ts'

const valueWidth = textWidth - numberWidth - labelWidth

/** Where values stand beside their labels. */
export const valuePlace = (sheet: Sheet, width: number): Place => ({
  sheet,
  style: 'JudgementBasis',
  indent: 0,
  width,
  hasOutline: false,
  hasTables: true,
})

/** The key judgements: each statement with its likelihood, its confidence and what it rests on. */
export function judgementBlocks(sheet: Sheet, judgements: readonly JudgementEntry[]): Block[] {
  const numbers = judgementNumbers(judgements[0]?.number ?? 1)
  const instance = sheet.nextList()
  const statement = ({ anchor, statement: text }: JudgementEntry): Paragraph =>
    new Paragraph({
      style: 'Judgement',
      numbering: { reference: numbers, level: 0, instance },
      indent: { left: numberWidth, hanging: numberWidth },
      children: placed(anchor, textRuns(text)),
    })
  return [
    ...judgements.flatMap((judgement) => [
      statement(judgement),
      ...basisTable(valuePlace(sheet, valueWidth), judgement),
    ]),
    afterTable(),
  ]
}

interface BasisRow {
  readonly label: string
  readonly value: readonly Block[]
}

/** Likelihood and confidence are said apart, never in one sentence (ICD 203). */
function basisRows(place: Place, judgement: JudgementEntry): BasisRow[] {
  const { likelihood, confidence, confidenceReasons, stale, resolvesBy } = judgement
  const text = (body: Root | null): Block[] => (body === null ? [] : markdownBlocks(place, body))
  const words = (runs: readonly ParagraphChild[]): Block[] => (runs.length === 0 ? [] : [paragraph(place, runs)])
  const plain = (line: string | null): Block[] => (line === null ? [] : words(textRuns(line)))
  return [
    { label: 'Likelihood', value: likelihood ? words(likelihoodRuns(likelihood)) : [] },
    {
      label: 'Confidence',
      value: [...(confidence ? words(textRuns(capitalised(confidence))) : []), ...text(confidenceReasons)],
    },
    { label: 'Stale', value: plain(stale) },
    { label: 'Supported by', value: words(citationRuns(place.sheet, judgement.supporting)) },
    { label: 'Contrary', value: words(citationRuns(place.sheet, judgement.contrary)) },
    { label: 'Assumptions', value: text(judgement.assumptions) },
    { label: 'Alternatives', value: text(judgement.alternatives) },
    { label: 'Would change it', value: text(judgement.indicators) },
    { label: 'Resolves by', value: plain(resolvesBy) },
  ].filter(({ value }) => value.length > 0)
}

/** A judgement of more lines than this may break over the page. */
const longestWhole = 16

/** What a judgement rests on, as labels and values side by side. */
function basisTable(place: Place, judgement: JudgementEntry): Block[] {
  const rows = basisRows(place, judgement)
  if (rows.length === 0) return []
  const isWhole = rows.reduce((sum, { value }) => sum + value.length, 0) <= longestWhole
  return [
    plainTable({
      caption: `Basis of judgement ${judgement.number}`,
      indent: numberWidth,
      widths: [labelWidth, valueWidth],
      rows: rows.map(({ label, value }) => [[paragraph(place, textRuns(label, { style: 'Label' }))], value]),
      isWhole,
    }),
  ]
}

const likelihoodRuns = (likelihood: LikelihoodEntry): ParagraphChild[] => [
  ...textRuns(`${capitalised(likelihood.term)}\u00a0\u00a0`, { bold: true }),
  ...bar(likelihood),
  ...textRuns(`\u00a0\u00a0${likelihoodDetail(likelihood)}`, { style: 'Label' }),
]

const barWidth = 1900

/** Where the term lies between 0 and 100 per cent; the words beside it say the same. */
function bar({ low, high, percent }: LikelihoodEntry): TextRun[] {
  const mark = percent === null ? [] : [percent - 1, percent + 1]
  const cuts = [...new Set([0, low, high, 100, ...mark])].filter((cut) => cut >= 0 && cut <= 100).sort((a, b) => a - b)
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index] ?? 0
    const isMark = percent !== null && start >= percent - 1 && end <= percent + 1
    return barPart(end - start, isMark ? colours.ink : start >= low && end <= high ? colours.accent : colours.line)
  })
}

/** A stretch of colour: a space so small that the width added to it is its width. */
const barPart = (percent: number, colour: string): TextRun =>
  new TextRun({
    text: '\u00a0',
    size: 8,
    noProof: true,
    characterSpacing: Math.round((percent * barWidth) / 100) - spaceWidth,
    shading: filled(colour),
  })

/** Of a space of 4 pt, in twips. */
const spaceWidth = 21
