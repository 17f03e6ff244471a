import type { ReactElement } from 'react'
import type { EventRow } from '../../../shared/event.ts'
import { eventStatuses, placePrecisions } from '../../../shared/vocabulary.ts'
import { momentInWords } from '../../app/time.ts'
import { DateCell } from '../records/DateWords.tsx'
import type { Patches } from '../records/entities.ts'
import { draggableRecord } from '../records/record-drag.ts'
import { analysisFieldsOf } from '../records/analysis-fields.ts'
import { fieldsOf, optionsFrom, type Field } from '../records/field.ts'

export type EventField = Field<EventRow, Patches['events']>

const f = fieldsOf<EventRow, Patches['events']>()

const WhenCell = ({ row }: { readonly row: EventRow }): ReactElement => <DateCell edtf={row.when} text={row.whenText} />

/** It can be dragged onto the relations of another event. */
const RefCell = ({ row }: { readonly row: EventRow }): ReactElement => (
  <span {...draggableRecord({ kind: 'event', id: row.id, label: row.ref ?? row.title, detail: row.title })}>
    {row.ref ?? '–'}
  </span>
)

const degrees = (value: number | null): string | null => (value === null ? null : String(value))

/** The fields of an event as grid, editors, paste and detail pane know them. */
export const eventFields: readonly EventField[] = [
  f.text({ field: 'ref', title: 'Ref', width: 58, isPinned: true, Cell: RefCell, get: (row) => row.ref }),
  f.text({
    field: 'title',
    title: 'Event',
    width: 320,
    minWidth: 180,
    isFlexible: true,
    isRequired: true,
    isLong: true,
    get: (row) => row.title,
  }),
  f.date({ field: 'when', title: 'When', width: 112, Cell: WhenCell, get: (row) => row.when ?? row.whenText }),
  f.text({ field: 'place', title: 'Place', width: 112, suggest: 'place', get: (row) => row.place }),
  f.text({ field: 'kind', title: 'Kind', width: 104, get: (row) => row.kind }),
  f.many({
    field: 'participants',
    title: 'Participants',
    width: 180,
    suggest: 'claimant',
    get: (row) => row.participants,
  }),
  f.choice({
    field: 'status',
    title: 'Status',
    width: 92,
    options: optionsFrom(eventStatuses),
    get: (row) => row.status,
  }),
  f.fixed({
    field: 'claims',
    title: 'Claims',
    width: 62,
    filter: 'number',
    isRight: true,
    get: (row) => String(row.claims),
  }),
  ...analysisFieldsOf<EventRow, Patches['events']>(),
  f.number({ field: 'latitude', title: 'Latitude', width: 90, shown: 'hidden', get: (row) => degrees(row.latitude) }),
  f.number({
    field: 'longitude',
    title: 'Longitude',
    width: 90,
    shown: 'hidden',
    get: (row) => degrees(row.longitude),
  }),
  f.choice({
    field: 'placePrecision',
    title: 'Precision',
    fullTitle: 'Precision of the place',
    width: 100,
    shown: 'wide',
    options: optionsFrom(placePrecisions, { isNullable: true }),
    get: (row) => row.placePrecision,
  }),
  f.fixed({
    field: 'created',
    title: 'Entered',
    width: 142,
    shown: 'hidden',
    get: (row) => momentInWords(row.created),
  }),
  f.fixed({
    field: 'changed',
    title: 'Changed',
    width: 142,
    shown: 'hidden',
    get: (row) => momentInWords(row.changed),
  }),
]
