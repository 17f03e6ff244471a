import { setImmediate } from 'node:timers/promises'
import { countOf, type ImportField } from '../../../shared/import-lists.ts'
import type { BatchSummary, Preview, PreviewRow } from '../../../shared/import.ts'
import { ExpectedError } from '../../../shared/result.ts'
import { sql, value } from '../../store/db.ts'
import { markMade } from '../analysis/engine/todo.ts'
import type { CommandContext, PlanContext } from '../context.ts'
import type { Change } from '../records/changes.ts'
import { isImported } from '../records/log.ts'
import { entities } from '../records/entities.ts'
import { SearchTexts } from '../records/search-text.ts'
import { addChanges, closeStep, labelStep, makeClaims, makeImported, openStep, type OpenStep } from '../records/step.ts'
import { batchSummary, beginBatch, cameWithList, endBatch, keepFile, keepVerdict, type Counts } from './batches.ts'
import { boundYoungRoom, deferIndexes, loading, type BulkIndex } from './loading.ts'
import { longTransaction } from './long-transaction.ts'
import { sourcesOf } from './mapping/sources.ts'
import { Maker, nothing } from './plan/creation.ts'
import { entityOf } from './plan/kinds.ts'
import { hasAny } from './plan/match.ts'
import { Planner, type PlannedRow } from './plan/planner.ts'
import { openRows } from './reader/open-rows.ts'
import type { ReadLine, ReadRequest, RowSource } from './reader/row-source.ts'
import { storedCells } from './rows/stored.ts'

export interface ImportRequest extends ReadRequest {
  readonly job: string
}

/** Imports a list as one step in one transaction: cancelled or failed, it leaves the case as it was. */
export async function runImport(ctx: CommandContext, request: ImportRequest): Promise<BatchSummary> {
  // Only a claim comes whole without its draft, and only what the case may have is held against it.
  const needsDrafts = request.kind !== 'claims' || hasAny(ctx.db, request.kind)
  const source = await openRows({ request, needsDrafts }, ctx.threads?.reader)
  try {
    return await loading(ctx, source.facts, (index) =>
      longTransaction(ctx.db, () => commit(ctx, source, request, index)),
    )
  } finally {
    await source.close()
  }
}

interface PreviewRequest extends ImportRequest {
  /** How many rows are looked at; null: all of them. */
  readonly limit: number | null
}

const mostShown = 1000

/** What an import would come to, row by row, with nothing changed: by the same plan that an import carries out. */
export async function previewImport(ctx: PlanContext, request: PreviewRequest): Promise<Preview> {
  const source = await openRows({ request, needsDrafts: true }, undefined)
  const first: PreviewRow[] = []
  const odd: PreviewRow[] = []
  let oddCount = 0
  try {
    const planning = new Planning(ctx, source, request, null)
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
    await source.close()
  }
}

const previewRows = 50

function shownRow({ making: _, draft, raw, ...row }: PlannedRow, { mapping }: ImportRequest): PreviewRow {
  return { ...row, raw: [...raw()], stored: storedCells(draft(), mapping) }
}

/** Not those that are new or the same and nothing more, unless a person left a new one out. */
const isWorthALook = ({ verdict, reasons, action }: PlannedRow): boolean =>
  reasons.length > 0 || verdict === 'changed' || verdict === 'conflict' || (verdict === 'new' && action === 'skip')

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
  readonly #source: RowSource
  readonly #request: ImportRequest
  readonly #planner: Planner

  constructor(ctx: PlanContext, source: RowSource, request: ImportRequest, batch: number | null) {
    const { kind, mapping, matching = {} } = request
    const { header, name, expectedRows } = source.facts
    const sources = sourcesOf(header, mapping)
    this.#ctx = ctx
    this.#source = source
    this.#request = request
    const maker = new Maker(ctx, kind, { fileName: name, numbers: !sources.has('ref') })
    const columnOf = (field: ImportField): string | null => sources.get(field)?.name ?? null
    const isOwnList = (id: string): boolean => cameWithList(ctx.db, entityOf[kind], id, header)
    this.#planner = new Planner({
      maker,
      matching,
      batch,
      expectedRows,
      columnOf,
      isOwnList,
      has: new Set(sources.keys()),
    })
  }

  /** The planned rows in portions; what is no row of the table comes as a row that is left out. */
  async *rows(): AsyncGenerator<readonly PlannedRow[]> {
    for await (const portion of this.#source.portions()) {
      yield this.#plan(portion.lines)
      await this.pause(portion.read)
    }
    this.isWhole = true
  }

  #plan(lines: readonly ReadLine[]): PlannedRow[] {
    const planned = this.#planner.plan(lines.filter(({ isRow }) => isRow))
    for (const { verdict, action, reasons } of planned) {
      this.counts.rows++
      if (verdict !== 'left out') this.counts[verdict]++
      if (verdict !== 'rejected' && reasons.length > 0) this.counts.flagged++
      if (action === 'add') this.counts.added++
      if (action === 'update') this.counts.updated++
    }
    let next = 0
    return lines.flatMap((line) => (line.isRow ? (planned[next++] ?? []) : leftOut(line)))
  }

  /** Tells how far the file is read, lets other messages through, and hears of a cancel. */
  async pause(read: number): Promise<void> {
    boundYoungRoom()
    const { size, name } = this.#source.facts
    this.#ctx.progress(this.#request.job, { done: read, total: size, rows: this.counts.rows })
    await setImmediate()
    if (this.#ctx.isCancelled(this.#request.job))
      throw new ExpectedError('cancelled', `The import of ${name} was cancelled. The case is as it was.`)
  }
}

/** What is in the file and no row of the table, so that nothing goes missing. */
const leftOut = (line: ReadLine): PlannedRow => ({
  line: line.line,
  verdict: 'left out',
  action: 'skip',
  record: null,
  differences: [],
  reasons: [...line.problems],
  raw: () => line.raw,
  draft: () => null,
  making: () => nothing,
})

/** Makes what is planned, and keeps the record of it. */
async function commit(
  ctx: CommandContext,
  source: RowSource,
  request: ImportRequest,
  index: BulkIndex,
): Promise<BatchSummary> {
  const started = performance.now()
  const { facts } = source
  const batch = beginBatch(ctx, facts, request)
  const planning = new Planning(ctx, source, request, batch)
  const label = (): string =>
    `import ${facts.name}: ${countOf(request.kind, planning.counts.added + planning.counts.updated)}`
  const makeIndexes = deferIndexes(ctx.db, facts)
  const lastClaim = value<number>(ctx.db, sql`SELECT coalesce(max(num), 0) FROM claim`) ?? 0
  let step: OpenStep | undefined
  for await (const rows of planning.rows()) {
    const makings = rows.map((row) => row.making())
    const [made, changes] = apart(makings.flatMap((making) => making.changes))
    const claims = makings.flatMap(({ claim }) => claim ?? [])
    const [after] = apart(makings.flatMap((making) => making.after))
    for (const row of rows) if (isWorthALook(row)) keepVerdict(ctx, batch, { ...row, raw: [...row.raw()] })
    if (made.length + changes.length + claims.length === 0) continue
    step ??= openStep(ctx, { command: 'import', label: label() }, new SearchTexts(ctx.db, index))
    if (made.length > 0) makeImported(ctx, step, made, batch)
    if (claims.length > 0) makeClaims(ctx, step, claims, batch)
    if (after.length > 0) makeImported(ctx, step, after, batch)
    if (changes.length > 0) addChanges(ctx, step, changes)
    await index.ready()
  }
  for (const _ of makeIndexes()) await planning.pause(facts.size)
  for await (const _ of index.finish()) await planning.pause(facts.size)
  if (step) labelStep(ctx, step, label())
  if (step) markMade(ctx.db, lastClaim)
  if (request.keepFile) await keepFile(ctx, batch, facts, request.path)
  const seconds = (performance.now() - started) / 1000
  endBatch(ctx, batch, planning.counts, { set: step?.set ?? null, seconds })
  if (step) closeStep(ctx, step)
  ctx.touch('imports')
  return batchSummary(ctx.db, batch)
}

/** The changes that make records of their own, with the parts that come with them; and all others. */
function apart(changes: readonly Change[]): [made: Change[], others: Change[]] {
  const made: Change[] = []
  const others: Change[] = []
  const ids = new Set<unknown>()
  for (const change of changes) {
    const { isRecord, owner } = entities[change.entity]
    const isMade = change.before === null && isImported(change.entity)
    if (isMade && (isRecord || ids.has(owner && change.after?.[owner]))) {
      if (isRecord) ids.add(change.id)
      made.push(change)
    } else others.push(change)
  }
  return [made, others]
}
