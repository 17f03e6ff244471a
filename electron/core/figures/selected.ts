import type { FigureRequest } from '../../../shared/figures/data.ts'
import type { Selection } from '../../../shared/list.ts'
import { tlpLabels, type Tlp } from '../../../shared/scales.ts'
import { column, sql, value, type ReadDb } from '../../store/db.ts'
import { claimList } from '../claims/list.ts'
import { eventList } from '../events/list.ts'
import { viewSql, type ListDefinition } from '../lists/list.ts'

/** The records that a picture is drawn from, by number, in the order of the list. */
export interface Selected {
  readonly claims: readonly number[]
  readonly events: readonly number[]
  /** Claims that are marked above the label of what shows the picture. */
  readonly withheld: number
}

/** Looks up what a picture is asked for; `limit` is the label of a report that shows it. */
export function selectedFor(db: ReadDb, request: FigureRequest, limit: Tlp | null): Selected {
  const all = numsOf(db, claimList, request.claims)
  const claims = limit === null ? all : unmarked(db, all, limit)
  return { claims, events: eventsFor(db, request, claims), withheld: all.length - claims.length }
}

function numsOf(db: ReadDb, list: ListDefinition, selection: Selection | undefined): number[] {
  if (selection && 'ids' in selection) {
    const table = list.kind === 'claim' ? sql`claim` : sql`event`
    return column(
      db,
      sql`SELECT t.num FROM json_each(${selection.ids}) j CROSS JOIN ${table} t ON t.id = j.value WHERE t.trashed IS NULL ORDER BY j.key`,
    )
  }
  return column(db, viewSql(list, selection?.view ?? { filter: {}, search: '', sort: [], trashed: false }))
}

/** Without a narrower choice all events; else those that the chosen claims are about. */
function eventsFor(db: ReadDb, { claims, events }: FigureRequest, nums: readonly number[]): number[] {
  if (events || !isNarrow(claims)) return numsOf(db, eventList, events)
  return column(
    db,
    sql`SELECT DISTINCT e.num FROM json_each(${nums}) j CROSS JOIN claim c ON c.num = j.value JOIN event e ON e.num = c.event
        WHERE e.trashed IS NULL ORDER BY e.when_from NULLS LAST, e.num`,
  )
}

const isNarrow = (claims: Selection | undefined): boolean =>
  claims !== undefined &&
  ('ids' in claims || claims.view.search !== '' || claims.view.trashed || Object.keys(claims.view.filter).length > 0)

/** Those of some claims that are not marked above a label, in their order. */
export function unmarked(db: ReadDb, nums: readonly number[], limit: Tlp): number[] {
  const allowed = tlpLabels.slice(0, tlpLabels.indexOf(limit) + 1)
  const usual = value<Tlp>(db, sql`SELECT tlp FROM case_info`) ?? 'RED'
  return column(
    db,
    sql`SELECT c.num FROM json_each(${nums}) j CROSS JOIN claim c ON c.num = j.value
        WHERE coalesce(c.tlp, ${usual}) IN (SELECT value FROM json_each(${[...allowed]})) ORDER BY j.key`,
  )
}
