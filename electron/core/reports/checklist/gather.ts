import { parseDate } from '../../../../shared/dates.ts'
import type { BlockId } from '../../../../shared/ids.ts'
import type { Judgement } from '../../../../shared/report.ts'
import type { Against } from '../../../../shared/stale.ts'
import { numOf } from '../../records/fields.ts'
import type { ReadDb } from '../../../store/db.ts'
import { originsOf } from '../../analysis/origins/origins.ts'
import { sqlGraph } from '../../analysis/origins/sql-graph.ts'
import { caseInfo } from '../../cases/handlers.ts'
import { evidenceNow } from '../evidence-now.ts'
import { gatherCited, gatherReport, markdownIn, textsOf, type CitedRecords, type ClaimRecord } from '../gather.ts'
import { listJudgements } from '../judgement-list.ts'
import { drawModel } from '../make-model.ts'
import { reportById } from '../queries.ts'
import type { LooseReference } from '../references.ts'

/** What the rules of the checklist look at. */
export interface Checked extends CitedRecords {
  /** False where all judgements of a case are looked at, without a report. */
  readonly isReport: boolean
  /** When it went out last before today, ISO-8601 UTC. */
  readonly wentOut: string | null
  /** Independent origins that the supporting claims of a judgement come from together, by its id. */
  readonly origins: ReadonlyMap<string, number>
  /** What stands against a claim that is evidence, by its id. */
  readonly against: ReadonlyMap<string, readonly Against[]>
  /** Claims graded credibility 1 without two independent origins or a written reason. */
  readonly bareOnes: ReadonlySet<string>
  /** What its texts refer to in vain. */
  readonly loose: readonly LooseReference[]
  /** The day on which it is asked, counted as dates are. */
  readonly today: number
}

/** Reads what the checklist of a report looks at; without a report, of all judgements of the case. */
export function gatherChecked(db: ReadDb, report: string | null, now: Date): Checked {
  const asked = report === null ? null : reportById(db, report)
  const cited = gatherCited(db, asked ?? wholeCase(db))
  const judgements = [...cited.judgements.values()]
  const evidence = judgements.flatMap((judgement) => judgement.evidence.map(({ claimId }) => claimId))
  const day = now.toISOString().slice(0, 10)
  const today = parseDate(day)
  return {
    ...cited,
    isReport: report !== null,
    wentOut: asked?.exports.find(({ at }) => at < day)?.at ?? null,
    origins: new Map(judgements.map((judgement) => [judgement.id, originCount(db, cited, judgement)])),
    against: new Map([...evidenceNow(db, evidence)].map(([id, { against }]) => [id, against])),
    bareOnes: bareOnes(db, [...cited.claims.values()]),
    loose: report === null ? [] : looseIn(db, report, cited),
    today: today.ok ? (today.value.from ?? 0) : 0,
  }
}

/** Where references lead is known when the report is made; most have none. */
function looseIn(db: ReadDb, report: string, { blocks, judgements }: CitedRecords): readonly LooseReference[] {
  const texts = [...blocks.flatMap(({ content }) => markdownIn(content)), ...[...judgements.values()].flatMap(textsOf)]
  if (!texts.some((text) => text.includes('[[#'))) return []
  return drawModel(gatherReport(db, report), '1970-01-01T00:00:00.000Z').loose
}

/** A case without a report is looked at as if one held all its judgements. */
function wholeCase(db: ReadDb): Pick<CitedRecords, 'title' | 'tlp' | 'blocks'> {
  const { title, tlp } = caseInfo(db)
  const judgementIds = listJudgements(db).map(({ id }) => id)
  return { title, tlp, blocks: [{ id: '' as BlockId, content: { kind: 'key-judgements', judgementIds } }] }
}

/** A claim that counts two origins by itself settles it; else the walk is made from all of them together. */
function originCount(db: ReadDb, { claims }: CitedRecords, { evidence }: Judgement): number {
  const supporting = evidence.flatMap(({ claimId, side }) => {
    const claim = claims.get(claimId)
    return side === 'supports' && claim?.trashed === null ? [claim] : []
  })
  const most = Math.max(0, ...supporting.map(({ origins }) => origins ?? 0))
  if (most > 1 || supporting.length === 0) return most
  const nums = supporting.flatMap(({ id }) => numOf(db, 'claim', id) ?? [])
  return originsOf(sqlGraph(db), { kind: 'claims', nums }).origins
}

function bareOnes(db: ReadDb, claims: readonly ClaimRecord[]): Set<string> {
  const ones = claims.filter(({ credibility, trashed }) => credibility === '1' && trashed === null)
  if (ones.length === 0) return new Set()
  const graph = sqlGraph(db)
  const isBare = ({ id }: ClaimRecord): boolean => {
    const num = numOf(db, 'claim', id)
    if (num === undefined) return false
    return originsOf(graph, { kind: 'claim', num }).flags.includes('graded 1 without two origins')
  }
  return new Set(ones.filter(isBare).map(({ id }) => id))
}
