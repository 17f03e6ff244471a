import type { RecordComparison } from '../../../shared/versions.ts'
import type { Draft } from './draft.ts'
import { noRef } from './entries.ts'
import { counted } from './labels.ts'
import type { Citation, DataLine } from './model.ts'
import { dayInWords, tlpText } from './words.ts'

/** So many records of a kind are told one by one, the others counted. */
const mostTold = 40
const mostNamed = 12
/** A longer text that changed is not told in both its wordings. */
const longestTold = 80

/** What is other than in the version that went out before: judgements first, then claims, then what they rest on. Null where none did. */
export function changesSince(draft: Draft): DataLine[] | null {
  const { since } = draft.records
  if (since === null) return null
  const of = (kind: RecordComparison['kind']): RecordComparison[] =>
    since.changes.filter((record) => record.kind === kind)
  const lines = [
    ...judgementLines(draft, of('judgement')),
    ...claimLines(draft, of('claim')),
    ...kindLine('Events', of('event')),
    ...kindLine('Documents', of('document')),
    ...kindLine('Relations', of('relation')),
    ...kindLine('Outlets', changedOnly(of('outlet'))),
    ...kindLine('Actors', changedOnly(of('actor'))),
  ]
  return [
    line('Compared with', `the version of ${dayInWords(since.at)}, ${tlpText(since.tlp)}.`),
    ...(lines.length > 0 ? lines : [line('The same', 'Judgements, claims, events and sources are as they were.')]),
  ]
}

const line = (label: string, words: string, claims: DataLine['claims'] = []): DataLine => ({
  label,
  words,
  claims,
  sources: [],
})

/** Who is named anew, or no more, came and went with what names them. */
const changedOnly = (records: readonly RecordComparison[]): RecordComparison[] =>
  records.filter(({ verdict }) => verdict === 'changed')

function judgementLines(draft: Draft, records: readonly RecordComparison[]): DataLine[] {
  const numbers = new Map(draft.judgements().map(({ judgement, number }) => [judgement.id as string, number]))
  return records
    .toSorted((one, other) => (numbers.get(one.id) ?? Infinity) - (numbers.get(other.id) ?? Infinity))
    .map((record) => {
      const number = numbers.get(record.id)
      if (record.verdict === 'removed') return line('Withdrawn', `“${record.text ?? ''}”`)
      const label = number === undefined ? 'Judgement' : `Judgement ${number}`
      return line(label, record.verdict === 'added' ? 'new' : changesInWords(record))
    })
}

function claimLines(draft: Draft, records: readonly RecordComparison[]): DataLine[] {
  const cited = ({ id, name }: RecordComparison): Citation[] => [
    { ref: draft.records.claims.get(id)?.ref ?? refIn(name), anchor: draft.anchorOf(id), note: null, missing: null },
  ]
  const group = (label: string, found: readonly RecordComparison[], words: string): DataLine[] =>
    found.length === 0 ? [] : [line(label, `${counted(found.length, 'claim')} ${words}`, found.map(cited))]
  const changed = changedOnly(records)
  return [
    ...group(
      'New claims',
      records.filter(({ verdict }) => verdict === 'added'),
      'not in that version',
    ),
    ...changed.slice(0, mostTold).map((record) => line(refIn(record.name), changesInWords(record))),
    ...group('Changed too', changed.slice(mostTold), 'more that changed'),
    ...group(
      'No longer in it',
      records.filter(({ verdict }) => verdict === 'removed'),
      'that it does not hold any more',
    ),
  ]
}

/** A claim without a reference is called by its statement, which is told in its place only. */
const refIn = (name: string): string => (name.startsWith('“') ? noRef : name)

function kindLine(label: string, records: readonly RecordComparison[]): DataLine[] {
  const part = (verdict: RecordComparison['verdict'], words: string): string[] => {
    const found = records.filter((record) => record.verdict === verdict)
    if (found.length === 0) return []
    const named = found
      .slice(0, mostNamed)
      .map((record) => (verdict === 'changed' ? `${record.name} (${changesInWords(record)})` : record.name))
    const more = found.length - named.length
    return [`${found.length} ${words}: ${named.join('; ')}${more > 0 ? ` and ${more} more` : ''}`]
  }
  const parts = [...part('added', 'new'), ...part('changed', 'changed'), ...part('removed', 'no longer in it')]
  return parts.length === 0 ? [] : [line(label, `${parts.join('. ')}.`)]
}

/** "credibility: 3 → 2; statement reworded". */
const changesInWords = ({ differences }: RecordComparison): string =>
  differences
    .map(({ field, before, after }) => {
      if (after === null) return `${field}: no longer ${shortEnough(before) ? before : 'set'}`
      if (before === null) return shortEnough(after) ? `${field}: ${after} (new)` : `${field} added`
      return shortEnough(before) && shortEnough(after) ? `${field}: ${before} → ${after}` : `${field} reworded`
    })
    .join('; ')

const shortEnough = (text: string | null): text is string => text !== null && text.length <= longestTold
