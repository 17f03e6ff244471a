import { create } from 'zustand'
import { draftKey, type Draft, type DraftPlace, type ListedDraft } from '../../../shared/draft.ts'
import { call } from '../../data/call.ts'

interface DraftState {
  readonly caseId: string | null
  readonly drafts: ReadonlyMap<string, Draft>
  /** Those that an earlier run of the window left, until they are read or done with. */
  readonly left: readonly ListedDraft[]
  /** The one whose form is asked to open. */
  readonly asked: Draft | null
}

/** What is typed in this case and not saved yet. */
export const useDrafts = create<DraftState>(() => ({ caseId: null, drafts: new Map(), left: [], asked: null }))

/** Typing goes on: what stands then is stored after so many milliseconds, again and again. */
const pace = 1000
const timers = new Map<string, number>()

/** Another case, or none: its drafts take the place of those of the case before. */
export async function loadDrafts(caseId: string | null): Promise<void> {
  for (const timer of timers.values()) window.clearTimeout(timer)
  timers.clear()
  const left = caseId === null ? [] : await call('drafts.list').catch(() => [])
  const drafts = new Map(left.map(({ called: _, ...draft }) => [draftKey(draft), draft]))
  useDrafts.setState({ caseId, drafts, left, asked: null })
}

export const draftAt = (place: DraftPlace): Draft | undefined => useDrafts.getState().drafts.get(draftKey(place))

/** Keeps what is typed at a place; it is stored within a second. */
export function keepDraft(place: DraftPlace, value: unknown): void {
  const key = draftKey(place)
  const draft = { ...place, at: new Date().toISOString(), value: JSON.stringify(value) }
  useDrafts.setState(({ drafts }) => ({ drafts: new Map(drafts).set(key, draft) }))
  if (!timers.has(key))
    timers.set(
      key,
      window.setTimeout(() => store(key), pace),
    )
}

/** It was saved, or is not wanted. */
export function dropDraft(place: DraftPlace): void {
  const key = draftKey(place)
  const { drafts, caseId } = useDrafts.getState()
  if (!drafts.has(key)) return
  window.clearTimeout(timers.get(key))
  timers.delete(key)
  useDrafts.setState(({ drafts: before, left }) => {
    const after = new Map(before)
    after.delete(key)
    return { drafts: after, left: left.filter((draft) => draftKey(draft) !== key) }
  })
  if (caseId !== null) call('drafts.drop', { caseId, key }).catch(() => undefined)
}

/** Stores at once what waits: before the case or the window goes. */
export function flushDrafts(): void {
  for (const key of timers.keys()) store(key)
}

/** Stores at once what is kept at a place. */
export const storeDraft = (place: DraftPlace): void => store(draftKey(place))

function store(key: string): void {
  window.clearTimeout(timers.get(key))
  timers.delete(key)
  const { caseId, drafts } = useDrafts.getState()
  const draft = drafts.get(key)
  // Where it cannot be stored nothing is lost yet: it is still in the window, and the next letter tries again.
  if (caseId !== null && draft) call('drafts.keep', { caseId, draft }).catch(() => undefined)
}
