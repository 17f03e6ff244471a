import type { Topic } from '../../shared/contract.ts'
import type { Failure, Result } from '../../shared/result.ts'
import type { Progress } from '../core/context.ts'

/** What the main process asks of a database thread. */
export type ToThread =
  | { readonly type: 'create'; readonly path: string; readonly title: string; readonly question: string | null }
  | {
      readonly type: 'open'
      readonly path: string
      readonly role: 'writer' | 'reader'
      readonly user: string
      readonly checkOutput: boolean
    }
  | { readonly type: 'call'; readonly id: number; readonly name: string; readonly input: unknown }
  | { readonly type: 'user'; readonly user: string }
  | { readonly type: 'cancel'; readonly job: string }
  | { readonly type: 'close' }

/** What a database thread tells. */
export type FromThread =
  | { readonly type: 'created' }
  | { readonly type: 'opened'; readonly path: string; readonly readOnly: string | null }
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
