import { z } from 'zod'

/** The nine tradecraft standards (ICD 203), in their order. */
export const standards = [
  'sources',
  'uncertainties',
  'assumptions',
  'alternatives',
  'relevance',
  'logic',
  'change',
  'accuracy',
  'visuals',
] as const
export type Standard = (typeof standards)[number]

interface StandardWords {
  readonly title: string
  /** What the standard asks, in one line. */
  readonly asks: string
  /** Data can show that it is not met, never that it is: a person has to say so. */
  readonly isJudged: boolean
}

const words: Readonly<Record<Standard, StandardWords>> = {
  sources: {
    title: 'Quality and credibility of sources',
    asks: 'Each judgement is cited, and says how good what it rests on is.',
    isJudged: false,
  },
  uncertainties: {
    title: 'Uncertainties',
    asks: 'How likely, on one scale, and how sure, with the reasons; never in one sentence.',
    isJudged: false,
  },
  assumptions: {
    title: 'Information apart from assumptions and judgements',
    asks: 'Assumptions are stated, and what would change the judgement.',
    isJudged: false,
  },
  alternatives: {
    title: 'Alternatives',
    asks: 'What else could explain the evidence, and what speaks against.',
    isJudged: false,
  },
  relevance: {
    title: 'Relevance',
    asks: 'It answers the question, and says what follows for the reader.',
    isJudged: true,
  },
  logic: {
    title: 'Clear logic',
    asks: 'The main message comes first; the argument follows from the evidence.',
    isJudged: true,
  },
  change: {
    title: 'Change or consistency of judgements',
    asks: 'Judgements are up to date with their evidence; what changed is said.',
    isJudged: false,
  },
  accuracy: {
    title: 'Accuracy',
    asks: 'Judgements are as exact as the evidence allows, and rest on nothing that was taken back.',
    isJudged: true,
  },
  visuals: {
    title: 'Visual information',
    asks: 'Pictures where they are clearer than words, and no others.',
    isJudged: true,
  },
}

export const wordsOf = (standard: Standard): StandardWords => words[standard]
/** What a stored standard is called. */
export const standardTitle = (standard: string): string => {
  const known = standards.find((one) => one === standard)
  return known ? words[known].title : standard
}
