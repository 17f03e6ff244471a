import type { Topic } from '../../shared/contract.ts'
import type { ReadDb, WriteDb } from '../store/db.ts'
import type { AnalysisMemory } from './analysis/engine/pass.ts'
import type { ViewCache } from './lists/view-cache.ts'

/** What a query gets: it may only read. */
export interface QueryContext {
  readonly db: ReadDb
  readonly views: ViewCache
  readonly memory: AnalysisMemory
  /** Undefined: everything is done here. */
  readonly threads: Threads | undefined
}

/** The programs of the threads that help: two read long lists and index their texts, while they are stored. */
export interface Threads {
  readonly reader: URL
  readonly indexer: URL
}

/** What planning changes needs beside: the clock, the id maker and the person are values, so that tests can set them. */
export interface PlanContext extends QueryContext {
  /** ISO-8601 UTC. */
  readonly now: () => string
  /** UUIDv7. */
  readonly newId: () => string
  /** The name under which changes and ratings are recorded. */
  readonly user: string
  /** Long work tells how far it is and asks whether to go on. */
  readonly progress: (job: string, how: Progress) => void
  readonly isCancelled: (job: string) => boolean
}

/** What a command gets beside: it may write. */
export interface CommandContext extends PlanContext {
  readonly db: WriteDb
  /** Marks queries as stale that the changes of a step do not already mark. */
  readonly touch: (topic: Topic) => void
}

/** How far long work is: `done` of `total` (null when unknown) in one unit, and how many rows that was. */
export interface Progress {
  readonly done: number
  readonly total: number | null
  readonly rows: number
}
