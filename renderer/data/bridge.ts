import type { Push } from '../../shared/contract.ts'
import type { Result } from '../../shared/result.ts'

/** All that the preload script lets the window reach. */
export interface Bridge {
  /** `file` is a file dropped on the window, for `imports.drop` alone. */
  readonly call: (name: string, input?: unknown, file?: File) => Promise<Result<unknown>>
  readonly onChanged: (listener: (push: Push) => void) => () => void
}

declare global {
  interface Window {
    readonly parallax: Bridge
  }
}
