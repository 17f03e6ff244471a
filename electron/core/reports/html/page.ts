import type { Element } from 'hast'
import { languageOf } from '../words.ts'
import { h, type Child } from './element.ts'

/** What drawing a page keeps in mind: the first reference to a note is where the note leads back to. */
export interface Page {
  readonly referred: Set<number>
  /** Printed at once: what is closed on the screen is not on paper. */
  readonly isForPrint: boolean
}

/** A reference to a note. */
export function noteLink(page: Page, number: number): Element {
  const isFirst = !page.referred.has(number)
  page.referred.add(number)
  const id = isFirst ? { id: `note-ref-${number}` } : {}
  return h('a', { href: `#note-${number}`, className: ['note'], ariaLabel: `Note ${number}`, ...id }, String(number))
}

/** References to notes in a cell: "1, 4". */
export const noteLinks = (page: Page, numbers: readonly number[]): Child[] =>
  [...new Set(numbers)].flatMap((number, index) => [index === 0 ? null : ', ', noteLink(page, number)])

/** Marks a text in another script with its language, so that it is read aloud and broken into lines as such. */
export function inLanguage(text: string, given?: string | null): { readonly lang?: string } {
  const lang = languageOf(text, given)
  return lang === undefined ? {} : { lang }
}
