import { useState, type ReactElement } from 'react'
import type { RatedSource, SourceRating, TrackRecord } from '../../../shared/ratings.ts'
import { reliabilities, reliabilityScale } from '../../../shared/scales.ts'
import { run, useCall } from '../../data/queries.ts'
import { Button } from '../../ui/Button.tsx'
import { Combo } from '../../ui/Combo.tsx'
import { Field } from '../../ui/Field.tsx'
import { Grade } from '../../ui/Grade.tsx'
import { Select, TextInput } from '../../ui/inputs.tsx'
import { useAskedDraft } from '../drafts/open-draft.ts'
import { useDraft } from '../drafts/use-draft.ts'
import { InlineForm } from '../records/InlineForm.tsx'
import { Line, Nothing, Section } from '../records/Section.tsx'
import { Checklist } from './Checklist.tsx'
import { RatedBy } from './RatedBy.tsx'
import styles from './Ratings.module.css'

interface SourceRatingsProps {
  readonly source: RatedSource
  readonly canEdit: boolean
}

/** The reliability of a source, in general and by topic, with who gave it and why; and how it went with its claims. */
export function SourceRatings({ source, canEdit }: SourceRatingsProps): ReactElement {
  const { data: ratings = [] } = useCall('ratings.ofSource', { source }, { keepPrevious: true })
  const { data: record } = useCall('ratings.trackRecord', { source }, { keepPrevious: true })
  const [isRating, setIsRating] = useState(false)
  const [showsHistory, setShowsHistory] = useState(false)
  useAskedDraft(
    ({ form, record }) => form === 'grade' && record?.id === source.id,
    () => setIsRating(true),
  )
  const newest = newestByTopic(ratings)
  const actions = (
    <>
      {ratings.length > newest.length && (
        <Button size="small" look="quiet" aria-expanded={showsHistory} onClick={() => setShowsHistory(!showsHistory)}>
          {showsHistory ? 'Hide history' : `History · ${ratings.length}`}
        </Button>
      )}
      {canEdit && !isRating && (
        <Button size="small" look="quiet" onClick={() => setIsRating(true)}>
          Grade
        </Button>
      )}
    </>
  )
  return (
    <Section title="Reliability" actions={actions}>
      {newest.length === 0 && !isRating && <Nothing>Not graded.</Nothing>}
      {newest.map((rating) => (
        <Line key={rating.topic ?? ''} label={rating.topic ?? 'In general'}>
          <OneRating rating={rating} />
        </Line>
      ))}
      {isRating && <RateForm source={source} onDone={() => setIsRating(false)} />}
      {showsHistory && (
        <ol className={styles.history}>
          {ratings.map((rating) => (
            <li key={rating.id}>
              <span className={styles.by}>{rating.topic ?? 'In general'}</span> <OneRating rating={rating} />
            </li>
          ))}
        </ol>
      )}
      {record && record.claims > 0 && (
        <Line label="Track record">
          <div>
            <p>{recordInWords(record)}</p>
            <p className={styles.by}>Counts only: what they mean for the grade is yours to judge.</p>
          </div>
        </Line>
      )}
    </Section>
  )
}

const newestByTopic = (ratings: readonly SourceRating[]): SourceRating[] =>
  [...Map.groupBy(ratings, ({ topic }) => topic).values()]
    .flatMap(([first]) => first ?? [])
    .toSorted((one, other) => (one.topic ?? '').localeCompare(other.topic ?? ''))

function recordInWords({ claims, confirmed, refuted, revised, contradicted }: TrackRecord): string {
  const parts = [
    [confirmed, 'confirmed'],
    [refuted, 'refuted'],
    [revised, 'revised'],
    [contradicted, 'contradicted'],
  ] as const
  const told = parts.map(([count, word]) => `${count.toLocaleString('en-GB')} ${word}`)
  return `${claims.toLocaleString('en-GB')} ${claims === 1 ? 'claim' : 'claims'}: ${told.join(', ')}`
}

function OneRating({ rating }: { readonly rating: SourceRating }): ReactElement {
  const { value } = rating
  return (
    <span className={styles.rating}>
      <Grade axis="reliability" value={value} />
      <span>{value === null ? 'not graded' : reliabilityScale[value as keyof typeof reliabilityScale]}</span>
      <RatedBy rating={rating} />
    </span>
  )
}

const options = [
  { value: '', label: 'not graded' },
  ...reliabilities.map((value) => ({ value, label: `${value} · ${reliabilityScale[value]}` })),
]

function RateForm({ source, onDone }: { readonly source: RatedSource; readonly onDone: () => void }): ReactElement {
  const place = { ...{ form: 'grade', part: 'reliability', path: null, words: 'Reliability' }, record: source } as const
  const draft = useDraft(place, () => ({ grade: '', topic: '', reason: '', checked: '' }))
  const { grade, topic, reason, checked } = draft.value
  const { data: topics = [] } = useCall('claims.values', { field: 'topic', search: topic }, { keepPrevious: true })
  const save = async (): Promise<boolean> => {
    const given = [reason.trim(), checked].filter(Boolean).join('. ')
    const value = reliabilities.find((known) => known === grade) ?? null
    const rating = { source, topic: topic.trim() || null, value, ...(given && { reason: given }) }
    return (await run('ratings.rateSource', rating)) !== undefined
  }
  return (
    <InlineForm
      place={place}
      draft={draft}
      saveLabel="Save grade"
      isReady
      save={save}
      onClose={onDone}
      className={styles.form}
      buttonsClass={styles.buttons}
    >
      <Field label="Topic" isOptional>
        {(ids) => (
          <Combo
            {...ids}
            value={topic}
            options={topics.map((known) => ({ value: known, label: known }))}
            filters={false}
            placeholder="in general"
            onChange={(next) => draft.set({ topic: next })}
          />
        )}
      </Field>
      <Select
        aria-label="reliability"
        autoFocus
        fill
        value={grade}
        options={options}
        onChange={(next) => draft.set({ grade: next })}
      />
      <Checklist axis="reliability" value={checked} onChange={(next) => draft.set({ checked: next })} />
      <Field label="Reason" isOptional>
        {(ids) => <TextInput {...ids} value={reason} onChange={(next) => draft.set({ reason: next })} />}
      </Field>
    </InlineForm>
  )
}
