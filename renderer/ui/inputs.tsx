import { Checkbox as BlueprintCheckbox, HTMLSelect, InputGroup, TagInput as BlueprintTagInput } from '@blueprintjs/core'
import { TextArea as BlueprintTextArea } from '@blueprintjs/core'
import type { KeyboardEvent, ReactElement, Ref } from 'react'
import { splitValues } from '../../shared/text.ts'

interface Common {
  readonly id?: string
  readonly disabled?: boolean
  readonly autoFocus?: boolean
  readonly placeholder?: string
  readonly isInvalid?: boolean
  readonly onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void
  readonly onBlur?: () => void
  readonly 'aria-label'?: string
  readonly 'aria-describedby'?: string
}

const shared = ({ isInvalid = false, ...rest }: Common) => ({
  ...rest,
  'aria-invalid': isInvalid,
  intent: isInvalid ? ('danger' as const) : ('none' as const),
})

export interface TextInputProps extends Common {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly type?: 'text' | 'search' | 'number'
  readonly leftIcon?: ReactElement
  readonly rightElement?: ReactElement
  readonly inputRef?: Ref<HTMLInputElement>
}

/** One line of text. */
export function TextInput({ value, onChange, type, leftIcon, rightElement, inputRef, ...rest }: TextInputProps) {
  return (
    <InputGroup
      {...shared(rest)}
      value={value}
      onValueChange={onChange}
      spellCheck={false}
      autoComplete="off"
      type={type ?? 'text'}
      {...(leftIcon ? { leftIcon } : {})}
      {...(rightElement ? { rightElement } : {})}
      {...(inputRef ? { inputRef } : {})}
    />
  )
}

export interface TextAreaProps extends Common {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly rows?: number
  readonly inputRef?: Ref<HTMLTextAreaElement>
}

/** Several lines of text. */
export function TextArea({ value, onChange, rows = 4, inputRef, ...rest }: TextAreaProps): ReactElement {
  return (
    <BlueprintTextArea
      {...shared(rest)}
      value={value}
      rows={rows}
      fill
      onChange={(event) => onChange(event.currentTarget.value)}
      // One goes on writing where the text ends, not before its first word.
      onFocus={({ currentTarget: area }) => area.setSelectionRange(area.value.length, area.value.length)}
      {...(inputRef ? { inputRef } : {})}
    />
  )
}

export interface Option<V extends string = string> {
  readonly value: V
  readonly label: string
}

export interface SelectProps<V extends string> extends Common {
  readonly value: V
  readonly options: readonly Option<V>[]
  readonly onChange: (value: V) => void
  readonly fill?: boolean
}

/** One of a few values. */
export function Select<V extends string>({ value, options, onChange, ...rest }: SelectProps<V>): ReactElement {
  const { isInvalid: _, placeholder: _p, ...html } = rest
  return (
    <HTMLSelect
      {...html}
      value={value}
      options={[...options]}
      onChange={(event) => onChange(event.currentTarget.value as V)}
    />
  )
}

/** Options whose label is the value itself. */
export const optionsOf = <V extends string>(values: readonly V[]): Option<V>[] =>
  values.map((value) => ({ value, label: value }))

export interface TagInputProps extends Common {
  readonly values: readonly string[]
  readonly onChange: (values: string[]) => void
  /** What is being typed and is no value yet, where the owner wants to know. */
  readonly pending?: string
  readonly onPending?: (text: string) => void
}

/** Several words; Enter or a semicolon adds one, Backspace removes the last. */
export function TagInput({ values, onChange, id, pending, onPending, ...rest }: TagInputProps): ReactElement {
  const { placeholder, autoFocus, disabled, ...html } = shared(rest)
  const { onKeyDown, onBlur, intent, ...aria } = html
  return (
    <BlueprintTagInput
      values={values}
      intent={intent}
      disabled={disabled ?? false}
      separator={/;/}
      addOnBlur
      addOnPaste
      fill
      {...(pending === undefined ? {} : { inputValue: pending })}
      {...(onPending ? { onInputChange: (event) => onPending(event.currentTarget.value) } : {})}
      onChange={(next) => onChange(splitValues(next.map(String).join(';')))}
      inputProps={{
        ...aria,
        placeholder: values.length === 0 ? placeholder : '',
        autoFocus: autoFocus ?? false,
        onKeyDown,
        onBlur,
        ...(id ? { id } : {}),
      }}
    />
  )
}

export interface CheckboxProps {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly label: string
  /** Names a box that shows no label. */
  readonly name?: string
  readonly disabled?: boolean
}

/** A box to tick. */
export function Checkbox({ checked, onChange, label, name, disabled = false }: CheckboxProps): ReactElement {
  return (
    <BlueprintCheckbox
      checked={checked}
      label={label}
      aria-label={name}
      disabled={disabled}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  )
}
