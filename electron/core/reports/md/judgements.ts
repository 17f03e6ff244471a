import type { BlockContent, List, ListItem, Root } from 'mdast'
import type { Citation, JudgementEntry } from '../model.ts'
import { capitalised, likelihoodDetail } from '../words.ts'
import { anchor, labelled, lines, paragraph, text } from './nodes.ts'
import { citations, type Linked } from './tables.ts'

/** The key judgements, numbered as in the whole report. */
export const judgementList = (linked: Linked, judgements: readonly JudgementEntry[]): List => ({
  type: 'list',
  ordered: true,
  start: judgements[0]?.number ?? 1,
  spread: true,
  children: judgements.map((judgement) => judgementItem(linked, judgement)),
})

function judgementItem(linked: Linked, judgement: JudgementEntry): ListItem {
  const { statement, likelihood, confidence, confidenceReasons: reasons, stale, resolvesBy } = judgement
  // Likelihood and confidence are said apart, never in one sentence (ICD 203).
  const rows = [
    likelihood && labelled('Likelihood', [text(`${capitalised(likelihood.term)}, ${likelihoodDetail(likelihood)}`)]),
    confidence && labelled('Confidence', [text(capitalised(confidence))], blocks(reasons)),
    confidence ? null : body('Confidence', reasons),
    stale === null ? null : labelled('Stale', [text(stale)]),
    cited('Supported by', judgement.supporting),
    cited('Contrary', judgement.contrary),
    body('Assumptions', judgement.assumptions),
    body('Alternatives', judgement.alternatives),
    body('Would change it', judgement.indicators),
    resolvesBy === null ? null : labelled('Resolves by', [text(resolvesBy)]),
  ].filter((row) => row !== null)
  const place = anchor(linked.has(judgement.anchor) ? judgement.anchor : null)
  return item([
    paragraph(...place, { type: 'strong', children: lines(statement) }),
    ...(rows.length > 0 ? [rowList(rows)] : []),
  ])
}

/** Labelled lines, one an item. */
export const rowList = (rows: readonly BlockContent[][]): List => ({
  type: 'list',
  ordered: false,
  spread: false,
  children: rows.map(item),
})

const item = (children: BlockContent[]): ListItem => ({ type: 'listItem', spread: children.length > 1, children })

/** A text with its label before its first words. */
function body(label: string, root: Root | null): BlockContent[] | null {
  const [first, ...rest] = blocks(root)
  if (!first) return null
  return first.type === 'paragraph' ? labelled(label, first.children, rest) : labelled(label, [], [first, ...rest])
}

const cited = (label: string, claims: readonly Citation[]): BlockContent[] | null =>
  claims.length === 0 ? null : labelled(label, citations(claims))

/** What a text consists of. Clean Markdown holds nothing else than this (see markdown.ts). */
export const blocks = (root: Root | null): BlockContent[] => (root?.children ?? []) as BlockContent[]
