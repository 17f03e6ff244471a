import type { ImportPlan, ImportProblem } from '../../../../shared/import.ts'
import type { Marks } from '../plan/row-index.ts'
import type { ClaimRow } from '../rows/claim-row.ts'
import type { Draft } from '../rows/draft.ts'

/** What a list is to be read by. */
export interface ReadRequest extends ImportPlan {
  readonly path: string
}

/** What is known of a list before its rows are read. */
export interface ListFacts {
  readonly name: string
  readonly sha256: string
  /** Bytes of the file on disk. */
  readonly size: number
  readonly encoding: string
  readonly dialect: Readonly<Record<string, unknown>>
  readonly header: readonly string[]
  /** About how many rows it has: by its size and the length of the first ones. */
  readonly expectedRows: number
}

/** A line of the file as it was read. */
export interface ReadLine {
  readonly line: number
  /** Whether it is a row of the table at all, or stands beside it. */
  readonly isRow: boolean
  readonly raw: readonly string[]
  /** Whether the row gives a record; where not, the reasons are among its problems. */
  readonly isRecord: boolean
  /** Null where it gives none. Put together when it is asked for. */
  readonly draft: Draft | null
  /** A claim in the form of its rows; null for all other records. */
  readonly claim: ClaimRow | null
  readonly problems: readonly ImportProblem[]
  /** Whether what it is known by names one record. */
  readonly isStrict: boolean
  readonly marks: Marks | null
}

/** Some lines, and how many bytes of the file were read for them and those before. */
export interface Portion {
  readonly lines: readonly ReadLine[]
  readonly read: number
}

/** A list whose rows are read once from first to last, here or in another thread. */
export interface RowSource {
  readonly facts: ListFacts
  readonly portions: () => AsyncGenerator<Portion>
  readonly close: () => Promise<void>
}
