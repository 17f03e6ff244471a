import type { OriginFlag } from '../../../shared/analysis.ts'
import type { ClaimDetail, ClaimRow, Measure } from '../../../shared/claim.ts'
import type { FirstRequest, PageRequest } from '../../../shared/list.ts'
import { foldText } from '../../../shared/text.ts'
import { all, column, get, sql, type ReadDb, type Sql } from '../../store/db.ts'
import { analysisRowColumns } from '../analysis/engine/columns.ts'
import type { QueryContext } from '../context.ts'
import { firstPageNums, pageNums } from '../lists/list.ts'
import { notFound } from '../records/not-found.ts'
import { backlinksOf, notesPinnedTo, relationsOf } from '../notes/surroundings.ts'
import { claimJoins, claimList, rated } from './list.ts'

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

interface RawRow extends Omit<ClaimRow, 'measures' | 'tags' | 'flags'> {
  readonly flags: string
  readonly measures: string
  readonly tags: string
}

const measureColumns = sql`json_group_array(json_object('id', m.id, 'subject', m.subject, 'category', m.category, 'unit', m.unit,
  'low', m.low, 'high', m.high, 'best', m.best, 'qualifier', m.qualifier, 'kind', m.kind, 'asOf', m.as_of,
  'place', m.place, 'verbatim', m.verbatim))`

const rowColumns = sql`t.id, t.ref, t.statement, a.name AS claimant, a.id AS claimantId, t.basis, o.name AS outlet, o.id AS outletId,
  d.title AS document, d.id AS documentId, t.said, t.said_text AS saidText, t.topic, t.place, e.title AS event, e.id AS eventId,
  t.status, t.tlp, t.reliability, t.credibility, t.created, t.changed,
  (SELECT ${measureColumns} FROM (SELECT * FROM measure WHERE claim = t.num ORDER BY position, num) m) AS measures,
  (SELECT json_group_array(name) FROM (SELECT tag.name FROM claim_tag ct JOIN tag ON tag.num = ct.tag WHERE ct.claim = t.num ORDER BY ct.position)) AS tags,
  (SELECT count(*) FROM carriage ca WHERE ca.claim = t.num) AS carriers, ${rated} AS rated, ${analysisRowColumns},
  (SELECT count(*) FROM note_pin p JOIN note n ON n.num = p.note AND n.trashed IS NULL WHERE p.claim = t.num) AS notes`

const toRow = (row: RawRow): ClaimRow => ({
  ...row,
  measures: JSON.parse(row.measures) as Measure[],
  tags: JSON.parse(row.tags) as string[],
  flags: JSON.parse(row.flags) as OriginFlag[],
})

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

const valueSources: Readonly<Record<string, Sql>> = {
  topic: sql`SELECT topic AS v, count(*) AS n FROM claim WHERE topic IS NOT NULL AND trashed IS NULL GROUP BY topic`,
  place: sql`SELECT place AS v, count(*) AS n FROM claim WHERE place IS NOT NULL AND trashed IS NULL GROUP BY place`,
  claimant: sql`SELECT a.name AS v, (SELECT count(*) FROM claim c WHERE c.claimant = a.num) AS n FROM actor a WHERE a.trashed IS NULL`,
  event: sql`SELECT e.title AS v, (SELECT count(*) FROM claim c WHERE c.event = e.num) AS n FROM event e WHERE e.trashed IS NULL`,
  outlet: sql`SELECT o.name AS v, (SELECT count(*) FROM claim c WHERE c.lead_outlet = o.num) AS n FROM outlet o WHERE o.trashed IS NULL`,
  document: sql`SELECT d.title AS v, (SELECT count(*) FROM claim c WHERE c.lead_document = d.num) AS n FROM document d WHERE d.trashed IS NULL`,
  tags: sql`SELECT tag.name AS v, count(*) AS n FROM tag JOIN claim_tag ct ON ct.tag = tag.num GROUP BY tag.num`,
  subject: sql`SELECT subject AS v, count(*) AS n FROM measure WHERE subject IS NOT NULL GROUP BY subject`,
  unit: sql`SELECT unit AS v, count(*) AS n FROM measure WHERE unit IS NOT NULL GROUP BY unit`,
}

/** The values that a field has so far, most used first, at most 50: what an editor offers. */
export function claimValues({ db }: QueryContext, field: string, search: string): string[] {
  const source = valueSources[field]
  if (!source) return []
  return column<string>(
    db,
    sql`SELECT v FROM (${source}) WHERE ${foldText(search)} = '' OR instr(fold(v), ${foldText(search)}) > 0 ORDER BY n DESC, v LIMIT 50`,
  )
}
