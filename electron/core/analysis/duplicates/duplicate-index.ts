import { Bands, type Banding } from './bands.ts'
import { ChainTable } from './chain-table.ts'
import type { NameTable } from './names.ts'
import { ShinglePool } from './shingle-pool.ts'
import { hash32, joined, shinglesOf, similarity } from './shingles.ts'
import { tokensOf, type Language } from './tokens.ts'
import { Wordings, type Wording } from './wordings.ts'

/** From here on two texts say nearly the same: what they share of their words and pairs of words, 0 to 1. */
export const nearThreshold = 0.5
/** From here on one is a copy of the other. */
export const copyThreshold = 0.9
/** A translation has no words in common: it shows by as many names, numbers and months at least. */
const fewestAnchors = 3

export interface Similar<Key> {
  readonly key: Key
  readonly similarity: number
}

/**
 * Near duplicates among many short texts. Candidates come by MinHash, and each is verified by the true similarity. Texts
 * whose numbers differ are never near duplicates, whatever their words. What is found does not depend on the order in
 * which texts were added. Keys are small whole numbers. It takes about half a KiB a text of 200 characters, in typed arrays;
 * texts with the same shingles share that.
 */
export class DuplicateIndex {
  readonly #names: NameTable
  readonly #bands: Bands
  readonly #pool = new ShinglePool()
  readonly #wordings: Wordings
  /** The wordings by a hash of all that tells one from another, and by their names and numbers. */
  readonly #byIdentity: ChainTable
  readonly #byAnchors: ChainTable

  /** `expected`: how many texts there will be, as far as it is known. */
  constructor(names: NameTable, banding?: Banding, expected?: number) {
    this.#names = names
    this.#bands = new Bands(banding, expected)
    this.#wordings = new Wordings(expected)
    this.#byIdentity = new ChainTable(expected)
    this.#byAnchors = new ChainTable(expected)
  }

  /** Takes a text in under a key of its own, in the place of the one that had it. A text without words is not found. */
  add(key: number, text: string, language?: Language): void {
    this.remove(key)
    const tokens = tokensOf(text, this.#names)
    if (tokens.words.length === 0) return
    const shingles = shinglesOf(tokens)
    const numbers = hash32(tokens.numbers.join('|'), 1)
    const anchors = [...tokens.names, ...tokens.numbers]
    const wording: Wording = {
      numbers,
      isNegated: tokens.isNegated,
      language: language ?? tokens.language,
      anchors: anchors.length < fewestAnchors ? 0 : hash32(anchors.join('|'), 2) || 1,
    }
    this.#wordings.addText(this.#found(wording, shingles) ?? this.#make(wording, shingles), key)
  }

  #found(wording: Wording, shingles: Uint32Array): number | undefined {
    const table = this.#byIdentity
    for (let at = table.first(identityOf(wording, shingles)); at >= 0; at = table.following(at))
      if (this.#wordings.isSame(at, wording) && isEqual(this.#pool.get(at), shingles)) return at
    return undefined
  }

  #make(wording: Wording, shingles: Uint32Array): number {
    const at = this.#wordings.make(wording)
    this.#pool.set(at, shingles)
    this.#bands.add(at, this.#bands.keysOf(shingles, wording.numbers))
    this.#byIdentity.add(at, identityOf(wording, shingles))
    if (wording.anchors !== 0) this.#byAnchors.add(at, wording.anchors)
    return at
  }

  /** Takes a text out; a key that has none is no error. */
  remove(key: number): void {
    const removed = this.#wordings.removeText(key)
    if (!removed?.isLeft) return
    const { wording } = removed
    this.#byIdentity.remove(wording)
    if (this.#wordings.anchors(wording) !== 0) this.#byAnchors.remove(wording)
    this.#bands.remove(wording)
    this.#pool.drop(wording)
  }

  /** The texts that say nearly the same as a text or as the one under a key, the most similar first, then by key; not itself. */
  similarTo(of: number | string): Similar<number>[] {
    const found: Similar<number>[] = []
    for (const { key: at, similarity: share } of typeof of === 'number' ? this.#likeKey(of) : this.#likeText(of))
      for (const key of this.#wordings.texts(at)) if (key !== of) found.push({ key, similarity: share })
    return found.sort((one, other) => other.similarity - one.similarity || one.key - other.key)
  }

  #likeKey(key: number): Similar<number>[] {
    const at = this.at(key)
    return at === undefined ? [] : [{ key: at, similarity: 1 }, ...this.near(at)]
  }

  #likeText(text: string): Similar<number>[] {
    const tokens = tokensOf(text, this.#names)
    const shingles = shinglesOf(tokens)
    const numbers = hash32(tokens.numbers.join('|'), 1)
    return this.#verified(shingles, this.#bands.alike(this.#bands.keysOf(shingles, numbers)), numbers)
  }

  /** All pairs that say nearly the same, each once, the smaller key first. */
  *pairs(): Generator<{ readonly left: number; readonly right: number; readonly similarity: number }> {
    for (const left of this.#wordings.keys())
      for (const { key: right, similarity: share } of this.similarTo(left))
        if (left < right) yield { left, right, similarity: share }
  }

  /** The wording of the text under a key; undefined where it has none. */
  at(key: number): number | undefined {
    return this.#wordings.of(key)
  }

  isNegated(wording: number): boolean {
    return this.#wordings.isNegated(wording)
  }

  languageOf(wording: number): Language {
    return this.#wordings.language(wording)
  }

  /** The keys of the texts of a wording, in no particular order. */
  texts(wording: number): Iterable<number> {
    return this.#wordings.texts(wording)
  }

  /** The other wordings that are nearly the same as one. */
  near(at: number): Similar<number>[] {
    const candidates = this.#bands.alike(this.#bands.keys(at))
    return this.#verified(this.#pool.get(at), candidates, this.#wordings.numbers(at), at)
  }

  #verified(shingles: Uint32Array, candidates: Iterable<number>, numbers: number, self?: number): Similar<number>[] {
    const found: Similar<number>[] = []
    for (const key of candidates) {
      if (key === self || this.#wordings.numbers(key) !== numbers) continue
      const share = similarity(shingles, this.#pool.get(key))
      if (share >= nearThreshold) found.push({ key, similarity: share })
    }
    return found
  }

  similarity(one: number, other: number): number {
    return similarity(this.#pool.get(one), this.#pool.get(other))
  }

  /** The wordings with the same names and numbers as one, itself among them: none where those are too few to tell, or where there are more than `most`. */
  anchored(at: number, most: number): readonly number[] {
    const anchors = this.#wordings.anchors(at)
    if (anchors === 0) return []
    const found: number[] = []
    for (let other = this.#byAnchors.first(anchors); other >= 0; other = this.#byAnchors.following(other)) {
      if (found.length === most) return []
      found.push(other)
    }
    return found
  }

  /** What the typed arrays take, in bytes. */
  get bytes(): number {
    const parts = [this.#pool, this.#bands, this.#wordings, this.#byIdentity, this.#byAnchors]
    return parts.reduce((sum, { bytes }) => sum + bytes, 0)
  }
}

function identityOf({ numbers, isNegated, anchors }: Wording, shingles: Uint32Array): number {
  let hash = joined(numbers, isNegated ? 1 : 2)
  for (const shingle of shingles) hash = joined(hash, shingle)
  return joined(hash, anchors)
}

const isEqual = (one: Uint32Array, other: Uint32Array): boolean =>
  one.length === other.length && one.every((shingle, at) => shingle === other[at])
