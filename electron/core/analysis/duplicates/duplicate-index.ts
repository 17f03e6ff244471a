import { Bands, type Banding } from './bands.ts'
import type { NameTable } from './names.ts'
import { ShinglePool } from './shingle-pool.ts'
import { hash32, joined, shinglesOf, similarity } from './shingles.ts'
import { tokensOf, type Language } from './tokens.ts'

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

/** Texts that are compared alike: the same shingles, numbers, names and polarity. Most have one text. */
export interface Wording {
  readonly numbers: number
  readonly isNegated: boolean
  readonly language: Language
  /** By which translations are found: a hash of the names and numbers, 0 where they are too few. */
  readonly anchors: number
  readonly keys: Set<number>
}

/**
 * Near duplicates among many short texts. Candidates come by MinHash, and each is verified by the true similarity. Texts
 * whose numbers differ are never near duplicates, whatever their words. What is found does not depend on the order in
 * which texts were added. It takes about 1 KiB a text of 200 characters (half of it in typed arrays); texts with the same
 * shingles share that.
 */
export class DuplicateIndex {
  readonly #names: NameTable
  readonly #bands: Bands
  readonly #pool = new ShinglePool()
  readonly #wordings: (Wording | undefined)[] = []
  readonly #free: number[] = []
  readonly #byHash = new Map<number, number[]>()
  readonly #byAnchors = new Map<number, Set<number>>()
  readonly #ofKey = new Map<number, number>()

  constructor(names: NameTable, banding?: Banding) {
    this.#names = names
    this.#bands = new Bands(banding)
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
      keys: new Set([key]),
    }
    this.#take(key, wording, shingles)
  }

  #take(key: number, wording: Wording, shingles: Uint32Array): void {
    const hash = identityOf(wording, shingles)
    const alike = this.#byHash.get(hash) ?? []
    const known = alike.find((at) => isSame(this.wording(at), wording) && isEqual(this.#pool.get(at), shingles))
    if (known !== undefined) {
      this.wording(known).keys.add(key)
      this.#ofKey.set(key, known)
      return
    }
    const at = this.#free.pop() ?? this.#wordings.length
    this.#wordings[at] = wording
    this.#pool.set(at, shingles)
    this.#bands.add(at, this.#bands.keysOf(shingles, wording.numbers))
    this.#byHash.set(hash, [...alike, at])
    this.#ofKey.set(key, at)
    if (wording.anchors === 0) return
    const bucket = this.#byAnchors.get(wording.anchors)
    if (bucket) bucket.add(at)
    else this.#byAnchors.set(wording.anchors, new Set([at]))
  }

  /** Takes a text out; a key that has none is no error. */
  remove(key: number): void {
    const at = this.#ofKey.get(key)
    if (at === undefined) return
    this.#ofKey.delete(key)
    const wording = this.wording(at)
    wording.keys.delete(key)
    if (wording.keys.size > 0) return
    const hash = identityOf(wording, this.#pool.get(at))
    const left = (this.#byHash.get(hash) ?? []).filter((other) => other !== at)
    if (left.length > 0) this.#byHash.set(hash, left)
    else this.#byHash.delete(hash)
    const bucket = this.#byAnchors.get(wording.anchors)
    bucket?.delete(at)
    if (bucket?.size === 0) this.#byAnchors.delete(wording.anchors)
    this.#bands.remove(at)
    this.#pool.drop(at)
    this.#wordings[at] = undefined
    this.#free.push(at)
  }

  /** The texts that say nearly the same as a text or as the one under a key, the most similar first, then by key; not itself. */
  similarTo(of: number | string): Similar<number>[] {
    const found: Similar<number>[] = []
    for (const { key: at, similarity: share } of typeof of === 'number' ? this.#likeKey(of) : this.#likeText(of))
      for (const key of this.wording(at).keys) if (key !== of) found.push({ key, similarity: share })
    return found.sort((one, other) => other.similarity - one.similarity || one.key - other.key)
  }

  #likeKey(key: number): Similar<number>[] {
    const at = this.#ofKey.get(key)
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
    for (const [left] of this.#ofKey)
      for (const { key: right, similarity: share } of this.similarTo(left))
        if (left < right) yield { left, right, similarity: share }
  }

  /** The wording of the text under a key; undefined where it has none. */
  at(key: number): number | undefined {
    return this.#ofKey.get(key)
  }

  wording(at: number): Wording {
    const found = this.#wordings[at]
    if (!found) throw new Error(`There is no wording ${at}`)
    return found
  }

  /** The other wordings that are nearly the same as one. */
  near(at: number): Similar<number>[] {
    const candidates = this.#bands.alike(this.#bands.keys(at))
    return this.#verified(this.#pool.get(at), candidates, this.wording(at).numbers, at)
  }

  #verified(shingles: Uint32Array, candidates: Iterable<number>, numbers: number, self?: number): Similar<number>[] {
    const found: Similar<number>[] = []
    for (const key of candidates) {
      if (key === self || this.wording(key).numbers !== numbers) continue
      const share = similarity(shingles, this.#pool.get(key))
      if (share >= nearThreshold) found.push({ key, similarity: share })
    }
    return found
  }

  similarity(one: number, other: number): number {
    return similarity(this.#pool.get(one), this.#pool.get(other))
  }

  /** The wordings with the same names and numbers as one, itself among them; empty where those are too few to tell. */
  anchored(at: number): ReadonlySet<number> {
    return this.#byAnchors.get(this.wording(at).anchors) ?? noWordings
  }

  /** What the typed arrays take, in bytes. */
  get bytes(): number {
    return this.#pool.bytes + this.#bands.bytes
  }
}

const noWordings: ReadonlySet<number> = new Set()

function identityOf({ numbers, isNegated, anchors }: Wording, shingles: Uint32Array): number {
  let hash = joined(numbers, isNegated ? 1 : 2)
  for (const shingle of shingles) hash = joined(hash, shingle)
  return joined(hash, anchors)
}

const isSame = (one: Wording, other: Wording): boolean =>
  one.numbers === other.numbers &&
  one.isNegated === other.isNegated &&
  one.language === other.language &&
  one.anchors === other.anchors

const isEqual = (one: Uint32Array, other: Uint32Array): boolean =>
  one.length === other.length && one.every((shingle, at) => shingle === other[at])
