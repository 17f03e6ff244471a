import type { Draft } from './draft.ts'
import type { ClaimRecord } from './gather.ts'
import { counted } from './labels.ts'
import type { DataLine, SourceEntry } from './model.ts'
import { capitalised } from './words.ts'

/** What a report can lack, in the order in which it is told; each label with what it is called where nothing of it was found. */
const absences = {
  'Origin unresolved': 'claims with an unresolved origin',
  'Single origin': 'claims with a single origin',
  'Not reviewed': 'contradictions that nobody reviewed',
  'No date': 'claims without a date',
  'Not graded': 'claims not graded on both axes',
  'Not seen': 'documents that were cited and not seen',
  'Not said if read': 'documents of which it is not said whether they were read',
} as const
type Absence = keyof typeof absences

/** What is missing or open about the claims that the report may show. */
export function claimGaps(draft: Draft): DataLine[] {
  const { standing } = draft.records
  const claims = draft.shownClaims()
  const line = (label: Absence, is: (claim: ClaimRecord) => boolean, what: string): DataLine[] => {
    const found = claims.filter(is)
    const words = `${found.length.toLocaleString('en-GB')} of ${counted(claims.length, 'claim')} ${what}`
    return found.length === 0 ? [] : [{ label, words, claims: found.map(({ id }) => [draft.cite(id)]), sources: [] }]
  }
  const originsOf = ({ id }: ClaimRecord): { origins: number; unresolved: number } =>
    standing?.origins.get(id) ?? { origins: 0, unresolved: 0 }
  return [
    ...line(
      'Origin unresolved',
      (claim) => originsOf(claim).unresolved > 0,
      'with an end where nobody answers for what is said',
    ),
    ...line('Single origin', (claim) => originsOf(claim).origins === 1, 'with one independent origin'),
    ...openPairs(draft),
    ...line(
      'No date',
      ({ said, saidText }) => said === null && saidText === null,
      'without a date on which they were said',
    ),
    ...line(
      'Not graded',
      ({ reliability, credibility }) => reliability === null || credibility === null,
      'without a grade on one axis or both',
    ),
  ]
}

function openPairs(draft: Draft): DataLine[] {
  const pairs = draft.records.standing?.open ?? []
  if (pairs.length === 0) return []
  const words = `${counted(pairs.length, 'contradiction')} between claims of the report that nobody reviewed`
  return [{ label: 'Not reviewed', words, claims: pairs.map((pair) => pair.map((id) => draft.cite(id))), sources: [] }]
}

/** The gaps of the claims with those of the documents that all sections cite, and what was looked for and not found. */
export function allGaps(draft: Draft, ofClaims: readonly DataLine[], sources: readonly SourceEntry[]): DataLine[] {
  const line = (label: Absence, read: string, what: string): DataLine[] => {
    const found = sources.filter((source) => source.read === read)
    const words = `${found.length.toLocaleString('en-GB')} of ${counted(sources.length, 'document')} ${what}`
    return found.length === 0 ? [] : [{ label, words, claims: [], sources: found }]
  }
  const found = [
    ...ofClaims,
    ...line('Not seen', 'cited, not seen', 'cited and not seen'),
    ...line('Not said if read', 'not said', 'of which it is not said whether they were read'),
  ]
  return [...found, ...nothing(draft, new Set(found.map(({ label }) => label)), sources.length)]
}

function nothing(draft: Draft, found: ReadonlySet<string>, documents: number): DataLine[] {
  const line = (words: string): DataLine[] => [{ label: 'Nothing found', words, claims: [], sources: [] }]
  if (draft.shownClaims().length + documents === 0) return line('The report cites no claims and no documents.')
  const missing = Object.entries(absences).flatMap(([label, name]) => (found.has(label) ? [] : [name]))
  return missing.length === 0 ? [] : line(`${capitalised(missing.join('; '))}.`)
}
