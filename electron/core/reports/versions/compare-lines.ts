import { diffArrays, diffWordsWithSpace } from 'diff'
import type { LineComparison, Piece, ReportLine } from '../../../../shared/versions.ts'
import { cellMark } from './report-lines.ts'

/** Texts that have less in common than this are told as one gone and one come. */
const mostEdits = 2000
/** How far a line is looked for that one became. */
const farthest = 50

/** Holds the text of two versions side by side, line by line. */
export function compareLines(before: readonly ReportLine[], after: readonly ReportLine[]): LineComparison[] {
  const runs = diffArrays([...before], [...after], {
    comparator: (left, right) => left.role === right.role && left.text === right.text,
    maxEditLength: mostEdits,
  })
  if (runs === undefined) return paired(before, after)
  const lines: LineComparison[] = []
  let gone: ReportLine[] = []
  let come: ReportLine[] = []
  const close = (): void => {
    lines.push(...paired(gone, come))
    gone = []
    come = []
  }
  for (const { value, added, removed } of runs) {
    if (removed) gone.push(...value)
    else if (added) come.push(...value)
    else {
      close()
      lines.push(...value.map(same))
    }
  }
  close()
  return lines
}

const whole = (text: string, isChanged: boolean): Piece[] => [{ text, isChanged }]
const same = ({ role, text }: ReportLine): LineComparison => ({
  role,
  verdict: 'same',
  before: whole(text, false),
  after: whole(text, false),
})
const removed = ({ role, text }: ReportLine): LineComparison => ({
  role,
  verdict: 'removed',
  before: whole(text, true),
  after: [],
})
const added = ({ role, text }: ReportLine): LineComparison => ({
  role,
  verdict: 'added',
  before: [],
  after: whole(text, true),
})

/** Of lines that gave way to others: which became which, in their order. */
function paired(gone: readonly ReportLine[], come: readonly ReportLine[]): LineComparison[] {
  const lines: LineComparison[] = []
  const wordsOf = come.map(wordSet)
  let next = 0
  for (const line of gone) {
    const words = wordSet(line)
    const end = Math.min(come.length, next + farthest)
    let at = next
    while (at < end && !isAlike(line, words, come[at] as ReportLine, wordsOf[at] as ReadonlySet<string>)) at += 1
    if (at === end) {
      lines.push(removed(line))
      continue
    }
    lines.push(...come.slice(next, at).map(added), changed(line, come[at] as ReportLine))
    next = at + 1
  }
  return [...lines, ...come.slice(next).map(added)]
}

const wordSet = ({ text }: ReportLine): ReadonlySet<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu))

/** A row is the same row by its first cell; another line by more than half of the words of the shorter. */
function isAlike(
  one: ReportLine,
  words: ReadonlySet<string>,
  other: ReportLine,
  otherWords: ReadonlySet<string>,
): boolean {
  if (one.role !== other.role) return false
  if (one.role === 'row') return one.text.split(cellMark)[0] === other.text.split(cellMark)[0]
  let shared = 0
  for (const word of words) if (otherWords.has(word)) shared += 1
  return 2 * shared > Math.min(words.size, otherWords.size)
}

function changed(before: ReportLine, after: ReportLine): LineComparison {
  const parts = diffWordsWithSpace(before.text, after.text)
  const side = (hides: 'added' | 'removed'): Piece[] =>
    parts.filter((part) => !part[hides]).map((part) => ({ text: part.value, isChanged: part.added || part.removed }))
  return { role: after.role, verdict: 'changed', before: side('added'), after: side('removed') }
}
