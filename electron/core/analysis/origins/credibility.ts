import { ExpectedError } from '../../../../shared/result.ts'
import { column, sql, type ReadDb } from '../../../store/db.ts'
import { recordsCalled } from '../../records/labels.ts'
import { loadGraph } from './load-graph.ts'
import { originsOf } from './origins.ts'
import { sqlGraph } from './sql-graph.ts'

/** From so many claims on it is quicker to load the whole case than to look up row by row. */
const many = 500

/**
 * Credibility 1 is "confirmed by other sources": without two independent origins it takes a written reason. Throws for
 * the first of these claims that has neither; one that is only being made has at most its own claimant.
 */
export function checkConfirmed(db: ReadDb, claims: readonly string[], reason: string | undefined): void {
  if (claims.length === 0 || reason?.trim()) return
  const graph = claims.length < many ? sqlGraph(db) : loadGraph(db)
  for (const id of claims) {
    const [num] = column<number>(db, sql`SELECT num FROM claim WHERE id = ${id}`)
    const count = num === undefined ? null : originsOf(graph, { kind: 'claim', num }).origins
    if (count !== null && count > 1) continue
    const has =
      count === null
        ? 'a new claim has at most one'
        : `${recordsCalled(db, 'claim', [id])} has ${count === 1 ? 'one' : 'none'}`
    throw new ExpectedError(
      'invalid-input',
      `Credibility 1 is for what two independent origins confirm, and ${has}. Relate a claim that supports it, or grade it 1 with a written reason.`,
    )
  }
}
