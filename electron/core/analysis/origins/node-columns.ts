import { claimBases } from '../../../../shared/vocabulary.ts'
import { RepeatedTexts } from '../repeated-texts.ts'
import { reaching } from '../typed-numbers.ts'
import type { ClaimNode, DocumentNode } from './graph.ts'

// The nodes of a whole case by row number, in typed arrays: 9 bytes each, where objects in maps take two hundred.

const none = 0
const [isThere, isTrashed, isNobody, isRetracted, isBareOne, basisAt] = [1, 2, 4, 8, 16, 5]

const reference = (num: number | undefined): number | null => (num === undefined || num === none ? null : num)

export class ClaimColumns {
  #claimants = new Int32Array(1024)
  #events = new Int32Array(1024)
  /** Whether it is there and what it is, a bit each, and its basis above them. */
  #traits = new Uint8Array(1024)

  set(num: number, node: ClaimNode): void {
    this.#claimants = reaching(this.#claimants, num)
    this.#events = reaching(this.#events, num)
    this.#traits = reaching(this.#traits, num)
    this.#claimants[num] = node.claimant ?? none
    this.#events[num] = node.event ?? none
    this.#traits[num] =
      isThere +
      (node.isTrashed ? isTrashed : 0) +
      (node.isNobody ? isNobody : 0) +
      (node.isRetracted ? isRetracted : 0) +
      (node.isBareOne ? isBareOne : 0) +
      (claimBases.indexOf(node.basis) << basisAt)
  }

  get(num: number): ClaimNode | undefined {
    const traits = this.#traits[num] ?? 0
    if (traits === 0) return undefined
    return {
      claimant: reference(this.#claimants[num]),
      isNobody: (traits & isNobody) !== 0,
      basis: claimBases[traits >> basisAt] ?? 'unknown',
      event: reference(this.#events[num]),
      isTrashed: (traits & isTrashed) !== 0,
      isRetracted: (traits & isRetracted) !== 0,
      isBareOne: (traits & isBareOne) !== 0,
    }
  }

  /** The row numbers, in their order. */
  *nums(): Generator<number> {
    for (const [num, traits] of this.#traits.entries()) if (traits !== 0) yield num
  }
}

export class DocumentColumns {
  readonly #texts = new RepeatedTexts()
  #outlets = new Int32Array(1024)
  #languages = new Int32Array(1024)
  #traits = new Uint8Array(1024)

  set(num: number, node: DocumentNode): void {
    this.#outlets = reaching(this.#outlets, num)
    this.#languages = reaching(this.#languages, num)
    this.#traits = reaching(this.#traits, num)
    this.#outlets[num] = node.outlet ?? none
    this.#languages[num] = this.#texts.placeOf(node.language)
    this.#traits[num] = isThere + (node.isTrashed ? isTrashed : 0)
  }

  get(num: number): DocumentNode | undefined {
    const traits = this.#traits[num] ?? 0
    if (traits === 0) return undefined
    return {
      outlet: reference(this.#outlets[num]),
      language: this.#texts.at(this.#languages[num] ?? 0),
      isTrashed: (traits & isTrashed) !== 0,
    }
  }

  /** The row numbers, in their order. */
  *nums(): Generator<number> {
    for (const [num, traits] of this.#traits.entries()) if (traits !== 0) yield num
  }
}
