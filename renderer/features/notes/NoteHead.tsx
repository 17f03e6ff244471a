import { Trash } from '@blueprintjs/icons'
import { useLayoutEffect, useRef, type ReactElement } from 'react'
import type { NoteDetail } from '../../../shared/note.ts'
import { timeOfDay } from '../../app/time.ts'
import { Button } from '../../ui/Button.tsx'
import { trashNote } from './note-actions.ts'
import { useNoteState } from './note-state.ts'
import styles from './NoteView.module.css'
import type { Autosave } from './use-autosave.ts'

interface NoteHeadProps {
  readonly note: NoteDetail
  readonly title: string
  readonly isReadOnly: boolean
  readonly saving: Autosave<object>
  readonly isFailed: boolean
  readonly onChange: (title: string) => void
  readonly onLeave: () => void
}

/** The title of a note, whether it is saved, and what can be done with the whole of it. */
export function NoteHead({
  note,
  title,
  isReadOnly,
  saving,
  isFailed,
  onChange,
  onLeave,
}: NoteHeadProps): ReactElement {
  const field = useRef<HTMLInputElement>(null)
  // Before the field is seen: what is typed at once belongs into it.
  useLayoutEffect(() => {
    if (useNoteState.getState().freshId !== note.id) return
    useNoteState.setState({ freshId: null })
    field.current?.focus()
    field.current?.select()
  }, [note.id])
  return (
    <div className={styles.line}>
      <input
        ref={field}
        className={styles.title}
        aria-label="Title of the note"
        aria-invalid={isFailed}
        placeholder="Title"
        maxLength={500}
        readOnly={isReadOnly}
        autoComplete="off"
        spellCheck={false}
        value={title}
        onChange={(event) => onChange(event.currentTarget.value)}
        onBlur={onLeave}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          document.querySelector<HTMLElement>('[data-editor="Text of the note"] .cm-content')?.focus()
        }}
      />
      {!isReadOnly && <Saving saving={saving} isFailed={isFailed} changed={note.changed} />}
      {!isReadOnly && (
        <Button
          look="quiet"
          size="small"
          icon={<Trash />}
          label="Move this note to the trash"
          onClick={() => void trashNote(note.id, note.title)}
        />
      )}
    </div>
  )
}

interface SavingProps {
  readonly saving: Autosave<object>
  readonly isFailed: boolean
  readonly changed: string
}

function Saving({ saving: { state, flush }, isFailed, changed }: SavingProps): ReactElement {
  if (isFailed) return <span className={styles.failed}>A note needs a title.</span>
  if (state.kind === 'failed') {
    return (
      <>
        <span className={styles.failed} role="alert">
          Not saved: {state.message}
        </span>
        <Button size="small" onClick={flush}>
          Try again
        </Button>
      </>
    )
  }
  return <span className={styles.state}>{state.kind === 'saved' ? `Saved ${timeOfDay(changed)}` : 'Saving…'}</span>
}
