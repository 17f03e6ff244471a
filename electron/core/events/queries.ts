import type { OriginFlag } from '../../../shared/analysis.ts'
import type { EventDetail, EventRow } from '../../../shared/event.ts'
import { sql } from '../../store/db.ts'
import { analysisJoin, analysisRowColumns } from '../analysis/engine/columns.ts'
import type { QueryContext } from '../context.ts'
import { pinnedCount, relationsOf } from '../notes/surroundings.ts'
import { countOf, findRow, surroundingsOf, type RowReader } from '../records/rows.ts'
import { claimsAbout, eventList, participantNames } from './list.ts'

/** How the rows of events are read. */
export const eventRows: RowReader<
  Omit<EventRow, 'participants' | 'flags'> & { readonly participants: string; readonly flags: string },
  EventRow
> = {
  list: eventList,
  joins: analysisJoin('event'),
  columns: sql`t.id, t.ref, t.title, t."when", t.when_text AS whenText, t.place, t.latitude, t.longitude,
    t.place_precision AS placePrecision, t.kind, t.status, t.created, t.changed,
    (SELECT json_group_array(value) FROM ${participantNames}) AS participants,
    ${countOf(claimsAbout)} AS claims, ${analysisRowColumns}, ${pinnedCount('event')} AS notes`,
  toRow: (raw) => ({
    ...raw,
    participants: JSON.parse(raw.participants) as string[],
    flags: JSON.parse(raw.flags) as OriginFlag[],
  }),
}

/** An event with the claims about it, its relations and the notes about it. */
export function eventDetail({ db }: QueryContext, id: string): EventDetail {
  const { num, row, trashed } = findRow(db, eventRows, id)
  return {
    ...row,
    trashed,
    relations: relationsOf(db, 'event', num),
    ...surroundingsOf(db, 'event', num, claimsAbout),
  }
}
