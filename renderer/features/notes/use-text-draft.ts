import { useEffect, useRef, useState } from 'react'
import { useRestoredText } from '../drafts/use-restored-text.ts'
import type { DraftPlace } from '../drafts/use-draft.ts'
import { useAutosave, type SaveState } from './use-autosave.ts'

export interface TextDraft {
  readonly text: string
  readonly state: SaveState
  readonly setText: (text: string) => void
  /** Saves now. */
  readonly flush: () => void
}

/** A text as it is being typed, saved as one goes; what changes elsewhere is taken over while nothing is typed. */
export function useTextDraft(value: string, save: (text: string) => Promise<unknown>, place: DraftPlace): TextDraft {
  const [text, setText] = useState(value)
  const { state, change, flush } = useAutosave<{ text: string }>((patch) => save(patch.text), place)
  const isSaved = useRef(true)
  useEffect(() => {
    isSaved.current = state.kind === 'saved'
  }, [state])
  useEffect(() => {
    if (isSaved.current) setText(value)
  }, [value])
  useRestoredText<{ text: string }>(place, null, (kept) => {
    if (kept.text === value) return
    setText(kept.text)
    change(kept)
  })
  return {
    text,
    state,
    flush,
    setText: (next) => {
      setText(next)
      change({ text: next })
    },
  }
}
