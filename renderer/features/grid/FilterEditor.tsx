import { useState, type ReactElement } from 'react'
import type { Condition } from '../../../shared/list.ts'
import { Button } from '../../ui/Button.tsx'
import { DateInput, readDateText } from '../../ui/DateInput.tsx'
import { Field as FormField } from '../../ui/Field.tsx'
import { Checkbox, Select, TextInput } from '../../ui/inputs.tsx'
import type { Field } from '../records/field.ts'
import styles from './FilterEditor.module.css'

export interface FilterEditorProps {
  readonly field: Field<never, unknown>
  readonly condition: Condition | undefined
  readonly onChange: (condition: Condition | null) => void
  readonly onClose: () => void
}

/** Edits the filter of one field; every change shows in the grid at once. */
export function FilterEditor(props: FilterEditorProps): ReactElement {
  const { field, condition, onChange, onClose } = props
  return (
    <form
      className={styles.editor}
      aria-label={`Filter by ${field.fullTitle ?? field.title}`}
      onSubmit={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <Parts {...props} />
      <div className={styles.foot}>
        <Button size="small" disabled={condition === undefined} onClick={() => onChange(null)}>
          Clear
        </Button>
        <Button size="small" look="primary" type="submit">
          Done
        </Button>
      </div>
    </form>
  )
}

function Parts(props: FilterEditorProps): ReactElement {
  if (props.field.filter === 'enum') return <ValuesFilter {...props} />
  if (props.field.filter === 'date') return <BoundsFilter {...props} isDate />
  if (props.field.filter === 'number') return <BoundsFilter {...props} isDate={false} />
  return <TextFilter {...props} />
}

function ValuesFilter({ field, condition, onChange }: FilterEditorProps): ReactElement {
  const chosen = new Set(condition?.in ?? [])
  const toggle = (value: string | null, isOn: boolean): void => {
    const next = new Set(chosen)
    if (isOn) next.add(value)
    else next.delete(value)
    onChange(next.size === 0 ? null : { in: [...next] })
  }
  return (
    <fieldset className={styles.values}>
      <legend className="visually-hidden">Values of {field.fullTitle ?? field.title}</legend>
      {(field.options ?? []).map(({ value, label, detail }) => (
        <Checkbox
          key={value}
          checked={chosen.has(value === '' ? null : value)}
          label={[label, detail].filter(Boolean).join(' · ')}
          onChange={(isOn) => toggle(value === '' ? null : value, isOn)}
        />
      ))}
    </fieldset>
  )
}

const ways = [
  { value: 'contains', label: 'contains' },
  { value: 'notContains', label: 'does not contain' },
  { value: 'set', label: 'is set' },
  { value: 'unset', label: 'is not set' },
] as const
type Way = (typeof ways)[number]['value']

function wayOf(condition: Condition | undefined): Way {
  if (condition?.set !== undefined) return condition.set ? 'set' : 'unset'
  return condition?.notContains === undefined ? 'contains' : 'notContains'
}

function TextFilter({ field, condition, onChange }: FilterEditorProps): ReactElement {
  const [way, setWay] = useState(() => wayOf(condition))
  const text = condition?.contains ?? condition?.notContains ?? ''
  const chosen = condition?.in ?? []
  const change = (next: Condition): void => onChange(Object.keys(next).length === 0 ? null : next)
  const among = (values: Condition['in'] = []): Condition => (values.length === 0 ? {} : { in: values })
  const apply = (next: Way, typed: string): void => {
    setWay(next)
    if (next === 'set' || next === 'unset') onChange({ set: next === 'set' })
    else change({ ...among(chosen), ...(typed === '' ? {} : { [next]: typed }) })
  }
  const leave = (value: string | number | null): void => {
    const { in: _, ...others } = condition ?? {}
    change({ ...others, ...among(chosen.filter((one) => one !== value)) })
  }
  return (
    <div className={styles.text}>
      <Select aria-label="How" value={way} options={ways} onChange={(next) => apply(next, text)} />
      {(way === 'contains' || way === 'notContains') && (
        <TextInput aria-label={field.fullTitle ?? field.title} value={text} onChange={(typed) => apply(way, typed)} />
      )}
      {chosen.length > 0 && (
        <fieldset className={styles.values}>
          <legend className={styles.legend}>and is one of</legend>
          {chosen.map((value) => (
            <Checkbox key={value} checked label={String(value ?? 'not set')} onChange={() => leave(value)} />
          ))}
        </fieldset>
      )}
    </div>
  )
}

type Side = 'min' | 'max'

function BoundsFilter({ field, condition, onChange, isDate }: FilterEditorProps & { readonly isDate: boolean }) {
  const [texts, setTexts] = useState({ min: String(condition?.min ?? ''), max: String(condition?.max ?? '') })
  const isUnset = condition?.set === false
  const change = (side: Side, text: string): void => {
    const next = { ...texts, [side]: text }
    setTexts(next)
    const bounds = { ...boundOf('min', next.min, isDate), ...boundOf('max', next.max, isDate) }
    onChange(Object.keys(bounds).length === 0 ? null : bounds)
  }
  const Input = isDate ? DateInput : TextInput
  return (
    <>
      <FormField label={isDate ? 'From' : 'At least'}>
        {(ids) => <Input {...ids} value={texts.min} onChange={(text) => change('min', text)} />}
      </FormField>
      <FormField label={isDate ? 'Until' : 'At most'}>
        {(ids) => <Input {...ids} value={texts.max} onChange={(text) => change('max', text)} />}
      </FormField>
      <Checkbox
        checked={isUnset}
        label={`Only where ${field.title.toLowerCase()} is not set`}
        onChange={(isOn) => onChange(isOn ? { set: false } : null)}
      />
    </>
  )
}

/** The bound that a text gives; none while it cannot be read. */
function boundOf(side: Side, text: string, isDate: boolean): Condition {
  if (text.trim() === '') return {}
  if (isDate) return readDateText(text).isValid ? { [side]: text.trim() } : {}
  const value = Number(text.replaceAll(/[ ,]/g, ''))
  return Number.isFinite(value) ? { [side]: value } : {}
}
