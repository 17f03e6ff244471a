import type { carriageRoles, claimBases, relationTypes } from '../../../../shared/vocabulary.ts'

export type Basis = (typeof claimBases)[number]
export type RelationType = (typeof relationTypes)[number]
export type CarriageRole = (typeof carriageRoles)[number]

/** A claim as the walk sees it; everything is by row number. */
export interface ClaimNode {
  readonly claimant: number | null
  /** The claimant's name stands for nobody: "unattributed reports". */
  readonly isNobody: boolean
  readonly basis: Basis
  readonly event: number | null
  readonly isTrashed: boolean
  readonly isRetracted: boolean
  /** Graded credibility 1 without a written reason. */
  readonly isBareOne: boolean
}

export interface DocumentNode {
  readonly outlet: number | null
  /** The document's own language, else its outlet's: a primary subtag or name in small letters. */
  readonly language: string | null
  readonly isTrashed: boolean
}

export interface EventNode {
  /** Something is said at it: a briefing, a press conference, an interview. */
  readonly isSpoken: boolean
  readonly isTrashed: boolean
}

export type EndKind = 'claim' | 'document' | 'event'
/** A claim, document or event as one number, which is a fast key of sets and maps. */
export type Key = number & { readonly __key: true }

const kinds: readonly EndKind[] = ['claim', 'document', 'event']
const codes: Readonly<Record<EndKind, number>> = { claim: 0, document: 1, event: 2 }
export const keyOf = (kind: EndKind, num: number): Key => (num * 4 + codes[kind]) as Key
export const numOf = (key: Key): number => Math.floor(key / 4)
export const kindOf = (key: Key): EndKind => kinds[key % 4] ?? 'claim'

/** One end of a confirmed relation, seen from the other. */
export interface Link {
  readonly type: RelationType
  readonly other: Key
}

export interface CarriageLink {
  readonly document: number
  readonly role: CarriageRole
}

/**
 * What is looked up while walking to the origins: in the case row by row (`sqlGraph`), or in lists that hold all of it
 * (`loadGraph`). Relations are confirmed ones only; what lies in the trash is still found, and says so.
 */
export interface Graph {
  readonly claim: (num: number) => ClaimNode | undefined
  readonly document: (num: number) => DocumentNode | undefined
  readonly event: (num: number) => EventNode | undefined
  /** The owner of an outlet, an actor. */
  readonly ownerOf: (outlet: number) => number | null
  readonly affiliationOf: (actor: number) => number | null
  readonly carriages: (claim: number) => readonly CarriageLink[]
  /** Relations of which this is the subject. */
  readonly from: (key: Key) => readonly Link[]
  /** Relations of which this is the object. */
  readonly to: (key: Key) => readonly Link[]
  /** The claims whose field "event" is this one. */
  readonly claimsOf: (event: number) => readonly number[]
  /** Whether a document carries a live claim of this claimant, or is where it comes from. */
  readonly passesOn: (document: number, claimant: number) => boolean

  // The way back, for what a change affects.
  readonly carried: (document: number) => readonly number[]
  readonly documentsOf: (outlet: number) => readonly number[]
  readonly claimsBy: (actor: number) => readonly number[]
  readonly ownedBy: (actor: number) => readonly number[]
  readonly affiliatedWith: (actor: number) => readonly number[]
}
