import { useEffect, useRef } from 'react'
import { onHandOver } from '../../app/leave-field.ts'
import { tellKept, type DraftOf, type DraftPlace } from '../drafts/use-draft.ts'

export interface FormState {
  readonly place: DraftPlace
  readonly draft: DraftOf<object>
  /** Whether it can be saved as it stands. */
  readonly isReady: boolean
  /** True when it was saved. */
  readonly save: () => Promise<boolean>
  readonly onClose: () => void
}

export interface FormEnds {
  /** Saves, once, and closes. */
  readonly submit: () => Promise<void>
  /** Closes and saves nothing: what was typed is not wanted. */
  readonly drop: () => void
  /** Closes and keeps what was typed, to go on with it. */
  readonly leave: () => void
}

/** How a form ends. When its place goes, what it holds is saved; what cannot be saved yet stays a draft. */
export function useKeptWhenLeft(form: FormState): FormEnds {
  const isOver = useRef(false)
  const latest = useRef(form)
  useEffect(() => {
    latest.current = form
  })
  const submit = async (): Promise<void> => {
    if (isOver.current || !form.isReady) return
    isOver.current = true
    if (await form.save()) {
      form.draft.end()
      form.onClose()
    } else isOver.current = false
  }
  const drop = (): void => {
    isOver.current = true
    form.draft.end()
    form.onClose()
  }
  const leave = (): void => {
    isOver.current = true
    form.draft.leave()
    form.onClose()
  }
  useEffect(() => {
    const stop = onHandOver(() => {
      const { draft, isReady, onClose } = latest.current
      if (isOver.current || !draft.isDirty || !isReady) return
      isOver.current = true
      void saveLeft(latest.current)
      onClose()
    })
    return () => {
      stop()
      if (!isOver.current) saveOrKeep(latest.current)
    }
  }, [])
  return { submit, drop, leave }
}

function saveOrKeep(form: FormState): void {
  if (!form.draft.isDirty) return
  if (form.isReady) void saveLeft(form)
  else tellKept(form.place)
}

async function saveLeft({ save, draft }: FormState): Promise<void> {
  if (await save()) draft.end()
}
