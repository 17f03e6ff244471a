import type { ReactElement } from 'react'
import { dayInWords } from '../../app/time.ts'
import { useCall } from '../../data/queries.ts'
import { useReadOnly } from '../../data/use-case.ts'
import { DetailMessage, DetailPane } from '../records/DetailPane.tsx'
import { Editable } from '../records/Editable.tsx'
import { apis } from '../records/entities.ts'
import { FieldLine } from '../records/FieldLine.tsx'
import { fieldNamed, patchRecord } from '../records/patch-record.ts'
import { Section } from '../records/Section.tsx'
import { LinksSection } from '../records/Surroundings.tsx'
import { PlaceFactsLines } from './PlaceFactsLines.tsx'
import { placeFields } from './place-fields.ts'

export interface PlaceDetailProps {
  readonly id: string
  readonly onClose: () => void
}

/** A place of the user's own: what it says, what is known of it in all, and what is said to be there. */
export function PlaceDetailPane({ id, onClose }: PlaceDetailProps): ReactElement {
  const { data: place, error } = useCall('places.get', { id }, { keepPrevious: true })
  const isReadOnly = useReadOnly() !== null
  if (!place || error) return <DetailMessage error={error} />
  const canEdit = !isReadOnly && place.trashed === null
  const shared = { row: place, canEdit, onPatch: patchRecord(apis.places, place.id) }
  const field = (name: string) => fieldNamed(placeFields, name)
  const empty = place.facts.isListed ? 'as in the gazetteer' : 'not given'
  return (
    <DetailPane
      id={place.id}
      kind="place"
      line={`place · entered ${dayInWords(place.created)}`}
      title={<Editable {...shared} field={field('name')} look="title" />}
      trashed={place.trashed}
      onClose={onClose}
    >
      <Section title="Your entry">
        <FieldLine {...shared} field={field('aliases')} empty="none" />
        <FieldLine {...shared} field={field('within')} empty={empty} />
        <FieldLine {...shared} field={field('latitude')} empty={empty} />
        <FieldLine {...shared} field={field('longitude')} empty={empty} />
        <FieldLine {...shared} field={field('precision')} empty={empty} />
      </Section>
      <Section title={place.facts.isListed ? 'With the gazetteer' : 'What Parallax derives'}>
        <PlaceFactsLines facts={place.facts} />
      </Section>
      <LinksSection
        title="Claims there"
        links={place.claimLinks}
        total={place.claimLinks.length}
        empty="No claim is placed there."
      />
      <LinksSection
        title="Events there"
        links={place.eventLinks}
        total={place.eventLinks.length}
        empty="No event is placed there."
      />
    </DetailPane>
  )
}
