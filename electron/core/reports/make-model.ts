import type { Root } from 'mdast'
import type { BlockContent, Judgement } from '../../../shared/report.ts'
import { assertNever } from '../../../shared/result.ts'
import { alternativesOf } from './alternatives.ts'
import { changesSince } from './changes-since.ts'
import { claimsTable } from './claims-table.ts'
import { Draft } from './draft.ts'
import { eventEntry, likelihoodEntry, resolvesByWords, staleWords } from './entries.ts'
import type { ReportRecords } from './gather.ts'
import { figureEntry } from './figures.ts'
import { allGaps, claimGaps } from './gaps.ts'
import { glossaryTitle, noGlossary, scaleOf, withGlossary } from './glossary.ts'
import { isEmpty, levelHeadings } from './markdown.ts'
import type { JudgementEntry, ReportModel, Section } from './model.ts'
import { numberSections, type ReportPlace } from './numbering.ts'
import { resolveReferences, type LooseReference } from './references.ts'
import { resolveMarkdown } from './resolve-links.ts'
import { noSummary, summaryOf } from './source-summary.ts'

/** Makes the report of the records that were gathered; `made` is the time that it bears. */
export const makeModel = (records: ReportRecords, made: string): ReportModel => drawModel(records, made).model

export interface DrawnModel {
  readonly model: ReportModel
  /** What its texts can refer to, and what they refer to in vain. */
  readonly places: readonly ReportPlace[]
  readonly loose: readonly LooseReference[]
}

/** The report with what its texts can refer to, which is known only when all of it is made. */
export function drawModel(records: ReportRecords, made: string): DrawnModel {
  const draft = new Draft(records)
  const blocks = withSources(draft, blockSections(draft))
  const scale = scaleOf(records)
  const { sections: numbered, places } = numberSections(
    withGlossary(scale, beforeAppendices(blocks, withheldSection(draft))),
  )
  const { sections, notes, loose } = resolveReferences({ sections: numbered, notes: draft.notes() }, places)
  const { title, tlp, info, authors } = records
  const model = { title, tlp, caseTitle: info.title, question: info.question, made, authors, scale, sections, notes }
  return { model, places, loose }
}

function beforeAppendices(sections: readonly Section[], added: readonly Section[]): Section[] {
  const at = sections.findIndex(({ isAppendix }) => isAppendix)
  return sections.toSpliced(at < 0 ? sections.length : at, 0, ...added)
}

/** A block's section is made of its title, where a heading stands right above it, and its content. */
type MakeSection = (title: string | null, anchor: string) => Section | undefined

/** The sections of the blocks. A heading titles the block under it; over a block with nothing to show it falls away too. */
function blockSections(draft: Draft): Section[] {
  const sections: Section[] = []
  const seen = new Set<string>()
  let heading: string | null = null
  let isAppendix = false
  const close = (): void => {
    const anchor = `section-${sections.length + 1}`
    if (heading !== null) sections.push({ kind: 'heading', anchor, title: heading, isAppendix })
    heading = null
  }
  for (const { id, content } of draft.records.blocks) {
    if (content.kind === 'heading' || content.kind === 'appendix') {
      close()
      if (content.kind === 'appendix') isAppendix = true
      else heading = content.text.trim() || null
      continue
    }
    const section = sectionMaker(draft, content, { key: id, seen, isFirst: sections.length === 0 })(
      heading,
      `section-${sections.length + 1}`,
    )
    heading = null
    if (section) sections.push({ ...section, isAppendix })
  }
  close()
  return sections
}

interface Surroundings {
  readonly key: string
  /** Claims and events that a table ahead shows already. */
  readonly seen: Set<string>
  readonly isFirst: boolean
}

function sectionMaker(draft: Draft, content: BlockContent, around: Surroundings): MakeSection {
  switch (content.kind) {
    case 'text':
      return (title, anchor) => {
        const body = resolveMarkdown(draft, content.markdown, around.key)
        const top = title !== null || !(around.isFirst || startsWithHeading(body)) ? 3 : 2
        return isEmpty(body) ? undefined : { kind: 'text', anchor, title, body: levelHeadings(body, top) }
      }
    case 'bottom-line':
      return (title, anchor) => {
        const body = levelHeadings(resolveMarkdown(draft, content.markdown, around.key), 3)
        return isEmpty(body) ? undefined : { kind: 'bottom-line', anchor, title: title ?? 'Bottom line', body }
      }
    case 'key-judgements':
      return (title, anchor) => {
        const judgements = judgementEntries(draft, content.judgementIds)
        return judgements.length === 0
          ? undefined
          : { kind: 'key-judgements', anchor, title: title ?? 'Key judgements', judgements }
      }
    case 'claims':
      return (title, anchor) => {
        const table = claimsTable(draft, content, around)
        return table && { kind: 'claims', anchor, title: title ?? 'Claims', ...table }
      }
    case 'events':
      return (title, anchor) => {
        const events = eventRows(draft, content.eventIds, around.seen)
        return events.length === 0 ? undefined : { kind: 'events', anchor, title: title ?? 'Events', events }
      }
    case 'sources':
      // Filled when all sections are made: what they cite is known only then.
      return (title, anchor) => ({ kind: 'sources', anchor, title: title ?? 'Sources', sources: [] })
    case 'source-summary':
      return (title, anchor) => {
        const body = levelHeadings(resolveMarkdown(draft, content.markdown, around.key), 3)
        const section = { kind: content.kind, anchor, title: title ?? 'Source summary statement' }
        return { ...section, ...noSummary, body: isEmpty(body) ? null : body }
      }
    case 'gaps':
      return (title, anchor) => ({
        kind: 'gaps',
        anchor,
        title: title ?? 'Gaps and unresolved',
        lines: claimGaps(draft),
      })
    case 'alternatives':
      return (title, anchor) => ({
        kind: 'alternatives',
        anchor,
        title: title ?? 'Alternatives',
        ...alternativesOf(draft),
      })
    case 'changes':
      return (title, anchor) => {
        const lines = changesSince(draft)
        return lines === null
          ? undefined
          : { kind: 'changes', anchor, title: title ?? 'Changes since the last version', lines }
      }
    case 'figure':
      return (title, anchor) => {
        const figure = figureEntry(draft.records.figures.get(around.key), content.options, anchor)
        return figure && { kind: 'figure', anchor, title: title ?? figure.title, figure }
      }
    case 'glossary':
      return (title, anchor) => ({ kind: 'glossary', anchor, title: title ?? glossaryTitle, ...noGlossary })
    case 'heading':
    case 'appendix':
      return () => undefined
    default:
      return assertNever(content)
  }
}

const startsWithHeading = ({ children }: Root): boolean => children[0]?.type === 'heading'

function eventRows(
  draft: Draft,
  ids: readonly string[],
  seen: Set<string>,
): Extract<Section, { kind: 'events' }>['events'] {
  return ids.flatMap((id) => {
    const event = draft.records.events.get(id)
    if (!event) return []
    const anchor = seen.has(id) ? null : draft.anchorOf(id)
    seen.add(id)
    return [{ ...eventEntry(event), anchor }]
  })
}

const judgementEntries = (draft: Draft, ids: readonly string[]): JudgementEntry[] =>
  ids
    .flatMap((id) => draft.records.judgements.get(id) ?? [])
    .map((judgement) => judgementEntry(draft, judgement, draft.nextJudgement()))

function judgementEntry(draft: Draft, judgement: Judgement, number: number): JudgementEntry {
  const text = (field: 'confidenceReasons' | 'assumptions' | 'indicators' | 'alternatives'): Root | null => {
    const markdown = judgement[field]
    return markdown === null ? null : resolveMarkdown(draft, markdown, `${judgement.id} ${field}`)
  }
  const side = (which: 'supports' | 'contrary'): JudgementEntry['supporting'] =>
    judgement.evidence
      .filter((piece) => piece.side === which)
      .map(({ claimId, weight }) => ({ ...draft.cite(claimId), ...(weight && { weight }) }))
  // In the order in which they are read, since notes are numbered by it.
  return {
    anchor: `judgement-${number}`,
    number,
    statement: judgement.statement,
    likelihood: likelihoodEntry(judgement),
    confidence: judgement.confidence,
    confidenceReasons: text('confidenceReasons'),
    supporting: side('supports'),
    contrary: side('contrary'),
    assumptions: text('assumptions'),
    alternatives: text('alternatives'),
    indicators: text('indicators'),
    resolvesBy: resolvesByWords(judgement),
    stale: staleWords(judgement),
  }
}

/** Fills in what is said of the documents that all sections together cite. */
function withSources(draft: Draft, sections: readonly Section[]): Section[] {
  const sources = draft.sources()
  return sections.flatMap((section): Section[] => {
    if (section.kind === 'sources') return sources.length > 0 ? [{ ...section, sources }] : []
    if (section.kind === 'source-summary') return [{ ...section, ...summaryOf(draft, sources) }]
    return [section.kind === 'gaps' ? { ...section, lines: allGaps(draft, section.lines, sources) } : section]
  })
}

function withheldSection(draft: Draft): Section[] {
  const withheld = draft.withheld()
  if (withheld.refs.length + withheld.unnamed === 0) return []
  return [{ kind: 'withheld', anchor: 'withheld', title: 'Withheld', ...withheld }]
}
