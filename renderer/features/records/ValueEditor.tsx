import type { KeyboardEvent, ReactElement } from 'react'
import { useState } from 'react'
import { formatQuantity, parseQuantity } from '../../../shared/quantities.ts'
import { splitValues } from '../../../shared/text.ts'
import { useCall } from '../../data/queries.ts'
import { CheckedInput, type Check } from '../../ui/CheckedInput.tsx'
import { Combo } from '../../ui/Combo.tsx'
import { readDateText } from '../../ui/DateInput.tsx'
import { TagInput, TextArea } from '../../ui/inputs.tsx'
import type { Field, SuggestField } from './field.ts'

export interface ValueEditorProps {
  readonly field: Pick<Field<never, unknown>, 'kind' | 'title' | 'fullTitle' | 'options' | 'suggest'>
  readonly value: string
  readonly onChange: (text: string) => void
  /** An option was taken from a list. */
  readonly onPick?: (text: string) => void
  readonly onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void
  readonly onBlur?: () => void
  /** The key that opened the editor, in place of the value. */
  readonly initialText?: string
  readonly autoFocus?: boolean
  /** Without a frame of its own: inside a grid cell. */
  readonly isBare?: boolean
  readonly id?: string
  readonly 'aria-describedby'?: string
}

/** The right editor for a field: a picker, a date or number checked as it is typed, tags, text with suggestions. */
export function ValueEditor({ field, ...rest }: ValueEditorProps): ReactElement {
  const props = { 'aria-label': field.fullTitle ?? field.title, ...rest }
  if (field.kind === 'enum') return <Combo {...props} options={field.options ?? []} isStrict />
  if (field.kind === 'date') return <CheckedInput {...props} check={readDateText} placeholder="2024-11-05, 2024-11~" />
  if (field.kind === 'quantity')
    return <CheckedInput {...props} check={readQuantityText} placeholder="8,000 or about 11,000" />
  if (field.kind === 'number') return <CheckedInput {...props} check={readNumberText} />
  if (field.kind === 'many') return <ManyEditor {...props} {...(field.suggest ? { suggest: field.suggest } : {})} />
  if (field.kind === 'long') return <LongEditor {...props} />
  return field.suggest ? <SuggestEditor {...props} suggest={field.suggest} /> : <Combo {...props} options={[]} />
}

type Props = Omit<ValueEditorProps, 'field'>

/** What a quantity in words means, or what is wrong with it. */
const readQuantityText: Check = (text) => {
  if (text.trim() === '') return { isValid: true, words: '' }
  const quantity = parseQuantity(text)
  if (!quantity.ok) return { isValid: false, words: quantity.error.message }
  return { isValid: true, words: formatQuantity(quantity.value) }
}

const readNumberText: Check = (text) =>
  text.trim() === '' || Number.isFinite(Number(text))
    ? { isValid: true, words: '' }
    : { isValid: false, words: `“${text}” is not a number.` }

function SuggestEditor({ suggest, ...props }: Props & { readonly suggest: SuggestField }): ReactElement {
  const [search, setSearch] = useState('')
  const { data = [] } = useCall('claims.values', { field: suggest, search }, { keepPrevious: true })
  const onChange = (text: string): void => {
    setSearch(text)
    props.onChange(text)
  }
  return (
    <Combo {...props} onChange={onChange} filters={false} options={data.map((value) => ({ value, label: value }))} />
  )
}

function LongEditor({ initialText, isBare: _, onPick: _p, value, ...props }: Props): ReactElement {
  const [text, setText] = useState(initialText ?? value)
  const change = (next: string): void => {
    setText(next)
    props.onChange(next)
  }
  return <TextArea {...props} value={text} onChange={change} rows={5} />
}

/** Several values; what is still being typed counts as one of them, so that leaving the editor loses nothing. */
function ManyEditor({
  value,
  onChange,
  initialText,
  suggest: _s,
  isBare: _,
  onPick: _p,
  ...props
}: Props & { readonly suggest?: SuggestField }) {
  const [values, setValues] = useState(() => splitValues(value))
  const [pending, setPending] = useState(initialText ?? '')
  const change = (next: readonly string[], typed: string): void => {
    setValues([...next])
    setPending(typed)
    onChange([...next, typed].filter((text) => text.trim() !== '').join('; '))
  }
  return (
    <TagInput
      {...props}
      values={values}
      pending={pending}
      onPending={(typed) => change(values, typed)}
      onChange={(next) => change(next, '')}
      placeholder="Type and press Enter"
    />
  )
}
