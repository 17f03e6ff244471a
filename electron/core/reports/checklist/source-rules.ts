import type { CheckFinding } from '../../../../shared/checklist.ts'
import { isAbove } from '../entries.ts'
import type { ClaimRecord, DocumentRecord } from '../gather.ts'
import { quoted } from '../labels.ts'
import {
  claimCalled,
  claimPlace,
  evidenceOn,
  judgementPlace,
  named,
  notMet,
  ofEachJudgement,
  toLookAt,
  type CheckRule,
} from './finding.ts'

/** ICD 203, standard 1, with ICD 206: what judgements rest on is cited, and how good it is is said. */
export const sourceRules: readonly CheckRule[] = [
  ofEachJudgement((judgement, checked) =>
    evidenceOn(judgement, 'supports', checked).length > 0
      ? []
      : [notMet('uncited', judgementPlace(judgement), 'No claim supports it: a judgement is cited.')],
  ),
  ofEachJudgement((judgement, checked) => {
    const supporting = evidenceOn(judgement, 'supports', checked)
    const origins = checked.origins.get(judgement.id) ?? 0
    if (supporting.length === 0 || origins > 1) return []
    const rests = `It rests on ${named(supporting.map(claimCalled))}`
    const sentence =
      origins === 0
        ? `${rests}, for which no origin is known.`
        : `${rests}: one independent origin, however many carry it.`
    return [toLookAt('single origin', judgementPlace(judgement), sentence)]
  }),
  ofEachJudgement((judgement, checked) => {
    const ungraded = evidenceOn(judgement, 'both', checked).filter(
      ({ reliability, credibility }) => reliability === null || credibility === null,
    )
    if (ungraded.length === 0) return []
    const sentence = `Evidence is not graded on both axes: ${named(ungraded.map(claimCalled))}.`
    return [toLookAt('ungraded evidence', judgementPlace(judgement), sentence)]
  }),
  ({ claims, bareOnes }) =>
    [...claims.values()]
      .filter(({ id }) => bareOnes.has(id))
      .map((claim) =>
        toLookAt(
          'graded 1 without two origins',
          claimPlace(claim),
          `${claimCalled(claim)} is graded credibility 1, “confirmed by other sources”, without two independent origins or a written reason.`,
        ),
      ),
  ({ claims, documents }) => {
    const carried = carriedBy(live(claims))
    return [...documents.values()].flatMap((document) => unread(document, carried.get(document.id) ?? []))
  },
  ({ claims, info, tlp }) =>
    live(claims)
      .filter((claim) => isAbove(claim.tlp ?? info.tlp, tlp))
      .map((claim) =>
        toLookAt(
          'withheld',
          claimPlace(claim),
          `${claimCalled(claim)} is TLP:${claim.tlp ?? info.tlp}, above the report’s TLP:${tlp}: it is withheld from readers.`,
        ),
      ),
  ({ claims }) =>
    [...claims.values()]
      .filter(({ trashed }) => trashed !== null)
      .map((claim) =>
        toLookAt('deleted', claimPlace(claim), `${claimCalled(claim)} is in the trash, and the report refers to it.`),
      ),
  ({ blocks, claims, isReport }) =>
    !isReport || live(claims).length === 0 || blocks.some(({ content }) => content.kind === 'sources')
      ? []
      : [toLookAt('no source list', null, 'The report cites claims, and has no list of its sources.')],
]

const live = (claims: ReadonlyMap<string, ClaimRecord>): ClaimRecord[] =>
  [...claims.values()].filter(({ trashed }) => trashed === null)

interface Carried {
  readonly claim: ClaimRecord
  readonly linkRead: boolean | null
}

/** What each document carries, by its id. */
const carriedBy = (claims: readonly ClaimRecord[]): Map<string, Carried[]> =>
  Map.groupBy(
    claims.flatMap((claim) => claim.carriages.map(({ document, linkRead }) => ({ document, claim, linkRead }))),
    ({ document }) => document,
  )

/** What was said of the document itself counts before what was said of it at a claim. */
function unread({ id, title, outlet, readByMe }: DocumentRecord, carried: readonly Carried[]): CheckFinding[] {
  const isRead = readByMe ?? carried.some(({ linkRead }) => linkRead === true)
  if (isRead || carried.length === 0) return []
  const called = `${quoted(title)}${outlet === null ? '' : ` (${outlet})`}`
  const isCited = readByMe === false || carried.some(({ linkRead }) => linkRead === false)
  const why = isCited ? 'and was cited, not seen' : 'and it is not said whether it was read'
  const claims = new Set(carried.map(({ claim }) => claimCalled(claim)))
  const sentence = `${called} carries ${named([...claims])}, ${why}.`
  return [toLookAt('unread source', { kind: 'document', id, label: quoted(title) }, sentence)]
}
