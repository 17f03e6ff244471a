import order from './collation-order.txt?raw'

/**
 * The key by which texts are put in order: comparing two keys letter by letter is what the root collation of CLDR does with
 * the texts at its first level (case, accents and ё/е do not count), with numbers by their value: “Report 2” before
 * “Report 10”. The order of letters, Ukrainian ones too, and of marks is that of ICU's collator; Hangul and
 * other scripts beyond stand in the order of their code points, which is that of their dictionaries.
 */
export function collationKey(text: string): string {
  let key = ''
  const folded = isPlain.test(text) ? text : text.normalize('NFKC')
  for (let at = 0; at < folded.length; at += 1) {
    const code = folded.charCodeAt(at)
    if (code >= zero && code <= nine) {
      const end = endOfDigits(folded, at)
      key += numberKey(folded.slice(at, end))
      at = end - 1
    } else if (letters[code] !== undefined) key += letters[code]
    // A pair of halves stands after all single ones, by UTF-8 as by UTF-16.
    else if (isHigh(code)) key += `\uffff${folded[at]}`
    else key += isHan(code) ? `\uf8ff${folded[at]}` : folded[at]
  }
  return key
}

/** The key by which a stored text is put in order, by its beginning: longer ones differ before that, or are the same to a reader who runs over a list. */
export const orderKey = (text: string): string => collationKey(text.slice(0, 60))

/** Puts texts in the order of their keys, and those of one key in the order of their letters' codes. */
export function byCollation(one: string, other: string): number {
  const [key, otherKey] = [collationKey(one), collationKey(other)]
  if (key !== otherKey) return key < otherKey ? -1 : 1
  return one < other ? -1 : one > other ? 1 : 0
}

const isPlain = /^[\0-\x7e\u0400-\u052f\uac00-\ud7a3]*$/
const [zero, nine] = [48, 57]
const isHigh = (code: number): boolean => code >= 0xd800 && code <= 0xdbff
/** Han stands after Hangul. */
const isHan = (code: number): boolean => code >= 0x3400 && code <= 0x9fff

/** Letters that the collation takes as two. */
const ligatures = ['ßss', 'æae', 'Æae', 'ǽae', 'Ǽae', 'œoe', 'Œoe'].map(
  ([letter = '', ...parts]) => [letter, parts] as const,
)

/**
 * What Latin, Greek and Cyrillic letters and the marks of all are in a key, by their codes. The order is kept in a file,
 * since keys are stored, and the collators of two runtimes may differ: a line holds what is the same at the first level,
 * the first of them what counts for nothing. There are fewer lines than the code of the first letter beyond.
 */
const letters: readonly string[] = keysOfLetters()

function keysOfLetters(): string[] {
  const keys: string[] = []
  order
    .trimEnd()
    .split('\n')
    .forEach((line, weight) => {
      const same = JSON.parse(`"${line.replaceAll('"', '\\"')}"`) as string
      for (const letter of same) keys[letter.charCodeAt(0)] = weight === 0 ? '' : String.fromCharCode(weight)
    })
  for (const [letter, parts] of ligatures)
    keys[letter.charCodeAt(0)] = parts.map((part) => keys[part.charCodeAt(0)]).join('')
  return keys
}

function endOfDigits(text: string, from: number): number {
  let end = from
  while (end < text.length && text.charCodeAt(end) >= zero && text.charCodeAt(end) <= nine) end += 1
  return end
}

/** Of two numbers the one with more digits is the greater. */
function numberKey(digits: string): string {
  const value = digits.replace(/^0+(?=.)/, '')
  return `${letters[zero]}${String.fromCharCode(Math.min(value.length, 0xfffe))}${value}`
}
