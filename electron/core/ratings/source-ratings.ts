import type { Parsed } from '../../../shared/contract.ts'
import type { Changed } from '../../../shared/list.ts'
import type { RatedSource, SourceRating, TrackRecord } from '../../../shared/ratings.ts'
import { all, get, name, sql, type ReadDb, type Sql } from '../../store/db.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { create } from '../records/changes.ts'
import { numOf } from '../records/fields.ts'
import { recordsCalled } from '../records/labels.ts'
import { notFound } from '../records/not-found.ts'
import { commitStep } from '../records/step.ts'

/** All ratings of a source, the newest first. */
export const sourceRatings = ({ db }: QueryContext, source: RatedSource): SourceRating[] =>
  all(
    db,
    sql`SELECT id, axis, value, reason, rater, at, topic FROM rating
        WHERE ${name(source.kind)} = ${known(db, source)} ORDER BY at DESC, num DESC`,
  )

/** Grades a source, in general or for a topic, by the person at work and now. */
export function rateSource(
  ctx: CommandContext,
  { source, topic, value, reason }: Parsed<'ratings.rateSource'>,
): Changed {
  known(ctx.db, source)
  const id = ctx.newId()
  const rating = {
    [source.kind]: source.id,
    axis: 'reliability',
    value,
    topic,
    reason: reason ?? null,
    rater: ctx.user,
    at: ctx.now(),
  }
  const called = recordsCalled(ctx.db, source.kind, [source.id])
  const about = topic === null ? '' : ` on ${topic}`
  const label = `set reliability of ${called}${about} to ${value ?? 'unset'}`
  commitStep(ctx, { command: 'rate-source', label, reason, changes: [create('rating', id, rating)] })
  return { count: 1, ids: [id] }
}

/** How it went with the claims of a source. */
export function trackRecord({ db }: QueryContext, source: RatedSource): TrackRecord {
  const num = known(db, source)
  const own =
    source.kind === 'actor'
      ? sql`c.claimant = ${num}`
      : sql`c.num IN (SELECT ca.claim FROM document d JOIN carriage ca ON ca.document = d.num WHERE d.outlet = ${num} AND d.trashed IS NULL AND ca.role <> 'comments')`
  const counts = get<TrackRecord>(
    db,
    sql`SELECT count(*) AS claims, count(*) FILTER (WHERE c.credibility = '1') AS confirmed,
          count(*) FILTER (WHERE c.credibility = '5' OR c.status = 'retracted' OR ${isTargetOf(sql`'denies', 'retracts'`)}) AS refuted,
          count(*) FILTER (WHERE ${isTargetOf(sql`'revises', 'corrects'`)}) AS revised,
          count(*) FILTER (WHERE ${isTargetOf(sql`'contradicts'`)} OR ${isSubjectOf(sql`'contradicts'`)}) AS contradicted
        FROM claim c WHERE c.trashed IS NULL AND ${own}`,
  )
  if (!counts) throw new Error('A count answers a row')
  return counts
}

const isTargetOf = (types: Sql): Sql =>
  sql`EXISTS (SELECT 1 FROM relation r WHERE r.to_claim = c.num AND r.state = 'confirmed' AND r.type IN (${types}))`
const isSubjectOf = (types: Sql): Sql =>
  sql`EXISTS (SELECT 1 FROM relation r WHERE r.from_claim = c.num AND r.to_claim IS NOT NULL AND r.state = 'confirmed' AND r.type IN (${types}))`

function known(db: ReadDb, { kind, id }: RatedSource): number {
  const num = numOf(db, kind, id)
  if (num === undefined) throw notFound(kind, id)
  return num
}
