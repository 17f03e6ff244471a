import { useParams } from '@tanstack/react-router'
import { Plus } from '@blueprintjs/icons'
import { useEffect, useMemo, type ReactElement } from 'react'
import { useCommands, type Command } from '../../app/commands.ts'
import { goTo } from '../../app/history.ts'
import { TopActions } from '../../app/TopActions.tsx'
import { useCall } from '../../data/queries.ts'
import { useReadOnly } from '../../data/use-case.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { newNote, notePath } from './note-actions.ts'
import { useNoteState } from './note-state.ts'
import { NotePanes } from './NotePanes.tsx'
import { NotesList } from './NotesList.tsx'
import { NoteView } from './NoteView.tsx'
import { useNoteRows } from './use-note-rows.ts'

/** The notes of the case: the list, the text of one, and how it reads. */
export function NotesScreen(): ReactElement | null {
  const { id } = useParams({ strict: false })
  const lastId = useNoteState((state) => state.lastId)
  const isEditable = useReadOnly() === null
  const hasNotes = useHasNotes()
  const { rows } = useNoteRows()
  const shownId = id ?? lastId ?? rows[0]?.id
  useEffect(() => {
    if (id !== undefined) useNoteState.setState({ lastId: id })
  }, [id])
  useCommands(useMemo(() => commandsFor(isEditable), [isEditable]))

  if (hasNotes === undefined) return null
  const actions = isEditable && (
    <Button look="primary" icon={<Plus />} onClick={() => void newNote()}>
      New note
    </Button>
  )
  return (
    <>
      <TopActions>{actions}</TopActions>
      {hasNotes || id !== undefined ? (
        <NotePanes
          list={<NotesList shownId={shownId} onShow={(next) => goTo(notePath(next))} />}
          note={shownId === undefined ? null : <NoteView key={shownId} id={shownId} />}
        />
      ) : (
        <NoNotes isEditable={isEditable} />
      )}
    </>
  )
}

/** Whether there is any note at all, whatever is searched for; undefined until main has answered. */
function useHasNotes(): boolean | undefined {
  const { data } = useCall('notes.page', { start: 0, end: 1 })
  return data && data.total > 0
}

function commandsFor(isEditable: boolean): readonly Command[] {
  const togglePreview: Command = {
    id: 'notes.preview',
    label: 'Show or hide the preview of notes',
    group: 'View',
    shortcut: 'Mod+Shift+P',
    worksInFields: true,
    run: () => useNoteState.setState(({ hasPreview }) => ({ hasPreview: !hasPreview })),
  }
  const add: Command = {
    id: 'notes.add',
    label: 'New note',
    group: 'Add',
    shortcut: 'Mod+N',
    run: () => void newNote(),
  }
  return isEditable ? [togglePreview, { ...add, worksInFields: true }] : [togglePreview]
}

function NoNotes({ isEditable }: { readonly isEditable: boolean }): ReactElement {
  const actions = (
    <Button look="primary" icon={<Plus />} onClick={() => void newNote()}>
      New note
    </Button>
  )
  return (
    <EmptyState title="No notes yet" {...(isEditable ? { actions } : {})}>
      A note is your own text: a question to follow up, a description of a source, a line of argument. Write [[ to link
      it to a claim, an event or a source; pin it, and it is shown beside that record.
    </EmptyState>
  )
}
