import type { MethodName } from '../../shared/contract.ts'
import type { ListName } from '../../shared/exports.ts'
import { csvColumns } from '../core/exports/columns.ts'
import { csvLine, escapedInWords, isFormula, type Cell } from '../core/exports/csv.ts'
import { tableColumns } from './columns.ts'
import { exitCodes, type ExitCode } from './exit-codes.ts'
import type { Io } from './io.ts'
import { withReadCase, type OpenCase } from './open-case.ts'
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
    const pages = pagesOf(file, kind, options)
    if (options.csv) await printCsv(io, kind, pages)
    else await printAll(io, kind, options, pages)
  })
  return exitCodes.done
}

/** The rows asked for, page by page, so that a long list need not fit into memory. */
async function* pagesOf(file: OpenCase, kind: ListName, options: ListOptions): AsyncGenerator<Page> {
  const { offset } = options
  const view = await viewed(file, kind, options)
  const last = offset + (options.limit ?? (options.csv ? Number.MAX_SAFE_INTEGER - offset : usualLimit))
  let start = offset
  do {
    const end = Math.min(start + pageSize, last)
    const page = (await file.ask(`${kind}.page` satisfies MethodName, { ...view, start, end })) as Page
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
  const shown = cellsOf(tableColumns[kind])
  io.out(
    table(
      shown.names,
      rows.map((row) => shown.cells(row).map((cell) => String(cell ?? ''))),
      io.columns,
    ),
  )
  if (rows.length < total) io.err(`${rows.length} of ${total} ${kind} shown (--limit, --offset).\n`)
}

async function printCsv(io: Io, kind: ListName, pages: AsyncIterable<Page>): Promise<void> {
  const shown = cellsOf(csvColumns[kind])
  let escaped = 0
  io.out(csvLine(shown.names))
  for await (const { rows } of pages) {
    const records = rows.map((row) => shown.cells(row))
    escaped += records.flat().filter(isFormula).length
    io.out(records.map(csvLine).join(''))
  }
  if (escaped > 0) io.err(`${escapedInWords(escaped)}\n`)
}

/** The columns of a list over rows of that list: the page's kind and the columns' are the same. */
function cellsOf(columns: object): { names: string[]; cells: (row: unknown) => Cell[] } {
  const entries = Object.entries(columns) as [string, (row: unknown) => Cell][]
  return { names: entries.map(([name]) => name), cells: (row) => entries.map(([, cell]) => cell(row)) }
}
