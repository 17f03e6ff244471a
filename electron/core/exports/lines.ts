import type { Output, Parsed } from '../../../shared/contract.ts'
import type { QueryContext } from '../context.ts'
import { pageNums } from '../lists/list.ts'
import { lists } from './lists.ts'
import { csvOf } from './records.ts'

/** A page of a list as lines of CSV. */
export function linesOf(ctx: QueryContext, { list, ...page }: Parsed<'lists.lines'>): Output<'lists.lines'> {
  const { list: definition, shown } = lists[list]
  const { total, nums } = pageNums(ctx, definition, page)
  return { total, ...csvOf(list).lines(shown.rows(ctx.db, nums)) }
}
