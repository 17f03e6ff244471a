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

/** The scales of which the sections use terms; none when they use none. */
export function glossarySection(scale: ScaleName, sections: readonly Section[]): Section[] {
  const judgements = sections.flatMap((section) => (section.kind === 'key-judgements' ? section.judgements : []))
  const terms = likelihoodScales[scale].map((term) => ({ ...term, range: rangeInWords(scale, term) }))
  const glossary: Glossary = {
    likelihood: judgements.some(({ likelihood }) => likelihood !== null) ? terms : [],
    hasConfidence: judgements.some(({ confidence }) => confidence !== null),
    hasGrades: sections.some(
      (section) => section.kind === 'claims' || (section.kind === 'source-summary' && section.hasGrades),
    ),
  }
  const isUsed = glossary.likelihood.length > 0 || glossary.hasConfidence || glossary.hasGrades
  return isUsed ? [{ kind: 'glossary', anchor: 'terms', title: 'Terms and scales', ...glossary }] : []
}
