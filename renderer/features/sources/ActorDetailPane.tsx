import type { ReactElement } from 'react'
import { dayInWords } from '../../app/time.ts'
import { useCall } from '../../data/queries.ts'
import { useReadOnly } from '../../data/use-case.ts'
import { DetailMessage, DetailPane } from '../records/DetailPane.tsx'
import { Editable } from '../records/Editable.tsx'
import { apis } from '../records/entities.ts'
import { FieldLine } from '../records/FieldLine.tsx'
import { fieldNamed, patchRecord } from '../records/patch-record.ts'
import { RecordButton } from '../records/RecordButton.tsx'
import { SourceRatings } from '../ratings/SourceRatings.tsx'
import { Section } from '../records/Section.tsx'
import { actorFields } from './source-fields.tsx'
import { SourceSurroundings } from './SourceSurroundings.tsx'

export interface SourceDetailProps {
  readonly id: string
  readonly onClose: () => void
}

/** A whole actor. */
export function ActorDetailPane({ id, onClose }: SourceDetailProps): ReactElement {
  const { data: actor, error } = useCall('actors.get', { id }, { keepPrevious: true })
  const isReadOnly = useReadOnly() !== null
  if (!actor || error) return <DetailMessage error={error} />
  const canEdit = !isReadOnly && actor.trashed === null
  const shared = { row: actor, canEdit, onPatch: patchRecord(apis.actors, actor.id) }
  const field = (name: string) => fieldNamed(actorFields, name)
  return (
    <DetailPane
      id={actor.id}
      kind="actor"
      line={`${actor.kind ?? 'actor'} · entered ${dayInWords(actor.created)}`}
      title={<Editable {...shared} field={field('name')} look="title" />}
      trashed={actor.trashed}
      onClose={onClose}
    >
      <Section title="Who it is">
        <FieldLine {...shared} field={field('kind')} />
        <FieldLine {...shared} field={field('aliases')} empty="no other name" />
        <FieldLine
          {...shared}
          field={field('affiliation')}
          after={
            actor.affiliationId && <RecordButton to={{ kind: 'actor', id: actor.affiliationId }}>Open</RecordButton>
          }
        />
      </Section>
      <SourceRatings source={{ kind: 'actor', id: actor.id }} canEdit={canEdit} />
      <SourceSurroundings kind="actor" source={actor} canEdit={canEdit} noClaims="No claim of theirs yet." />
    </DetailPane>
  )
}
