import { toast, toastFailure } from '../../ui/toast.ts'
import { isSingle, type Bounds } from './cell-range.ts'
import type { GridController } from './GridController.ts'
import { viewOf } from './grid-store.ts'
import { pasteInWords, planPaste } from './paste.ts'
import { fromTsv, toTsv } from './tsv.ts'

interface Identified {
  readonly id: string
}
type Grid<Row extends Identified, Patch extends object> = GridController<Row, Patch>

/** The most rows that one copy or paste takes (the contract's bound on a paste). */
const mostRows = 10_000

/** Copies the range of cells (or the focused cell) as tab-separated text. */
export function onCopy<Row extends Identified, Patch extends object>(
  grid: Grid<Row, Patch>,
  event: ClipboardEvent,
): void {
  const { bounds } = grid
  if (!bounds) return
  event.preventDefault()
  const loaded = loadedRows(grid, bounds)
  if (loaded) event.clipboardData?.setData('text/plain', tsvOf(grid, bounds, loaded))
  else void copyLater(grid, bounds)
}

function tsvOf<Row extends Identified, Patch extends object>(
  grid: Grid<Row, Patch>,
  { columns }: Bounds,
  rows: readonly Row[],
): string {
  const fields = fieldsIn(grid, columns)
  return toTsv(rows.map((row) => fields.map((field) => field.text(row))))
}

const fieldsIn = <Row extends Identified, Patch extends object>(
  { def }: Grid<Row, Patch>,
  columns: readonly string[],
) => columns.flatMap((column) => def.fields.filter(({ field }) => field === column))

function loadedRows<Row extends Identified, Patch extends object>(
  { api }: Grid<Row, Patch>,
  { top, bottom }: Pick<Bounds, 'top' | 'bottom'>,
): Row[] | undefined {
  const rows: Row[] = []
  for (let at = top; at <= bottom; at += 1) {
    const data = api.getDisplayedRowAtIndex(at)?.data
    if (!data) return undefined
    rows.push(data)
  }
  return rows
}

/** Rows that were never loaded are fetched first; the copy then runs a second time with its text in hand. */
async function copyLater<Row extends Identified, Patch extends object>(
  grid: Grid<Row, Patch>,
  bounds: Bounds,
): Promise<void> {
  try {
    const { rows } = await pageOf(grid, bounds.top, Math.min(bounds.bottom + 1, bounds.top + mostRows))
    const text = tsvOf(grid, bounds, rows)
    const give = (event: ClipboardEvent): void => {
      event.preventDefault()
      event.stopImmediatePropagation()
      event.clipboardData?.setData('text/plain', text)
    }
    document.addEventListener('copy', give, { once: true, capture: true })
    document.execCommand('copy')
    toast({ message: `${rows.length.toLocaleString('en-GB')} rows copied.`, timeout: 3000 })
  } catch (error) {
    toastFailure(error)
  }
}

const pageOf = <Row extends Identified, Patch extends object>(
  { def }: Grid<Row, Patch>,
  start: number,
  end: number,
): Promise<{ rows: Row[] }> => def.api.page({ ...viewOf(def.api.entity), start, end })

/** Lays the clipboard's cells over the grid from the focused cell on, and says what was not taken and why. */
export function onPaste<Row extends Identified, Patch extends object>(
  grid: Grid<Row, Patch>,
  event: ClipboardEvent,
): void {
  if (!grid.bounds) return
  event.preventDefault()
  const block = fromTsv(event.clipboardData?.getData('text/plain') ?? '')
  if (block.length > 0) void pasteBlock(grid, spread(grid, block))
}

/** One cell over a range of many fills them all. */
function spread<Row extends Identified, Patch extends object>(
  { range, bounds }: Grid<Row, Patch>,
  block: string[][],
): string[][] {
  const text = block[0]?.[0]
  const isOne = block.length === 1 && block[0]?.length === 1
  if (!isOne || text === undefined || !range || !bounds || isSingle(range)) return block
  return Array.from({ length: bounds.bottom - bounds.top + 1 }, () => bounds.columns.map(() => text))
}

/** Empties the cells of the range. */
export function clearCells<Row extends Identified, Patch extends object>(grid: Grid<Row, Patch>): void {
  const { bounds } = grid
  if (!bounds) return
  const height = bounds.bottom - bounds.top + 1
  void pasteBlock(
    grid,
    Array.from({ length: height }, () => bounds.columns.map(() => '')),
    (plan) => (plan.cells > 0 && plan.skipped.size === 0 ? '' : pasteInWords(plan).replace('pasted', 'emptied')),
  )
}

/** The records that stand there on the screen, which may be a moment behind the case; those out of sight are asked for. */
async function targetRows<Row extends Identified, Patch extends object>(
  grid: Grid<Row, Patch>,
  top: number,
  count: number,
): Promise<readonly Row[]> {
  const bottom = Math.min(top + count, grid.api.getDisplayedRowCount()) - 1
  return loadedRows(grid, { top, bottom }) ?? (await pageOf(grid, top, top + count)).rows
}

async function pasteBlock<Row extends Identified, Patch extends object>(
  grid: Grid<Row, Patch>,
  block: readonly (readonly string[])[],
  inWords: typeof pasteInWords = pasteInWords,
): Promise<void> {
  const { bounds, def } = grid
  const [first] = bounds?.columns ?? []
  if (!bounds || first === undefined) return
  const columns = grid.shownColumns()
  try {
    const rows = await targetRows(grid, bounds.top, Math.min(block.length, mostRows))
    const plan = planPaste(block.slice(0, mostRows), {
      rows,
      fields: fieldsIn(grid, columns.slice(columns.indexOf(first))),
    })
    const left = block.length - mostRows
    if (plan.rows.length > 0) await def.api.paste(plan.rows)
    const words =
      inWords(plan) +
      (left > 0
        ? `\n${left.toLocaleString('en-GB')} rows not taken: one paste takes ${mostRows.toLocaleString('en-GB')}.`
        : '')
    const isWhole = plan.skipped.size === 0 && left <= 0
    if (words) toast({ message: words, intent: isWhole ? 'none' : 'warning', timeout: isWhole ? 3000 : 0 })
  } catch (error) {
    toastFailure(error)
  }
}
