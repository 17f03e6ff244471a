import type { EventField } from '../../../shared/event.ts'
import { sql } from '../../store/db.ts'
import { analysisJoin, analysisListFields } from '../analysis/engine/columns.ts'
import type { ListField } from '../lists/conditions.ts'
import type { AlsoFound } from '../lists/search.ts'
import { foundIn } from '../records/search-text.ts'
import { countOf, dateField, isLive, stampFields, textField } from '../records/rows.ts'

/** The names of an event's participants, in their order. */
export const participantNames = sql`(SELECT a.name AS value FROM participant p JOIN actor a ON a.num = p.actor
  WHERE p.event = t.num ORDER BY p.position, p.num)`

/** The row numbers of the live claims about an event. */
export const claimsAbout = sql`SELECT c.num FROM claim c WHERE c.event = t.num AND ${isLive(sql`c.num`)}`

/** How the list of events sorts, filters and searches. */
export const eventList = {
  kind: 'event',
  from: sql`event t ${analysisJoin('event')}`,
  defaultSort: sql`t.when_from NULLS LAST, t.num`,
  fields: {
    ref: textField('ref'),
    title: textField('title'),
    when: dateField('when'),
    place: textField('place'),
    latitude: { kind: 'number', expr: sql`t.latitude` },
    longitude: { kind: 'number', expr: sql`t.longitude` },
    placePrecision: textField('place_precision'),
    kind: textField('kind'),
    participants: { kind: 'many', values: participantNames },
    status: textField('status'),
    claims: { kind: 'number', expr: countOf(claimsAbout) },
    ...analysisListFields,
    ...stampFields,
  } satisfies Record<EventField, ListField>,
  alsoFound: (term: string): readonly AlsoFound[] => [
    { rows: sql`(SELECT p.event FROM participant p WHERE p.actor IN ${foundIn('actor', term)})` },
    { noted: 'event' },
  ],
} as const
