import { useEffect } from 'react'
import { draftKey, type DraftPlace } from '../../../shared/draft.ts'
import { dropDraft } from '../drafts/draft-store.ts'

// An editor of a cell is gone before the grid tells that its value is to be saved: the draft waits for how that ends.

const open = new Set<string>()
const saves = new Map<string, Promise<boolean>>()

/** The grid tells of an edit within this time. */
const moment = 50

/** Tells how the saving of a cell ends: false keeps what was typed. */
export function cellSaves(place: DraftPlace, isSaved: Promise<boolean>): void {
  saves.set(draftKey(place), isSaved)
}

/** Ends the draft of a cell when its editor closed and what was typed was saved or dropped. */
export function useCellDraftEnd(place: DraftPlace): void {
  const key = draftKey(place)
  useEffect(() => {
    open.add(key)
    return () => {
      open.delete(key)
      window.setTimeout(() => void end(place, key), moment)
    }
  }, [key, place])
}

async function end(place: DraftPlace, key: string): Promise<void> {
  const isSaved = await (saves.get(key) ?? true)
  saves.delete(key)
  if (isSaved && !open.has(key)) dropDraft(place)
}
