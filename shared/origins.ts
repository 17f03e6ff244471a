/** Which origins count as one; each can be switched off. */
export interface Collapse {
  /** The same claimant, or the same outlet's own reports. */
  readonly claimant: boolean
  /** The same owner or affiliation, up the chain. */
  readonly owner: boolean
  /** The same document or event that they rest on. */
  readonly evidence: boolean
}
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
