import { mixedSentences } from './confidence.ts'
import { wordingRules, type WordingContext, type WordingFinding } from './finding.ts'
import { changedTerms, foreignTerms, otherLikelihoods, usesIn } from './likelihoods.ts'
import { figuresApart, figuresIn, termsApart } from './percents.ts'
import { overlap, quotesIn, sentencesOf } from './sentences.ts'
import { vagueWords } from './vague.ts'

/** A longer text is not looked at as one types. */
const longest = 100_000

/**
 * What can be taken exception to in how a text says how likely and how sure (ICD 203, PHIA), in the order of the text. What
 * others say in quotation marks is theirs.
 */
export function checkWording(text: string, context: WordingContext): WordingFinding[] {
  if (text.length > longest) return []
  const { scale } = context
  const quotes = quotesIn(text)
  const uses = usesIn(text, scale, quotes)
  const figures = figuresIn(text, quotes)
  const changed = changedTerms(text, scale, quotes)
  const plain = uses.filter((use) => !changed.some((finding) => overlap(finding, use)))
  const found = [
    ...mixedSentences(text, sentencesOf(text), [...uses, ...figures], quotes),
    ...foreignTerms(text, plain, scale),
    ...termsApart(text, plain, scale),
    ...figuresApart(text, figures, context),
    ...changed,
    ...vagueWords(text, context, quotes),
    ...otherLikelihoods(text, plain, context),
  ]
  return withoutOverlaps(found).sort((a, b) => a.start - b.start)
}

/** Of findings about the same words the graver one stays. */
function withoutOverlaps(found: readonly WordingFinding[]): WordingFinding[] {
  const graver = [...found].sort((a, b) => wordingRules.indexOf(a.rule) - wordingRules.indexOf(b.rule))
  return graver.filter((finding, index) => !graver.slice(0, index).some((other) => overlap(other, finding)))
}
