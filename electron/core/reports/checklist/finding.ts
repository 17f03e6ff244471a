import type { CheckCode, CheckFinding, CheckPlace } from '../../../../shared/checklist.ts'
import type { Judgement } from '../../../../shared/report.ts'
import type { ClaimRecord } from '../gather.ts'
import { quoted } from '../labels.ts'
import type { Checked } from './gather.ts'

/** A rule of the checklist: what it finds in what was read. */
export type CheckRule = (checked: Checked) => readonly CheckFinding[]

export const notMet = (code: CheckCode, place: CheckPlace | null, sentence: string): CheckFinding => ({
  ...{ code, level: 'not met', sentence, place },
})
export const toLookAt = (code: CheckCode, place: CheckPlace | null, sentence: string): CheckFinding => ({
  ...{ code, level: 'look', sentence, place },
})

export const judgementPlace = ({ id, statement }: Judgement): CheckPlace => ({
  ...{ kind: 'judgement', id, label: quoted(statement) },
})

/** A claim by its reference, else by the start of its words. */
export const claimCalled = ({ ref, statement }: Pick<ClaimRecord, 'ref' | 'statement'>): string =>
  ref ?? quoted(statement)

export const claimPlace = (claim: Pick<ClaimRecord, 'id' | 'ref' | 'statement'>): CheckPlace => ({
  ...{ kind: 'claim', id: claim.id, label: claimCalled(claim) },
})

/** A rule that looks at each judgement by itself. */
export const ofEachJudgement =
  (rule: (judgement: Judgement, checked: Checked) => readonly CheckFinding[]): CheckRule =>
  (checked) =>
    [...checked.judgements.values()].flatMap((judgement) => rule(judgement, checked))

/** The live claims on a side of a judgement. */
export const evidenceOn = (
  { evidence }: Judgement,
  wanted: 'supports' | 'contrary' | 'both',
  { claims }: Checked,
): ClaimRecord[] =>
  evidence.flatMap(({ claimId, side }) => {
    const claim = claims.get(claimId)
    return claim?.trashed === null && (wanted === 'both' || wanted === side) ? [claim] : []
  })

const shown = 3

/** "C01, C02, C03 and 4 others". */
export function named(names: readonly string[]): string {
  const rest = names.length - shown
  const parts = rest > 0 ? [...names.slice(0, shown), `${rest.toLocaleString('en-GB')} more`] : names
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`
}
