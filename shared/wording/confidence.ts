import type { Confidence } from '../scales.ts'
import { takeOut, type WordingFinding } from './finding.ts'
import { isWithin, overlap, type Range } from './sentences.ts'

const level = '(low|moderate|medium|high)'
/** Ways to say how sure one is. Confidence of others, votes of confidence and confidence-building measures are none. */
const expressions: readonly RegExp[] = [
  new RegExp(
    String.raw`\bwith\s+(?:(?:very|only)\s+)?${level}(?:\s+(?:to|or)\s+(?:low|moderate|medium|high))?\s+confidence\b`,
    'gi',
  ),
  new RegExp(
    String.raw`\b(?:we|I)\s+(?:have|hold|place)\s+(?:(?:very|only)\s+)?${level}\s+confidence\s+(?:that|in\s+(?:this|the|our)\s+(?:judgement|judgment|assessment)(?:\s+that)?)`,
    'gi',
  ),
  /\b(?:we|I)\s+(?:are|am|remain)\s+(?:(highly|very|moderately|fairly|quite)\s+)?confident(?:\s+that)?\b/gi,
  new RegExp(
    String.raw`(?:\b(?:and|but|though|while)\s+)?\b(?:our|my|the|analytic|analytical)\s+(?:level\s+of\s+)?confidence\s+(?:level\s+)?(?:in\s+(?:this|it|that|the\s+judgement|the\s+assessment)\s+)?is\s+(?:(?:only|very)\s+)?${level}\b`,
    'gi',
  ),
  new RegExp(String.raw`\(?\b${level}\s+confidence(?:\s+level)?\b(?![\s-]+(?:vote|motion|building))\)?`, 'gi'),
  /\bwith\s+(?:some|little|great|full|limited)\s+confidence\b/gi,
]

interface Expression extends Range {
  readonly words: string
  readonly level: Confidence | null
}

/** Where a text says how sure its author is. */
export function confidencesIn(text: string, quotes: readonly Range[]): Expression[] {
  const found: Expression[] = []
  for (const expression of expressions) {
    for (const { index: start, 0: words, 1: said } of text.matchAll(expression)) {
      const range = { start, end: start + words.length }
      if (isWithin(range, quotes) || found.some((known) => overlap(known, range))) continue
      found.push({ ...range, words, level: levelOf(said) })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

const levels: Readonly<Record<string, Confidence>> = {
  ...{ low: 'low', moderate: 'moderate', medium: 'moderate', high: 'high' },
  ...{ highly: 'high', very: 'high', moderately: 'moderate', fairly: 'moderate', quite: 'moderate' },
}
const levelOf = (said: string | undefined): Confidence | null => levels[said?.toLowerCase() ?? ''] ?? null

/** ICD 203: a confidence level and a degree of likelihood never stand in the same sentence. */
export function mixedSentences(
  text: string,
  sentences: readonly Range[],
  likelihoods: readonly Range[],
  quotes: readonly Range[],
): WordingFinding[] {
  const confidences = confidencesIn(text, quotes)
  return sentences.flatMap((sentence) =>
    likelihoods.some((use) => isWithin(use, [sentence]))
      ? confidences.filter((one) => isWithin(one, [sentence])).map((one) => mixed(text, sentence, one))
      : [],
  )
}

function mixed(text: string, sentence: Range, { start, end, words, level: confidence }: Expression): WordingFinding {
  const choice = confidence === null ? '' : `, and choose ${confidence} confidence`
  return {
    ...{ rule: 'likelihood with confidence', start, end, words },
    reason:
      'A likelihood and a confidence level never stand in one sentence (ICD 203): a reader takes the one for the other.',
    fixes: [
      {
        label: `Take “${words}” out${choice}`,
        edit: takeOut(text, { start, end }, sentence.start),
        ...(confidence && { confidence }),
      },
    ],
  }
}
