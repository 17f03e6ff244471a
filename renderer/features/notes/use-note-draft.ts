import { useEffect, useRef, useState } from 'react'
import type { NoteDetail } from '../../../shared/note.ts'
import { call } from '../../data/call.ts'
import { useRestoredText } from '../drafts/use-restored-text.ts'
import type { DraftPlace } from '../drafts/use-draft.ts'
import { useAutosave, type Autosave } from './use-autosave.ts'

interface Draft {
  readonly title: string
  readonly body: string
}

/** Where the draft of a note lies that could not be saved yet. */
const placeOf = (id: string): DraftPlace => ({
  form: 'note',
  part: 'text',
  record: { kind: 'note', id },
  words: 'Text',
  path: null,
})

export interface NoteDraft {
  readonly draft: Draft
  readonly saving: Autosave<Partial<Draft>>
  /** True while the title is empty, which cannot be saved. */
  readonly isFailed: boolean
  readonly setTitle: (title: string) => void
  readonly setBody: (body: string) => void
  /** The field was left: saves, and an empty title becomes the last one again. */
  readonly leave: () => void
}

/** The note as it is being typed, saved as one goes; what changes elsewhere is taken over while nothing is typed. */
export function useNoteDraft({ id, title, body, changed }: NoteDetail): NoteDraft {
  const [draft, setDraft] = useState<Draft>({ title, body })
  const saving = useAutosave<Partial<Draft>>((patch) => call('notes.update', { id, patch }), placeOf(id))
  const isSaved = useRef(true)
  useEffect(() => {
    isSaved.current = saving.state.kind === 'saved'
  }, [saving.state])
  useEffect(() => {
    if (isSaved.current) setDraft({ title, body })
  }, [title, body])

  useRestoredText<Partial<Draft>>(placeOf(id), changed, (patch) => {
    setDraft((before) => ({ ...before, ...patch }))
    saving.change(patch)
  })

  const isFailed = draft.title.trim() === ''
  return {
    draft,
    saving,
    isFailed,
    setTitle: (next) => {
      setDraft((before) => ({ ...before, title: next }))
      if (next.trim() !== '') saving.change({ title: next })
    },
    setBody: (next) => {
      setDraft((before) => ({ ...before, body: next }))
      saving.change({ body: next })
    },
    leave: () => {
      if (isFailed) setDraft((before) => ({ ...before, title }))
      saving.flush()
    },
  }
}
