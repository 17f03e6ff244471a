import { foldText } from '../../../../shared/text.ts'
import { withoutNegation } from './negation.ts'
import { wordsIn, type NameTable } from './names.ts'
import { numberAt } from './numbers.ts'
import { cut, stem } from './stem.ts'

export const languages = ['ko', 'ru', 'uk', 'en', 'other'] as const
export type Language = (typeof languages)[number]

/** A text as it is compared. */
export interface Tokens {
  /** In their order: stems, names as "@north korea", numbers as "#8000". */
  readonly words: readonly string[]
  /** Each once and sorted: numbers, months among them. */
  readonly numbers: readonly string[]
  /** Each once and sorted. */
  readonly names: readonly string[]
  readonly isNegated: boolean
  readonly language: Language
}

/** Reads a text into what is compared of it: case, accents, punctuation, endings and particles do not count. */
export function tokensOf(text: string, names: NameTable): Tokens {
  const folded = foldText(text)
  const { words, isNegated } = withoutNegation(wordsIn(folded))
  const stems = words.map(stem)
  const found: string[] = []
  const [numbers, named] = [new Set<string>(), new Set<string>()]
  for (let at = 0; at < words.length;) {
    const number = numberAt(words, at)
    const name = number ? undefined : names.at(stems, at)
    if (number) numbers.add(number.token)
    if (name) named.add(name.name)
    found.push(number?.token ?? name?.name ?? cut(stems[at] ?? ''))
    const rest = number?.rest ?? name?.rest ?? ''
    if (rest !== '') found.push(rest)
    at += number?.words ?? name?.words ?? 1
  }
  return {
    words: found,
    numbers: [...numbers].sort(),
    names: [...named].sort(),
    isNegated,
    language: languageOf(folded),
  }
}

/** The language by its letters: enough to tell a translation from a rewording. */
function languageOf(folded: string): Language {
  let [latin, cyrillic, hangul] = [0, 0, 0]
  for (let at = 0; at < folded.length; at += 1) {
    const code = folded.charCodeAt(at)
    if (code >= 0x61 && code <= 0x7a) latin += 1
    else if (code >= 0x400 && code <= 0x52f) cyrillic += 1
    // A syllable is two or three letters.
    else if (code >= 0xac00 && code <= 0xd7a3) hangul += 2
  }
  const most = Math.max(latin, cyrillic, hangul)
  if (most === 0) return 'other'
  if (most === hangul) return 'ko'
  if (most === latin) return 'en'
  return /[іїєґ]/.test(folded) ? 'uk' : 'ru'
}
