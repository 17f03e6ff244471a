import type { Confidence, ScaleName } from '../scales.ts'
import type { Range } from './sentences.ts'

/** What a wording can be taken exception to. */
export const wordingRules = [
  'likelihood with confidence',
  'other scale',
  'percent apart',
  'not a term',
  'vague',
  'other likelihood',
] as const
export type WordingRule = (typeof wordingRules)[number]

/** What a fix does: it puts a text in the place of a range, and may choose a likelihood or a confidence. */
export interface WordingFix {
  readonly label: string
  /** Null: the text stays. */
  readonly edit: (Range & { readonly text: string }) | null
  readonly likelihood?: string
  readonly confidence?: Confidence
}

export interface WordingFinding extends Range {
  readonly rule: WordingRule
  /** The words that it is about, as they stand. */
  readonly words: string
  readonly reason: string
  /** The first is the one that a key takes. */
  readonly fixes: readonly WordingFix[]
}

/** What the text belongs to: the scale of the case, and what is chosen beside the text. */
export interface WordingContext {
  readonly scale: ScaleName
  /** The chosen term; undefined where none can be chosen, such as in a paragraph. */
  readonly term?: string | null
  readonly percent?: number | null
}

/** The text after a fix. */
export const applyFix = (text: string, { edit }: WordingFix): string =>
  edit === null ? text : text.slice(0, edit.start) + edit.text + text.slice(edit.end)

/**
 * An edit that takes words out, with the white space and the comma that they leave over; what then begins the sentence
 * gets a capital.
 */
export function takeOut(text: string, { start, end }: Range, sentenceStart: number): Range & { readonly text: string } {
  let [from, to] = [start, end]
  const isFirst = text.slice(sentenceStart, from).trim() === ''
  if (isFirst) {
    while (/[\s,]/.test(text[to] ?? '')) to += 1
    const first = text[to] ?? ''
    return { start: from, end: first === '' ? to : to + 1, text: first.toUpperCase() }
  }
  const hadComma = /,\s*$/.test(text.slice(0, from)) && /^\s*,/.test(text.slice(to))
  if (hadComma) to += (/^\s*,/.exec(text.slice(to)) ?? [''])[0].length
  if (hadComma || /^\s*(?:[.!?;]|$)/.test(text.slice(to))) while (/[\s,]/.test(text[from - 1] ?? '')) from -= 1
  else while (/\s/.test(text[to] ?? '') && /\s/.test(text[from - 1] ?? '')) to += 1
  return { start: from, end: to, text: '' }
}

/** A replacement in the case of what it replaces: “May” gives “Will”. */
export const likeCase = (model: string, words: string): string =>
  /^\p{Lu}/u.test(model) ? words.charAt(0).toUpperCase() + words.slice(1) : words
