import { useEffect, useRef } from 'react'
import { clockTime } from '../../app/time.ts'
import { toast } from '../../ui/toast.ts'
import { draftAt, dropDraft } from './draft-store.ts'
import type { DraftPlace } from './use-draft.ts'

/**
 * Gives back, once, what was typed into a text that saves itself and could not do so in time. What the case has of a later
 * time (`changed`, ISO-8601) counts more.
 */
export function useRestoredText<Patch extends object>(
  place: DraftPlace,
  changed: string | null,
  restore: (patch: Patch) => void,
): void {
  const latest = useRef({ place, changed, restore })
  useEffect(() => {
    const { place: here, changed: then, restore: giveBack } = latest.current
    const draft = draftAt(here)
    if (!draft) return
    if (then !== null && then >= draft.at) return dropDraft(here)
    giveBack(JSON.parse(draft.value) as Patch)
    toast({ message: `Restored what you typed ${clockTime(draft.at)}.` })
  }, [])
}
