import type { ImportField } from '../../../shared/import.ts'
import { foldText } from '../../../shared/text.ts'
import { column, sql } from '../../store/db.ts'
import { participantChanges } from '../events/participants.ts'
import { create, type Change } from '../records/changes.ts'
import { readFields } from '../records/fields.ts'
import { firstWords, noteChanges, withNames, type ListImport, type ReadRow } from './list-import.ts'
import { given, type RowReader } from './row-reader.ts'

/** Reads the rows of an events list. What the list itself makes is never completed by a later row of it: two rows are two events. */
export function eventRowReader(list: ListImport): ReadRow {
  const made = new Set<string>()
  return (row) => {
    const title = row.text('title')
    if (title === null) row.flag('title', 'no-title', 'The row has no title, without which there is no event.')
    if (list.refs.isTaken(row) || title === null) return null
    list.refs.note(row)
    const bare = bareEvent(list, [title, row.text('ref')], made)
    const id = bare ?? list.ctx.newId()
    made.add(id)
    const fields = eventFields(list, row, title)
    const own = [
      ...(bare === undefined ? [create('event', id, fields)] : completion(list, row, bare, fields)),
      ...participantChanges(
        list.ctx,
        list.names,
        [id],
        [...(bare ? seated(list, bare) : []), ...row.values('participants')],
      ),
      ...noteChanges(list, row, { kind: 'event', id, title: String(fields['ref'] ?? firstWords(title)) }),
    ]
    return withNames(list, own)
  }
}

/** The event that was made because a claim named it, by title or reference, and has no reference of its own yet. */
function bareEvent(
  { ctx }: ListImport,
  names: readonly (string | null)[],
  made: ReadonlySet<string>,
): string | undefined {
  const folded = names.filter((name) => name !== null).map(foldText)
  return column<string>(
    ctx.db,
    sql`SELECT e.id FROM json_each(${folded}) j JOIN record_name n ON n.kind = 'event' AND n.name = j.value
        JOIN event e ON e.num = n.num WHERE e.ref IS NULL AND e.trashed IS NULL ORDER BY j.key, e.num`,
  ).find((id) => !made.has(id))
}

const plainFields = ['place', 'kind'] as const satisfies ImportField[]

function eventFields(list: ListImport, row: RowReader, title: string): Record<string, unknown> {
  return given({
    ref: row.text('ref') ?? (list.numbers ? list.refs.next() : null),
    title,
    ...Object.fromEntries(plainFields.map((field) => [field, row.text(field)])),
    ...row.date('when', 'when'),
    latitude: row.number('latitude', -90, 90),
    longitude: row.number('longitude', -180, 180),
    place_precision: row.oneOf('place_precision', 'placePrecision'),
    status: row.oneOf('status', 'eventStatus'),
  })
}

/** What a new event has without being told: it says nothing against a row that tells. */
const openValues: Readonly<Record<string, unknown>> = { status: 'asserted' }

/** Fills what an event leaves open. Its title becomes the list's; what else it says otherwise stays, and the row is flagged. */
function completion({ ctx }: ListImport, row: RowReader, id: string, fields: Record<string, unknown>): Change[] {
  const current = readFields(ctx.db, 'event', [id], Object.keys(fields)).get(id) ?? {}
  const isOpen = (field: string): boolean =>
    field === 'title' || (current[field] ?? null) === null || current[field] === openValues[field]
  const before: Record<string, unknown> = {}
  const after: Record<string, unknown> = {}
  for (const [field, given] of Object.entries(fields)) {
    if (current[field] === given) continue
    if (!isOpen(field)) flagOther(row, field, current[field], given)
    else [before[field], after[field]] = [current[field] ?? null, given]
  }
  return Object.keys(after).length === 0 ? [] : [{ entity: 'event', id, before, after }]
}

/** A date is two columns, flagged once by the text that was written. */
function flagOther(row: RowReader, field: string, current: unknown, given: unknown): void {
  if (field === 'when') return
  const name = (field === 'when_text' ? 'when' : field) as ImportField
  row.flag(
    name,
    'other-event',
    `The case's event has “${String(current)}” here already: “${String(given)}” was not taken.`,
  )
}

/** The names of those who take part in an event already. */
const seated = ({ ctx }: ListImport, id: string): string[] =>
  column(
    ctx.db,
    sql`SELECT a.name FROM event e JOIN participant p ON p.event = e.num JOIN actor a ON a.num = p.actor
        WHERE e.id = ${id} ORDER BY p.position, p.num`,
  )
