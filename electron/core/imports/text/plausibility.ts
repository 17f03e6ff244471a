import { decodeAll } from './decode.ts'
import type { Encoding } from '../../../../shared/encodings.ts'
import { languagesOf, type Language } from './languages.ts'

type Script = 'latin' | 'cyrillic' | 'hangul' | 'han' | 'kana' | 'symbol' | 'bad'

/** A character other than ASCII, with what stands around it: all that its plausibility depends on. */
interface Sighting {
  readonly char: string
  readonly script: Script
  readonly cost: number
}

/**
 * How plausible a decoded text is: the natural logarithm, in sum over its characters other than ASCII, of how likely a
 * person is to have written each there, in the language that fits best. Decodings of the same bytes compare.
 */
export function plausibility(text: string): number {
  const sightings = [...sightingsIn(text)]
  const shared = sightings.reduce((sum, { cost }) => sum + cost, 0)
  const letters = new Map<string, number>()
  for (const { char, script } of sightings)
    if (script !== 'symbol' && script !== 'bad') letters.set(char, (letters.get(char) ?? 0) + 1)
  return shared + Math.max(...languages().map((language) => costIn(language, letters)))
}

/** The cost of letters, each with how often it occurs. */
function costIn(language: Language, letters: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const [char, times] of letters) sum += times * (language.letters.get(char) ?? language.other(char))
  return sum
}

let known: readonly Language[] | undefined

const languages = (): readonly Language[] =>
  (known ??= languagesOf({
    hangul: pairs('cp949', [0xb0, 0xc8], [0xa1, 0xfe]),
    simplified: pairs('gb18030', [0xb0, 0xd7], [0xa1, 0xfe]),
    traditional: pairs('big5', [0xa4, 0xc6], [0x40, 0xfe]),
    kanji: pairs('euc-jp', [0xb0, 0xcf], [0xa1, 0xfe]),
  }))

/** The characters of a block of a double-byte encoding, where its makers put the common ones. */
function pairs(encoding: Encoding, leads: readonly [number, number], trails: readonly [number, number]): Set<string> {
  const bytes: number[] = []
  for (let lead = leads[0]; lead <= leads[1]; lead++)
    for (let trail = trails[0]; trail <= trails[1]; trail++) if (trail < 0x7f || trail > 0xa0) bytes.push(lead, trail)
  const chars = new Set(decodeAll(Buffer.from(bytes), encoding))
  chars.delete('\uFFFD')
  return chars
}

function* sightingsIn(text: string): Generator<Sighting> {
  const chars = [...text]
  for (let at = 0; at < chars.length; at++) {
    const char = chars[at] ?? ''
    if (char < '\u0080') continue
    const script = scriptOf(char)
    const [before, after] = [chars[at - 1] ?? ' ', chars[at + 1] ?? ' ']
    if (script === 'symbol') yield { char, script, cost: symbolCost(char, before, after) }
    else if (script === 'bad') yield { char, script, cost: -25 }
    else {
      const cost = joinCost(script, char, before, after) + caseCost(char, before, chars[at - 2] ?? ' ', after)
      yield { char: char.toLowerCase(), script, cost }
    }
  }
}

function scriptOf(char: string): Script {
  const code = char.codePointAt(0) ?? 0
  if (code < 0xa0 || char === '\uFFFD') return 'bad'
  if (code < 0x0250) return /\p{L}/u.test(char) && code !== 0xaa && code !== 0xba ? 'latin' : 'symbol'
  if (code >= 0x0400 && code < 0x0530) return 'cyrillic'
  if (code >= 0xac00 && code <= 0xd7a3) return 'hangul'
  if ((code >= 0x3041 && code < 0x3100 && code !== 0x30fb) || code === 0x30fc) return 'kana'
  if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code < 0x4dc0) || code === 0x3005) return 'han'
  return /[\p{Cn}\p{Co}\p{Cs}]/u.test(char) ? 'bad' : 'symbol'
}

const likely = new Map<string, number>([
  ...[...'’“”‘«»–—№'].map((char) => [char, -4] as const),
  ...[...'…„·•€£°§\u00a0、。「」・，：；（）《》『』ㆍ〜'].map((char) => [char, -5] as const),
  ...[...'‚©®™×½¼¾²³µ¿¡±ªº‰†‹›０１２３４５６７８９％．～－！？“”'].map((char) => [char, -7] as const),
])

/** A sign within a word is none that a person wrote there, but for the apostrophe. */
function symbolCost(char: string, before: string, after: string): number {
  const isInWord = isLetter(before) && isLetter(after) && !'’·・ㆍ–\u00a0'.includes(char)
  if (isSignOfNumber(char, before, after)) return -3
  const isWide = char >= '\u3000'
  const isHalfKana = char >= '\uff61' && char <= '\uff9f'
  return (likely.get(char) ?? (isHalfKana ? -8 : -11)) - (isInWord && !isWide ? 5 : 0)
}

/** `25°`, `€5`, `7 €`, `§3`. */
const isSignOfNumber = (char: string, before: string, after: string): boolean =>
  (char === '°' && /\d/.test(before)) ||
  ('€£§'.includes(char) && (/[\d \u00a0]/.test(before) || /[\d \u00a0]/.test(after)))

const isLetter = (char: string): boolean => /[\p{L}\p{M}]/u.test(char)

const isAsciiLetter = (char: string): boolean => /^[A-Za-z]$/.test(char)

/** What it costs that a letter of this script stands between these two. */
function joinCost(script: Script, char: string, before: string, after: string): number {
  if (script === 'latin') {
    const [left, right] = [isLetter(before), isLetter(after)]
    // Accents follow one another seldom, and a letter with one seldom stands alone.
    const row = left && before >= '\u0080' ? -3 : 0
    return row + (left || right ? 0 : -1.5) + digitCost(before, after)
  }
  const foreign = script === 'cyrillic' ? -6 : -2
  const sides = (isAsciiLetter(before) ? foreign : 0) + (isAsciiLetter(after) ? foreign : 0)
  if (script === 'cyrillic') {
    const isAlone = !isLetter(before) && !isLetter(after) && before !== '.' && after !== '.' && !isOneOf(alone, char)
    return sides + flowCost(char, before) + digitCost(before, after) + (isAlone ? -4 : 0)
  }
  return sides + (before >= '\u0080' && isLetter(before) ? mixCost(script, scriptOf(before)) : 0)
}

/** Outside of East Asia a letter seldom touches a digit. */
const digitCost = (before: string, after: string): number =>
  (/\d/.test(before) ? -2.5 : 0) + (/\d/.test(after) ? -2.5 : 0)

/** In Slavic words vowels and consonants take turns, and some letters begin none: this tells capitals of one encoding from small letters of another. */
function flowCost(char: string, before: string): number {
  if (!isLetter(before)) return isOneOf('ьъыЬЪЫ', char) ? -5 : 0
  if (scriptOf(before) !== 'cyrillic') return before < '\u0080' ? 0 : -6
  const [isVowel, wasVowel] = [isOneOf(vowels, char), isOneOf(vowels, before)]
  if (isOneOf('ьъЬЪ', char) && wasVowel) return -5
  if (isVowel) return wasVowel ? -1.8 : -0.6
  return wasVowel ? -0.2 : -0.9
}

/** Words of one letter. Another letter alone is rather a sign of another encoding. */
const alone = 'авийікосужязАВИЙІКОСУЖЯЗ'

const vowels = 'аеёиоуыэюяіїєАЕЁИОУЫЭЮЯІЇЄ'
const isOneOf = (letters: string, char: string): boolean => letters.includes(char)

function mixCost(script: Script, before: Script): number {
  const isJapanese = (script === 'han' || script === 'kana') && (before === 'han' || before === 'kana')
  return script === before || isJapanese ? 0 : -6
}

/** A capital begins a word or follows a capital. */
function caseCost(char: string, before: string, earlier: string, after: string): number {
  if (isCapital(char)) {
    if (isSmall(before)) return -7
    return isCapital(before) ? -0.3 : -1.2 - (isCapital(after) || !isLetter(after) ? 0.5 : 0)
  }
  return isSmall(char) && isCapital(before) && isCapital(earlier) ? -4 : 0
}

const isCapital = (char: string): boolean => char !== char.toLowerCase()
const isSmall = (char: string): boolean => char !== char.toUpperCase()
