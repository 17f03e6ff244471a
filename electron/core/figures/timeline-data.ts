import type { TimelineData, TimelineItem } from '../../../shared/figures/data.ts'
import { all, sql, type ReadDb } from '../../store/db.ts'
import { participantNames } from '../events/list.ts'
import type { Selected } from './selected.ts'

/** More than these of each kind are no picture; those with a date come first. */
const mostEvents = 1000
const mostClaims = 2000

interface Row extends Omit<TimelineItem, 'record' | 'actors'> {
  readonly id: string
  readonly actors: string
}

/** The selected events and claims with their times. */
export function timelineData(db: ReadDb, { claims, events, withheld }: Selected): TimelineData {
  const eventRows = all<Row>(
    db,
    sql`SELECT t.id, t.ref, t.title, t."when", t.when_text AS whenText, t.kind AS topic, t.place,
          (SELECT json_group_array(value) FROM ${participantNames}) AS actors
        FROM json_each(${events}) j CROSS JOIN event t ON t.num = j.value ORDER BY t."when" IS NULL, j.key LIMIT ${mostEvents}`,
  )
  const claimRows = all<Row>(
    db,
    sql`SELECT t.id, t.ref, substr(t.statement, 1, 300) AS title, t.said AS "when", t.said_text AS whenText, t.topic, t.place,
          json_array(a.name) AS actors
        FROM json_each(${claims}) j CROSS JOIN claim t ON t.num = j.value LEFT JOIN actor a ON a.num = t.claimant
        ORDER BY t.said IS NULL, j.key LIMIT ${mostClaims}`,
  )
  return {
    figure: 'timeline',
    counts: { records: claims.length + events.length, usable: claims.length + events.length, withheld },
    items: [...eventRows.map((row) => itemOf('event', row)), ...claimRows.map((row) => itemOf('claim', row))],
  }
}

function itemOf(kind: TimelineItem['record']['kind'], { id, actors, ...row }: Row): TimelineItem {
  const names = (JSON.parse(actors) as (string | null)[]).filter((name) => name !== null)
  return { ...row, record: { kind, id } as TimelineItem['record'], actors: names }
}
