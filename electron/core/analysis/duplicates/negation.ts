/** Words that turn a statement into its opposite, in English, Russian and Ukrainian. */
const negations = new Set(
  `not no never none cannot cant wont didnt doesnt dont isnt arent wasnt werent hasnt havent hadnt
   deny denies denied denying denial refute refutes refuted refuting
   не нет ни никогда отрицать отрицает отрицают отрицал отрицала отрицали опроверг опровергла опровергли опровергает
   опровергают опровержение ні немає ніколи заперечує заперечують заперечив заперечила заперечили заперечення
   спростував спростувала спростували спростовує`.split(/\s+/),
)
/** After "no" and "not" these make a bound or an addition: "no fewer than", "не только". */
const boundWords = new Set(
  `fewer less more later earlier sooner only just merely менее более меньше больше только позднее раньше просто менше
   більше лише тільки пізніше раніше`.split(/\s+/),
)
const bare = new Set(['not', 'no', 'не'])
/** Words that come and go with a negation, and say nothing of their own. */
const helpers = new Set(['do', 'does', 'did', 'that', 'что', 'що'])

const koreanNegation = /않|없|부인(?:했|하|한|해|함)|아니/
/** "Without delay", "without doubt", "ceaselessly": not a denial. */
const koreanAffirmed = /^(?:틀림없|끊임없|관계없|상관없|다름없|변함없)/

export interface Affirmed {
  readonly words: readonly string[]
  readonly isNegated: boolean
}

/** The words of a text without those that deny it, and whether any did. */
export function withoutNegation(words: readonly string[]): Affirmed {
  const isDropped = words.map((word, at) => isNegation(words, word, at))
  if (!isDropped.includes(true)) return { words, isNegated: false }
  return {
    words: words.filter((word, at) => {
      if (isDropped[at]) return false
      return !(helpers.has(word) && (isDropped[at - 1] || isDropped[at + 1]))
    }),
    isNegated: true,
  }
}

function isNegation(words: readonly string[], word: string, at: number): boolean {
  if (bare.has(word)) return !boundWords.has(words[at + 1] ?? '')
  if (negations.has(word)) return true
  if (!koreanNegation.test(word) || koreanAffirmed.test(word)) return false
  return !(word.startsWith('없이') && words[at - 1]?.startsWith('지체'))
}
