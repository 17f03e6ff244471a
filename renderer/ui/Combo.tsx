import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react'
import { foldText } from '../../shared/text.ts'
import styles from './Combo.module.css'

export interface ComboOption {
  readonly value: string
  readonly label: string
  /** Quieter words after the label. */
  readonly detail?: string
}

export interface ComboProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly options: readonly ComboOption[]
  /** True takes only what is listed; false takes any text and the list only suggests. */
  readonly isStrict?: boolean
  /** False when the options were already narrowed to what is typed. */
  readonly filters?: boolean
  /** An option was chosen with Enter or the mouse. */
  readonly onPick?: (value: string) => void
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void
  readonly onBlur?: () => void
  readonly onFocus?: () => void
  readonly autoFocus?: boolean
  /** What is typed at the start, in place of the value: the key that opened the editor. */
  readonly initialText?: string
  readonly placeholder?: string
  readonly id?: string
  readonly isBare?: boolean
  readonly 'aria-label'?: string
  readonly 'aria-describedby'?: string
}

const labelOf = (options: readonly ComboOption[], value: string): string =>
  options.find((option) => option.value === value)?.label ?? value

function matches(options: readonly ComboOption[], text: string): readonly ComboOption[] {
  const wanted = foldText(text.trim())
  if (wanted === '') return options
  const starts = options.filter(({ label }) => foldText(label).startsWith(wanted))
  const holds = options.filter(
    ({ label, detail = '' }) => !foldText(label).startsWith(wanted) && foldText(`${label} ${detail}`).includes(wanted),
  )
  return [...starts, ...holds]
}

/** A text field with a list below it: of the only values (strict) or of suggestions. Arrows choose, Enter takes. */
export function Combo(props: ComboProps): ReactElement {
  const { value, options, isStrict = false, filters = true, autoFocus = false } = props
  const base = useId()
  const [typed, setTyped] = useState<string | null>(props.initialText ?? null)
  const [isOpen, setIsOpen] = useState(autoFocus)
  const [at, setAt] = useState<number | null>(null)
  const listed = typed === null || !filters ? options : matches(options, typed)
  const shown = at === null ? firstShown(listed, value, typed, isStrict) : Math.min(at, listed.length - 1)
  const list = useRef<HTMLUListElement>(null)

  useLayoutEffect(() => {
    if (isOpen && listed.length > 0) list.current?.showPopover()
    else list.current?.hidePopover()
  }, [isOpen, listed.length])
  useLayoutEffect(() => {
    list.current?.children[shown]?.scrollIntoView({ block: 'nearest' })
  }, [shown, isOpen])

  const type = (text: string): void => {
    setTyped(text)
    setIsOpen(true)
    setAt(null)
    if (!isStrict) props.onChange(text)
    else {
      // An emptied field means "not set" where there is such a value; it never means the first of the list.
      const first = text.trim() === '' ? options.find((option) => option.value === '') : matches(options, text)[0]
      if (first) props.onChange(first.value)
    }
  }
  const pick = (option: ComboOption | undefined): void => {
    if (!option) return
    setTyped(null)
    setIsOpen(false)
    props.onChange(option.value)
    props.onPick?.(option.value)
  }
  const move = (step: number): void => {
    const next = Math.max(0, Math.min(listed.length - 1, (isOpen ? shown : -1) + step))
    setAt(next)
    setIsOpen(true)
    const option = listed[next]
    if (option && isStrict) props.onChange(option.value)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      move(event.key === 'ArrowDown' ? 1 : -1)
    } else if (event.key === 'Enter' && isOpen && (isStrict || at !== null)) pick(listed[shown])
    else if (event.key === 'Escape' && isOpen && listed.length > 0) {
      setIsOpen(false)
      // Closes the list, not the form around it; an owner that listens ends its edit with the same key.
      if (!props.onKeyDown) event.stopPropagation()
    }
    props.onKeyDown?.(event)
  }

  return (
    <>
      <input
        id={props.id}
        className={props.isBare ? styles.bare : `bp6-input ${styles.input}`}
        style={{ anchorName: `--combo-${cssName(base)}` }}
        role="combobox"
        aria-label={props['aria-label']}
        aria-describedby={props['aria-describedby']}
        aria-expanded={isOpen && listed.length > 0}
        aria-controls={`${base}-list`}
        aria-activedescendant={isOpen && listed[shown] ? `${base}-${shown}` : undefined}
        aria-invalid={isStrict && typed !== null && listed.length === 0}
        autoComplete="off"
        spellCheck={false}
        // The field that one opened is the one to type in.
        autoFocus={autoFocus}
        placeholder={props.placeholder}
        value={typed ?? labelOf(options, value)}
        onChange={(event) => type(event.currentTarget.value)}
        onFocus={(event) => {
          if (props.initialText === undefined) event.currentTarget.select()
          props.onFocus?.()
        }}
        onClick={() => setIsOpen(true)}
        onBlur={() => {
          setIsOpen(false)
          setTyped(null)
          props.onBlur?.()
        }}
        onKeyDown={onKeyDown}
      />
      <ul
        ref={list}
        id={`${base}-list`}
        role="listbox"
        aria-label={props['aria-label'] ?? 'Suggestions'}
        popover="manual"
        className={styles.list}
        style={{ positionAnchor: `--combo-${cssName(base)}` }}
      >
        {listed.map((option, index) => (
          <li
            key={option.value}
            id={`${base}-${index}`}
            role="option"
            aria-selected={index === shown}
            className={index === shown ? styles.active : styles.option}
            // Focus stays in the field: leaving it would end the edit before the choice is taken.
            onMouseDown={(event) => {
              event.preventDefault()
              pick(option)
            }}
          >
            <span>{option.label === '' ? 'not set' : option.label}</span>
            {option.detail !== undefined && <span className={styles.detail}>{option.detail}</span>}
          </li>
        ))}
      </ul>
    </>
  )
}

function firstShown(listed: readonly ComboOption[], value: string, typed: string | null, isStrict: boolean): number {
  if (typed !== null && typed.trim() !== '') return isStrict ? 0 : -1
  return listed.findIndex((option) => option.value === value)
}

const cssName = (id: string): string => id.replace(/[^a-zA-Z0-9_-]/g, '')
