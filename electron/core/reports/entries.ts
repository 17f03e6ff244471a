import { dateInWords } from '../../../shared/dates.ts'
import { rangeInWords, termOf } from '../../../shared/likelihood.ts'
import { formatQuantity } from '../../../shared/quantities.ts'
import { tlpLabels, type Tlp } from '../../../shared/scales.ts'
import type { Measure } from '../../../shared/claim.ts'
import type { Judgement } from '../../../shared/report.ts'
import type { CarriageRecord, ClaimRecord, DocumentRecord, EventRecord } from './gather.ts'
import { safeUrl } from './markdown.ts'
import type { ClaimEntry, EventEntry, LikelihoodEntry, NumberEntry, SourceEntry } from './model.ts'

/** What stands for a reference that was not given. */
export const noRef = '–'

/** Whether a label is stricter than another: TLP 2.0's order from CLEAR to RED. */
export const isAbove = (label: Tlp, limit: Tlp): boolean => tlpLabels.indexOf(label) > tlpLabels.indexOf(limit)

/** A date as one reads it; what could not be read as a date stands as it was written. */
const dateWords = (edtf: string | null, written: string | null): string | null =>
  edtf === null ? written : dateInWords(edtf)

function numberEntry(measure: Measure): NumberEntry[] {
  const figure = formatQuantity(measure)
  if (figure === '') return []
  const asOf = measure.asOf === null ? null : `as of ${dateInWords(measure.asOf)}`
  const detail = [measure.category, measure.place, asOf].filter((part) => part !== null)
  return [{ figure: [figure, measure.unit].filter((part) => part !== null).join(' '), detail: detail.join(', ') }]
}

/** A claim as a table shows it, but for where it stands and what it cites. */
export const claimEntry = (claim: ClaimRecord): Omit<ClaimEntry, 'anchor' | 'notes'> => ({
  ref: claim.ref ?? noRef,
  statement: claim.statement,
  quote: claim.quote,
  quoteLanguage: claim.quoteLanguage,
  translation: claim.translation,
  claimant: claim.claimant,
  basis: claim.basis === 'unknown' ? 'basis not known' : claim.basis,
  said: dateWords(claim.said, claim.saidText),
  numbers: claim.measures.flatMap(numberEntry),
  reliability: claim.reliability,
  credibility: claim.credibility,
  status: claim.status === 'open' ? null : claim.status,
  topic: claim.topic,
  event: claim.event,
  place: claim.place,
  tags: claim.tags,
  tlp: claim.tlp,
})

export const eventEntry = (event: EventRecord): Omit<EventEntry, 'anchor'> => ({
  ref: event.ref ?? noRef,
  title: event.title,
  when: dateWords(event.when, event.whenText),
  place: event.place,
  participants: event.participants,
  status: event.status,
})

/** A document as it is cited; `carriages` are those of the report's claims in it. */
export const sourceEntry = (
  document: DocumentRecord,
  carriages: readonly CarriageRecord[],
): Omit<SourceEntry, 'claims' | 'note'> => ({
  title: document.title,
  outlet: document.outlet,
  author: document.author,
  published: dateWords(document.published, document.publishedText),
  url: document.url === null ? null : (safeUrl(document.url) ?? null),
  read: readWords(document, carriages),
})

/** What was said of the document itself counts before what was said of it at each claim. */
function readWords({ readByMe }: DocumentRecord, carriages: readonly CarriageRecord[]): string {
  const said = readByMe === null ? carriages.map(({ linkRead }) => linkRead) : [readByMe]
  if (said.includes(true)) return 'read'
  return said.includes(false) ? 'cited, not seen' : 'not said'
}

/** A judgement's term with its range; the range is of the scale on which the judgement was made. */
export function likelihoodEntry({ scale, likelihood, percent }: Judgement): LikelihoodEntry | null {
  const term = termOf(scale, likelihood)
  return term ? { ...term, range: rangeInWords(scale, term), percent } : null
}

export const resolvesByWords = ({ resolvesBy, resolvesByText }: Judgement): string | null =>
  dateWords(resolvesBy, resolvesByText)

/**
 * What a report says of a judgement whose evidence changed since it was weighed: the grades that its tables show are of
 * today, so that readers would take it for a judgement on them. Only references are told, as of what is withheld.
 */
export function staleWords({ changes }: Pick<Judgement, 'changes'>): string | null {
  if (changes.length === 0) return null
  const claims = new Map(changes.map(({ claimId, ref }) => [claimId, ref]))
  const refs = [...claims.values()].filter((ref) => ref !== null)
  const unnamed = claims.size - refs.length
  const others = unnamed === 0 ? [] : [`${unnamed} ${unnamed === 1 ? 'claim' : 'claims'} without a reference`]
  return `Its evidence has changed since it was judged, and it was not reviewed since: ${[...refs, ...others].join(', ')}.`
}
