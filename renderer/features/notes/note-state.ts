import { create } from 'zustand'

export type NoteSort = 'changed' | 'title'

interface NoteState {
  readonly sort: NoteSort
  readonly hasPreview: boolean
  /** The note that was shown last, to come back to. */
  readonly lastId: string | null
  /** A note that was just made: its title is to be typed. */
  readonly freshId: string | null
}

/** How the notes are shown. */
export const useNoteState = create<NoteState>(() => ({
  sort: 'changed',
  hasPreview: true,
  lastId: null,
  freshId: null,
}))

/** Forgets which notes were shown; when another case is opened. */
export const forgetNotes = (): void => useNoteState.setState({ lastId: null, freshId: null })
