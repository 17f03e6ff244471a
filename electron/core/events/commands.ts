import type { EventPatch } from '../../../shared/event.ts'
import type { Changed } from '../../../shared/list.ts'
import { sql, value, type ReadDb } from '../../store/db.ts'
import { dateFields } from '../records/dates.ts'
import type { CommandContext } from '../context.ts'
import { createRecord, plainFields, type Editable } from '../records/editing.ts'
import { eventList } from './list.ts'
import { participantChanges } from './participants.ts'

/** How patches edit events. */
export const events: Editable<EventPatch> = {
  list: eventList,
  fieldsOf: (_names, _ids, patch) => ({
    ...plainFields(patch, ['ref', 'title', 'place', 'latitude', 'longitude', 'placePrecision', 'kind', 'status']),
    ...(patch.when !== undefined && dateFields('when', patch.when)),
  }),
  partsOf: (ctx, names, ids, { participants }) =>
    participants === undefined ? [] : participantChanges(ctx, names, ids, participants),
}

/** Makes an event; without a reference it gets the next one. */
export const createEvent = (ctx: CommandContext, patch: EventPatch): Changed =>
  createRecord(ctx, events, { ...patch, ref: patch.ref ?? nextRef(ctx.db) })

/** The reference after the highest "E<number>" there is, in the trash too: what is restored must not meet its double. */
function nextRef(db: ReadDb): string {
  const highest =
    value<number>(
      db,
      sql`SELECT max(CAST(substr(ref, 2) AS INTEGER)) FROM event WHERE ref GLOB 'E[0-9]*' AND ref NOT GLOB 'E*[^0-9]*'`,
    ) ?? 0
  return `E${String(highest + 1).padStart(2, '0')}`
}
