import { dayToIso } from '../../../shared/dates.ts'
import type { ClaimSummary } from '../../../shared/facets.ts'
import type { Selection } from '../../../shared/list.ts'
import { get, sql, value, type ReadDb, type Sql } from '../../store/db.ts'
import { viewSql } from '../lists/list.ts'
import { claimList } from './list.ts'

interface Totals extends Pick<ClaimSummary, 'count' | 'claimants' | 'outlets' | 'documents'> {
  readonly numbers: number
  readonly min: number | null
  readonly max: number | null
  readonly from: number | null
  readonly to: number | null
}

/** The days of an open start or end are no days. */
const isDay = (column: 'from' | 'to'): Sql =>
  column === 'from'
    ? sql`CASE WHEN t.said_from > -1e9 THEN t.said_from END`
    : sql`CASE WHEN t.said_to < 1e9 THEN t.said_to END`

/** What the columns of a view's claims, or of chosen ones, hold in all. */
export function summaryOf(db: ReadDb, selection: Selection): ClaimSummary {
  const chosen =
    'ids' in selection
      ? sql`t.id IN (SELECT value FROM json_each(${selection.ids}))`
      : sql`t.num IN (${viewSql(claimList, selection.view)})`
  const totals = get<Totals>(
    db,
    sql`SELECT count(*) AS count, count(t.lead_quantity) AS numbers, min(t.lead_quantity) AS min, max(t.lead_quantity) AS max,
        min(${isDay('from')}) AS "from", max(${isDay('to')}) AS "to", count(DISTINCT t.claimant) AS claimants,
        count(DISTINCT t.lead_outlet) AS outlets, count(DISTINCT t.lead_document) AS documents
        FROM claim t WHERE ${chosen}`,
  )
  if (!totals) throw new Error('An aggregate always has a row')
  const { count, claimants, outlets, documents, from, to } = totals
  return {
    ...{ count, claimants, outlets, documents },
    numbers: numbersOf(db, chosen, totals),
    said: { from: isoOf(from), to: isoOf(to) },
  }
}

const isoOf = (day: number | null): string | null => (day === null ? null : dayToIso(day))

function numbersOf(db: ReadDb, chosen: Sql, { numbers, min, max }: Totals): ClaimSummary['numbers'] {
  if (min === null || max === null) return null
  const ordered = sql`SELECT t.lead_quantity AS number FROM claim t WHERE ${chosen} AND t.lead_quantity IS NOT NULL
    ORDER BY 1 LIMIT ${2 - (numbers % 2)} OFFSET ${Math.floor((numbers - 1) / 2)}`
  const { subject, unit } = claimList.fields
  const subjects = sql`SELECT DISTINCT ${subject.expr}, ${unit.expr} FROM claim t WHERE ${chosen} AND t.lead_quantity IS NOT NULL`
  return {
    count: numbers,
    ...{ min, max },
    median: value<number>(db, sql`SELECT avg(number) FROM (${ordered})`) ?? min,
    subjects: value<number>(db, sql`SELECT count(*) FROM (${subjects})`) ?? 0,
  }
}
