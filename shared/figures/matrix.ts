import { formatQuantity } from '../quantities.ts'
import { count, countNotes } from './counts-words.ts'
import type { FigureOptions, MeasureData, MeasureMark } from './data.ts'
import type { Figure, FigureFrame, FigureTable, Mark } from './figure.ts'
import {
  answersOf,
  claimantOf,
  contradicts,
  questionsOf,
  type Answer,
  type Contradicts,
  type Question,
} from './matrix-questions.ts'
import { el, type SvgNode } from './node.ts'
import { compare } from './series.ts'
import { fit, textWidth, wrap } from './text-width.ts'

/** How wide the names are at least, and at most where the columns leave that free. */
const nameWidths = [176, 320] as const
const leastColumn = 132
const mostColumn = 280
/** Room above the heads for the key, where a cell has the sign that it explains. */
const keyRoom = 20
const headLine = 15
const line = 17
const padding = 6
const mostClaimants = 60
const mostQuestions = 40
/** A cell names the newest values; the table has all. */
const mostValues = 3

interface Column {
  readonly question: Question
  readonly answers: ReadonlyMap<string, Answer>
  readonly head: readonly string[]
  readonly x: number
}

interface Row {
  readonly name: string
  /** The name as it is drawn. */
  readonly lines: readonly string[]
  readonly top: number
  readonly height: number
}

/** Claimants against questions, with the value that each gives; `apart` says which values cannot both hold. */
export function matrixFigure(
  data: MeasureData,
  options: FigureOptions,
  frame: FigureFrame,
  apart: Contradicts = contradicts(data),
): Figure {
  const questions = questionsOf(data, options)
  const shown = questions.slice(0, mostQuestions)
  const names = namesOf(shown)
  const width = Math.max(frame.width, nameWidths[0] + shown.length * leastColumn)
  const nameWidth = nameWidthFor(names.slice(0, mostClaimants), width - shown.length * mostColumn)
  const column = shown.length === 0 ? leastColumn : Math.min((width - nameWidth) / shown.length, mostColumn)
  const columns = shown.map((question, at): Column => ({
    question,
    answers: answersOf(question, apart),
    head: headOf(question, column - 2 * padding),
    x: nameWidth + at * column,
  }))
  const headHeight = Math.max(1, ...columns.map(({ head }) => head.length)) * headLine + 2 * padding
  const isApart = columns.some(({ answers }) => [...answers.values()].some(({ against }) => against.size > 0))
  const head = { top: isApart ? keyRoom : 0, height: headHeight }
  const rows = rowsOf(names.slice(0, mostClaimants), columns, nameWidth, head.top + head.height)
  const bottom = (rows.at(-1)?.top ?? head.top + head.height) + (rows.at(-1)?.height ?? 0)
  const cells = rows.flatMap((row) => columns.flatMap((place) => cellOf(row, place, column)))
  const disagreements = cells.filter(({ answer }) => answer.against.size > 0).length
  return {
    width,
    height: Math.ceil(bottom + line + padding * 2),
    title: 'Agreement matrix',
    description: describe(names.length, questions.length, disagreements),
    body: [
      ...(isApart
        ? [
            el(
              'text',
              { x: 4, y: 14, 'font-size': 11, fill: frame.theme.muted },
              fit('≠ contradicts the value of another claimant in the same column', width - 8, 11),
            ),
          ]
        : []),
      ...columns.flatMap((place) => headNodes(place, column, head, frame)),
      ...rows.flatMap((row) => rowNodes(row, nameWidth + columns.length * column, frame)),
      el('line', { x1: 0, x2: nameWidth + columns.length * column, y1: bottom, y2: bottom, stroke: frame.theme.line }),
      ...cells.map((cell) => drawCell(cell, frame)),
      ...columns.map(({ question, answers, x }) => footNode(question, answers, x, bottom, column, frame)),
    ],
    marks: cells.map(({ measure, x, y, answer, row, question }): Mark => ({
      id: `${measure.id}`,
      record: { kind: 'claim', id: measure.claimId },
      label: cellWords(row.name, question, answer),
      x: x + column / 2,
      y,
    })),
    table: tableOf(questions, names, apart),
    notes: notesOf(data, names.length, questions.length),
    plot: {
      x: nameWidth,
      y: head.top + head.height,
      width: columns.length * column,
      height: bottom - head.top - head.height,
    },
  }
}

/** The claimants, those with the most answers first. */
function namesOf(questions: readonly Question[]): string[] {
  const counts = new Map<string, number>()
  for (const { answers } of questions)
    for (const name of new Set(answers.map(claimantOf))) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].sort(([a, m], [b, n]) => n - m || compare(a, b)).map(([name]) => name)
}

const headOf = ({ parts }: Question, width: number): string[] =>
  parts.flatMap((part, at) => wrap(part, width, 11, at === 0 ? 2 : 2, at === 0))

/** As wide as the longest name, within what the columns leave free. */
function nameWidthFor(names: readonly string[], free: number): number {
  const [least, most] = nameWidths
  const longest = Math.max(0, ...names.map((name) => textWidth(name, 12))) + nameRoom
  return Math.max(least, Math.min(most, longest, free))
}

/** Beside the names. */
const nameRoom = 12
const mostNameLines = 2

function rowsOf(names: readonly string[], columns: readonly Column[], nameWidth: number, top: number): Row[] {
  let y = top
  return names.map((name) => {
    const lines = wrap(name, nameWidth - nameRoom, 12, mostNameLines)
    const most = Math.max(lines.length, ...columns.map(({ answers }) => linesIn(answers.get(name))))
    const row = { name, lines, top: y, height: Math.max(1, most) * line + 2 * padding }
    y += row.height
    return row
  })
}

const linesIn = (answer: Answer | undefined): number =>
  answer ? Math.min(answer.measures.length, mostValues) + (answer.measures.length > mostValues ? 1 : 0) : 0

interface Cell {
  readonly row: Row
  readonly question: Question
  readonly answer: Answer
  /** The newest of the values: what a click opens. */
  readonly measure: MeasureMark
  readonly x: number
  readonly y: number
  readonly width: number
}

function cellOf(row: Row, { answers, question, x }: Column, width: number): Cell[] {
  const answer = answers.get(row.name)
  const measure = answer?.measures.at(-1)
  return answer && measure ? [{ row, question, answer, measure, x, y: row.top + row.height / 2, width }] : []
}

interface Head {
  readonly top: number
  readonly height: number
}

function headNodes(
  { head, x, question }: Column,
  width: number,
  { top, height }: Head,
  { theme }: FigureFrame,
): SvgNode[] {
  const bold = wrap(question.parts[0] ?? '', width - 2 * padding, 11, 2, true).length
  return [
    ...head.map((text, at) =>
      el(
        'text',
        {
          x: x + padding,
          y: top + padding + (at + 0.75) * headLine,
          'font-size': 11,
          'font-weight': at < bold ? 600 : 400,
          fill: at < bold ? theme.text : theme.muted,
        },
        text,
      ),
    ),
    el('line', { x1: x, x2: x, y1: top, y2: top + height, stroke: theme.line }),
  ]
}

const rowNodes = ({ lines, top }: Row, width: number, { theme }: FigureFrame): SvgNode[] => [
  el('line', { x1: 0, x2: width, y1: top, y2: top, stroke: theme.line }),
  ...lines.map((text, at) => el('text', { x: 4, y: top + padding + 12 + at * line }, text)),
]

function drawCell({ row, answer, measure, x, width, question }: Cell, { theme }: FigureFrame): SvgNode {
  const isApart = answer.against.size > 0
  const values = answer.measures.slice(-mostValues)
  const hidden = answer.measures.length - values.length
  const words = [
    ...values.map((one, at) => cellText(one, width - 2 * padding - (at === 0 ? 18 : 0))),
    ...(hidden > 0 ? [`+${hidden} earlier`] : []),
  ]
  return el(
    'g',
    { 'data-mark': measure.id },
    el('title', {}, cellWords(row.name, question, answer)),
    el('rect', {
      x: x + 1,
      y: row.top + 1,
      width: width - 2,
      height: row.height - 2,
      fill: isApart ? theme.amberGround : theme.paper,
    }),
    words.map((text, at) =>
      el(
        'text',
        { x: x + padding, y: row.top + padding + 12 + at * line, 'font-size': at < values.length ? 12 : 11 },
        text,
      ),
    ),
    isApart
      ? el(
          'text',
          {
            x: x + width - padding,
            y: row.top + padding + 12,
            'text-anchor': 'end',
            fill: theme.amber,
            'font-weight': 600,
          },
          '≠',
        )
      : null,
  )
}

const valueWords = (measure: MeasureMark): string => [formatQuantity(measure), measure.ref].filter(Boolean).join(' · ')

/** The figure, with the claim's reference where that has room. */
const cellText = (measure: MeasureMark, width: number): string => {
  const whole = valueWords(measure)
  return textWidth(whole, 12) <= width ? whole : fit(formatQuantity(measure), width, 12)
}

/** Under each column: how many answered it, and whether they agree. */
function footNode(
  question: Question,
  answers: ReadonlyMap<string, Answer>,
  x: number,
  y: number,
  width: number,
  { theme }: FigureFrame,
): SvgNode {
  const apart = [...answers.values()].filter(({ against }) => against.size > 0).length
  const words =
    answers.size === 1 ? 'one claimant' : apart > 0 ? `${apart} of ${answers.size} disagree` : `${answers.size} agree`
  const long = `${words}, ${count(question.answers.length, 'value')}`
  return el(
    'text',
    { x: x + padding, y: y + padding + 12, 'font-size': 11, fill: apart > 0 ? theme.amber : theme.muted },
    fit(textWidth(long, 11) <= width - 2 * padding ? long : words, width - 2 * padding, 11),
  )
}

function cellWords(name: string, { parts }: Question, { measures, against }: Answer): string {
  const apart = against.size > 0 ? `; contradicts ${[...against].sort(compare).join(', ')}` : ''
  return `${name}, ${parts.join(', ')}: ${measures.map(valueWords).join(', ')}${apart}`
}

const describe = (claimants: number, questions: number, disagreements: number): string =>
  questions === 0
    ? 'No claim of this selection gives a figure.'
    : `${count(claimants, 'claimant')} and ${count(questions, 'question')} (a subject, its category and its scope), with the value that each gives. ${count(disagreements, 'cell')} with a value that contradicts another claimant’s.`

const notesOf = (data: MeasureData, claimants: number, questions: number): string[] => [
  ...countNotes(data, data.measures.length, 'number'),
  ...(questions > mostQuestions
    ? [
        `The ${mostQuestions} questions with the most claimants of ${count(questions, 'question')}. Narrow the filter of the list to see the others.`,
      ]
    : []),
  ...(claimants > mostClaimants
    ? [`The ${mostClaimants} claimants with the most answers of ${count(claimants, 'claimant')}.`]
    : []),
]

function tableOf(questions: readonly Question[], names: readonly string[], apart: Contradicts): FigureTable {
  const shown = questions.slice(0, mostQuestions).map((question) => ({ question, answers: answersOf(question, apart) }))
  return {
    caption: 'What each claimant says',
    columns: ['Claimant', 'Question', 'Values', 'Contradicts'].map((title) => ({ title })),
    rows: names.flatMap((name) =>
      shown.flatMap(({ question, answers }) => {
        const answer = answers.get(name)
        const newest = answer?.measures.at(-1)
        if (!answer || !newest) return []
        return [
          {
            cells: [
              name,
              question.parts.join(', '),
              answer.measures.map(valueWords).join('; '),
              [...answer.against].sort(compare).join('; ') || '–',
            ],
            record: { kind: 'claim', id: newest.claimId } as const,
          },
        ]
      }),
    ),
  }
}
