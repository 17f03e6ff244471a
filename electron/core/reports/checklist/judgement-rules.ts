import { dateInWords, parseDate } from '../../../../shared/dates.ts'
import { scaleTitles } from '../../../../shared/scales.ts'
import {
  claimCalled,
  evidenceOn,
  judgementPlace,
  named,
  notMet,
  ofEachJudgement,
  toLookAt,
  type CheckRule,
} from './finding.ts'

const missing = (text: string | null): boolean => text === null || text.trim() === ''

/** What each judgement has to say for itself (ICD 203, standards 2 to 4, 7 and 8). */
export const judgementRules: readonly CheckRule[] = [
  ofEachJudgement((judgement) => {
    const place = judgementPlace(judgement)
    const { likelihood, confidence, confidenceReasons, assumptions, indicators, alternatives } = judgement
    return [
      ...(likelihood === null ? [notMet('no likelihood', place, 'It does not say how likely it is.')] : []),
      ...(confidence === null ? [notMet('no confidence', place, 'It does not say how sure you are.')] : []),
      ...(confidence !== null && missing(confidenceReasons)
        ? [notMet('no reasons', place, `It gives no reasons for ${confidence} confidence.`)]
        : []),
      ...(missing(assumptions) ? [toLookAt('no assumptions', place, 'It states no assumptions.')] : []),
      ...(missing(indicators) ? [toLookAt('no indicators', place, 'It does not say what would change it.')] : []),
      ...(missing(alternatives) ? [notMet('no alternatives', place, 'It names no alternatives.')] : []),
    ]
  }),
  ofEachJudgement((judgement, { info }) =>
    judgement.likelihood === null || judgement.scale === info.scale
      ? []
      : [
          notMet(
            'mixed scales',
            judgementPlace(judgement),
            `“${judgement.likelihood}” is a term of ${scaleTitles[judgement.scale]}; the case uses ${scaleTitles[info.scale]}.`,
          ),
        ],
  ),
  ofEachJudgement((judgement, checked) => {
    const weighed = new Set(judgement.evidence.map(({ claimId }) => claimId))
    return evidenceOn(judgement, 'supports', checked).flatMap((claim) => {
      const others = (checked.against.get(claim.id) ?? []).filter(({ id }) => !weighed.has(id))
      if (others.length === 0) return []
      const names = named(others.map(({ ref }) => ref ?? 'a claim without a reference'))
      const sentence = `${claimCalled(claim)}, which supports it, is contradicted by ${names}, which the judgement does not weigh.`
      return [toLookAt('contradiction not weighed', judgementPlace(judgement), sentence)]
    })
  }),
  ofEachJudgement((judgement) => {
    if (judgement.changes.length === 0) return []
    const [first] = judgement.changes
    const more = judgement.changes.length - 1
    const rest = more === 0 ? '' : ` And ${more.toLocaleString('en-GB')} more ${more === 1 ? 'change' : 'changes'}.`
    return [notMet('stale', judgementPlace(judgement), `It is stale: ${first?.sentence ?? ''}${rest}`)]
  }),
  ofEachJudgement((judgement, { today }) => {
    const date = judgement.resolvesBy === null ? undefined : parseDate(judgement.resolvesBy)
    if (!date?.ok || date.value.to === null || date.value.to >= today) return []
    const sentence = `It was to resolve by ${dateInWords(date.value.edtf)}: say how it came out.`
    return [toLookAt('resolved', judgementPlace(judgement), sentence)]
  }),
  ofEachJudgement((judgement, checked) =>
    evidenceOn(judgement, 'supports', checked)
      .filter(({ status }) => status === 'retracted' || status === 'superseded' || status === 'disputed')
      .map((claim) =>
        toLookAt(
          'taken back',
          judgementPlace(judgement),
          `${claimCalled(claim)}, which supports it, is ${claim.status}.`,
        ),
      ),
  ),
]
