import type { Topic } from '../../shared/contract.ts'
import type { Failure, Result } from '../../shared/result.ts'
import type { Progress } from '../core/context.ts'
import type { OpenedFile } from './open.ts'
import type { Recovery } from './recover/salvage.ts'

/** How a thread ends what is being written, and closes. */
export interface Closing {
  /** Milliseconds since 1970: after it whatever can wait is given up. */
  readonly until: number
  /** Whether no check of the file is due or found anything. */
  readonly isSound: boolean
}

/** What the main process asks of a database thread. */
export type ToThread =
  | { readonly type: 'create'; readonly path: string; readonly title: string; readonly question: string | null }
  | {
      readonly type: 'open'
      readonly path: string
      readonly role: 'writer' | 'reader'
      /** For what nobody waits for row by row. */
      readonly goesLast: boolean
      readonly user: string
      readonly checkOutput: boolean
    }
  /** Checks a case in full, beside whoever uses it. */
  | { readonly type: 'check'; readonly path: string }
  | { readonly type: 'recover'; readonly path: string; readonly out: string }
  | { readonly type: 'call'; readonly id: number; readonly name: string; readonly input: unknown }
  | { readonly type: 'user'; readonly user: string }
  | { readonly type: 'cancel'; readonly job: string }
  | ({ readonly type: 'close' } & Closing)

/** What a database thread tells. */
export type FromThread =
  | { readonly type: 'created' }
  | ({ readonly type: 'opened' } & Pick<OpenedFile, 'path' | 'readOnly' | 'notice' | 'isDamaged' | 'isCheckDue'>)
  | { readonly type: 'checked'; readonly problem: string | null }
  | { readonly type: 'recovered'; readonly recovery: Recovery }
  | { readonly type: 'failed'; readonly error: Failure }
  | {
      readonly type: 'answer'
      readonly id: number
      readonly result: Result<unknown>
      readonly topics: readonly Topic[]
    }
  | { readonly type: 'progress'; readonly job: string; readonly how: Progress }
  | { readonly type: 'bug'; readonly name: string; readonly stack: string }
  | { readonly type: 'closed' }
