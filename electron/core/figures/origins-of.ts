import { sql, value, type ReadDb } from '../../store/db.ts'
import type { Graph } from '../analysis/origins/graph.ts'
import { originsOf as walk } from '../analysis/origins/origins.ts'
import type { Source } from '../analysis/origins/roots.ts'
import { sqlGraph } from '../analysis/origins/sql-graph.ts'
import type { OriginsOf } from './measure-data.ts'

/** The independent origin of each claim: claims whose origins belong to one owner or affiliation have one in common. */
export const originsOf: OriginsOf = (db, claims) => {
  const graph = sqlGraph(db)
  const found = claims.map((num) => {
    const sources = walk(graph, { kind: 'claim', num }).list.flatMap(({ roots }) =>
      roots.flatMap(({ source }) => source ?? []),
    )
    const tops = new Map(sources.map((source) => topOf(graph, source)).map((top) => [`${top.kind} ${top.num}`, top]))
    const keys = [...tops.keys()].sort()
    const names = keys.map((key) => nameOf(db, tops.get(key)))
    return [num, keys.length === 0 ? none : { key: keys.join(' '), name: names.join(', ') }] as const
  })
  return new Map(found)
}

const none = { key: 'none', name: 'no origin' }

/** Whom a source belongs to in the end; a ring of owners ends where it began. */
function topOf(graph: Graph, source: Source): Source {
  let top = source
  for (const seen = new Set<string>(); !seen.has(`${top.kind} ${top.num}`);) {
    seen.add(`${top.kind} ${top.num}`)
    const above =
      top.kind === 'outlet' ? graph.ownerOf(top.num) : top.kind === 'actor' ? graph.affiliationOf(top.num) : null
    if (above === null) return top
    top = { kind: 'actor', num: above }
  }
  return top
}

const nameOf = (db: ReadDb, source: Source | undefined): string =>
  (source &&
    value<string>(
      db,
      source.kind === 'actor'
        ? sql`SELECT name FROM actor WHERE num = ${source.num}`
        : source.kind === 'outlet'
          ? sql`SELECT name FROM outlet WHERE num = ${source.num}`
          : sql`SELECT title FROM document WHERE num = ${source.num}`,
    )) ??
  'an origin without a name'
