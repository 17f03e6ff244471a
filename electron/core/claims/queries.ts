import type { OriginFlag } from '../../../shared/analysis.ts'
import type { ClaimDetail, ClaimRow, FirstClaims, Measure } from '../../../shared/claim.ts'
import type { FirstRequest, PageRequest } from '../../../shared/list.ts'
import { all, get, sql, type ReadDb } from '../../store/db.ts'
import { analysisRowColumns } from '../analysis/engine/columns.ts'
import type { QueryContext } from '../context.ts'
import { firstRows } from '../lists/first-rows.ts'
import { pageNums } from '../lists/list.ts'
import { notFound } from '../records/not-found.ts'
import { backlinksOf, notesPinnedTo, relationsOf } from '../notes/surroundings.ts'
import { claimJoins, claimList, rated } from './list.ts'

/** A page of the claims grid: its rows in the view's order. */
export function claimPage(ctx: QueryContext, request: PageRequest): { total: number; rows: ClaimRow[] } {
  const { total, nums } = pageNums(ctx, claimList, request)
  return { total, rows: claimRows(ctx.db, nums) }
}

/** The first rows of the claims grid, as soon as they are known. */
export function firstClaims(ctx: QueryContext, { count, ...view }: FirstRequest): FirstClaims {
  const { nums, ...told } = firstRows(ctx, claimList, view, count)
  return { ...told, rows: claimRows(ctx.db, nums) }
}

interface RawRow extends Omit<ClaimRow, 'measures' | 'tags' | 'flags'> {
  readonly flags: string
  readonly measures: string
  readonly tags: string
}

const measureColumns = sql`json_group_array(json_object('id', m.id, 'subject', m.subject, 'category', m.category, 'unit', m.unit,
  'low', m.low, 'high', m.high, 'best', m.best, 'qualifier', m.qualifier, 'kind', m.kind, 'asOf', m.as_of,
  'place', m.place, 'verbatim', m.verbatim) ORDER BY m.position, m.num)`

const rowColumns = sql`t.id, t.ref, t.statement, a.name AS claimant, a.id AS claimantId, t.basis, o.name AS outlet, o.id AS outletId,
  d.title AS document, d.id AS documentId, t.said, t.said_text AS saidText, t.topic, t.place, e.title AS event, e.id AS eventId,
  t.status, t.tlp, t.reliability, t.credibility, t.created, t.changed,
  (SELECT ${measureColumns} FROM measure m WHERE m.claim = t.num) AS measures,
  (SELECT json_group_array(tag.name ORDER BY ct.position) FROM claim_tag ct JOIN tag ON tag.num = ct.tag WHERE ct.claim = t.num) AS tags,
  (SELECT count(*) FROM carriage ca WHERE ca.claim = t.num) AS carriers, ${rated} AS rated, ${analysisRowColumns},
  (SELECT count(*) FROM note_pin p JOIN note n ON n.num = p.note AND n.trashed IS NULL WHERE p.claim = t.num) AS notes`

const toRow = (row: RawRow): ClaimRow => ({
  ...row,
  measures: listIn<Measure>(row.measures),
  tags: listIn<string>(row.tags),
  flags: listIn<OriginFlag>(row.flags),
})

/** Most lists are empty, and need no reading. */
const listIn = <T>(json: string): T[] => (json === '[]' ? [] : (JSON.parse(json) as T[]))

/** The rows of these row numbers, in their order. */
export const claimRows = (db: ReadDb, nums: readonly number[]): ClaimRow[] =>
  all<RawRow>(
    db,
    sql`SELECT ${rowColumns} FROM json_each(${nums}) j CROSS JOIN claim t ON t.num = j.value ${claimJoins} ORDER BY j.key`,
  ).map(toRow)

/** The rows of these ids, in their order; ids that lead nowhere are left out. */
export const claimRowsById = (db: ReadDb, ids: readonly string[]): ClaimRow[] =>
  all<RawRow>(
    db,
    sql`SELECT ${rowColumns} FROM json_each(${ids}) j CROSS JOIN claim t ON t.id = j.value ${claimJoins} ORDER BY j.key`,
  ).map(toRow)

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
