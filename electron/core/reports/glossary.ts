import { rangeInWords } from '../../../shared/likelihood.ts'
import { likelihoodScales, type ScaleName } from '../../../shared/scales.ts'
import type { ReportRecords } from './gather.ts'
import type { Glossary, Section } from './model.ts'

/**
 * The scale that the report's estimates are on. A judgement keeps the scale it was made on: where the case has turned to
 * another one since, the report explains the terms that it uses.
 */
export function scaleOf({ info, blocks, judgements }: ReportRecords): ScaleName {
  const ids = blocks.flatMap(({ content }) => (content.kind === 'key-judgements' ? content.judgementIds : []))
  const estimates = ids.flatMap((id) => judgements.get(id) ?? []).filter(({ likelihood }) => likelihood !== null)
  const [first, ...others] = new Set(estimates.map(({ scale }) => scale))
  return first !== undefined && others.length === 0 ? first : info.scale
}

export const glossaryTitle = 'Terms and scales'

/** A glossary that is not filled yet: what terms are used is known when all sections are made. */
export const noGlossary: Glossary = { likelihood: [], hasConfidence: false, hasGrades: false }

/** Fills the glossary where a block placed it, else puts it at the end; a report that uses no terms has none. */
export function withGlossary(scale: ScaleName, sections: readonly Section[]): Section[] {
  const glossary = glossaryOf(scale, sections)
  const placed = glossary && sections.find(({ kind }) => kind === 'glossary')
  const filled = sections.flatMap((section): Section[] => {
    if (section.kind !== 'glossary') return [section]
    return section === placed ? [{ ...section, ...glossary }] : []
  })
  if (!glossary || placed) return filled
  const isAppendix = filled.at(-1)?.isAppendix === true
  return [...filled, { kind: 'glossary', anchor: 'terms', title: glossaryTitle, isAppendix, ...glossary }]
}

/** The scales of which the sections use terms; undefined when they use none. */
function glossaryOf(scale: ScaleName, sections: readonly Section[]): Glossary | undefined {
  const judgements = sections.flatMap((section) => (section.kind === 'key-judgements' ? section.judgements : []))
  const terms = likelihoodScales[scale].map((term) => ({ ...term, range: rangeInWords(scale, term) }))
  const glossary: Glossary = {
    likelihood: judgements.some(({ likelihood }) => likelihood !== null) ? terms : [],
    hasConfidence: judgements.some(({ confidence }) => confidence !== null),
    hasGrades: sections.some(showsGrades),
  }
  return glossary.likelihood.length > 0 || glossary.hasConfidence || glossary.hasGrades ? glossary : undefined
}

const showsGrades = (section: Section): boolean =>
  (section.kind === 'claims' && section.claims.length > 0 && section.columns.includes('grade')) ||
  (section.kind === 'source-summary' && section.hasGrades)
