import { useRef, useState, type KeyboardEvent, type ReactElement, type ReactNode } from 'react'
import styles from './Editable.module.css'
import { DraftLine } from '../drafts/DraftLine.tsx'
import { useFieldPlace } from '../drafts/field-place.ts'
import { useAskedDraft } from '../drafts/open-draft.ts'
import { tellKept, useDraft } from '../drafts/use-draft.ts'
import type { Field } from './field.ts'
import { ValueEditor } from './ValueEditor.tsx'

export interface EditableProps<Row, Patch> {
  readonly field: Field<Row, Patch>
  readonly row: Row
  readonly canEdit: boolean
  /** True when it was done. */
  readonly onPatch: (patch: Patch) => Promise<boolean>
  /** How the value reads, where that is more than its text. */
  readonly children?: ReactNode
  /** Said while there is no value. */
  readonly empty?: string
  /** `title`: the record's own name, in the size of a title. */
  readonly look?: 'value' | 'title' | 'text'
}

/** A value that turns into its editor on Enter or a click; Enter keeps, Esc drops, leaving keeps. */
export function Editable<Row, Patch>(props: EditableProps<Row, Patch>): ReactElement {
  const { field, row, canEdit, children, empty = 'not set', look = 'value' } = props
  const [isEditing, setIsEditing] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const place = useFieldPlace(field)
  useAskedDraft(
    (draft) =>
      canEdit && draft.form === place.form && draft.part === place.part && draft.record?.id === place.record?.id,
    () => setIsEditing(true),
  )
  const text = field.text(row)
  const shown = text === '' ? <span className={styles.empty}>{empty}</span> : (children ?? text)
  if (!canEdit || !field.read) return <div className={styles[`${look}Fixed`]}>{shown}</div>
  const close = (returnsFocus: boolean): void => {
    setIsEditing(false)
    if (returnsFocus) requestAnimationFrame(() => button.current?.focus())
  }
  if (isEditing) return <Editor {...props} text={text} onClose={close} />
  return (
    <button
      ref={button}
      type="button"
      className={styles[look]}
      aria-label={`${field.fullTitle ?? field.title}: ${text || empty}. Edit`}
      onClick={() => setIsEditing(true)}
    >
      {shown}
    </button>
  )
}

interface EditorProps<Row, Patch> extends EditableProps<Row, Patch> {
  readonly text: string
  readonly onClose: (returnsFocus: boolean) => void
}

function Editor<Row, Patch>({ field, text, onPatch, onClose }: EditorProps<Row, Patch>): ReactElement {
  const place = useFieldPlace(field)
  const typed = useDraft(place, () => ({ text }))
  const draft = typed.value.text
  const isOver = useRef(false)
  /** False when the text cannot be taken. */
  const keep = (value: string, returnsFocus: boolean): boolean => {
    if (isOver.current) return true
    const result = value === text ? null : field.read?.(value)
    if (result && !result.ok) return false
    isOver.current = true
    if (result) void onPatch(result.value).then((isDone) => isDone && typed.end())
    else typed.end()
    onClose(returnsFocus)
    return true
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === 'Escape') {
      event.stopPropagation()
      isOver.current = true
      typed.end()
      onClose(true)
    } else if (event.key === 'Enter' && !event.shiftKey && !isTagBeingTyped(event)) {
      event.preventDefault()
      keep(draft, true)
    }
  }
  const onLeave = (): void => {
    if (keep(draft, false)) return
    const result = field.read?.(draft)
    isOver.current = true
    onClose(false)
    if (result && !result.ok) tellKept(place, result.error.message)
  }
  return (
    <div
      className={styles.editor}
      onBlur={(event) => {
        // Focus that stays inside the editor (a tag's own button) does not leave it.
        if (!event.currentTarget.contains(event.relatedTarget)) onLeave()
      }}
    >
      <ValueEditor
        key={typed.version}
        field={field as Field<never, unknown>}
        value={draft}
        onChange={(next) => typed.set({ text: next })}
        onPick={(picked) => keep(picked, true)}
        onKeyDown={onKeyDown}
        autoFocus
      />
      <DraftLine draft={typed} />
    </div>
  )
}

const isTagBeingTyped = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLInputElement && target.closest('.bp6-tag-input') !== null && target.value !== ''
