import { useEffect, useRef } from 'react'
import { onHandOver } from '../../app/leave-field.ts'
import { toast } from '../../ui/toast.ts'

export interface FormState {
  /** "The number": what is said not to be saved when it was left half done. */
  readonly what: string
  /** Whether it holds what is not saved yet. */
  readonly isDirty: boolean
  /** Whether it can be saved as it stands. */
  readonly isReady: boolean
  /** True when it was saved. */
  readonly save: () => Promise<boolean>
  readonly onClose: () => void
}

export interface FormEnds {
  /** Saves, once, and closes. */
  readonly submit: () => Promise<void>
  /** Closes and saves nothing. */
  readonly drop: () => void
}

/** How a form ends. When its place goes, what it holds is kept; what cannot be kept is told. */
export function useKeptWhenLeft(form: FormState): FormEnds {
  const isOver = useRef(false)
  const latest = useRef(form)
  useEffect(() => {
    latest.current = form
  })
  const submit = async (): Promise<void> => {
    if (isOver.current || !form.isReady) return
    isOver.current = true
    if (await form.save()) form.onClose()
    else isOver.current = false
  }
  const drop = (): void => {
    isOver.current = true
    form.onClose()
  }
  useEffect(() => {
    const stop = onHandOver(() => {
      const { isDirty, isReady, save, onClose } = latest.current
      if (isOver.current || !isDirty || !isReady) return
      isOver.current = true
      void save()
      onClose()
    })
    return () => {
      stop()
      if (!isOver.current) leave(latest.current)
    }
  }, [])
  return { submit, drop }
}

function leave({ isDirty, isReady, save, what }: FormState): void {
  if (!isDirty) return
  if (isReady) void save()
  else toast({ intent: 'warning', timeout: 0, message: `${what} was not saved: it was left half done.` })
}
