import { Plus, SmallCross } from '@blueprintjs/icons'
import { useState, type ReactElement } from 'react'
import type { Carriage, ClaimDetail } from '../../../shared/claim.ts'
import { carriageRoles } from '../../../shared/vocabulary.ts'
import { run, useCall } from '../../data/queries.ts'
import { Button } from '../../ui/Button.tsx'
import { Combo } from '../../ui/Combo.tsx'
import { readDateText } from '../../ui/DateInput.tsx'
import { CheckedInput } from '../../ui/CheckedInput.tsx'
import { optionsOf, Select } from '../../ui/inputs.tsx'
import { useAskedDraft } from '../drafts/open-draft.ts'
import { useDraft } from '../drafts/use-draft.ts'
import { InlineForm } from '../records/InlineForm.tsx'
import { RecordButton } from '../records/RecordButton.tsx'
import { Nothing, Section } from '../records/Section.tsx'
import styles from './CarriersSection.module.css'

export interface PartProps {
  readonly claim: ClaimDetail
  readonly canEdit: boolean
}

const readings = [
  { value: 'read', label: 'read' },
  { value: 'cited', label: 'cited, not seen' },
  { value: 'unsaid', label: 'not said' },
] as const
type Reading = (typeof readings)[number]['value']

const readingOf = (linkRead: boolean | null): Reading => (linkRead === null ? 'unsaid' : linkRead ? 'read' : 'cited')
const linkReadOf = (reading: Reading): boolean | null => (reading === 'unsaid' ? null : reading === 'read')
const wordsOf = (linkRead: boolean | null): string =>
  readings.find(({ value }) => value === readingOf(linkRead))?.label ?? ''

/** The documents that carry a claim, and whether one has read them. */
export function CarriersSection({ claim, canEdit }: PartProps): ReactElement {
  const [isAdding, setIsAdding] = useState(false)
  useAskedDraft(
    ({ form, record }) => form === 'carrier' && record?.id === claim.id,
    () => setIsAdding(true),
  )
  const add = (
    <Button
      size="small"
      look="quiet"
      icon={<Plus size={12} />}
      label="Add a document that carries it"
      aria-expanded={isAdding}
      onClick={() => setIsAdding(!isAdding)}
    />
  )
  return (
    <Section title="Carried by" actions={canEdit && add}>
      {claim.carriages.length === 0 && !isAdding && <Nothing>No document is named.</Nothing>}
      <ul>
        {claim.carriages.map((carriage) => (
          <Carrier key={carriage.id} carriage={carriage} canEdit={canEdit} />
        ))}
      </ul>
      {isAdding && <AddCarrier claimId={claim.id} onDone={() => setIsAdding(false)} />}
    </Section>
  )
}

function Carrier({ carriage, canEdit }: { readonly carriage: Carriage; readonly canEdit: boolean }): ReactElement {
  const { id, role, linkRead, document, documentId, outlet, outletId, published } = carriage
  return (
    <li className={styles.carrier}>
      <div className={styles.name}>
        <RecordButton to={{ kind: 'document', id: documentId, label: document, detail: outlet ?? '' }}>
          {document}
        </RecordButton>
        <div className={styles.source}>
          {outlet && outletId && <RecordButton to={{ kind: 'outlet', id: outletId }}>{outlet}</RecordButton>}
          {published && <span>{published}</span>}
        </div>
      </div>
      {canEdit ? (
        <div className={styles.edit}>
          <Select
            aria-label={`Role of ${document}`}
            value={role}
            options={optionsOf(carriageRoles)}
            onChange={(next) => void run('carriages.update', { id, patch: { role: next } })}
          />
          <Select
            aria-label={`Have you read ${document}?`}
            value={readingOf(linkRead)}
            options={readings}
            onChange={(next) => void run('carriages.update', { id, patch: { linkRead: linkReadOf(next) } })}
          />
          <Button
            size="small"
            look="quiet"
            icon={<SmallCross />}
            label={`Remove ${document} from the carriers`}
            onClick={() => void run('carriages.remove', { id })}
          />
        </div>
      ) : (
        <span className={styles.words}>
          {role}, {wordsOf(linkRead)}
        </span>
      )}
    </li>
  )
}

interface NewCarrier {
  readonly document: string
  readonly outlet: string
  readonly published: string
  readonly reading: Reading
}

const noCarrier: NewCarrier = { document: '', outlet: '', published: '', reading: 'unsaid' }

function AddCarrier({ claimId, onDone }: { readonly claimId: string; readonly onDone: () => void }): ReactElement {
  const place = {
    ...{ form: 'carrier', part: 'new', words: 'Document that carries it', path: null },
    record: { kind: 'claim', id: claimId },
  } as const
  const draft = useDraft(place, () => noCarrier)
  const { document, outlet, published, reading } = draft.value
  const documents = useCall('claims.values', { field: 'document', search: document }, { keepPrevious: true }).data ?? []
  const outlets = useCall('claims.values', { field: 'outlet', search: outlet }, { keepPrevious: true }).data ?? []
  const add = async (): Promise<boolean> => {
    const carriage = { document, outlet, published, linkRead: linkReadOf(reading) }
    return (await run('carriages.add', { claimId, carriage })) !== undefined
  }
  return (
    <InlineForm
      place={place}
      draft={draft}
      saveLabel="Add"
      isReady={document.trim() !== '' && readDateText(published).isValid}
      save={add}
      onClose={onDone}
      className={styles.form}
      buttonsClass={styles.buttons}
    >
      <Combo
        aria-label="Document"
        placeholder="Document"
        autoFocus
        value={document}
        onChange={(next) => draft.set({ document: next })}
        filters={false}
        options={optionsOf(documents)}
      />
      <Combo
        aria-label="Outlet"
        placeholder="Outlet"
        value={outlet}
        onChange={(next) => draft.set({ outlet: next })}
        filters={false}
        options={optionsOf(outlets)}
      />
      <CheckedInput
        aria-label="Published"
        placeholder="Published, e.g. 2024-11~"
        value={published}
        onChange={(next) => draft.set({ published: next })}
        check={readDateText}
      />
      <Select
        aria-label="Have you read it?"
        value={reading}
        options={readings}
        onChange={(next) => draft.set({ reading: next })}
      />
    </InlineForm>
  )
}
