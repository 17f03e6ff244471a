import type { CaseInfo } from '../../../../shared/case.ts'
import type { Tlp } from '../../../../shared/scales.ts'
import { column, name, sql, type ReadDb } from '../../../store/db.ts'
import { lists } from '../lists.ts'
import { withoutEmpty } from '../without-empty.ts'
import { producer } from './fixed.ts'
import { stixId, type StixType } from './ids.ts'
import { markingId } from './markings.ts'
import type { Reach, ReachKind } from './reach.ts'

const typeOf: Readonly<Record<ReachKind, StixType>> = {
  actors: 'identity',
  outlets: 'identity',
  documents: 'report',
  events: 'incident',
  claims: 'note',
  notes: 'note',
}

export const groupingId = (caseId: string): string => stixId('grouping', caseId)

const portion = 1000

/** The case with all of its records that are in the bundle, piece by piece. Its title is told only where the case's own label allows it. */
export function* groupingOf(
  db: ReadDb,
  nums: Reach['nums'],
  { id, title, question, created }: CaseInfo,
  isTold: boolean,
  tlp: Tlp,
  modified: string,
): Generator<string> {
  const start = withoutEmpty({
    type: 'grouping',
    spec_version: '2.1',
    id: groupingId(id),
    created,
    modified,
    name: isTold ? title : 'Records of a case',
    description: isTold ? question : null,
    context: 'unspecified',
    object_marking_refs: [markingId(tlp)],
  })
  yield `${JSON.stringify(start).slice(0, -1)},"object_refs":[`
  let isFirst = true
  for (const [kind, some] of Object.entries(nums) as [ReachKind, readonly number[]][]) {
    for (let at = 0; at < some.length; at += portion) {
      const refs = idsOf(db, kind, some.slice(at, at + portion)).map((record) =>
        JSON.stringify(stixId(typeOf[kind], record)),
      )
      yield (isFirst ? '' : ',') + refs.join(',')
      isFirst = false
    }
  }
  // A grouping of nothing is not allowed.
  yield isFirst ? `"${producer.id}"]}` : ']}'
}

export const idsOf = (db: ReadDb, kind: ReachKind, nums: readonly number[]): string[] =>
  column(
    db,
    sql`SELECT t.id FROM json_each(${nums}) j CROSS JOIN ${name(lists[kind].list.kind)} t ON t.num = j.value ORDER BY j.key`,
  )
