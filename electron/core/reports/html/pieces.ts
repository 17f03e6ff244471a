import type { ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { digest } from '../digest.ts'
import { distinct } from '../fonts.ts'
import { Kept } from '../kept.ts'
import type { FigureEntry, Note, Section } from '../model.ts'
import type { Page } from './page.ts'

/** A part of a page as text. */
export interface Piece {
  /** The same for the same text only. */
  readonly key: string
  readonly html: string
  readonly characters: ReadonlySet<string>
}

interface KeptPiece extends Piece {
  /** The notes that it is the first to refer to. */
  readonly refersTo: readonly number[]
}

export const plainPiece = (html: string): Piece => ({ key: digest(html), html, characters: new Set() })

export const piece = (elements: readonly ElementContent[]): Piece => {
  const html = toHtml({ type: 'root', children: [...elements] })
  return { key: digest(html), html, characters: distinct(html) }
}

/** The pieces of reports as they were made last: typing changes one of them. */
const kept = new Kept<KeptPiece>(300)

/**
 * A piece that is made of `content`, of `more`, and of which notes were referred to before it, by nothing else; it is
 * made anew only where one of them changed.
 */
export function keptPiece(
  page: Page,
  content: Section | readonly Note[],
  more: readonly string[],
  make: () => readonly ElementContent[],
): Piece {
  const before = [...page.referred]
  const made = kept.get(digest(JSON.stringify([before, more, content], figureByNumber)), () => {
    const fresh = piece(make())
    return { ...fresh, refersTo: [...page.referred].slice(before.length) }
  })
  for (const note of made.refersTo) page.referred.add(note)
  return made
}

/** Drawn pictures are large, and kept where they are drawn: each stands for itself. */
const numbers = new WeakMap<object, number>()
let last = 0

function figureByNumber(key: string, value: unknown): unknown {
  if (key !== 'figure' || typeof value !== 'object' || value === null) return value
  const figure = value as FigureEntry
  const number = numbers.get(figure) ?? (last += 1)
  numbers.set(figure, number)
  return number
}
