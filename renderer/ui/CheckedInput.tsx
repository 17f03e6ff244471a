import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react'
import styles from './CheckedInput.module.css'

/** What a text means in words, or why it cannot be taken. */
export type Check = (text: string) => { readonly isValid: boolean; readonly words: string }

export interface CheckedInputProps {
  readonly value: string
  readonly onChange: (text: string) => void
  readonly check: Check
  readonly initialText?: string
  readonly autoFocus?: boolean
  readonly isBare?: boolean
  readonly placeholder?: string
  readonly id?: string
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void
  readonly onBlur?: () => void
  readonly onPick?: (text: string) => void
  readonly 'aria-label'?: string
  readonly 'aria-describedby'?: string
}

/** A text field that says below itself, while one types, what it understands or what is wrong. */
export function CheckedInput(props: CheckedInputProps): ReactElement {
  const base = useId().replace(/[^a-zA-Z0-9_-]/g, '')
  const [text, setText] = useState(props.initialText ?? props.value)
  const [hasFocus, setHasFocus] = useState(false)
  const note = useRef<HTMLDivElement>(null)
  const { isValid, words } = props.check(text)
  const isShown = hasFocus && words !== ''
  useLayoutEffect(() => {
    if (isShown) note.current?.showPopover()
    else note.current?.hidePopover()
  }, [isShown])
  return (
    <>
      <input
        id={props.id}
        className={props.isBare ? styles.bare : `bp6-input ${styles.input}`}
        style={{ anchorName: `--checked-${base}` }}
        aria-label={props['aria-label']}
        aria-describedby={`${base}-note`}
        aria-invalid={!isValid}
        placeholder={props.placeholder}
        autoComplete="off"
        spellCheck={false}
        autoFocus={props.autoFocus}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          props.onChange(event.currentTarget.value)
        }}
        onFocus={(event) => {
          setHasFocus(true)
          if (props.initialText === undefined) event.currentTarget.select()
        }}
        onBlur={() => {
          setHasFocus(false)
          props.onBlur?.()
        }}
        onKeyDown={props.onKeyDown}
      />
      <div
        ref={note}
        id={`${base}-note`}
        popover="manual"
        role="status"
        className={isValid ? styles.words : styles.wrong}
        style={{ positionAnchor: `--checked-${base}` }}
      >
        {words}
      </div>
    </>
  )
}
