import type { ReactElement } from 'react'
import type { ClaimDetail } from '../../../shared/claim.ts'
import { dayInWords } from '../../app/time.ts'
import { useCall } from '../../data/queries.ts'
import { useReadOnly } from '../../data/use-case.ts'
import { TlpBadge } from '../../ui/TlpBadge.tsx'
import { PlaceLine } from '../places/PlaceLine.tsx'
import { OriginsSection } from '../origins/OriginsSection.tsx'
import { DateWords } from '../records/DateWords.tsx'
import { DetailMessage, DetailPane } from '../records/DetailPane.tsx'
import { Editable } from '../records/Editable.tsx'
import { apis } from '../records/entities.ts'
import { FieldLine } from '../records/FieldLine.tsx'
import { fieldNamed, patchRecord } from '../records/patch-record.ts'
import { RecordButton } from '../records/RecordButton.tsx'
import { RelationsSection } from '../records/RelationsSection.tsx'
import { Section } from '../records/Section.tsx'
import { BacklinksSection, NotesSection } from '../records/Surroundings.tsx'
import { ComparedSection } from '../review/ComparedSection.tsx'
import { CarriersSection } from './CarriersSection.tsx'
import { claimFields, languageField, quoteField, translationField } from './claim-fields.ts'
import styles from './ClaimDetailPane.module.css'
import { GradeSection } from './GradeSection.tsx'
import { NumbersSection } from './NumbersSection.tsx'

export interface DetailProps {
  readonly id: string
  readonly onClose: () => void
}

/** A whole claim: its words, who said it, what carried it, its numbers, grades, relations and notes. */
export function ClaimDetailPane({ id, onClose }: DetailProps): ReactElement {
  const { data: claim, error } = useCall('claims.get', { id }, { keepPrevious: true })
  const isReadOnly = useReadOnly() !== null
  if (!claim || error) return <DetailMessage error={error} />
  const canEdit = !isReadOnly && claim.trashed === null
  const shared = { row: claim, canEdit, onPatch: patchRecord(apis.claims, claim.id) }
  const line = [claim.ref, 'claim', `entered ${dayInWords(claim.created)}`].filter(Boolean).join(' · ')
  return (
    <DetailPane
      id={claim.id}
      kind="claim"
      line={line}
      title={<Editable {...shared} field={fieldNamed(claimFields, 'statement')} look="title" />}
      trashed={claim.trashed}
      onClose={onClose}
    >
      <QuoteSection {...shared} />
      <WhoSection {...shared} />
      <CarriersSection claim={claim} canEdit={canEdit} />
      <OriginsSection target={{ kind: 'claim', id: claim.id }} />
      <NumbersSection claim={claim} canEdit={canEdit} />
      <ComparedSection record={{ kind: 'claim', id: claim.id }} canEdit={canEdit} />
      <GradeSection claim={claim} canEdit={canEdit} />
      <RelationsSection record={{ kind: 'claim', id: claim.id }} relations={claim.relations} canEdit={canEdit} />
      <NotesSection record={{ kind: 'claim', id: claim.id }} notes={claim.pinned} canEdit={canEdit} />
      <BacklinksSection links={claim.backlinks} />
      <Section title="Filed under">
        <FieldLine {...shared} field={fieldNamed(claimFields, 'topic')} />
        <FieldLine {...shared} field={fieldNamed(claimFields, 'tags')} empty="none" />
        <FieldLine {...shared} field={fieldNamed(claimFields, 'status')} />
        <FieldLine {...shared} field={fieldNamed(claimFields, 'tlp')} empty="as the case">
          {claim.tlp && <TlpBadge tlp={claim.tlp} />}
        </FieldLine>
        <FieldLine {...shared} field={fieldNamed(claimFields, 'ref')} label="Reference" />
      </Section>
    </DetailPane>
  )
}

interface PartProps {
  readonly row: ClaimDetail
  readonly canEdit: boolean
  readonly onPatch: ReturnType<typeof patchRecord<ClaimDetail, Parameters<typeof apis.claims.update>[0]['patch']>>
}

function QuoteSection(props: PartProps): ReactElement | null {
  const { row, canEdit } = props
  if (row.quote === null && !canEdit) return null
  return (
    <Section title="Quote">
      <blockquote className={styles.quote} lang={row.quoteLanguage ?? undefined}>
        <Editable {...props} field={quoteField} look="text" empty="The words as they were said, if you have them" />
      </blockquote>
      {row.quote !== null && (
        <>
          <FieldLine {...props} field={languageField} />
          <FieldLine {...props} field={translationField} />
        </>
      )}
    </Section>
  )
}

function WhoSection(props: PartProps): ReactElement {
  const { row } = props
  return (
    <Section title="Who said it">
      <FieldLine
        {...props}
        field={fieldNamed(claimFields, 'claimant')}
        empty="unattributed"
        after={row.claimantId && <RecordButton to={{ kind: 'actor', id: row.claimantId }}>Open</RecordButton>}
      />
      <FieldLine {...props} field={fieldNamed(claimFields, 'basis')} />
      <FieldLine {...props} field={fieldNamed(claimFields, 'said')} empty="not given">
        <DateWords edtf={row.said} text={row.saidText} />
      </FieldLine>
      <FieldLine {...props} field={fieldNamed(claimFields, 'place')} />
      <PlaceLine text={row.place} canEdit={props.canEdit} />
      <FieldLine
        {...props}
        field={fieldNamed(claimFields, 'event')}
        label="About"
        empty="no event"
        after={row.eventId && <RecordButton to={{ kind: 'event', id: row.eventId }}>Open</RecordButton>}
      />
    </Section>
  )
}
