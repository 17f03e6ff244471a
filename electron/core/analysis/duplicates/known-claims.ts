import { knownClaim, type DuplicateClaim, type KnownClaim } from './duplicate-claim.ts'
import { RepeatedTexts } from '../repeated-texts.ts'
import { reaching } from '../typed-numbers.ts'

/** Claims as they are kept for comparison, in columns: some 150 bytes a claim, where an object of each takes five times that. */
export class KnownClaims {
  /** By row number: who is known has a reference. */
  readonly #refs: (string | undefined)[] = []
  readonly #texts = new RepeatedTexts()
  /** `width` numbers of each. */
  #numbers: Float64Array
  #digests: Uint8Array

  /** `expected`: how many there will be, as far as it is known. */
  constructor(expected = 64) {
    this.#numbers = new Float64Array(expected * width)
    this.#digests = new Uint8Array(expected * digestBytes)
  }

  set(claim: DuplicateClaim): void {
    const { num, ref, claimant, said, published, topic, event, outlet, digest, saidDays, day, publishedDay } =
      knownClaim(claim)
    this.#numbers = reaching(this.#numbers, (num + 1) * width - 1)
    this.#digests = reaching(this.#digests, (num + 1) * digestBytes - 1)
    this.#refs[num] = ref
    const texts = [claimant, said, published, topic].map((text) => this.#texts.placeOf(text))
    const [from, to] = saidDays ?? [Number.NaN, Number.NaN]
    this.#numbers.set([...texts, event ?? none, outlet ?? none, day, publishedDay, from, to], num * width)
    this.#digests.set(Buffer.from(digest, 'hex'), num * digestBytes)
  }

  get(num: number): KnownClaim | undefined {
    const ref = this.#refs[num]
    return ref === undefined ? undefined : new ClaimInColumns(num, ref, this.#numbers, this.#digests, this.#texts)
  }

  has(num: number): boolean {
    return this.#refs[num] !== undefined
  }

  delete(num: number): void {
    this.#refs[num] = undefined
  }

  /** The row numbers, in their order. */
  *nums(): Generator<number> {
    for (const [num, ref] of this.#refs.entries()) if (ref !== undefined) yield num
  }

  get bytes(): number {
    return this.#numbers.byteLength + this.#digests.byteLength
  }
}

const none = -1
/** What stands where among the numbers of a claim: texts by their places, references, days. */
const [claimantAt, saidAt, publishedAt, topicAt, eventAt, outletAt] = [0, 1, 2, 3, 4, 5] as const
const [dayAt, publishedDayAt, fromAt, toAt, width] = [6, 7, 8, 9, 10] as const
/** SHA-256. */
const digestBytes = 32

/** One claim of the columns, which must not change while it is looked at. */
class ClaimInColumns implements KnownClaim {
  readonly num: number
  readonly ref: string
  readonly #numbers: Float64Array
  readonly #digests: Uint8Array
  readonly #texts: RepeatedTexts

  constructor(num: number, ref: string, numbers: Float64Array, digests: Uint8Array, texts: RepeatedTexts) {
    this.num = num
    this.ref = ref
    this.#numbers = numbers
    this.#digests = digests
    this.#texts = texts
  }

  get claimant(): string | null {
    return this.#text(claimantAt)
  }

  get said(): string | null {
    return this.#text(saidAt)
  }

  get published(): string | null {
    return this.#text(publishedAt)
  }

  get topic(): string | null {
    return this.#text(topicAt)
  }

  get event(): number | null {
    return this.#reference(eventAt)
  }

  get outlet(): number | null {
    return this.#reference(outletAt)
  }

  get day(): number {
    return this.#number(dayAt)
  }

  get publishedDay(): number {
    return this.#number(publishedDayAt)
  }

  get saidDays(): KnownClaim['saidDays'] {
    const from = this.#number(fromAt)
    return Number.isNaN(from) ? null : [from, this.#number(toAt)]
  }

  get digest(): string {
    const at = this.num * digestBytes
    return Buffer.from(this.#digests.subarray(at, at + digestBytes)).toString('hex')
  }

  #number(at: number): number {
    return this.#numbers[this.num * width + at] ?? none
  }

  #reference(at: number): number | null {
    const num = this.#number(at)
    return num === none ? null : num
  }

  #text(at: number): string | null {
    return this.#texts.at(this.#number(at))
  }
}
