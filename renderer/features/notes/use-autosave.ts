import { useCallback, useEffect, useRef, useState } from 'react'
import { messageOf } from '../../data/call.ts'
import { toast } from '../../ui/toast.ts'

/** Where the saving of a text stands. */
export type SaveState =
  { readonly kind: 'saved' | 'changed' | 'saving' } | { readonly kind: 'failed'; readonly message: string }

export interface Autosave<Patch> {
  readonly state: SaveState
  /** Takes over a change; it is saved after a pause. */
  readonly change: (patch: Patch) => void
  /** Saves now what is not saved yet. */
  readonly flush: () => void
}

const pauseMs = 600

/**
 * Saves changes after a pause in typing, and at once when the window, the screen or the text is left.
 * What could not be saved is kept and tried again with the next change.
 */
export function useAutosave<Patch extends object>(save: (patch: Patch) => Promise<unknown>): Autosave<Patch> {
  const [state, setState] = useState<SaveState>({ kind: 'saved' })
  const waiting = useRef<Patch | null>(null)
  /** Saves on their way: only after the last of them nothing is newer here than in the case. */
  const running = useRef(0)
  const isLeft = useRef(false)
  const timer = useRef<number>(undefined)
  const latest = useRef(save)
  useEffect(() => {
    latest.current = save
  }, [save])

  const flush = useCallback(() => {
    window.clearTimeout(timer.current)
    const patch = waiting.current
    if (patch === null) return
    waiting.current = null
    setState({ kind: 'saving' })
    running.current += 1
    latest.current(patch).then(
      () => {
        running.current -= 1
        if (running.current === 0) setState({ kind: waiting.current === null ? 'saved' : 'changed' })
      },
      (error: unknown) => {
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
      waiting.current = { ...waiting.current, ...patch }
      setState({ kind: 'changed' })
      window.clearTimeout(timer.current)
      timer.current = window.setTimeout(flush, pauseMs)
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
