import type { ReactElement } from 'react'
import { dayInWords } from '../../app/time.ts'
import { useCall } from '../../data/queries.ts'
import { useReadOnly } from '../../data/use-case.ts'
import { PlaceLine } from '../places/PlaceLine.tsx'
import { OriginsSection } from '../origins/OriginsSection.tsx'
import { DateWords } from '../records/DateWords.tsx'
import { DetailMessage, DetailPane } from '../records/DetailPane.tsx'
import { Editable } from '../records/Editable.tsx'
import { apis } from '../records/entities.ts'
import { FieldLine } from '../records/FieldLine.tsx'
import { fieldNamed, patchRecord } from '../records/patch-record.ts'
import { ComparedSection } from '../review/ComparedSection.tsx'
import { RelationsSection } from '../records/RelationsSection.tsx'
import { Section } from '../records/Section.tsx'
import { BacklinksSection, LinksSection, NotesSection } from '../records/Surroundings.tsx'
import { eventFields } from './event-fields.tsx'

export interface EventDetailPaneProps {
  readonly id: string
  readonly onClose: () => void
}

/** A whole event: when and where it was, who took part, and which claims are about it. */
export function EventDetailPane({ id, onClose }: EventDetailPaneProps): ReactElement {
  const { data: event, error } = useCall('events.get', { id }, { keepPrevious: true })
  const isReadOnly = useReadOnly() !== null
  if (!event || error) return <DetailMessage error={error} />
  const canEdit = !isReadOnly && event.trashed === null
  const shared = { row: event, canEdit, onPatch: patchRecord(apis.events, event.id) }
  const field = (name: string) => fieldNamed(eventFields, name)
  const record = { kind: 'event', id: event.id } as const
  return (
    <DetailPane
      id={event.id}
      kind="event"
      line={[event.ref, 'event', `entered ${dayInWords(event.created)}`].filter(Boolean).join(' · ')}
      title={<Editable {...shared} field={field('title')} look="title" />}
      trashed={event.trashed}
      onClose={onClose}
    >
      <Section title="What happened">
        <FieldLine {...shared} field={field('when')} empty="not given">
          <DateWords edtf={event.when} text={event.whenText} />
        </FieldLine>
        <FieldLine {...shared} field={field('kind')} />
        <FieldLine {...shared} field={field('status')} />
        <FieldLine {...shared} field={field('participants')} empty="none named" />
        <FieldLine {...shared} field={field('ref')} label="Reference" />
      </Section>
      <Section title="Where">
        <FieldLine {...shared} field={field('place')} />
        <PlaceLine text={event.place} canEdit={canEdit} />
        <FieldLine {...shared} field={field('placePrecision')} label="Precision" />
        <FieldLine {...shared} field={field('latitude')} />
        <FieldLine {...shared} field={field('longitude')} />
      </Section>
      <LinksSection title="Claims" links={event.claimLinks} total={event.claims} empty="No claim is about it yet." />
      <OriginsSection target={{ kind: 'event', id: event.id }} />
      <ComparedSection record={{ kind: 'event', id: event.id }} canEdit={canEdit} />
      <RelationsSection record={record} relations={event.relations} canEdit={canEdit} />
      <NotesSection record={record} notes={event.pinned} canEdit={canEdit} />
      <BacklinksSection links={event.backlinks} />
    </DetailPane>
  )
}
