import type { RecordRef } from '../../../shared/ids.ts'
import { goTo } from '../../app/history.ts'
import { run } from '../../data/queries.ts'
import { toast } from '../../ui/toast.ts'
import { useNoteState } from './note-state.ts'

export const notePath = (id: string): string => `/notes/${id}`

let isMaking = false

/** Makes a note and shows it, ready for its title to be typed; `pins` are what it is pinned to from the start. */
export async function newNote(pins: RecordRef[] = []): Promise<void> {
  // A double click makes one.
  if (isMaking) return
  isMaking = true
  const made = await run('notes.create', { patch: { title: 'Untitled note', body: '', pins } })
  isMaking = false
  const id = made?.ids[0]
  if (id === undefined) return
  useNoteState.setState({ freshId: id })
  goTo(notePath(id))
}

/** Moves a note to the trash; the toast takes it back. */
export async function trashNote(id: string, title: string): Promise<void> {
  const selection = { ids: [id] }
  if (!(await run('notes.trash', { selection }))) return
  if (useNoteState.getState().lastId === id) useNoteState.setState({ lastId: null })
  goTo('/notes')
  const restore = async (): Promise<void> => {
    if (await run('notes.restore', { selection })) goTo(notePath(id))
  }
  toast({ message: `“${title}” is in the trash.`, action: { text: 'Undo', onClick: () => void restore() } })
}
