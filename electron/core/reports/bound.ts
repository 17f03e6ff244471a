import type { ClaimsBinding } from '../../../shared/claims-table.ts'
import type { ClaimId } from '../../../shared/ids.ts'
import { View } from '../../../shared/list.ts'
import { longestTable } from '../../../shared/report-templates.ts'
import type { Block } from '../../../shared/report.ts'
import { column, sql, value, type ReadDb } from '../../store/db.ts'
import { claimList } from '../claims/list.ts'
import { viewSql } from '../lists/list.ts'
import { viewList } from '../views/views.ts'
import { counted } from './labels.ts'

/** What a table that is bound to a filter or a saved view shows now. */
export interface BoundTable {
  readonly ids: readonly ClaimId[]
  /** How many match: more than there are ids where a table would be too long. */
  readonly total: number
  /** Why it can show nothing. */
  readonly problem: string | null
}

/** What the bound tables among blocks show, by the id of their block. */
export const boundTables = (db: ReadDb, blocks: readonly Block[]): Map<string, BoundTable> =>
  new Map(
    blocks.flatMap(({ id, content }) =>
      content.kind === 'claims' && content.from ? [[id, boundTable(db, content.from)] as const] : [],
    ),
  )

/** The blocks with the claims that bound tables show in the place of the chosen ones, so that all else knows claims by their ids only. */
export const resolveBound = <T extends Block>(blocks: readonly T[], bound: ReadonlyMap<string, BoundTable>): T[] =>
  blocks.map((block) => {
    const table = bound.get(block.id)
    return table && block.content.kind === 'claims'
      ? { ...block, content: { ...block.content, claimIds: [...table.ids] } }
      : block
  })

function boundTable(db: ReadDb, from: ClaimsBinding): BoundTable {
  const found = viewOf(db, from)
  if (typeof found === 'string') return { ids: [], total: 0, problem: found }
  const shown = viewSql(claimList, found)
  const nums = column<number>(db, sql`${shown} LIMIT ${longestTable + 1}`)
  const total = nums.length > longestTable ? value<number>(db, sql`SELECT count(*) FROM (${shown})`) : nums.length
  const ids = column<ClaimId>(
    db,
    sql`SELECT c.id FROM json_each(${nums.slice(0, longestTable)}) j CROSS JOIN claim c ON c.num = j.value ORDER BY j.key`,
  )
  return { ids, total: total ?? ids.length, problem: null }
}

/** The view to show, of what is live; a sentence where there is none. */
function viewOf(db: ReadDb, from: ClaimsBinding): View | string {
  if ('view' in from) return known({ ...from.view, trashed: false }, 'The filter of this table')
  const kept = viewList(db).find(({ id, list }) => id === from.savedView && list === 'claims')
  if (!kept) return `The saved view “${from.name}”, which this table shows, is not in the case any more.`
  const { filter, search, sort } = kept
  return known(View.parse({ filter, search, sort: sort ?? [] }), `The saved view “${kept.name}” of this table`)
}

/** Fields that this version does not have: to leave them out would show other claims than were meant. */
function known(view: View, called: string): View | string {
  const named = [...Object.keys(view.filter), ...view.sort.map(({ field }) => field)]
  const unknown = [...new Set(named)].filter((field) => !Object.hasOwn(claimList.fields, field))
  return unknown.length === 0 ? view : `${called} goes by ${unknown.join(', ')}, which claims do not have.`
}

/** What a reader is told beside a bound table; null where it shows all that match. */
export function boundNote({ ids, total, problem }: BoundTable, shown: number): string | null {
  if (problem !== null) return problem
  if (total > ids.length)
    return `Of ${counted(total, 'claim')} that match, the first ${ids.length.toLocaleString('en-GB')} are looked at here.`
  return shown === 0 ? 'There is no claim to show.' : null
}
