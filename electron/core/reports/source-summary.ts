import { dateInWords, parseDate } from '../../../shared/dates.ts'
import { summaryLine } from '../../../shared/origins.ts'
import { credibilityScale, reliabilityScale } from '../../../shared/scales.ts'
import type { Draft } from './draft.ts'
import type { ClaimRecord } from './gather.ts'
import { counted } from './labels.ts'
import type { DataLine, SourceEntry, SourceSummary } from './model.ts'

/** A summary that is not filled yet. */
export const noSummary: Omit<SourceSummary, 'body'> = { lines: [], hasGrades: false }

/** ICD 206: what can be counted of the sources of the whole report. It says what is so, and not how good that is. */
export function summaryOf(draft: Draft, sources: readonly SourceEntry[]): Omit<SourceSummary, 'body'> {
  const claims = draft.shownClaims()
  const together = draft.records.standing?.together
  return {
    lines: [
      line(
        'Origins',
        together && claims.length > 0
          ? `${counted(claims.length, 'claim')}: ${summaryLine(together)}.`
          : 'The report cites no claims.',
      ),
      line('Read', readWords(sources)),
      ...(claims.length > 0
        ? [
            line('Reliability', gradeWords(claims, 'reliability', reliabilityScale)),
            line('Credibility', gradeWords(claims, 'credibility', credibilityScale)),
          ]
        : []),
      ...(sources.length > 0 ? [line('Published', publishedWords(draft))] : []),
    ],
    hasGrades: claims.some(({ reliability, credibility }) => reliability !== null || credibility !== null),
  }
}

const line = (label: string, words: string): DataLine => ({ label, words, claims: [], sources: [] })
const number = (count: number): string => count.toLocaleString('en-GB')

function readWords(sources: readonly SourceEntry[]): string {
  if (sources.length === 0) return 'The report cites no documents.'
  const how = (read: string): number => sources.filter((source) => source.read === read).length
  const unsaid = how('not said')
  const rest = unsaid === 0 ? '' : `, ${number(unsaid)} not said to be either`
  return `${counted(sources.length, 'document')} cited: ${number(how('read'))} read by the analyst, ${number(how('cited, not seen'))} cited and not seen${rest}.`
}

/** "Of 16 claims: B, usually reliable: 4; not graded: 12." */
function gradeWords(
  claims: readonly ClaimRecord[],
  axis: 'reliability' | 'credibility',
  scale: Readonly<Record<string, string>>,
): string {
  const graded = Object.entries(scale).flatMap(([grade, meaning]) => {
    const count = claims.filter((claim) => claim[axis] === grade).length
    return count === 0 ? [] : [`${grade} (${meaning})\u00a0${number(count)}`]
  })
  const ungraded = claims.filter((claim) => claim[axis] === null).length
  const parts = [graded.join(', '), ungraded === 0 ? '' : `not graded\u00a0${number(ungraded)}`].filter(Boolean)
  return `Of ${counted(claims.length, 'claim')}: ${parts.join('; ')}.`
}

/** From the first day that the oldest may be of to the last that the newest may be of. */
function publishedWords(draft: Draft): string {
  const documents = draft.citedDocuments().flatMap((id) => draft.records.documents.get(id) ?? [])
  const dates = documents.flatMap(({ published }) => {
    const date = published === null ? undefined : parseDate(published)
    if (!date?.ok) return []
    const { edtf, from, to } = date.value
    return [{ edtf, first: from ?? to ?? 0, last: to ?? from ?? 0 }]
  })
  const undated = documents.length - dates.length
  const rest = undated === 0 ? '' : `without a date: ${counted(undated, 'document')}.`
  const [oldest] = dates.toSorted((a, b) => a.first - b.first)
  const [newest] = dates.toSorted((a, b) => b.last - a.last)
  if (!oldest || !newest) return `None of the documents has a date.`
  const span =
    oldest.edtf === newest.edtf
      ? `The oldest and the newest: ${dateInWords(oldest.edtf)}`
      : `The oldest: ${dateInWords(oldest.edtf)}; the newest: ${dateInWords(newest.edtf)}`
  return rest === '' ? `${span}.` : `${span}; ${rest}`
}
