import { useCallback, useEffect, useRef, useState } from 'react'
import { messageOf } from '../../data/call.ts'
import { toast } from '../../ui/toast.ts'
import { draftAt, dropDraft, keepDraft, storeDraft } from '../drafts/draft-store.ts'
import type { DraftPlace } from '../drafts/use-draft.ts'

/** Where the saving of a text stands. */
export type SaveState =
  { readonly kind: 'saved' | 'changed' | 'saving' } | { readonly kind: 'failed'; readonly message: string }

export interface Autosave<Patch> {
  readonly state: SaveState
  /** Takes over a change; it is saved after a pause, and while there is none, every second. */
  readonly change: (patch: Patch) => void
  /** Saves now what is not saved yet. */
  readonly flush: () => void
}

const pauseMs = 600
const longestMs = 1000
/** A save that takes longer waits for a long import: what it holds is kept beside the case until then. */
const slowMs = 400

/**
 * Saves changes after a pause in typing, every second while there is none, and at once when the window, the screen or the
 * text is left. What could not be saved yet is a draft, and tried again with the next change.
 */
export function useAutosave<Patch extends object>(
  save: (patch: Patch) => Promise<unknown>,
  place: DraftPlace,
): Autosave<Patch> {
  const [state, setState] = useState<SaveState>({ kind: 'saved' })
  const waiting = useRef<Patch | null>(null)
  /** Saves on their way: only after the last of them nothing is newer here than in the case. */
  const running = useRef(0)
  /** All that is typed and not known to be saved. */
  const unsaved = useRef<Patch | null>(null)
  /** When the first change was made that no save holds yet. */
  const since = useRef<number | null>(null)
  const isLeft = useRef(false)
  const timer = useRef<number>(undefined)
  const latest = useRef({ save, place })
  useEffect(() => {
    latest.current = { save, place }
  })

  const flush = useCallback(() => {
    window.clearTimeout(timer.current)
    const patch = waiting.current
    if (patch === null) return
    waiting.current = null
    since.current = null
    setState({ kind: 'saving' })
    running.current += 1
    const { save: saveNow, place: here } = latest.current
    const slow = window.setTimeout(() => {
      keepDraft(here, unsaved.current)
      storeDraft(here)
    }, slowMs)
    saveNow(patch).then(
      () => {
        window.clearTimeout(slow)
        running.current -= 1
        if (running.current > 0) return
        setState({ kind: waiting.current === null ? 'saved' : 'changed' })
        unsaved.current = waiting.current
        if (unsaved.current === null) dropDraft(here)
      },
      (error: unknown) => {
        window.clearTimeout(slow)
        keepDraft(here, unsaved.current)
        running.current -= 1
        waiting.current = { ...patch, ...waiting.current }
        setState({ kind: 'failed', message: messageOf(error) })
        if (isLeft.current)
          toast({ intent: 'danger', timeout: 0, message: `What you typed last was not saved: ${messageOf(error)}` })
      },
    )
  }, [])

  const change = useCallback(
    (patch: Patch) => {
      const { place: here } = latest.current
      waiting.current = { ...waiting.current, ...patch }
      unsaved.current = { ...unsaved.current, ...patch }
      if (draftAt(here)) keepDraft(here, unsaved.current)
      setState({ kind: 'changed' })
      since.current ??= Date.now()
      window.clearTimeout(timer.current)
      timer.current = window.setTimeout(flush, Math.min(pauseMs, since.current + longestMs - Date.now()))
    },
    [flush],
  )

  useEffect(() => {
    isLeft.current = false
    const leave = saveWhenLeft(flush)
    return () => {
      isLeft.current = true
      leave()
    }
  }, [flush])
  return { state, change, flush }
}

/** Calls `flush` whenever what was typed could be lost or could be missed elsewhere; the answer stops that, and saves. */
function saveWhenLeft(flush: () => void): () => void {
  // Ctrl or ⌘ comes before a shortcut that closes the case or undoes a step.
  const onKeyDown = ({ key }: KeyboardEvent): void => {
    if (key === 'Control' || key === 'Meta') flush()
  }
  window.addEventListener('blur', flush)
  window.addEventListener('pagehide', flush)
  window.addEventListener('keydown', onKeyDown, { capture: true })
  return () => {
    window.removeEventListener('blur', flush)
    window.removeEventListener('pagehide', flush)
    window.removeEventListener('keydown', onKeyDown, { capture: true })
    flush()
  }
}
