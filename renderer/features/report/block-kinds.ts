import { FigureOptions } from '../../../shared/figures/data.ts'
import type { BlockContent, BlockKind } from '../../../shared/report.ts'

interface BlockKindInfo {
  readonly title: string
  /** What it is for, in the menu. */
  readonly detail: string
  readonly empty: BlockContent
}

/** What a report can be made of, in the order in which it is usually read. */
export const blockKinds: Readonly<Record<BlockKind, BlockKindInfo>> = {
  'bottom-line': {
    title: 'Bottom line',
    detail: 'the answer in two or three sentences',
    empty: { kind: 'bottom-line', markdown: '' },
  },
  'key-judgements': {
    title: 'Key judgements',
    detail: 'what you hold to be so, how likely, how sure',
    empty: { kind: 'key-judgements', judgementIds: [] },
  },
  heading: { title: 'Heading', detail: 'begins a section', empty: { kind: 'heading', text: '' } },
  text: { title: 'Text', detail: 'argument, background, gaps', empty: { kind: 'text', markdown: '' } },
  claims: {
    title: 'Claims',
    detail: 'a table: chosen, by a filter or by a saved view',
    empty: { kind: 'claims', claimIds: [] },
  },
  events: { title: 'Events', detail: 'a table of chosen events', empty: { kind: 'events', eventIds: [] } },
  sources: { title: 'Sources', detail: 'made from the data', empty: { kind: 'sources' } },
  'source-summary': {
    title: 'Source summary',
    detail: 'how many sources, read or not, how graded',
    empty: { kind: 'source-summary', markdown: '' },
  },
  gaps: { title: 'Gaps and unresolved', detail: 'what is missing or open', empty: { kind: 'gaps' } },
  alternatives: { title: 'Alternatives', detail: 'those of all judgements', empty: { kind: 'alternatives' } },
  changes: {
    title: 'Changes',
    detail: 'what is other than in the last version',
    empty: { kind: 'changes' },
  },
  glossary: { title: 'Terms and scales', detail: 'made from what the report uses', empty: { kind: 'glossary' } },
  appendix: { title: 'Appendices', detail: 'what follows is lettered A, B, C', empty: { kind: 'appendix' } },
  figure: {
    title: 'Picture',
    detail: 'numbers, timeline, map or agreement',
    empty: { kind: 'figure', request: { figure: 'numbers' }, options: FigureOptions.parse({}) },
  },
}

export const blockKindOrder = Object.keys(blockKinds) as readonly BlockKind[]
