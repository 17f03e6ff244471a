import type { ReactElement } from 'react'
import type { NoteDetail } from '../../../shared/note.ts'
import { run, useCall } from '../../data/queries.ts'
import { useReadOnly } from '../../data/use-case.ts'
import { dayInWords } from '../../app/time.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { SplitPane } from '../../ui/SplitPane.tsx'
import { useNoteState } from './note-state.ts'
import { MarkdownEditor } from './MarkdownEditor.tsx'
import { NoteHead } from './NoteHead.tsx'
import { NotePins } from './NotePins.tsx'
import { NotePreview } from './NotePreview.tsx'
import styles from './NoteView.module.css'
import { useNoteDraft } from './use-note-draft.ts'

const placeholder = 'Write in Markdown. [[ links to a claim, an event, a source or a note.'

/** One note: its title, what it is pinned to, its text, and how it reads. */
export function NoteView({ id }: { readonly id: string }): ReactElement | null {
  const { data, error } = useCall('notes.get', { id })
  if (error) {
    return (
      <EmptyState title="This note is not here">
        It was taken back by an undo or belongs to another case. Choose one from the list.
      </EmptyState>
    )
  }
  return data ? <OpenNote note={data} /> : null
}

function OpenNote({ note }: { readonly note: NoteDetail }): ReactElement {
  const hasPreview = useNoteState((state) => state.hasPreview)
  const isReadOnly = useReadOnly() !== null || note.trashed !== null
  const { draft, isFailed, setTitle, setBody, leave, saving } = useNoteDraft(note)
  return (
    <div className={styles.view}>
      {note.trashed !== null && <TrashedBanner note={note} trashed={note.trashed} />}
      <div className={styles.head}>
        <NoteHead
          note={note}
          title={draft.title}
          isReadOnly={isReadOnly}
          saving={saving}
          isFailed={isFailed}
          onChange={setTitle}
          onLeave={leave}
        />
        <NotePins note={note} isReadOnly={isReadOnly} />
      </div>
      <SplitPane
        name="note"
        sideSize="50%"
        sideMin={240}
        mainMin={240}
        side={hasPreview ? <NotePreview note={note} text={draft.body} /> : null}
      >
        <MarkdownEditor
          label="Text of the note"
          className={styles.editor ?? ''}
          value={draft.body}
          isReadOnly={isReadOnly}
          placeholder={isReadOnly ? '' : placeholder}
          onChange={setBody}
          onBlur={leave}
        />
      </SplitPane>
    </div>
  )
}

function TrashedBanner({ note, trashed }: { readonly note: NoteDetail; readonly trashed: string }): ReactElement {
  const isEditable = useReadOnly() === null
  return (
    <div className={styles.trashed} role="status">
      <span className={styles.words}>This note has been in the trash since {dayInWords(trashed)}.</span>
      {isEditable && (
        <Button size="small" onClick={() => void run('notes.restore', { selection: { ids: [note.id] } })}>
          Restore
        </Button>
      )}
    </div>
  )
}
