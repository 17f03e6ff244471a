import type { EvidenceWeight, Judgement, JudgementPatch } from '../../../shared/report.ts'
import { termOf } from '../../../shared/likelihood.ts'
import type { Confidence, ScaleName } from '../../../shared/scales.ts'
import { checkPercent, type PercentCheck } from './likelihood.ts'

type Side = Judgement['evidence'][number]['side']

/** A judgement as it is being edited: texts as typed, evidence by side. */
export interface JudgementDraft {
  readonly statement: string
  readonly likelihood: string | null
  readonly percent: string
  readonly confidence: Confidence | null
  readonly confidenceReasons: string
  readonly assumptions: string
  readonly indicators: string
  readonly alternatives: string
  readonly resolvesBy: string
  readonly evidence: Readonly<Record<Side, readonly string[]>>
  /** By the id of the claim; one that is not there has none. */
  readonly weights: Readonly<Record<string, EvidenceWeight>>
}

const emptyDraft: JudgementDraft = {
  statement: '',
  likelihood: null,
  percent: '',
  confidence: null,
  confidenceReasons: '',
  assumptions: '',
  indicators: '',
  alternatives: '',
  resolvesBy: '',
  evidence: { supports: [], contrary: [] },
  weights: {},
}

/** What the form starts with; a term of another scale is not taken over, since scales are never mixed. */
export function draftOf(judgement: Judgement | null, scale: ScaleName): JudgementDraft {
  if (!judgement) return emptyDraft
  const claims = (side: Side): string[] =>
    judgement.evidence.filter((evidence) => evidence.side === side).map(({ claimId }) => claimId)
  return {
    statement: judgement.statement,
    likelihood: judgement.scale === scale && termOf(scale, judgement.likelihood) ? judgement.likelihood : null,
    percent: judgement.percent === null ? '' : String(judgement.percent),
    confidence: judgement.confidence,
    confidenceReasons: judgement.confidenceReasons ?? '',
    assumptions: judgement.assumptions ?? '',
    indicators: judgement.indicators ?? '',
    alternatives: judgement.alternatives ?? '',
    resolvesBy: judgement.resolvesByText ?? '',
    evidence: { supports: claims('supports'), contrary: claims('contrary') },
    weights: Object.fromEntries(
      judgement.evidence.flatMap(({ claimId, weight }) => (weight === null ? [] : [[claimId, weight]])),
    ),
  }
}

export interface DraftCheck {
  readonly percent: PercentCheck
  /** Why it cannot be saved yet; null when it can. */
  readonly problem: string | null
}

/** Whether a draft can be saved. */
export function checkDraft({ statement, likelihood, percent }: JudgementDraft, scale: ScaleName): DraftCheck {
  const checked = checkPercent(scale, likelihood, percent)
  const problem = statement.trim() === '' ? 'Write what you judge to be so.' : checked.problem
  return { percent: checked, problem }
}

/** The draft as the store takes it. */
export function patchOf(draft: JudgementDraft, scale: ScaleName): JudgementPatch {
  const { evidence, weights, percent, ...texts } = draft
  const sides = ['supports', 'contrary'] as const
  return {
    ...texts,
    percent: checkPercent(scale, draft.likelihood, percent).percent,
    evidence: sides.flatMap((side) =>
      evidence[side].map((claimId) => ({
        claimId: claimId as Judgement['evidence'][number]['claimId'],
        side,
        weight: weights[claimId] ?? null,
      })),
    ),
  }
}
