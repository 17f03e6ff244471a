import { z } from 'zod'
import { originFlags } from './analysis.ts'
import { RecordLink, RecordRef } from './ids.ts'

/** Which origins count as one; each can be switched off. */
export const Collapse = z.strictObject({
  /** The same claimant, or the same outlet's own reports. */
  claimant: z.boolean(),
  /** The same owner or affiliation, up the chain. */
  owner: z.boolean(),
  /** The same document or event that they rest on. */
  evidence: z.boolean(),
})
export type Collapse = z.infer<typeof Collapse>
export const collapseAll: Collapse = { claimant: true, owner: true, evidence: true }

export interface OriginCounts {
  /** Distinct documents that carry the claim. */
  readonly carriers: number
  readonly outlets: number
  /** Independent origins. */
  readonly origins: number
  /** Chains that end where nobody answers for what is said. */
  readonly unresolved: number
}

const counted = (count: number, one: string, several: string): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : several}`

/** "14 documents, 5 outlets, 2 independent origins, 1 unresolved". */
export function summaryLine({ carriers, outlets, origins, unresolved }: OriginCounts): string {
  return [
    counted(carriers, 'document', 'documents'),
    counted(outlets, 'outlet', 'outlets'),
    counted(origins, 'independent origin', 'independent origins'),
    ...(unresolved > 0 ? [counted(unresolved, 'unresolved', 'unresolved')] : []),
  ].join(', ')
}

export const OriginFinding = z.object({ flag: z.enum(originFlags), sentence: z.string(), records: z.array(RecordLink) })

/** An origin, or the end of a chain that counts for none: who it is, why, and which documents lead to it. */
export const OriginEntry = z.object({
  label: z.string(),
  /** Who stands there; null where nobody does. */
  source: RecordLink.nullable(),
  reasons: z.array(z.string()),
  /** The claims that end here. */
  claims: z.array(RecordLink),
  /** The first of the documents that lead to it, and how many there are. */
  carriers: z.array(RecordLink),
  carrierCount: z.int(),
})
export type OriginEntry = z.infer<typeof OriginEntry>

export const chainEdgeKinds = ['says', 'carries', 'repeats', 'cites', 'supports'] as const

export const ChainNode = z.object({
  id: z.string(),
  kind: z.enum(['origin', 'unresolved', 'claim', 'document']),
  label: z.string(),
  detail: z.string(),
  /** Where a click leads; null for an origin that is nobody. */
  record: RecordRef.nullable(),
  /** Of a document: read by the person; false is "cited, not seen", null is not said. */
  isRead: z.boolean().nullable(),
  language: z.string().nullable(),
  date: z.string().nullable(),
  /** 0 is leftmost: the origins; the highest is what is asked about. */
  layer: z.int(),
})
export type ChainNode = z.infer<typeof ChainNode>

/** From what is nearer to the origin to what has it from there. */
export const ChainEdge = z.object({ from: z.string(), to: z.string(), kind: z.enum(chainEdgeKinds) })
export type ChainEdge = z.infer<typeof ChainEdge>

export const OriginChain = z.object({
  nodes: z.array(ChainNode),
  edges: z.array(ChainEdge),
  /** Records that are too many to draw. */
  left: z.int(),
})
export type OriginChain = z.infer<typeof OriginChain>

/** Where a claim or an event comes from. */
export const OriginsReport = z.object({
  carriers: z.int(),
  outlets: z.int(),
  origins: z.int(),
  unresolved: z.int(),
  summary: z.string(),
  findings: z.array(OriginFinding),
  list: z.array(OriginEntry),
  gaps: z.array(OriginEntry),
  chain: OriginChain,
})
export type OriginsReport = z.infer<typeof OriginsReport>
