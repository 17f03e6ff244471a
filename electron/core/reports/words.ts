import type { ClaimColumn } from '../../../shared/claims-table.ts'
import { dateInWords } from '../../../shared/dates.ts'
import {
  credibilityScale,
  reliabilityScale,
  scaleTitles,
  type Credibility,
  type Reliability,
  type Tlp,
} from '../../../shared/scales.ts'
import { counted } from './labels.ts'
import type { Citation, ClaimEntry, Glossary, LikelihoodEntry, ReportModel, Section, SourceEntry } from './model.ts'

/** The words that every format shares, so that a report says the same in each. */
export const tlpText = (tlp: Tlp): string => `TLP:${tlp}`

/** The day of an ISO time, in words. */
export const dayInWords = (iso: string): string => dateInWords(iso.slice(0, 10))

/** What stands under the title: what the report is about, of when and by whom. */
export function facts(model: ReportModel): { readonly label: string; readonly value: string }[] {
  const authors = model.authors.join(', ')
  return [
    { label: 'Case', value: model.caseTitle },
    { label: 'Question', value: model.question ?? '' },
    { label: 'Date', value: dayInWords(model.made) },
    { label: 'Prepared by', value: authors },
    { label: 'Estimates on', value: hasEstimates(model) ? scaleTitles[model.scale] : '' },
  ].filter(({ value }) => value !== '')
}

const hasEstimates = ({ sections }: ReportModel): boolean =>
  sections.some((section) => section.kind === 'glossary' && section.likelihood.length > 0)

/** "55–80 %", or with the analyst's own figure "65 % (likely is 55–80 %)". */
export const likelihoodDetail = ({ term, range, percent }: LikelihoodEntry): string =>
  percent === null ? range : `${percent}\u00a0% (${term}: ${range})`

/** What stands in brackets behind a claim that is referred to; nothing where it is plainly there. */
export function citationAside({ missing, weight }: Citation): string {
  const words = [weight === undefined ? null : `${weight} weight`, missing].filter((word) => word !== null)
  return words.length === 0 ? '' : ` (${words.join(', ')})`
}

/** A document as a citation says it after its title: outlet, author, date and whether it was read. */
export function sourceDetail({ outlet, author, published, read }: SourceEntry): string {
  const carried = [author, outlet, published].filter((part) => part !== null).join(', ')
  const seen = { read: 'Read', 'cited, not seen': 'Cited, not seen' }[read]
  return [carried, seen]
    .filter(Boolean)
    .map((part) => `${part}.`)
    .join(' ')
}

/** A claim as a note tells it, after its statement: who said it, on what basis, when. */
export const claimDetail = ({ claimant, basis, said }: ClaimEntry): string =>
  `${[claimant ?? 'Unattributed', basis, said].filter((part) => part !== null).join(', ')}.`

/** A grade in words for those who do not see its tiles: two axes, each said for itself. */
export function gradeWords({ reliability, credibility }: Pick<ClaimEntry, 'reliability' | 'credibility'>): string {
  const source = reliability === null ? 'not graded' : `${reliability}, ${reliabilityScale[reliability as Reliability]}`
  const information =
    credibility === null
      ? 'not graded'
      : `${credibility}, ${credibilityScale[credibility as unknown as keyof typeof credibilityScale]}`
  return `Reliability: ${source}. Credibility: ${information}.`
}

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** What the tables hold; each format puts it above its table. */
export const claimCaption = (count: number, columns: readonly ClaimColumn[]): string => {
  const has = (...some: readonly ClaimColumn[]): boolean => some.some((column) => columns.includes(column))
  const said = [
    has('statement', 'quote') ? 'what was said' : '',
    has('claimant') ? (has('basis') ? 'by whom and on what basis' : 'by whom') : '',
  ].filter(Boolean)
  const graded = has('grade') ? ['and how source and information are graded'] : []
  const told = [...said, ...graded].join(', ')
  return `${counted(count, 'claim')}${told === '' ? '' : `: ${told}`}`
}
export const eventCaption = (count: number): string =>
  `${counted(count, 'event')}: what happened or is said to have happened, when and where, and who took part`
export const sourceCaption = (count: number): string =>
  `${counted(count, 'document')} on which this report draws, and whether the analyst read them`

/** A caption after the number of its table or picture: "Table 2. 13 claims: …". */
export const numberedCaption = (label: string | undefined, caption: string): string =>
  label === undefined ? caption : `${label}. ${caption}`

/** The outlet of a document behind its title, where several may have the same. */
export const outletAside = ({ outlet }: SourceEntry): string => (outlet === null ? '' : ` (${outlet})`)

/** What is said of judgements without alternatives, before their numbers, and where there is no judgement at all. */
export const noneBeside = 'No alternatives are given for: '
export const noneHeld = 'The report holds no key judgement.'

/** What is left out and why, by reference only. */
export function withheldWords({ tlp, refs, unnamed }: Extract<Section, { kind: 'withheld' }>): string {
  const others = unnamed === 0 ? [] : [`${unnamed} ${unnamed === 1 ? 'claim' : 'claims'} without a reference`]
  return `Marked above ${tlpText(tlp)} and therefore left out: ${[...refs, ...others].join(', ')}.`
}

export const likelihoodCaption = (model: ReportModel): string => `Degrees of likelihood: ${scaleTitles[model.scale]}`
export const reliabilityRows = Object.entries(reliabilityScale) as [Reliability, string][]
export const credibilityRows = Object.entries(credibilityScale) as [Credibility, string][]

/** The scales of which a report uses terms, as tables. */
export interface ScaleTable {
  readonly caption: string
  readonly heads: readonly [string, string]
  readonly rows: readonly (readonly [string, string])[]
}

export function scaleTables(model: ReportModel, { likelihood, hasGrades }: Glossary): ScaleTable[] {
  const terms = likelihood.map(({ term, range }): readonly [string, string] => [capitalised(term), range])
  const grade = (caption: string, rows: ScaleTable['rows']): ScaleTable => ({
    caption,
    heads: ['Grade', 'Meaning'],
    rows,
  })
  return [
    ...(terms.length > 0
      ? [{ caption: likelihoodCaption(model), heads: ['Term', 'Range'], rows: terms } satisfies ScaleTable]
      : []),
    ...(hasGrades ? [grade('Reliability of the source (Admiralty code)', reliabilityRows)] : []),
    ...(hasGrades ? [grade('Credibility of the information (Admiralty code)', credibilityRows)] : []),
  ]
}

export const confidenceNote =
  'Confidence (low, moderate or high) says how good the basis of a judgement is: its sources, their agreement and what is missing. It is no degree of likelihood.'
export const gradesNote =
  'The reliability of a source and the credibility of what it says are two judgements and are never merged. F and 6 mean that no judgement can be made, not that it is the worst; – means not graded.'

/** The language of a text as it was given, else as its script tells it. */
export const languageOf = (text: string, given?: string | null): string | undefined =>
  isLanguageTag(given) ? given : scriptLanguage(text)

const isLanguageTag = (text: string | null | undefined): text is string =>
  typeof text === 'string' && /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(text)

/** The language of a text whose script tells it, for screen readers and hyphenation; undefined for Latin script. */
export function scriptLanguage(text: string): string | undefined {
  // Most texts have none of these letters, and there are thousands in a report.
  if (!/[\p{Script=Hangul}\p{Script=Cyrillic}]/u.test(text)) return undefined
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0
  const letters = count(/\p{L}/gu)
  if (letters === 0) return undefined
  if (count(/\p{Script=Hangul}/gu) * 2 > letters) return 'ko'
  if (count(/\p{Script=Cyrillic}/gu) * 2 > letters) return /[іїєґ]/i.test(text) ? 'uk' : 'ru'
  return undefined
}
