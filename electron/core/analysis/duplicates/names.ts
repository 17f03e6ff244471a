import { foldText } from '../../../../shared/text.ts'
import { knownNames } from './known-names.ts'
import { isHangul, isParticle, stem } from './stem.ts'

/** A record with names: an actor with its aliases. */
export interface Named {
  readonly name: string
  readonly aliases: readonly string[]
}

interface Phrase {
  readonly words: readonly string[]
  readonly name: string
}

/** A name found in a text: what it is called here, how many words it took, and what hung on the last of them. */
export interface NameFound {
  readonly name: string
  readonly words: number
  readonly rest: string
}

/** The words of a folded text: letters and figures, with what joins them within a word. */
export const wordsIn = (folded: string): string[] => folded.replace(/(?<=\p{L})['’ʼ`](?=\p{L})/gu, '').match(word) ?? []
const word = /\d{1,3}(?:[ ,.'’]\d{3})+(?!\d)|\p{N}+(?:[.,]\p{N}+)?|[\p{L}\p{M}]+/gu

/**
 * Spellings of names, each leading to one name whatever the script and case: the case's actors with their aliases and
 * the subject's own (`known-names.ts`). Which name stands for a group does not depend on the order of the actors.
 */
export class NameTable {
  readonly #byFirst = new Map<string, Phrase[]>()
  #longestHangul = 0

  constructor(actors: Iterable<Named> = []) {
    const known = new Map<string, string>()
    for (const group of knownNames) {
      const spellings = group.split(/\s+/).map((spelling) => spelling.replaceAll('_', ' '))
      const [name = ''] = spellings
      for (const spelling of spellings) this.#add(known, spelling, `@${name}`)
    }
    const ordered = [...actors].map(({ name, aliases }) => [name, ...aliases]).sort(byText)
    for (const spellings of ordered) {
      const name = spellings.map((spelling) => known.get(keyOf(spelling))).find((found) => found !== undefined)
      for (const spelling of spellings) this.#add(known, spelling, name ?? `@${keyOf(spellings[0] ?? '')}`)
    }
    for (const phrases of this.#byFirst.values()) phrases.sort((one, other) => other.words.length - one.words.length)
  }

  #add(known: Map<string, string>, spelling: string, name: string): void {
    const key = keyOf(spelling)
    // A letter or a syllable is no name, and what is known already stays what it is.
    if (key.length < 2 || known.has(key)) return
    known.set(key, name)
    const words = key.split(' ')
    const [first = ''] = words
    this.#byFirst.set(first, [...(this.#byFirst.get(first) ?? []), { words, name }])
    if (isHangul(first)) this.#longestHangul = Math.max(this.#longestHangul, first.length)
  }

  /** The longest name that begins with the word at a place; `stems` are those of the words. */
  at(stems: readonly string[], place: number): NameFound | undefined {
    const first = stems[place] ?? ''
    if (!isHangul(first)) return this.#match(stems, place, first)
    for (let length = Math.min(first.length, this.#longestHangul); length > 1; length -= 1) {
      const found = this.#match(stems, place, first.slice(0, length))
      if (found) return found
    }
    return undefined
  }

  #match(stems: readonly string[], place: number, first: string): NameFound | undefined {
    for (const { words, name } of this.#byFirst.get(first) ?? []) {
      const last = stems[place + words.length - 1]
      const end = words.at(-1) ?? ''
      if (last === undefined || !(isHangul(end) ? last.startsWith(end) : last === end)) continue
      if (words.length > 1 && !words.slice(0, -1).every((part, at) => stems[place + at] === part)) continue
      const rest = last.slice(end.length)
      return { name, words: words.length, rest: isParticle(rest) ? '' : rest }
    }
    return undefined
  }
}

const keyOf = (spelling: string): string => wordsIn(foldText(spelling)).map(stem).join(' ')

const byText = (one: readonly string[], other: readonly string[]): number => {
  const [left, right] = [one.join('\n'), other.join('\n')]
  if (left === right) return 0
  return left < right ? -1 : 1
}
