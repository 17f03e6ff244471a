import { useState, type ReactElement } from 'react'
import type { Rating } from '../../../shared/claim.ts'
import type { ClaimId } from '../../../shared/ids.ts'
import { credibilities, credibilityScale, reliabilities, reliabilityScale } from '../../../shared/scales.ts'
import { run, useCall } from '../../data/queries.ts'
import { Button } from '../../ui/Button.tsx'
import { Field as FormField } from '../../ui/Field.tsx'
import { Grade } from '../../ui/Grade.tsx'
import { Select, TextInput } from '../../ui/inputs.tsx'
import { Checklist } from '../ratings/Checklist.tsx'
import { RatedBy } from '../ratings/RatedBy.tsx'
import { useAskedDraft } from '../drafts/open-draft.ts'
import { useDraft } from '../drafts/use-draft.ts'
import { InlineForm } from '../records/InlineForm.tsx'
import { Line, Section } from '../records/Section.tsx'
import type { PartProps } from './CarriersSection.tsx'
import styles from '../ratings/Ratings.module.css'

type Axis = 'reliability' | 'credibility'
const axes: readonly Axis[] = ['reliability', 'credibility']
const scales: Readonly<Record<Axis, Readonly<Record<string, string>>>> = {
  reliability: reliabilityScale,
  credibility: credibilityScale,
}

/** Both grades with who gave them and why; the older ones stay readable. */
export function GradeSection({ claim, canEdit }: PartProps): ReactElement {
  const [rated, setRated] = useState<Axis | null>(null)
  const [showsHistory, setShowsHistory] = useState(false)
  useAskedDraft(
    ({ form, record }) => form === 'grade' && record?.id === claim.id,
    ({ part }) => setRated(axes.find((axis) => axis === part) ?? null),
  )
  const older = claim.ratings.length > axes.length
  const toggle = (
    <Button size="small" look="quiet" aria-expanded={showsHistory} onClick={() => setShowsHistory(!showsHistory)}>
      {showsHistory ? 'Hide history' : `History · ${claim.ratings.length}`}
    </Button>
  )
  return (
    <Section title="Grade" actions={older && toggle}>
      {axes.map((axis) => (
        <Line key={axis} label={axis === 'reliability' ? 'Reliability' : 'Credibility'}>
          {rated === axis ? (
            <RateForm id={claim.id} axis={axis} value={claim[axis]} onDone={() => setRated(null)} />
          ) : (
            <Current
              axis={axis}
              value={claim[axis]}
              rating={claim.ratings.find((rating) => rating.axis === axis)}
              {...(canEdit ? { onRate: () => setRated(axis) } : {})}
            />
          )}
        </Line>
      ))}
      {showsHistory && <History ratings={claim.ratings} />}
    </Section>
  )
}

interface CurrentProps {
  readonly axis: Axis
  readonly value: string | null
  readonly rating: Rating | undefined
  readonly onRate?: () => void
}

function Current({ axis, value, rating, onRate }: CurrentProps): ReactElement {
  return (
    <div className={styles.rating}>
      <Grade axis={axis} value={value} />
      <span>{value === null ? 'not graded' : scales[axis][value]}</span>
      {onRate && (
        <Button size="small" look="quiet" onClick={onRate}>
          {value === null ? 'Grade' : 'Change'}
        </Button>
      )}
      {rating && value !== null && <RatedBy rating={rating} />}
    </div>
  )
}

interface RateFormProps {
  readonly id: string
  readonly axis: Axis
  readonly value: string | null
  readonly onDone: () => void
}

function RateForm({ id, axis, value, onDone }: RateFormProps): ReactElement {
  const place = {
    ...{ form: 'grade', part: axis, path: null, words: axis === 'reliability' ? 'Reliability' : 'Credibility' },
    record: { kind: 'claim', id },
  } as const
  const draft = useDraft(place, () => ({ grade: value ?? '', reason: '', checked: '' }))
  const { grade, reason, checked } = draft.value
  const unconfirmed = useUnconfirmed(id, axis)
  const takesReason = unconfirmed !== null && grade === '1' && value !== '1'
  const grades: readonly string[] = axis === 'reliability' ? reliabilities : credibilities
  const options = [
    { value: '', label: 'not graded' },
    ...grades.map((known) => ({ value: known, label: `${known} · ${scales[axis][known] ?? ''}` })),
  ]
  const save = async (): Promise<boolean> => {
    const given = [reason.trim(), checked].filter(Boolean).join('. ')
    const rating = ratingOf(axis, grade)
    return (await run('claims.rate', { id, rating, ...(given ? { reason: given } : {}) })) !== undefined
  }
  return (
    <InlineForm
      place={place}
      draft={draft}
      saveLabel="Save grade"
      isReady={!takesReason || reason.trim() !== '' || checked !== ''}
      save={save}
      onClose={onDone}
      className={styles.form}
      buttonsClass={styles.buttons}
    >
      <Select
        aria-label={axis}
        autoFocus
        fill
        value={grade}
        options={options}
        onChange={(next) => draft.set({ grade: next })}
      />
      {unconfirmed !== null && <p className={styles.why}>{unconfirmed}</p>}
      <Checklist axis={axis} value={checked} onChange={(next) => draft.set({ checked: next })} />
      <FormField label="Reason" isOptional={!takesReason}>
        {(ids) => <TextInput {...ids} value={reason} onChange={(next) => draft.set({ reason: next })} />}
      </FormField>
    </InlineForm>
  )
}

/** Why 1, "confirmed by other sources", is not offered as it is; null where two independent origins confirm the claim. */
function useUnconfirmed(id: string, axis: Axis): string | null {
  const target = { kind: 'claim', id: id as ClaimId } as const
  const { data } = useCall('analysis.origins', { target }, { enabled: axis === 'credibility' })
  if (axis !== 'credibility' || !data || data.origins > 1) return null
  const count = data.origins === 0 ? 'no independent origin' : 'one independent origin'
  return `1 is for what two independent origins confirm. This claim has ${count}: to grade it 1, give a reason.`
}

function ratingOf(axis: Axis, grade: string) {
  if (axis === 'reliability') return { axis, value: reliabilities.find((known) => known === grade) ?? null } as const
  return { axis, value: credibilities.find((known) => known === grade) ?? null } as const
}

function History({ ratings }: { readonly ratings: readonly Rating[] }): ReactElement {
  return (
    <ol className={styles.history}>
      {ratings.map((rating) => (
        <li key={rating.id} className={styles.rating}>
          <Grade axis={rating.axis} value={rating.value} />
          <span>{rating.axis}</span>
          <RatedBy rating={rating} />
        </li>
      ))}
    </ol>
  )
}
