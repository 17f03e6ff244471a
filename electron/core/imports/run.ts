import { setImmediate } from 'node:timers/promises'
import type { BatchSummary, FileOptions, ImportField, ImportKind, Mapping } from '../../../shared/import.ts'
import { ExpectedError } from '../../../shared/result.ts'
import type { CommandContext } from '../context.ts'
import type { Change } from '../records/changes.ts'
import { addChanges, labelStep, openStep, type OpenStep } from '../records/step.ts'
import { batchSummary, beginBatch, endBatch, keepVerdict, type Counts } from './batches.ts'
import { readClaimRow } from './claim-rows.ts'
import { eventRowReader } from './event-rows.ts'
import {
  evenCells,
  openList,
  preambleProblems,
  rowProblems,
  textProblems,
  type FileProblem,
  type ListFile,
} from './list-file.ts'
import { listImport, type ListImport, type ReadRow } from './list-import.ts'
import { named } from './inspect.ts'
import { longTransaction } from './long-transaction.ts'
import { conventionsOf, type Conventions } from './conventions.ts'
import { checkMapping, columnsOf, guessMapping, nounOf, type Column } from './mapping.ts'
import { RowReader } from './row-reader.ts'
import type { BodyRow } from './table/body.ts'

interface Request {
  readonly path: string
  readonly kind: ImportKind
  readonly mapping?: Mapping | undefined
  readonly options?: FileOptions | undefined
  readonly job: string
}

/** Rows between two turns of the event loop: a cancel is heard and progress told within a few hundredths of a second. */
const portion = 250

/** Imports a list as one step in one transaction: cancelled or failed, it leaves the case as it was. */
export async function runImport(ctx: CommandContext, request: Request): Promise<BatchSummary> {
  const list = await openList(request.path, request.options)
  try {
    const { header } = list.table.shape
    const mapping = request.mapping ?? guessMapping(request.kind, header, list.table.sample)
    checkMapping(request.kind, header, mapping)
    return await longTransaction(ctx.db, () => new Import(ctx, list, request, mapping).run())
  } finally {
    await list.text.close()
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
  readonly #list: ListFile
  readonly #request: Request
  readonly #columns: ReadonlyMap<ImportField, Column>
  readonly #conventions: Conventions
  readonly #read: ReadRow
  readonly #batch: number
  readonly #counts: Counts = { rows: 0, added: 0, rejected: 0, flagged: 0 }
  #step: OpenStep | undefined
  #waiting: Change[] = []

  constructor(ctx: CommandContext, list: ListFile, request: Request, mapping: Mapping) {
    this.#ctx = ctx
    this.#list = list
    this.#request = request
    this.#columns = columnsOf(list.table.shape.header, mapping)
    this.#conventions = conventionsOf(this.#columns, list.table.sample, request.options?.dateOrder ?? null)
    const kind = request.kind === 'claims' ? 'claim' : 'event'
    this.#read = readers[request.kind](
      listImport(ctx, { kind, numbers: !mapping.includes('ref'), fileName: list.text.name }),
    )
    this.#batch = beginBatch(ctx, list, request.kind, mapping)
  }

  async run(): Promise<BatchSummary> {
    for (const problem of preambleProblems(this.#list)) this.#leaveOut(problem, [])
    for await (const rows of this.#list.table.rows()) {
      for (const row of rows) {
        this.#take(row)
        if (this.#counts.rows % portion === 0) await this.#makePortion()
      }
    }
    await this.#makePortion()
    for (const problem of textProblems(this.#list)) this.#leaveOut(problem, [])
    if (this.#step) labelStep(this.#ctx, this.#step, this.#label())
    endBatch(this.#ctx, this.#batch, this.#counts, this.#step?.set ?? null)
    this.#ctx.touch('imports')
    return batchSummary(this.#ctx.db, this.#batch)
  }

  #take(found: BodyRow): void {
    const { width, header } = this.#list.table.shape
    const { line, role } = found
    const odd = rowProblems(found, width)
    if (role === 'footer' || role === 'repeated-header')
      return odd.forEach((problem) => this.#leaveOut(problem, found.cells))
    const cells = evenCells(found, width)
    const row = new RowReader(line, cells, this.#columns, this.#conventions)
    row.problems.push(...odd.map((problem) => named(problem, header)))
    // Which cell of a row of another length belongs where is not known, and a row of another table is none of this one.
    const isOfTable = role === 'data' && odd.every(({ code }) => code !== 'short-row' && code !== 'long-row')
    const changes = isOfTable ? this.#read(row) : null
    this.#counts.rows++
    if (changes) this.#waiting.push(...changes.map((change) => this.#withBatch(change)))
    if (changes) this.#counts.added++
    else this.#counts.rejected++
    if (changes && row.problems.length > 0) this.#counts.flagged++
    if (changes && row.problems.length === 0) return
    const verdict = changes ? 'flagged' : 'rejected'
    keepVerdict(this.#ctx, this.#batch, { line, verdict, reasons: row.problems, raw: found.cells })
  }

  /** Keeps what is in the file and no row of the table, so that nothing goes missing. */
  #leaveOut(problem: FileProblem, raw: string[]): void {
    const reasons = [named(problem, this.#list.table.shape.header)]
    keepVerdict(this.#ctx, this.#batch, { line: problem.line, verdict: 'left out', reasons, raw })
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
    const { read, size, name } = this.#list.text
    this.#ctx.progress(this.#request.job, read, size)
    await setImmediate()
    if (this.#ctx.isCancelled(this.#request.job))
      throw new ExpectedError('cancelled', `The import of ${name} was cancelled. The case is as it was.`)
  }

  #label(): string {
    const { added } = this.#counts
    return `import ${this.#list.text.name}: ${added.toLocaleString('en')} ${nounOf[this.#request.kind]}${added === 1 ? '' : 's'}`
  }
}
