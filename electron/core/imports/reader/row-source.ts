import type { ImportPlan, ImportProblem } from '../../../../shared/import.ts'
import type { Found } from '../../records/derive.ts'
import type { Marks } from '../plan/row-index.ts'
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
  /** Null where the row gives no record, with the reasons among its problems. */
  readonly draft: Draft | null
  readonly problems: readonly ImportProblem[]
  /** Whether what it is known by names one record. */
  readonly isStrict: boolean
  readonly marks: Marks | null
  /** By what its claim is found; null for other records. */
  readonly found: Found | null
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
