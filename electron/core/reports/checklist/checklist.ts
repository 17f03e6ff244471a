import {
  checkCodes,
  standards,
  wordsOf,
  type CheckFinding,
  type Checklist,
  type CheckRow,
  type CheckState,
  type Standard,
} from '../../../../shared/checklist.ts'
import type { ReportId } from '../../../../shared/ids.ts'
import type { ReadDb } from '../../../store/db.ts'
import { toLookAt } from './finding.ts'
import { gatherChecked, type Checked } from './gather.ts'
import { judgedOf } from './judge-standard.ts'
import { judgementRules } from './judgement-rules.ts'
import { reportRules } from './report-rules.ts'
import { sourceRules } from './source-rules.ts'

/** The nine tradecraft standards of ICD 203 held against a report; without one, against all judgements of the case. */
export function checklistOf(db: ReadDb, id: ReportId | null, now: Date): Checklist {
  const checked = gatherChecked(db, id, now)
  return {
    report: id === null ? null : { id, title: checked.title },
    rows: rowsOf(checked, id === null ? new Map() : judgedOf(db, id)),
  }
}

/** All that the rules find. */
export const findingsIn = (checked: Checked): CheckFinding[] =>
  [...sourceRules, ...judgementRules, ...reportRules].flatMap((rule) => rule(checked))

function rowsOf(checked: Checked, judged: ReadonlyMap<string, CheckRow['judged']>): CheckRow[] {
  const byStandard = Map.groupBy(findingsIn(checked), ({ code }): Standard => checkCodes[code])
  return standards.map((standard) => {
    const found = [...(byStandard.get(standard) ?? []), ...nothingToHold(checked, standard)]
    const findings = found.sort((a, b) => graveness(a) - graveness(b))
    const said = judged.get(standard) ?? null
    return { standard, state: stateOf(standard, findings, said !== null), findings, judged: said }
  })
}

/** What is about judgements is not met by there being none. */
const nothingToHold = ({ judgements }: Checked, standard: Standard): CheckFinding[] =>
  judgements.size > 0 || wordsOf(standard).isJudged
    ? []
    : [toLookAt('no judgements', null, 'There is no judgement to hold it against.')]

const graveness = ({ level }: CheckFinding): number => (level === 'not met' ? 0 : 1)

/** What data shows not to be met counts before what a person says; what is to be looked at is settled by it. */
function stateOf(standard: Standard, [gravest]: readonly CheckFinding[], isJudged: boolean): CheckState {
  if (gravest?.level === 'not met') return 'not met'
  if (isJudged) return 'met'
  return gravest?.level ?? (wordsOf(standard).isJudged ? 'judge' : 'met')
}
