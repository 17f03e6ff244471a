import { languages, type Language } from './tokens.ts'
import { reaching } from '../typed-numbers.ts'

/** What texts have in common that are compared alike, beside their shingles. Most have one text. */
export interface Wording {
  /** A hash of the numbers. */
  readonly numbers: number
  readonly isNegated: boolean
  readonly language: Language
  /** By which translations are found: a hash of the names and numbers, 0 where they are too few. */
  readonly anchors: number
}

/** Wordings, and the texts of each by their keys, in typed arrays: some 30 bytes a text. */
export class Wordings {
  #numbers: Uint32Array
  #anchors: Uint32Array
  /** The place of the language, twice, and one more where it is negated. */
  #traits: Uint8Array
  #firstText: Int32Array
  /** By key: the wording, and the texts before and after it. */
  #wording: Int32Array
  #before: Int32Array
  #after: Int32Array
  #count = 0
  readonly #free: number[] = []

  /** `expected`: how many there will be, as far as it is known, of one or two keys each. */
  constructor(expected = 64) {
    this.#numbers = new Uint32Array(expected)
    this.#anchors = new Uint32Array(expected)
    this.#traits = new Uint8Array(expected)
    this.#firstText = new Int32Array(expected)
    this.#wording = new Int32Array(expected * 2).fill(none)
    this.#before = new Int32Array(expected * 2)
    this.#after = new Int32Array(expected * 2)
  }

  /** Makes a wording without texts. Answers its number. */
  make({ numbers, isNegated, language, anchors }: Wording): number {
    const at = this.#free.pop() ?? this.#count++
    this.#numbers = reaching(this.#numbers, at)
    this.#anchors = reaching(this.#anchors, at)
    this.#traits = reaching(this.#traits, at)
    this.#firstText = reaching(this.#firstText, at)
    this.#numbers[at] = numbers
    this.#anchors[at] = anchors
    this.#traits[at] = languages.indexOf(language) * 2 + (isNegated ? 1 : 0)
    this.#firstText[at] = none
    return at
  }

  numbers(at: number): number {
    return this.#numbers[at] ?? 0
  }

  anchors(at: number): number {
    return this.#anchors[at] ?? 0
  }

  isNegated(at: number): boolean {
    return ((this.#traits[at] ?? 0) & 1) === 1
  }

  language(at: number): Language {
    return languages[(this.#traits[at] ?? 0) >> 1] ?? 'other'
  }

  isSame(at: number, { numbers, isNegated, language, anchors }: Wording): boolean {
    return (
      this.numbers(at) === numbers &&
      this.isNegated(at) === isNegated &&
      this.language(at) === language &&
      this.anchors(at) === anchors
    )
  }

  /** Gives a wording one more text. */
  addText(at: number, key: number): void {
    const known = this.#wording.length
    this.#wording = reaching(this.#wording, key)
    this.#wording.fill(none, known)
    this.#before = reaching(this.#before, key)
    this.#after = reaching(this.#after, key)
    const first = this.#firstText[at] ?? none
    this.#wording[key] = at
    this.#before[key] = none
    this.#after[key] = first
    if (first >= 0) this.#before[first] = key
    this.#firstText[at] = key
  }

  /** Takes a text from its wording; one that has none left is given up. Answers which that is. */
  removeText(key: number): { readonly wording: number; readonly isLeft: boolean } | undefined {
    const at = this.of(key)
    if (at === undefined) return undefined
    const [before, after] = [this.#before[key] ?? none, this.#after[key] ?? none]
    if (before >= 0) this.#after[before] = after
    else this.#firstText[at] = after
    if (after >= 0) this.#before[after] = before
    this.#wording[key] = none
    const isLeft = (this.#firstText[at] ?? none) < 0
    if (isLeft) this.#free.push(at)
    return { wording: at, isLeft }
  }

  /** The wording of a text; undefined where it has none. */
  of(key: number): number | undefined {
    const at = this.#wording[key] ?? none
    return at < 0 ? undefined : at
  }

  /** The keys of the texts of a wording, in no particular order. */
  *texts(at: number): Generator<number> {
    for (let key = this.#firstText[at] ?? none; key >= 0; key = this.#after[key] ?? none) yield key
  }

  /** The keys of all texts, in their order. */
  *keys(): Generator<number> {
    for (const [key, at] of this.#wording.entries()) if (at >= 0) yield key
  }

  get bytes(): number {
    const arrays = [
      this.#numbers,
      this.#anchors,
      this.#traits,
      this.#firstText,
      this.#wording,
      this.#before,
      this.#after,
    ]
    return arrays.reduce((sum, { byteLength }) => sum + byteLength, 0)
  }
}

const none = -1
