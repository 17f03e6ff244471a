import { setImmediate } from 'node:timers/promises'
import type { BatchSummary, ImportField, ImportKind, Mapping } from '../../../shared/import.ts'
import { ExpectedError } from '../../../shared/result.ts'
import type { CommandContext } from '../context.ts'
import type { Change } from '../records/changes.ts'
import { addChanges, labelStep, openStep, type OpenStep } from '../records/step.ts'
import { batchSummary, beginBatch, endBatch, keepVerdict, type Counts } from './batches.ts'
import { readClaimRow } from './claim-rows.ts'
import { eventRowReader } from './event-rows.ts'
import { listKinds } from './fields.ts'
import { listImport, type ListImport, type ReadRow } from './list-import.ts'
import { longTransaction } from './long-transaction.ts'
import { checkMapping, columnsOf, countKnown, guessMapping, type Column } from './mapping.ts'
import { openCsv, type CsvFile, type CsvRow } from './read-csv.ts'
import { RowReader } from './row-reader.ts'

interface Request {
  readonly path: string
  readonly kind: ImportKind
  readonly mapping?: Mapping | undefined
  readonly job: string
}

/** Rows between two turns of the event loop: a cancel is heard and progress told within a few hundredths of a second. */
const portion = 250

/** Imports a list as one step in one transaction: cancelled or failed, it leaves the case as it was. */
export async function runImport(ctx: CommandContext, request: Request): Promise<BatchSummary> {
  const csv = await openCsv(request.path, countKnown)
  try {
    const mapping = request.mapping ?? guessMapping(request.kind, csv.header)
    checkMapping(request.kind, csv.header, mapping)
    return await longTransaction(ctx.db, () => new Import(ctx, csv, request, mapping).run())
  } finally {
    await csv.close()
  }
}

const readers: Readonly<Record<ImportKind, (list: ListImport) => ReadRow>> = {
  claims: (list) => (row) => readClaimRow(list, row),
  events: eventRowReader,
}

/** The records that remember by which import they came. */
const batched: ReadonlySet<string> = new Set(['claim', 'event', 'actor', 'outlet', 'document', 'note'])

/** One import on its way: rows become changes, and those are made and logged portion by portion. */
class Import {
  readonly #ctx: CommandContext
  readonly #csv: CsvFile
  readonly #request: Request
  readonly #columns: ReadonlyMap<ImportField, Column>
  readonly #read: ReadRow
  readonly #batch: number
  readonly #counts: Counts = { rows: 0, added: 0, rejected: 0, flagged: 0 }
  #step: OpenStep | undefined
  #waiting: Change[] = []

  constructor(ctx: CommandContext, csv: CsvFile, request: Request, mapping: Mapping) {
    this.#ctx = ctx
    this.#csv = csv
    this.#request = request
    this.#columns = columnsOf(csv.header, mapping)
    const kind = request.kind === 'claims' ? 'claim' : 'event'
    this.#read = readers[request.kind](
      listImport(ctx, { kind, numbers: !mapping.includes('ref'), fileName: csv.bytes.name }),
    )
    this.#batch = beginBatch(ctx, csv, request.kind, mapping)
  }

  async run(): Promise<BatchSummary> {
    for await (const row of this.#csv.rows) {
      this.#take(row)
      if (this.#counts.rows % portion === 0) await this.#makePortion()
    }
    await this.#makePortion()
    if (this.#step) labelStep(this.#ctx, this.#step, this.#label())
    endBatch(this.#ctx, this.#batch, this.#csv.bytes.sha256(), this.#counts, this.#step?.set ?? null)
    this.#ctx.touch('imports')
    return batchSummary(this.#ctx.db, this.#batch)
  }

  #take({ line, cells, odd }: CsvRow): void {
    const row = new RowReader(line, cells, this.#columns)
    if (odd) row.problems.push({ line, column: null, ...odd })
    const changes = odd ? null : this.#read(row)
    this.#counts.rows++
    if (changes) this.#waiting.push(...changes.map((change) => this.#withBatch(change)))
    if (changes) this.#counts.added++
    else this.#counts.rejected++
    if (changes && row.problems.length > 0) this.#counts.flagged++
    if (changes && row.problems.length === 0) return
    const verdict = changes ? 'flagged' : 'rejected'
    keepVerdict(this.#ctx, this.#batch, { line, verdict, reasons: row.problems, raw: [...cells] })
  }

  #withBatch(change: Change): Change {
    if (change.before !== null || !batched.has(change.entity)) return change
    return { ...change, after: { ...change.after, batch: this.#batch } }
  }

  /** Makes what is waiting, tells how far the file is read (in bytes) and lets other messages through. */
  async #makePortion(): Promise<void> {
    if (this.#waiting.length > 0) {
      this.#step ??= openStep(this.#ctx, { command: 'import', label: this.#label() })
      addChanges(this.#ctx, this.#step, this.#waiting)
      this.#waiting = []
    }
    this.#ctx.progress(this.#request.job, this.#csv.bytes.read, this.#csv.bytes.size)
    await setImmediate()
    if (this.#ctx.isCancelled(this.#request.job))
      throw new ExpectedError(
        'cancelled',
        `The import of ${this.#csv.bytes.name} was cancelled. The case is as it was.`,
      )
  }

  #label(): string {
    const { added } = this.#counts
    return `import ${this.#csv.bytes.name}: ${added} ${listKinds[this.#request.kind].noun}${added === 1 ? '' : 's'}`
  }
}
