import type { Topic } from '../../shared/contract.ts'
import type { ReadDb, WriteDb } from '../store/db.ts'
import type { ViewCache } from './lists/view-cache.ts'

/** What a query gets: it may only read. */
export interface QueryContext {
  readonly db: ReadDb
  readonly views: ViewCache
}

/** What a command gets beside: the clock, the id maker and the person are values, so that tests can set them. */
export interface CommandContext extends QueryContext {
  readonly db: WriteDb
  /** ISO-8601 UTC. */
  readonly now: () => string
  /** UUIDv7. */
  readonly newId: () => string
  /** The name under which changes and ratings are recorded. */
  readonly user: string
  /** Marks queries as stale that the changes of a step do not already mark. */
  readonly touch: (topic: Topic) => void
  /** Long work tells how far it is and asks whether to go on. */
  readonly progress: (job: string, done: number, total: number | null) => void
  readonly isCancelled: (job: string) => boolean
}
