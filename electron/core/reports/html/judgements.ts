import type { Element } from 'hast'
import type { Root } from 'mdast'
import type { Citation, JudgementEntry, LikelihoodEntry } from '../model.ts'
import { capitalised, citationAside, likelihoodDetail } from '../words.ts'
import { h, type Child } from './element.ts'
import { markdownElements } from './markdown.ts'
import { inLanguage, noteLink, type Page } from './page.ts'

/** The key judgements: each statement with its likelihood, its confidence and what it rests on. */
export const judgementList = (page: Page, judgements: readonly JudgementEntry[]): Element =>
  h(
    'ol',
    { className: ['judgements'], start: judgements[0]?.number ?? 1 },
    judgements.map((judgement) => judgementItem(page, judgement)),
  )

function judgementItem(page: Page, judgement: JudgementEntry): Element {
  const { anchor, number, statement, likelihood, confidence, confidenceReasons, stale, resolvesBy } = judgement
  const text = (label: string, body: Root | null): Element | null =>
    body === null ? null : row(label, markdownElements(page, body))
  // Likelihood and confidence are said apart, never in one sentence (ICD 203).
  return h(
    'li',
    { id: anchor, value: String(number) },
    h('p', { className: ['statement'], ...inLanguage(statement) }, statement),
    h(
      'dl',
      { className: ['rows'] },
      likelihood && row('Likelihood', likelihoodLine(likelihood)),
      confidence && row('Confidence', [h('p', {}, capitalised(confidence)), bodyOf(page, confidenceReasons)]),
      confidence ? null : text('Confidence', confidenceReasons),
      stale && row('Stale', h('p', {}, stale)),
      citationRow(page, 'Supported by', judgement.supporting),
      citationRow(page, 'Contrary', judgement.contrary),
      text('Assumptions', judgement.assumptions),
      text('Alternatives', judgement.alternatives),
      text('Would change it', judgement.indicators),
      resolvesBy && row('Resolves by', h('p', {}, resolvesBy)),
    ),
  )
}

const bodyOf = (page: Page, body: Root | null): Child => (body === null ? null : markdownElements(page, body))

export const row = (label: Child, value: Child): Element => h('div', {}, h('dt', {}, label), h('dd', {}, value))

const likelihoodLine = (likelihood: LikelihoodEntry): Element =>
  h(
    'p',
    { className: ['likelihood'] },
    h('span', { className: ['term'] }, capitalised(likelihood.term)),
    likelihoodBar(likelihood),
    h('span', { className: ['muted'] }, likelihoodDetail(likelihood)),
  )

/** Where the term lies between 0 and 100 per cent; the words beside it say the same. */
function likelihoodBar({ low, high, percent }: LikelihoodEntry): Element {
  const mark =
    percent === null
      ? null
      : h('rect', { className: ['mark'], x: String(percent - 1), y: '0', width: '2', height: '12' })
  return h(
    'svg',
    { className: ['bar'], viewBox: '0 0 100 12', preserveAspectRatio: 'none', ariaHidden: 'true' },
    h('rect', { className: ['track'], x: '0', y: '4', width: '100', height: '4' }),
    h('rect', { className: ['range'], x: String(low), y: '4', width: String(high - low), height: '4' }),
    mark,
  )
}

const citationRow = (page: Page, label: string, citations: readonly Citation[]): Element | null =>
  citations.length === 0 ? null : row(label, h('p', {}, citationLinks(page, citations)))

/** Claims by their references, each a link to where it is shown or told. */
export const citationLinks = (page: Page, citations: readonly Citation[], mark = ', '): Child[] =>
  citations.flatMap((citation, index) => [index === 0 ? null : mark, citationLink(page, citation)])

function citationLink(page: Page, citation: Citation): Child {
  const aside = citationAside(citation)
  const place = citationPlace(page, citation)
  return aside === '' ? place : [place, h('span', { className: ['muted'] }, aside)]
}

function citationPlace(page: Page, { ref, anchor, note, missing }: Citation): Child {
  if (missing !== null) return ref
  if (anchor !== null) return h('a', { href: `#${anchor}` }, ref)
  return note === null ? ref : [ref, h('sup', {}, noteLink(page, note))]
}
