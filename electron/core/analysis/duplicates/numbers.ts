import { monthForms } from '../../imports/values/date-words.ts'
import { quantityWords } from '../../imports/values/quantity-words.ts'

/** What a word has to say about a number. */
type Numeric =
  | { readonly is: 'count'; readonly value: number }
  | { readonly is: 'scale'; readonly value: number }
  | { readonly is: 'month'; readonly value: number }

const hasHangul = /[\uac00-\ud7a3]/

/** Number words of the imports' vocabulary; "one" is said of much that is not counted, and Korean counts are syllables of other words. */
const vocabulary = new Map<string, Numeric>()
for (const [form, meaning] of quantityWords) {
  if (form.includes(' ') || hasHangul.test(form) || form.length < 3) continue
  if (meaning.is === 'count' && meaning.value > 1) vocabulary.set(form, { is: 'count', value: meaning.value })
  if (meaning.is === 'scale' || meaning.is === 'step') vocabulary.set(form, { is: 'scale', value: meaning.value })
}
for (const [forms, value] of [
  ['dozens 수십 수십명', 10],
  ['hundreds 수백 수백명', 100],
  ['thousands 수천 수천명', 1000],
  ['수만 수만명', 10_000],
] as const)
  for (const form of forms.split(' ')) vocabulary.set(form, { is: 'scale', value })
// Short forms of months are words of their own ("mar", "лис"), and so is "may".
for (const [form, month] of monthForms)
  if (form.length > 3 && form !== 'march') vocabulary.set(form, { is: 'month', value: month })
for (const form of ['мая', 'мае']) vocabulary.set(form, { is: 'month', value: 5 })

const koreanScales: Readonly<Record<string, number>> = { 백: 100, 천: 1000, 만: 10_000, 억: 100_000_000 }
const startsWithDigit = /^\p{N}/u
const grouped = /^\d{1,3}(?:[ ,.'’]\d{3})+$/

/** A number read from words: how it is written among the words of a text, and how many of them it took. */
export interface NumberFound {
  readonly token: string
  readonly words: number
  /** What hung on the last word: 명 in "8천명". */
  readonly rest: string
}

/** The number that begins with the word at a place: "8,000", "8 thousand", "8천", "November", "dozens". */
export function numberAt(words: readonly string[], place: number): NumberFound | undefined {
  const first = words[place] ?? ''
  if (startsWithDigit.test(first)) return figuresAt(words, place)
  const meaning = vocabulary.get(first)
  if (!meaning) return /^(?:may|march)$/.test(first) ? namedMonth(words, place) : undefined
  if (meaning.is === 'month') return { token: `month ${meaning.value}`, words: 1, rest: '' }
  // Without a number before it, it is vague: hundreds.
  if (meaning.is === 'scale') return { token: `#${meaning.value}s`, words: 1, rest: '' }
  return scaled(words, place + 1, meaning.value, 1)
}

/** "May" and "march" are months beside figures only. */
function namedMonth(words: readonly string[], place: number): NumberFound | undefined {
  const isDated = [words[place - 1], words[place + 1]].some(
    (beside) => beside !== undefined && /^\d{1,4}$/.test(beside),
  )
  return isDated ? { token: words[place] === 'may' ? 'month 5' : 'month 3', words: 1, rest: '' } : undefined
}

function figuresAt(words: readonly string[], place: number): NumberFound {
  const value = figureOf(words[place] ?? '')
  const next = words[place + 1] ?? ''
  if (next.startsWith('월')) return { token: `month ${value}`, words: 2, rest: '' }
  if (koreanScales[next.charAt(0)]) return koreanAt(words, place)
  return scaled(words, place + 1, value, 1)
}

/** Multiplies by the scale words that follow: "two hundred thousand". */
function scaled(words: readonly string[], from: number, value: number, taken: number): NumberFound {
  let [total, count] = [value, taken]
  for (let at = from; ; at += 1) {
    const next = vocabulary.get(words[at] ?? '')
    if (next?.is !== 'scale') break
    total *= next.value
    count += 1
  }
  return { token: `#${rounded(total)}`, words: count, rest: '' }
}

/** "1만 1천명": figures with the scales that stand right behind them, from the largest to the smallest. */
function koreanAt(words: readonly string[], place: number): NumberFound {
  let [total, at, rest, bound] = [0, place, '', Number.POSITIVE_INFINITY]
  for (;;) {
    const figure = words[at] ?? ''
    const unit = words[at + 1] ?? ''
    const scale = koreanScales[unit.charAt(0)]
    if (!startsWithDigit.test(figure) || scale === undefined || scale >= bound) break
    total += figureOf(figure) * scale
    bound = scale
    at += 2
    rest = unit.slice(1)
    if (rest !== '') break
  }
  return { token: `#${rounded(total)}`, words: at - place, rest }
}

const figureOf = (text: string): number =>
  Number(grouped.test(text) ? text.replace(/\P{N}/gu, '') : text.replace(',', '.').replace(/[^\d.]/g, ''))

const rounded = (value: number): number => Number(value.toPrecision(15))
