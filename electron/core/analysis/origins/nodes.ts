import { foldText } from '../../../../shared/text.ts'
import { remembered } from '../remembered.ts'
import type { Basis, ClaimNode, DocumentNode, EventNode } from './graph.ts'

// How rows of the case become what the walk sees: the same for one row and for all.

export interface ClaimRow {
  readonly claimant: number | null
  readonly name: string | null
  readonly basis: Basis
  readonly event: number | null
  readonly status: string
  readonly trashed: string | null
  readonly isBareOne: number
}

/** Names that an import or a person gives where nobody was named. */
const nobody =
  /^(unattributed|unknown|anonymous|unnamed|not (attributed|named|given|stated|known)|no claimant|nobody|n\/?a|none|-+|\?+)( (reports?|sources?|claimant|claims?|officials?|persons?|people))?$/

export const isNobody = remembered((name: string): boolean => nobody.test(foldText(name).trim()))

export const claimNode = (row: ClaimRow): ClaimNode => ({
  claimant: row.claimant,
  isNobody: row.name !== null && isNobody(row.name),
  basis: row.basis,
  event: row.event,
  isTrashed: row.trashed !== null,
  isRetracted: row.status === 'retracted',
  isBareOne: row.isBareOne === 1,
})

export interface DocumentRow {
  readonly outlet: number | null
  readonly language: string | null
  readonly trashed: string | null
}

/** "en-GB" is English: a translation is not told by the region. */
const languageOf = remembered((named: string): string | null => foldText(named).trim().split(/[-_]/)[0] ?? null)

export const documentNode = ({ outlet, language, trashed }: DocumentRow): DocumentNode => ({
  outlet,
  language: language === null ? null : languageOf(language),
  isTrashed: trashed !== null,
})

const spoken = /statement|press|briefing|conference|speech|interview|address|hearing|announcement|declaration|testimony/

export interface EventRow {
  readonly kind: string | null
  readonly trashed: string | null
}

export const eventNode = ({ kind, trashed }: EventRow): EventNode => ({
  isSpoken: kind !== null && spoken.test(foldText(kind)),
  isTrashed: trashed !== null,
})
