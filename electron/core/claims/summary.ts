import { dayToIso } from '../../../shared/dates.ts'
import type { ClaimSummary } from '../../../shared/facets.ts'
import type { Selection } from '../../../shared/list.ts'
import { column, sql } from '../../store/db.ts'
import type { QueryContext } from '../context.ts'
import type { Column, DateValue } from '../lists/columns/column.ts'
import { countsOf } from '../lists/columns/count.ts'
import { viewNums } from '../lists/list.ts'
import type { Nums } from '../lists/view-cache.ts'
import { claimList } from './list.ts'

/** What the columns of a view's claims, or of chosen ones, hold in all. */
export function summaryOf(ctx: QueryContext, selection: Selection): ClaimSummary {
  const columns = ctx.views.columnsOf(ctx.db, claimList)
  const nums =
    'ids' in selection
      ? Uint32Array.from(
          column<number>(
            ctx.db,
            sql`SELECT num FROM claim WHERE id IN (SELECT value FROM json_each(${selection.ids}))`,
          ),
        )
      : viewNums(ctx, claimList, { ...selection.view, sort: [] })
  const of = (field: string): Column => columns.get(ctx.db, field)
  const distinct = (field: string): number => countsOf(of(field), nums).filter(([value]) => value !== null).length
  return {
    count: nums.length,
    numbers: numbersOf(of, nums),
    said: spanOf(of('said'), nums),
    claimants: distinct('claimant'),
    outlets: distinct('outlet'),
    documents: distinct('document'),
  }
}

/** The days of an open start or end are no days. */
function spanOf(said: Column, nums: Nums): ClaimSummary['said'] {
  let [first, last] = [Infinity, -Infinity]
  for (const [value] of countsOf(said, nums)) {
    const [from, to] = (value ?? [null, null, null]) as DateValue
    if (from !== null && from > -1e9) first = Math.min(first, from)
    if (to !== null && to < 1e9) last = Math.max(last, to)
  }
  const iso = (day: number): string | null => (Number.isFinite(day) ? dayToIso(day) : null)
  return { from: iso(first), to: iso(last) }
}

function numbersOf(of: (field: string) => Column, nums: Nums): ClaimSummary['numbers'] {
  const [quantity, subject, unit] = [of('quantity'), of('subject'), of('unit')]
  const counts = countsOf(quantity, nums).filter(([value]) => value !== null) as [number, number][]
  if (counts.length === 0) return null
  counts.sort(([one], [other]) => one - other)
  const count = counts.reduce((sum, [, each]) => sum + each, 0)
  const nth = (place: number): number => {
    let before = 0
    for (const [value, each] of counts) if ((before += each) > place) return value
    return NaN
  }
  const pairs = new Set<number>()
  for (const num of nums)
    if (quantity.codes[num] !== 0)
      pairs.add((subject.codes[num] as number) * unit.values.length + (unit.codes[num] as number))
  return {
    ...{ count, min: nth(0), max: nth(count - 1) },
    median: (nth(Math.floor((count - 1) / 2)) + nth(Math.floor(count / 2))) / 2,
    subjects: pairs.size,
  }
}
