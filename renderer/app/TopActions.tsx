import { useSyncExternalStore, type ReactElement, type ReactNode, type ReactPortal } from 'react'
import { createPortal } from 'react-dom'

let place: HTMLElement | null = null
const listeners = new Set<() => void>()

function setPlace(element: HTMLElement | null): void {
  place = element
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Where the top bar shows what can be done on the current screen. */
export function TopActionsPlace({ className }: { readonly className: string | undefined }): ReactElement {
  return <div ref={setPlace} className={className} />
}

/** A screen's own buttons, shown in the top bar while the screen is. */
export function TopActions({ children }: { readonly children: ReactNode }): ReactPortal | null {
  const target = useSyncExternalStore(subscribe, () => place)
  return target ? createPortal(children, target) : null
}
