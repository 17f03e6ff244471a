import { z } from 'zod'
import { analysisColumns, analysisFields } from './analysis.ts'
import { PinnedNote, Relation } from './claim.ts'
import { EventId, RecordLink } from './ids.ts'
import { optionalText, pageOf, requiredText } from './list.ts'
import { eventStatuses, placePrecisions } from './vocabulary.ts'

/** One row of the events grid and of `list events`. */
export const EventRow = z.object({
  id: EventId,
  ref: z.string().nullable(),
  title: z.string(),
  when: z.string().nullable(),
  whenText: z.string().nullable(),
  place: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  placePrecision: z.enum(placePrecisions).nullable(),
  kind: z.string().nullable(),
  participants: z.array(z.string()),
  status: z.enum(eventStatuses),
  claims: z.int(),
  ...analysisColumns,
  notes: z.int(),
  created: z.string(),
  changed: z.string(),
})
export type EventRow = z.infer<typeof EventRow>
export const EventPage = pageOf(EventRow)

export const eventFields = [
  'ref',
  'title',
  'when',
  'place',
  'latitude',
  'longitude',
  'placePrecision',
  'kind',
  'participants',
  'status',
  'claims',
  ...analysisFields,
  'created',
  'changed',
] as const
export type EventField = (typeof eventFields)[number]

/** What can be set on an event. `participants` are names of actors, taken or made. */
export const EventPatch = z
  .strictObject({
    ref: optionalText(100),
    title: requiredText(1000),
    when: optionalText(200),
    place: optionalText(500),
    latitude: z.number().min(-90).max(90).nullable(),
    longitude: z.number().min(-180).max(180).nullable(),
    placePrecision: z.enum(placePrecisions).nullable(),
    kind: optionalText(200),
    participants: z.array(requiredText(500)).max(500),
    status: z.enum(eventStatuses),
  })
  .partial()
export type EventPatch = z.infer<typeof EventPatch>

export const EventDetail = EventRow.extend({
  claimLinks: z.array(RecordLink),
  relations: z.array(Relation),
  pinned: z.array(PinnedNote),
  backlinks: z.array(RecordLink),
  trashed: z.string().nullable(),
})
export type EventDetail = z.infer<typeof EventDetail>
