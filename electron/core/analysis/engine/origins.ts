import type { OriginFlag } from '../../../../shared/analysis.ts'
import { all, column, sql, value, type ReadDb } from '../../../store/db.ts'
import type { QueryContext } from '../../context.ts'
import { affectedBy, type Change } from '../origins/affected.ts'
import type { Graph } from '../origins/graph.ts'
import { loadGraph } from '../origins/load-graph.ts'
import { originsOf as walk } from '../origins/origins.ts'
import { sqlGraph } from '../origins/sql-graph.ts'
import type { OriginCounts, Portion } from './portion.ts'
import { inPortions } from './portions.ts'
import type { TodoKind } from './todo.ts'

type Kind = 'claim' | 'event'

/** How many records are walked from before what was found is stored. */
const recordsInPortion = 1000

/** The origins of all claims and events. */
export function* allOrigins(db: ReadDb): Generator<Portion> {
  const graph = loadGraph(db)
  for (const of of ['claim', 'event'] as const) {
    const nums = liveNums(db, of)
    yield* inPortions(
      nums,
      (num) => num,
      (scope, rows) => ({ kind: 'origins', of, scope, rows: rows.map(counted(graph, of)) }),
    )
  }
}

interface Todo {
  readonly kind: TodoKind
  readonly num: number
}

/** The origins that what was touched bears on. */
export function* someOrigins(db: ReadDb, todo: readonly Todo[], claims: readonly number[]): Generator<Portion> {
  const graph = sqlGraph(db)
  const changes = [...todo.flatMap(changeOf), ...claims.map((num): Change => ({ kind: 'claim', num }))]
  const affected = affectedBy(graph, changes)
  for (const [of, touched] of [
    ['claim', [...claims, ...affected.claims]],
    ['event', [...todo.flatMap(({ kind, num }) => (kind === 'event' ? num : [])), ...affected.events]],
  ] as const) {
    const nums = [...new Set(touched)]
    for (let at = 0; at < nums.length; at += recordsInPortion) {
      const scope = nums.slice(at, at + recordsInPortion)
      yield { kind: 'origins', of, scope, rows: liveAmong(db, of, scope).map(counted(graph, of)) }
    }
  }
}

function changeOf({ kind, num }: Todo): Change[] {
  switch (kind) {
    case 'claim':
    case 'document':
    case 'event':
    case 'outlet':
    case 'actor':
      return [{ kind, num }]
    case 'carriage of':
      // The claim is noted apart.
      return [{ kind: 'carriage', claim: 0, document: num }]
    case 'claims after':
    case 'all':
      return []
  }
}

const liveNums = (db: ReadDb, of: Kind): number[] =>
  column(
    db,
    of === 'claim'
      ? sql`SELECT num FROM claim WHERE trashed IS NULL ORDER BY num`
      : sql`SELECT num FROM event WHERE trashed IS NULL ORDER BY num`,
  )

const liveAmong = (db: ReadDb, of: Kind, nums: readonly number[]): number[] =>
  column(
    db,
    of === 'claim'
      ? sql`SELECT num FROM claim WHERE trashed IS NULL AND num IN (SELECT value FROM json_each(${nums}))`
      : sql`SELECT num FROM event WHERE trashed IS NULL AND num IN (SELECT value FROM json_each(${nums}))`,
  )

const counted =
  (graph: Graph, kind: Kind) =>
  (num: number): OriginCounts => {
    const { carriers, outlets, origins, unresolved, flags } = walk(graph, { kind, num })
    return { num, carriers, outlets, origins, unresolved, flags }
  }

interface CountRow {
  readonly ref: string
  readonly carriers: number
  readonly outlets: number
  readonly independent: number
  readonly unresolved: number
  readonly findings: string
}

/** What is counted of each claim's origins: a page, in the order in which claims were entered. */
export function originCounts(
  { db }: QueryContext,
  start: number,
  end: number,
): { total: number; rows: (Omit<CountRow, 'findings'> & { findings: OriginFlag[] })[] } {
  const total = value<number>(db, sql`SELECT count(*) FROM claim_analysis`) ?? 0
  const rows = all<CountRow>(
    db,
    sql`SELECT coalesce(c.ref, c.id) AS ref, n.carriers, n.outlets, n.origins AS independent, n.unresolved, n.flags AS findings
        FROM claim_analysis n JOIN claim c ON c.num = n.claim ORDER BY c.num LIMIT ${end - start} OFFSET ${start}`,
  )
  return { total, rows: rows.map((row) => ({ ...row, findings: JSON.parse(row.findings) as OriginFlag[] })) }
}
