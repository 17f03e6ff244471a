import { useEffect, useRef, useState } from 'react'
import type { DraftPlace } from '../../../shared/draft.ts'
import { toast } from '../../ui/toast.ts'
import { draftAt, dropDraft, keepDraft } from './draft-store.ts'
import { openDraft } from './open-draft.ts'

export type { DraftPlace } from '../../../shared/draft.ts'

export interface DraftOf<Value> {
  readonly value: Value
  readonly set: (patch: Partial<Value>) => void
  /** Whether it is other than what the form began with. */
  readonly isDirty: boolean
  /** When it was typed, where an earlier draft was filled in. */
  readonly restored: string | null
  /** Another number means another beginning: the key of fields that hold their own text. */
  readonly version: number
  /** Takes back what was typed. */
  readonly discard: () => void
  /** The form is over: it was saved, or was cancelled. */
  readonly end: () => void
  /** The form is left without a word said about what was typed: it is kept, and that is told. */
  readonly leave: () => void
}

/** What is typed into a form: it outlives the form, the window and the program until it is saved or discarded. */
export function useDraft<Value extends object>(place: DraftPlace, initial: () => Value): DraftOf<Value> {
  const [start] = useState(initial)
  const [kept] = useState(() => keptAt(place, start))
  const [value, setValue] = useState(kept?.value ?? start)
  const [restored, setRestored] = useState(kept?.at ?? null)
  const [version, setVersion] = useState(0)
  const isOver = useRef(false)
  const told = useRef(value)
  const isDirty = !isSame(value, start)
  useEffect(() => {
    if (isOver.current || told.current === value) return
    told.current = value
    if (isDirty) keepDraft(place, value)
    else dropDraft(place)
  }, [place, value, isDirty])
  return {
    value,
    isDirty,
    restored,
    version,
    set: (patch) => setValue((before) => ({ ...before, ...patch })),
    discard: () => {
      setValue(start)
      setRestored(null)
      setVersion((before) => before + 1)
    },
    end: () => {
      isOver.current = true
      dropDraft(place)
    },
    leave: () => {
      if (isDirty && !isOver.current) tellKept(place)
    },
  }
}

/** How a dialog with a draft closes: by Cancel, which drops what was typed, or otherwise, which keeps it. */
export const closings = ({ end, leave }: Pick<DraftOf<object>, 'end' | 'leave'>, onClose: () => void) => ({
  cancel: (): void => {
    end()
    onClose()
  },
  leave: (): void => {
    leave()
    onClose()
  },
})

/** Says that what was typed is not lost, and leads back to it. */
export function tellKept(place: DraftPlace, why = ''): void {
  const draft = draftAt(place)
  if (!draft) return
  toast({
    message: `${why}${why === '' ? '' : '\n'}${place.words}: what you typed is kept.`,
    action: { text: 'Go on', onClick: () => openDraft(draft) },
  })
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

function keptAt<Value extends object>(place: DraftPlace, start: Value): { value: Value; at: string } | undefined {
  const draft = draftAt(place)
  if (!draft) return undefined
  const value = { ...start, ...fitting(JSON.parse(draft.value), start) }
  return isSame(value, start) ? undefined : { value, at: draft.at }
}

/** The fields that the form still has: an earlier version of the program may have kept others. */
function fitting<Value extends object>(kept: unknown, start: Value): Partial<Value> {
  if (typeof kept !== 'object' || kept === null) return {}
  const known = Object.fromEntries(Object.entries(start)) as Record<string, unknown>
  const fields = Object.entries(kept).filter(
    ([field, value]) =>
      field in known && (known[field] === null || value === null || typeof known[field] === typeof value),
  )
  return Object.fromEntries(fields) as Partial<Value>
}
