import { setImmediate } from 'node:timers/promises'
import { countOf, type ImportField } from '../../../shared/import-lists.ts'
import type { BatchSummary, ImportPlan, ImportProblem, Preview, PreviewRow } from '../../../shared/import.ts'
import { ExpectedError } from '../../../shared/result.ts'
import type { CommandContext, PlanContext } from '../context.ts'
import type { Change } from '../records/changes.ts'
import { addChanges, labelStep, openStep, type OpenStep } from '../records/step.ts'
import { batchSummary, beginBatch, cameWithList, endBatch, keepFile, keepVerdict, type Counts } from './batches.ts'
import {
  evenCells,
  openList,
  preambleProblems,
  rowProblems,
  textProblems,
  type FileProblem,
  type ListFile,
} from './list-file.ts'
import { deferIndexes } from './deferred-indexes.ts'
import { longTransaction } from './long-transaction.ts'
import { conventionsOf, type Conventions } from './mapping/conventions.ts'
import { checkMapping } from './mapping/mapping.ts'
import { named } from './mapping/named.ts'
import { sourcesOf, type Sources } from './mapping/sources.ts'
import { Maker } from './plan/creation.ts'
import { batched, entityOf } from './plan/kinds.ts'
import { Planner, type PlannedRow, type ReadRow } from './plan/planner.ts'
import { readDraft } from './rows/read-row.ts'
import { RowReader } from './rows/row-reader.ts'
import { storedCells } from './rows/stored.ts'
import type { BodyRow } from './table/body.ts'

export interface ImportRequest extends ImportPlan {
  readonly path: string
  readonly job: string
}

/** Rows between two turns of the event loop: a cancel is heard and progress told within a few hundredths of a second. */
const portion = 250

/** Imports a list as one step in one transaction: cancelled or failed, it leaves the case as it was. */
export async function runImport(ctx: CommandContext, request: ImportRequest): Promise<BatchSummary> {
  const list = await openPlanned(request)
  try {
    return await longTransaction(ctx.db, () => commit(ctx, list, request))
  } finally {
    await list.text.close()
  }
}

interface PreviewRequest extends ImportRequest {
  /** How many rows are looked at; null: all of them. */
  readonly limit: number | null
}

const mostShown = 1000

/** What an import would come to, row by row, with nothing changed: by the same plan that an import carries out. */
export async function previewImport(ctx: PlanContext, request: PreviewRequest): Promise<Preview> {
  const list = await openPlanned(request)
  const first: PreviewRow[] = []
  const odd: PreviewRow[] = []
  let oddCount = 0
  try {
    const planning = new Planning(ctx, list, request, null)
    for await (const rows of planning.rows()) {
      for (const row of rows) {
        const isFirst = first.length < previewRows
        const isOdd = isWorthALook(row)
        if (isOdd) oddCount++
        const shown = isFirst || (isOdd && odd.length < mostShown) ? shownRow(row, request) : null
        if (shown && isFirst) first.push(shown)
        if (shown && isOdd && odd.length < mostShown) odd.push(shown)
      }
      if (request.limit !== null && planning.counts.rows >= request.limit) break
    }
    return { ...planning.counts, isWhole: planning.isWhole, first, odd, oddCount }
  } finally {
    await list.text.close()
  }
}

const previewRows = 50

function shownRow({ changes: _, draft, ...row }: PlannedRow, { mapping }: ImportRequest): PreviewRow {
  return { ...row, raw: [...row.raw], stored: storedCells(draft, mapping) }
}

const isWorthALook = ({ verdict, reasons }: Pick<PlannedRow, 'verdict' | 'reasons'>): boolean =>
  reasons.length > 0 || verdict === 'changed' || verdict === 'conflict'

async function openPlanned({ path, kind, mapping, options }: ImportRequest): Promise<ListFile> {
  const list = await openList(path, options)
  try {
    checkMapping(kind, list.table.shape.header, mapping)
    return list
  } catch (error) {
    await list.text.close()
    throw error
  }
}

/** Reads a list and plans what becomes of its rows. */
class Planning {
  readonly counts: Counts = {
    rows: 0,
    new: 0,
    changed: 0,
    same: 0,
    conflict: 0,
    rejected: 0,
    flagged: 0,
    added: 0,
    updated: 0,
  }
  /** Whether the list was read to its end. */
  isWhole = false
  readonly #ctx: PlanContext
  readonly #list: ListFile
  readonly #request: ImportRequest
  readonly #sources: Sources
  readonly #conventions: Conventions
  readonly #planner: Planner

  constructor(ctx: PlanContext, list: ListFile, request: ImportRequest, batch: number | null) {
    const { kind, mapping, options, matching = {} } = request
    const { shape, sample } = list.table
    this.#ctx = ctx
    this.#list = list
    this.#request = request
    this.#sources = sourcesOf(shape.header, mapping)
    this.#conventions = conventionsOf(this.#sources, sample, options?.dateOrder ?? null)
    const maker = new Maker(ctx, kind, { fileName: list.text.name, numbers: !this.#sources.has('ref') })
    const columnOf = (field: ImportField): string | null => this.#sources.get(field)?.name ?? null
    const isOwnList = (id: string): boolean => cameWithList(ctx.db, entityOf[kind], id, shape.header)
    this.#planner = new Planner({ maker, matching, batch, columnOf, isOwnList, has: new Set(this.#sources.keys()) })
  }

  /** About how many rows the file has: by its size and the length of the first ones. */
  get expectedRows(): number {
    const { size, head } = this.#list.text
    const lines = head.split('\n').length
    return head === '' ? 0 : Math.round((size / Buffer.byteLength(head)) * lines)
  }

  /** The planned rows in portions; what is no row of the table comes as a row that is left out. */
  async *rows(): AsyncGenerator<readonly PlannedRow[]> {
    const outside = (problems: readonly FileProblem[]): PlannedRow[] =>
      problems.map((problem) => this.#leftOut(problem, []))
    yield outside(preambleProblems(this.#list))
    for await (const found of this.#list.table.rows()) {
      for (let at = 0; at < found.length; at += portion) {
        yield this.#plan(found.slice(at, at + portion))
        await this.#pause()
      }
    }
    yield outside(textProblems(this.#list))
    await this.#pause()
    this.isWhole = true
  }

  #plan(found: readonly BodyRow[]): PlannedRow[] {
    const { width } = this.#list.table.shape
    const isRow = ({ role }: BodyRow): boolean => role === 'data' || role === 'other-table'
    const planned = this.#planner.plan(found.filter(isRow).map((row) => this.#read(row)))
    for (const { verdict, action, reasons } of planned) {
      this.counts.rows++
      if (verdict !== 'left out') this.counts[verdict]++
      if (verdict !== 'rejected' && reasons.length > 0) this.counts.flagged++
      if (action === 'add') this.counts.added++
      if (action === 'update') this.counts.updated++
    }
    let next = 0
    return found.flatMap((row) =>
      isRow(row)
        ? (planned[next++] ?? [])
        : rowProblems(row, width).map((problem) => this.#leftOut(problem, row.cells)),
    )
  }

  #read(found: BodyRow): ReadRow {
    const { width, header } = this.#list.table.shape
    const odd = rowProblems(found, width)
    const row = new RowReader(found.line, evenCells(found, width), this.#sources, this.#conventions)
    row.problems.push(...odd.map((problem) => named(problem, header)))
    // Which cell of a row of another length belongs where is not known, and a row of another table is none of this one.
    const isOfTable = found.role === 'data' && odd.every(({ code }) => code !== 'short-row' && code !== 'long-row')
    const draft = isOfTable ? readDraft(this.#request.kind, row) : null
    return { line: found.line, raw: found.cells, draft, problems: row.problems }
  }

  /** Keeps what is in the file and no row of the table, so that nothing goes missing. */
  #leftOut(problem: FileProblem, raw: readonly string[]): PlannedRow {
    const reasons: ImportProblem[] = [named(problem, this.#list.table.shape.header)]
    const nothing = { record: null, differences: [], draft: null, changes: () => [] }
    return { line: problem.line, verdict: 'left out', action: 'skip', reasons, raw, ...nothing }
  }

  /** Tells how far the file is read, lets other messages through, and hears of a cancel. */
  async #pause(): Promise<void> {
    const { read, size, name } = this.#list.text
    this.#ctx.progress(this.#request.job, { done: read, total: size, rows: this.counts.rows })
    await setImmediate()
    if (this.#ctx.isCancelled(this.#request.job))
      throw new ExpectedError('cancelled', `The import of ${name} was cancelled. The case is as it was.`)
  }
}

/** Makes what is planned, and keeps the record of it. */
async function commit(ctx: CommandContext, list: ListFile, request: ImportRequest): Promise<BatchSummary> {
  const started = performance.now()
  const batch = beginBatch(ctx, list, request)
  const planning = new Planning(ctx, list, request, batch)
  const label = (): string =>
    `import ${list.text.name}: ${countOf(request.kind, planning.counts.added + planning.counts.updated)}`
  const makeIndexes = deferIndexes(ctx.db, planning.expectedRows)
  let step: OpenStep | undefined
  for await (const rows of planning.rows()) {
    const changes = rows.flatMap((row) => row.changes().map((change) => withBatch(change, batch)))
    // Making a row may show more to tell of it: its verdict is kept after that.
    for (const row of rows) if (isWorthALook(row)) keepVerdict(ctx, batch, { ...row, raw: [...row.raw] })
    if (changes.length === 0) continue
    step ??= openStep(ctx, { command: 'import', label: label(), packs: true })
    addChanges(ctx, step, changes)
  }
  makeIndexes()
  if (step) labelStep(ctx, step, label())
  if (request.keepFile) await keepFile(ctx, batch, list, request.path)
  const seconds = (performance.now() - started) / 1000
  endBatch(ctx, batch, planning.counts, { set: step?.set ?? null, seconds })
  ctx.touch('imports')
  return batchSummary(ctx.db, batch)
}

function withBatch(change: Change, batch: number): Change {
  if (change.before !== null || !batched.has(change.entity)) return change
  return { ...change, after: { ...change.after, batch } }
}
