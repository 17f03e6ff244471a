import { create } from 'zustand'

/** `warning`: something needs a look; `danger`: something was lost or failed. */
export type ToastIntent = 'none' | 'warning' | 'danger'

export interface ToastInput {
  readonly message: string
  readonly intent?: ToastIntent
  readonly action?: { readonly text: string; readonly onClick: () => void }
  /** Milliseconds; 0 stays until it is closed. */
  readonly timeout?: number
}

export interface ShownToast extends ToastInput {
  readonly id: number
}

interface ToastState {
  readonly toasts: readonly ShownToast[]
}

export const useToasts = create<ToastState>(() => ({ toasts: [] }))

const mostAtOnce = 4
let lastId = 0

/** Says at the foot of the window what happened. */
export function toast(input: ToastInput): void {
  lastId += 1
  const shown = { ...input, id: lastId }
  useToasts.setState(({ toasts }) => ({
    toasts: [...toasts.filter(({ message }) => message !== input.message), shown].slice(-mostAtOnce),
  }))
}

export const dismissToast = (id: number): void =>
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((shown) => shown.id !== id) }))

/** Takes away what offers to do something; when that would be done to another case. */
export const dismissActions = (): void =>
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter(({ action }) => action === undefined) }))

/** Shows a failure's own words; a dialog that was cancelled is no failure. */
export function toastFailure(error: unknown): void {
  if (error instanceof Error && 'code' in error && error.code === 'cancelled') return
  toast({ message: error instanceof Error ? error.message : String(error), intent: 'danger', timeout: 12_000 })
}
