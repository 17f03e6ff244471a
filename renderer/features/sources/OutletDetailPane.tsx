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
import type { SourceDetailProps } from './ActorDetailPane.tsx'
import { outletFields } from './source-fields.tsx'
import { SourceSurroundings } from './SourceSurroundings.tsx'

/** A whole outlet. */
export function OutletDetailPane({ id, onClose }: SourceDetailProps): ReactElement {
  const { data: outlet, error } = useCall('outlets.get', { id }, { keepPrevious: true })
  const isReadOnly = useReadOnly() !== null
  if (!outlet || error) return <DetailMessage error={error} />
  const canEdit = !isReadOnly && outlet.trashed === null
  const shared = { row: outlet, canEdit, onPatch: patchRecord(apis.outlets, outlet.id) }
  const field = (name: string) => fieldNamed(outletFields, name)
  return (
    <DetailPane
      id={outlet.id}
      kind="outlet"
      line={`${outlet.kind ?? 'outlet'} · entered ${dayInWords(outlet.created)}`}
      title={<Editable {...shared} field={field('name')} look="title" />}
      trashed={outlet.trashed}
      onClose={onClose}
    >
      <Section title="Who runs it">
        <FieldLine {...shared} field={field('kind')} />
        <FieldLine
          {...shared}
          field={field('owner')}
          empty="not known"
          after={outlet.ownerId && <RecordButton to={{ kind: 'actor', id: outlet.ownerId }}>Open</RecordButton>}
        />
        <FieldLine {...shared} field={field('stateControlled')} label="State control" />
        <FieldLine {...shared} field={field('country')} />
        <FieldLine {...shared} field={field('language')} />
      </Section>
      <SourceRatings source={{ kind: 'outlet', id: outlet.id }} canEdit={canEdit} />
      <SourceSurroundings kind="outlet" source={outlet} canEdit={canEdit} noClaims="It carried no claim yet." />
    </DetailPane>
  )
}
