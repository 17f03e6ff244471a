import { inOrder, isSameMatter, voiceOf, type DuplicateClaim, type KnownClaim } from './duplicate-claim.ts'
import { copyThreshold, DuplicateIndex, type Similar } from './duplicate-index.ts'
import { pairOf, type DuplicateKind, type DuplicatePair, type Match } from './duplicate-pair.ts'
import { KnownClaims } from './known-claims.ts'
import type { NameTable } from './names.ts'

/** A claim is offered as a rewording, a translation or a denial of so many at most, the most similar ones. */
const mostLinks = 20
/** Where more wordings than this have the same names and numbers, these tell no translation. */
const mostAnchored = 200
/** Wordings of which is remembered what is near them, and who speaks in them: they are asked for again soon or never. */
const mostRemembered = 20_000

/** What counts of all claims of one wording. */
interface Voices {
  readonly earliest: number
  /** The earliest of each claimant and date. */
  readonly byVoice: ReadonlyMap<string, number>
}

/** A wording near a claim's own one, and by how much. */
interface Near {
  readonly wording: number
  readonly similarity: number
}

/**
 * The duplicates among a case's claims, kept up as they change. A pair belongs to the claim that it is *from*: the later
 * one, or the one that denies. So that many copies do not make the square of their number, each claim is linked
 *  - to the earliest copy by the same claimant and date (entered twice), else
 *  - to the earliest copy of all (same words), else
 *  - to the earliest of each earlier wording that it rewords or translates, most similar first, `mostLinks` at most.
 * Which claims those are depends on the claims alone, not on the order in which they came: `pairs` after any `set` and
 * `remove` are those of a new one with the same claims.
 */
export class Duplicates {
  readonly #index: DuplicateIndex
  readonly #claims: KnownClaims
  /** Until the next change: both are asked for again and again while all pairs are found. */
  readonly #near = new Map<number, readonly Similar<number>[]>()
  readonly #voices = new Map<number, Voices>()

  /** `expected`: how many claims there will be, as far as it is known. */
  constructor(names: NameTable, expected?: number) {
    this.#index = new DuplicateIndex(names, undefined, expected)
    this.#claims = new KnownClaims(expected)
  }

  /** Takes a claim in, or what it has become. Answers the claims whose pairs may be others now, itself among them. */
  set(claim: DuplicateClaim): Set<number> {
    const affected = this.#reach(claim.num)
    this.add(claim)
    for (const num of this.#reach(claim.num)) affected.add(num)
    return affected.add(claim.num)
  }

  /** Forgets a claim. Answers the others whose pairs may be others now. */
  remove(num: number): Set<number> {
    const affected = this.#reach(num)
    this.#forget()
    this.#index.remove(num * 2)
    this.#index.remove(num * 2 + 1)
    this.#claims.delete(num)
    affected.delete(num)
    return affected
  }

  /** Takes a claim in where nobody asks what it changes: while a whole case is read. */
  add(claim: DuplicateClaim): void {
    this.#forget()
    this.#claims.set(claim)
    this.#index.add(claim.num * 2, claim.statement)
    if (claim.translation === null) this.#index.remove(claim.num * 2 + 1)
    else this.#index.add(claim.num * 2 + 1, claim.translation)
  }

  /** All pairs, by the claims that they are from, which are in the order of their numbers. */
  *pairs(): Generator<DuplicatePair> {
    for (const num of this.#claims.nums()) yield* this.pairsFrom(num)
    this.#forget()
  }

  /** The pairs that belong to a claim. */
  pairsFrom(num: number): DuplicatePair[] {
    const claim = this.#claims.get(num)
    if (!claim) return []
    const near = this.#nearOf(num)
    const polarity = this.#isNegated(num)
    const alike = near.filter(({ wording }) => this.#index.isNegated(wording) === polarity)
    const denials = polarity ? this.#denials(claim, near) : []
    const copies = alike.filter(({ similarity }) => similarity >= copyThreshold)
    const twice = this.#enteredTwice(claim, copies)
    if (twice) return [twice, ...denials]
    const copied = this.#earliestOf(copies, claim)
    if (copied) return [this.#sameWords(claim, copied), ...denials]
    const reworded = alike.filter(({ similarity }) => similarity < copyThreshold)
    const pairs = this.#distinct(claim, reworded).map((found) => this.#sameWords(claim, found))
    const known = new Set(pairs.map(({ to }) => to))
    return [...pairs, ...this.#translations(claim, known), ...denials]
  }

  /** The pairs that a claim is part of, on either side. */
  pairsOf(num: number): DuplicatePair[] {
    const others = [...this.#neighbours(num)].filter((other) => other !== num)
    const towards = others.flatMap((other) => this.pairsFrom(other).filter(({ to }) => to === num))
    return [...this.pairsFrom(num), ...towards]
  }

  /** The claims whose wording is near that of one, whatever becomes of them as pairs. */
  similarTo(num: number): Set<number> {
    const wordings = this.#nearOf(num).map(({ wording }) => wording)
    const found = new Set(this.#claimsIn(wordings))
    found.delete(num)
    return found
  }

  /** What the typed arrays take, in bytes. */
  get bytes(): number {
    return this.#index.bytes + this.#claims.bytes
  }

  #forget(): void {
    this.#near.clear()
    this.#voices.clear()
  }

  #wordingsOf(num: number): number[] {
    const found = [this.#index.at(num * 2), this.#index.at(num * 2 + 1)]
    return [...new Set(found.filter((at) => at !== undefined))]
  }

  /** A claim denies something where its statement does; a translation only says it again. */
  #isNegated(num: number): boolean {
    const [first] = this.#wordingsOf(num)
    return first !== undefined && this.#index.isNegated(first)
  }

  /** The wordings near those of a claim, its own among them, each with the greatest similarity. */
  #nearOf(num: number): Near[] {
    const own = this.#wordingsOf(num)
    const found = new Map<number, number>()
    for (const at of own) {
      found.set(at, 1)
      for (const { key, similarity } of this.#nearWordings(at))
        found.set(key, Math.max(similarity, found.get(key) ?? 0))
    }
    return [...found].map(([wording, similarity]) => ({ wording, similarity }))
  }

  #nearWordings(at: number): readonly Similar<number>[] {
    const known = this.#near.get(at)
    if (known) return known
    const found = this.#index.near(at)
    if (this.#near.size === mostRemembered) this.#near.clear()
    this.#near.set(at, found)
    return found
  }

  #claimsOf(wording: number): KnownClaim[] {
    const nums = new Set([...this.#index.texts(wording)].map((key) => Math.floor(key / 2)))
    return [...nums].flatMap((num) => this.#claims.get(num) ?? [])
  }

  #voicesOf(wording: number): Voices {
    const known = this.#voices.get(wording)
    if (known) return known
    const ordered = this.#claimsOf(wording).sort(inOrder)
    const byVoice = new Map<string, number>()
    for (const claim of ordered) {
      const voice = voiceOf(claim)
      if (voice !== null && !byVoice.has(voice)) byVoice.set(voice, claim.num)
    }
    const found = { earliest: ordered[0]?.num ?? -1, byVoice }
    if (this.#voices.size === mostRemembered) this.#voices.clear()
    this.#voices.set(wording, found)
    return found
  }

  #enteredTwice(claim: KnownClaim, copies: readonly Near[]): DuplicatePair | undefined {
    const voice = voiceOf(claim)
    if (voice === null) return undefined
    const first = this.#earliest(copies, claim, (wording) => this.#voicesOf(wording).byVoice.get(voice))
    return first && pairOf(claim, first.claim, this.#match('entered twice', claim, first))
  }

  #earliestOf(near: readonly Near[], before: KnownClaim): Linked | undefined {
    return this.#earliest(near, before, (wording) => this.#voicesOf(wording).earliest)
  }

  /** The earliest of the claims that are picked from wordings, where it is before a claim. */
  #earliest(
    near: readonly Near[],
    before: KnownClaim,
    pick: (wording: number) => number | undefined,
  ): Linked | undefined {
    let found: Linked | undefined
    for (const { wording, similarity } of near) {
      const claim = this.#claims.get(pick(wording) ?? -1)
      if (!claim || inOrder(claim, before) >= 0) continue
      const order = found ? inOrder(claim, found.claim) : -1
      if (!found || order < 0 || (order === 0 && similarity > found.similarity)) found = { claim, similarity, wording }
    }
    return found
  }

  /** The earliest claims of wordings, the most similar first, without those that copy one already taken. */
  #distinct(claim: KnownClaim, near: readonly Near[], isBefore = true): Linked[] {
    const candidates = near
      .flatMap(({ wording, similarity }): Linked[] => {
        const first = this.#claims.get(this.#voicesOf(wording).earliest)
        if (!first || first.num === claim.num || (isBefore && inOrder(first, claim) >= 0)) return []
        return [{ claim: first, similarity, wording }]
      })
      .sort((one, other) => other.similarity - one.similarity || inOrder(one.claim, other.claim))
    const taken: Linked[] = []
    for (const candidate of candidates) {
      if (taken.length === mostLinks) break
      const isCopy = taken.some(
        ({ wording, claim: { num } }) =>
          num === candidate.claim.num || this.#index.similarity(wording, candidate.wording) >= copyThreshold,
      )
      if (!isCopy) taken.push(candidate)
    }
    return taken
  }

  #sameWords(claim: KnownClaim, linked: Linked): DuplicatePair {
    return pairOf(claim, linked.claim, this.#match('same words', claim, linked))
  }

  #match(rule: Match['rule'], claim: KnownClaim, { claim: other, similarity }: Linked): Match {
    return { rule, kind: this.#kindOf(claim.num, other.num, similarity), similarity }
  }

  #kindOf(one: number, other: number, similarity: number): DuplicateKind {
    const [left, right] = [one, other].map((num) => this.#languageOf(num))
    if (left !== right) return 'translation'
    return similarity >= copyThreshold ? 'copy' : 'paraphrase'
  }

  #languageOf(num: number): string {
    const at = this.#index.at(num * 2)
    return at === undefined ? '' : this.#index.languageOf(at)
  }

  #denials(claim: KnownClaim, near: readonly Near[]): DuplicatePair[] {
    const affirmed = near.filter(({ wording }) => !this.#index.isNegated(wording))
    return this.#distinct(claim, affirmed, false).map((linked) =>
      pairOf(claim, linked.claim, this.#match('denial', claim, linked)),
    )
  }

  /** In each other language the earliest earlier claim with the same names, numbers and dates on the same matter. */
  #translations(claim: KnownClaim, known: ReadonlySet<number>): DuplicatePair[] {
    const language = this.#languageOf(claim.num)
    const polarity = this.#isNegated(claim.num)
    const found = new Map<string, KnownClaim>()
    for (const wording of this.#anchoredTo(claim.num)) {
      if (this.#index.isNegated(wording) !== polarity) continue
      for (const other of this.#claimsOf(wording)) {
        const theirs = this.#languageOf(other.num)
        if (theirs === language || known.has(other.num) || inOrder(other, claim) >= 0) continue
        const first = found.get(theirs)
        if (isSameMatter(claim, other) && (!first || inOrder(other, first) < 0)) found.set(theirs, other)
      }
    }
    const ordered = [...found.values()].sort(inOrder)
    return ordered.map((other) => pairOf(claim, other, { rule: 'same words', kind: 'translation', similarity: null }))
  }

  #anchoredTo(num: number): Set<number> {
    const found = new Set<number>()
    for (const at of this.#wordingsOf(num)) for (const other of this.#index.anchored(at, mostAnchored)) found.add(other)
    return found
  }

  /** All claims whose wording is near that of one, or may translate it. */
  #neighbours(num: number): Set<number> {
    const wordings = new Set(this.#nearOf(num).map(({ wording }) => wording))
    return this.#withAnchored(num, new Set(this.#claimsIn(wordings)))
  }

  /** The claims whose pairs depend on this one: those around it where it counts for its wording, and those that may translate it. */
  #reach(num: number): Set<number> {
    if (!this.#claims.has(num)) return new Set()
    const counts = this.#wordingsOf(num).some((at) => {
      const { earliest, byVoice } = this.#voicesOf(at)
      return earliest === num || [...byVoice.values()].includes(num)
    })
    return counts ? this.#neighbours(num) : this.#withAnchored(num, new Set([num]))
  }

  #withAnchored(num: number, claims: Set<number>): Set<number> {
    // One more than may tell a translation: with it, the others tell none any more.
    for (const at of this.#wordingsOf(num))
      for (const other of this.#claimsIn(this.#index.anchored(at, mostAnchored + 1))) claims.add(other)
    return claims
  }

  *#claimsIn(wordings: Iterable<number>): Generator<number> {
    for (const wording of wordings) for (const { num } of this.#claimsOf(wording)) yield num
  }
}

interface Linked extends Near {
  readonly claim: KnownClaim
}

/** The duplicates among claims. */
export function* findDuplicates(claims: Iterable<DuplicateClaim>, names: NameTable): Generator<DuplicatePair> {
  const duplicates = new Duplicates(names)
  for (const claim of claims) duplicates.add(claim)
  yield* duplicates.pairs()
}
