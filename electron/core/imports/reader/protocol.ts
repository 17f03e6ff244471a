import type { Failure } from '../../../../shared/result.ts'
import type { ListFacts, Portion } from './row-source.ts'

/** What the thread that reads a list tells. */
export type FromReader =
  | { readonly type: 'facts'; readonly facts: ListFacts }
  /** The lines as JSON: a text passes between threads as it is, objects are taken apart and put together cell by cell. */
  | { readonly type: 'portion'; readonly lines: string; readonly raws: string; readonly read: Portion['read'] }
  | { readonly type: 'end' }
  | { readonly type: 'failed'; readonly error: Failure }

/** Portions that may be under way at once: enough that neither thread waits for the other, and few enough to hold. */
export const mostUnderWay = 8
