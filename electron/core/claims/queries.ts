import type { ClaimDetail, ClaimRow, FirstClaims } from '../../../shared/claim.ts'
import { countsUngraded, type FirstRequest, type PageRequest } from '../../../shared/list.ts'
import { all, get, sql, value, type ReadDb } from '../../store/db.ts'
import type { QueryContext } from '../context.ts'
import { firstRows } from '../lists/first-rows.ts'
import { pageNums } from '../lists/list.ts'
import { notFound } from '../records/not-found.ts'
import { backlinksOf, notesPinnedTo, relationsOf } from '../notes/surroundings.ts'
import { claimList } from './list.ts'
import { claimRows } from './rows.ts'

/** A page of the claims grid: its rows in the view's order. */
export function claimPage(ctx: QueryContext, request: PageRequest): { total: number; rows: ClaimRow[] } {
  if (countsUngraded(request)) return { total: ungradedCount(ctx.db), rows: [] }
  const { total, nums } = pageNums(ctx, claimList, request)
  return { total, rows: claimRows(ctx.db, nums) }
}

/** Exported for the plan that SQLite has for it. */
export const ungradedSql = sql`SELECT count(*) FROM claim WHERE credibility IS NULL AND trashed IS NULL`
const ungradedCount = (db: ReadDb): number => value<number>(db, ungradedSql) ?? 0

/** The first rows of the claims grid, as soon as they are known. */
export function firstClaims(ctx: QueryContext, { count, ...view }: FirstRequest): FirstClaims {
  const { nums, ...told } = firstRows(ctx, claimList, view, count)
  return { ...told, rows: claimRows(ctx.db, nums) }
}

interface DetailRow {
  readonly num: number
  readonly quote: string | null
  readonly quoteLanguage: string | null
  readonly translation: string | null
  readonly trashed: string | null
}

/** The whole claim with all that hangs on it. */
export function claimDetail({ db }: QueryContext, id: string): ClaimDetail {
  const detail = get<DetailRow>(
    db,
    sql`SELECT num, quote, quote_language AS quoteLanguage, translation, trashed FROM claim WHERE id = ${id}`,
  )
  if (!detail) throw notFound('claim', id)
  const { num, ...texts } = detail
  const [row] = claimRows(db, [num])
  if (!row) throw notFound('claim', id)
  return {
    ...row,
    ...texts,
    carriages: carriagesOf(db, num),
    ratings: all(
      db,
      sql`SELECT id, axis, value, reason, rater, at FROM rating WHERE claim = ${num} ORDER BY at DESC, num DESC`,
    ),
    relations: relationsOf(db, 'claim', num),
    pinned: notesPinnedTo(db, 'claim', num),
    backlinks: backlinksOf(db, 'claim', num),
  }
}

function carriagesOf(db: ReadDb, claim: number): ClaimDetail['carriages'] {
  const rows = all<Omit<ClaimDetail['carriages'][number], 'linkRead'> & { linkRead: number | null }>(
    db,
    sql`SELECT c.id, c.role, c.link_read AS linkRead, d.id AS documentId, d.title AS document, o.name AS outlet, o.id AS outletId, d.published, d.url
        FROM carriage c JOIN document d ON d.num = c.document LEFT JOIN outlet o ON o.num = d.outlet
        WHERE c.claim = ${claim} ORDER BY c.position, c.num`,
  )
  return rows.map((row) => ({ ...row, linkRead: row.linkRead === null ? null : row.linkRead === 1 }))
}
