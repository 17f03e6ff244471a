import type { ReactElement } from 'react'
import type { Measure } from '../../../shared/claim.ts'
import type { Input } from '../../../shared/contract.ts'
import { formatQuantity, parseQuantity } from '../../../shared/quantities.ts'
import {
  measureCategories,
  measureKinds,
  qualifiers,
  usualKind,
  type MeasureCategory,
} from '../../../shared/vocabulary.ts'
import { readDateText } from '../../ui/DateInput.tsx'
import { Field as FormField } from '../../ui/Field.tsx'
import { DateInput } from '../../ui/DateInput.tsx'
import { optionsOf, Select, TextInput } from '../../ui/inputs.tsx'
import { useDraft } from '../drafts/use-draft.ts'
import { InlineForm } from '../records/InlineForm.tsx'
import { ValueEditor } from '../records/ValueEditor.tsx'
import styles from './NumberForm.module.css'

export type MeasureDraft = Input<'measures.add'>['measure']

export interface NumberFormProps {
  readonly claimId: string
  readonly measure: Measure | null
  /** True when it was saved. */
  readonly onSave: (draft: MeasureDraft) => Promise<boolean>
  readonly onClose: () => void
}

interface Texts {
  readonly quantity: string
  readonly qualifier: Measure['qualifier'] | ''
  readonly category: MeasureCategory | ''
  readonly kind: NonNullable<Measure['kind']> | ''
  readonly subject: string
  readonly unit: string
  readonly place: string
  readonly asOf: string
}

const textsOf = (measure: Measure | null): Texts => ({
  quantity: measure ? formatQuantity(measure) : '',
  qualifier: measure?.qualifier ?? '',
  category: measure?.category ?? '',
  kind: measure?.kind ?? '',
  subject: measure?.subject ?? '',
  unit: measure?.unit ?? '',
  place: measure?.place ?? '',
  asOf: measure?.asOf ?? '',
})

/** Where drafts of a claim's numbers lie. */
export const numberOf = (claimId: string) =>
  ({ form: 'number', record: { kind: 'claim', id: claimId }, words: 'Number', path: null }) as const

const unset = { value: '', label: 'not set' } as const
const orNull = (text: string): string | null => (text.trim() === '' ? null : text)

/** One quantity: the figure in words, what is counted, how, where and when. */
export function NumberForm({ claimId, measure, onSave, onClose }: NumberFormProps): ReactElement {
  const place = { ...numberOf(claimId), part: measure?.id ?? 'new' }
  const typed = useDraft(place, () => textsOf(measure))
  const { value: texts, set } = typed
  const draft = draftOf(texts, measure)
  const isReady = typeof draft !== 'string' && readDateText(texts.asOf).isValid
  return (
    <InlineForm
      place={place}
      draft={typed}
      saveLabel="Save"
      isReady={isReady}
      save={async () => typeof draft !== 'string' && onSave(draft)}
      onClose={onClose}
      className={styles.form}
      buttonsClass={styles.buttons}
    >
      <FormField label="Number" error={typeof draft === 'string' ? draft : null} help="8,000 or about 11,000">
        {(ids) => <TextInput {...ids} autoFocus value={texts.quantity} onChange={(quantity) => set({ quantity })} />}
      </FormField>
      <FormField label="Unit">
        {(ids) => (
          <ValueEditor
            {...ids}
            field={suggesting('Unit', 'unit')}
            value={texts.unit}
            onChange={(unit) => set({ unit })}
          />
        )}
      </FormField>
      <FormField label="Category">
        {(ids) => (
          <Select
            {...ids}
            fill
            value={texts.category}
            options={[unset, ...optionsOf(measureCategories)]}
            onChange={(category) => set({ category, kind: category === '' ? '' : usualKind[category] })}
          />
        )}
      </FormField>
      <FormField label="Counted as">
        {(ids) => (
          <Select
            {...ids}
            fill
            value={texts.kind}
            options={[unset, ...optionsOf(measureKinds)]}
            onChange={(kind) => set({ kind })}
          />
        )}
      </FormField>
      <FormField label="Subject">
        {(ids) => (
          <ValueEditor
            {...ids}
            field={suggesting('Subject', 'subject')}
            value={texts.subject}
            onChange={(subject) => set({ subject })}
          />
        )}
      </FormField>
      <FormField label="Where">
        {(ids) => (
          <ValueEditor
            {...ids}
            field={suggesting('Where', 'place')}
            value={texts.place}
            onChange={(place) => set({ place })}
          />
        )}
      </FormField>
      <FormField label="As of">
        {(ids) => <DateInput {...ids} placeholder="2024-11~" value={texts.asOf} onChange={(asOf) => set({ asOf })} />}
      </FormField>
      {texts.quantity.trim() === '' && (
        <FormField label="Qualifier">
          {(ids) => (
            <Select
              {...ids}
              fill
              value={texts.qualifier === '' ? 'unspecified' : texts.qualifier}
              options={optionsOf(qualifiers)}
              onChange={(qualifier) => set({ qualifier })}
            />
          )}
        </FormField>
      )}
    </InlineForm>
  )
}

const suggesting = (title: string, suggest: 'unit' | 'subject' | 'place') => ({ kind: 'text', title, suggest }) as const

/** The measure as the form stands, or why it cannot be taken. */
function draftOf(texts: Texts, measure: Measure | null): MeasureDraft | string {
  const about = {
    category: texts.category === '' ? null : texts.category,
    kind: texts.kind === '' ? null : texts.kind,
    subject: orNull(texts.subject),
    unit: orNull(texts.unit),
    place: orNull(texts.place),
    asOf: orNull(texts.asOf),
  }
  // A figure that was not touched keeps its parts: words alone may say less than was stored.
  if (measure && texts.quantity === formatQuantity(measure) && texts.quantity !== '') {
    const { low, high, best, qualifier, verbatim } = measure
    return { ...about, low, high, best, qualifier, verbatim }
  }
  if (texts.quantity.trim() === '')
    return { ...about, low: null, high: null, best: null, verbatim: null, qualifier: texts.qualifier || 'unspecified' }
  const quantity = parseQuantity(texts.quantity)
  return quantity.ok ? { ...about, ...quantity.value, verbatim: texts.quantity } : quantity.error.message
}
