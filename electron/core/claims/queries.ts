import type { ClaimDetail, ClaimRow } from '../../../shared/claim.ts'
import type { FirstRequest, PageRequest } from '../../../shared/list.ts'
import { foldText } from '../../../shared/text.ts'
import { all, column, get, sql, type ReadDb, type Sql } from '../../store/db.ts'
import type { QueryContext } from '../context.ts'
import { byCollation } from '../../store/collation.ts'
import { countsOf } from '../lists/columns/count.ts'
import { firstPageNums, pageNums, viewNums } from '../lists/list.ts'
import { notFound } from '../records/not-found.ts'
import { backlinksOf, notesPinnedTo, relationsOf } from '../notes/surroundings.ts'
import { claimList } from './list.ts'
import { claimRows } from './rows.ts'

/** A page of the claims grid: its rows in the view's order. */
export function claimPage(ctx: QueryContext, request: PageRequest): { total: number; rows: ClaimRow[] } {
  const { total, nums } = pageNums(ctx, claimList, request)
  return { total, rows: claimRows(ctx.db, nums) }
}

/** The first rows of the claims grid, as soon as they are known. */
export function firstClaims(
  ctx: QueryContext,
  { count, ...view }: FirstRequest,
): { total: number | null; rows: ClaimRow[] } {
  const { total, nums } = firstPageNums(ctx, claimList, view, count)
  return { total, rows: claimRows(ctx.db, nums) }
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

/** Names that nothing has to bear yet: those of records. */
const namesOf: Readonly<Record<string, Sql>> = {
  claimant: sql`SELECT name FROM actor WHERE trashed IS NULL`,
  event: sql`SELECT title FROM event WHERE trashed IS NULL`,
  outlet: sql`SELECT name FROM outlet WHERE trashed IS NULL`,
  document: sql`SELECT title FROM document WHERE trashed IS NULL`,
  tags: sql`SELECT name FROM tag`,
  // Of all numbers, not only the first of each claim.
  subject: sql`SELECT DISTINCT subject FROM measure WHERE subject IS NOT NULL`,
  unit: sql`SELECT DISTINCT unit FROM measure WHERE unit IS NOT NULL`,
}

/** The values that a field has so far, most used first, at most 50: what an editor offers. */
export function claimValues(ctx: QueryContext, field: string, search: string): string[] {
  const folded = foldText(search)
  const counts = new Map<string, number>()
  const add = (text: string, count: number): void => void counts.set(text, (counts.get(text) ?? 0) + count)
  const source = namesOf[field]
  if (source) for (const text of column<string>(ctx.db, source)) add(text, 0)
  const live = viewNums(ctx, claimList, { filter: {}, search: '', sort: [], trashed: false })
  for (const [value, count] of countsOf(ctx.views.columnsOf(ctx.db, claimList).get(ctx.db, field), live)) {
    const texts = (Array.isArray(value) ? value : [value]) as (string | null)[]
    // A name that was taken back, or is in the trash, is not offered.
    for (const text of texts) if (text !== null && (!source || counts.has(text))) add(text, count)
  }
  return [...counts]
    .filter(([text]) => folded === '' || foldText(text).includes(folded))
    .sort(([one, many], [other, more]) => more - many || byCollation(one, other))
    .slice(0, 50)
    .map(([text]) => text)
}
