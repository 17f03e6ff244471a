import type { MethodName, Output } from '../../shared/contract.ts'
import type { ListName } from '../../shared/exports.ts'
import { escapedInWords } from '../core/exports/csv.ts'
import { columnsIn, csvOf } from '../core/exports/records.ts'
import { tableColumns } from './columns.ts'
import { exitCodes, type ExitCode } from './exit-codes.ts'
import type { Io } from './io.ts'
import { withReadCase } from './open-case.ts'
import { table } from './table.ts'
import { viewed, type Asked } from './viewed.ts'

/** What `list` was asked for. */
export interface ListOptions extends Asked {
  readonly limit?: number
  readonly offset: number
  readonly json?: boolean
  readonly csv?: boolean
}

interface Page {
  readonly total: number
  readonly rows: readonly unknown[]
}

const pageSize = 1000
const usualLimit = 100

/** `parallax list <case> <kind>` */
export async function list(io: Io, path: string, kind: ListName, options: ListOptions): Promise<ExitCode> {
  await withReadCase(io, path, async (file) => {
    const view = await viewed(file, kind, options)
    if (options.csv)
      await printCsv(
        io,
        kind,
        pagesOf(options, (page) => file.ask('lists.lines', { list: kind, ...view, ...page })),
      )
    else
      await printAll(
        io,
        kind,
        options,
        pagesOf(
          options,
          async (page) => (await file.ask(`${kind}.page` satisfies MethodName, { ...view, ...page })) as Page,
        ),
      )
  })
  return exitCodes.done
}

/** What was asked for, page by page, so that a long list need not fit into memory. */
async function* pagesOf<Some extends { readonly total: number }>(
  { offset, limit, csv }: ListOptions,
  ask: (range: { readonly start: number; readonly end: number }) => Promise<Some>,
): AsyncGenerator<Some> {
  const last = offset + (limit ?? (csv ? Number.MAX_SAFE_INTEGER - offset : usualLimit))
  let start = offset
  do {
    const end = Math.min(start + pageSize, last)
    const page = await ask({ start, end })
    yield page
    if (end >= page.total) return
    start = end
  } while (start < last)
}

async function printAll(io: Io, kind: ListName, options: ListOptions, pages: AsyncIterable<Page>): Promise<void> {
  const rows: unknown[] = []
  let total = 0
  for await (const page of pages) {
    rows.push(...page.rows)
    total = page.total
  }
  if (options.json) {
    io.out(`${JSON.stringify({ total, rows })}\n`)
    return
  }
  const shown = columnsIn(tableColumns[kind])
  io.out(
    table(
      shown.names,
      rows.map((row) => shown.columns.map((column) => String(column(row) ?? ''))),
      io.columns,
    ),
  )
  if (rows.length < total) io.err(`${rows.length} of ${total} ${kind} shown (--limit, --offset).\n`)
}

async function printCsv(io: Io, kind: ListName, pages: AsyncIterable<Output<'lists.lines'>>): Promise<void> {
  let cells = 0
  io.out(csvOf(kind).heading)
  for await (const { text, escaped } of pages) {
    cells += escaped
    io.out(text)
  }
  if (cells > 0) io.err(`${escapedInWords(cells)}\n`)
}
