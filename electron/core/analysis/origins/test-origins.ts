import { expect } from 'vitest'
import { collapseAll, type Collapse } from '../../../../shared/origins.ts'
import { loadGraph } from './load-graph.ts'
import { originsOf, type Origins } from './origins.ts'
import { sqlGraph } from './sql-graph.ts'
import { makeWorld, type World } from './test-world.ts'

/** The origins of the claim (or event) "A" of a world, by both kinds of graph, which must agree. */
export function originsIn(world: World, collapse: Collapse = collapseAll, kind: 'claim' | 'event' = 'claim'): Origins {
  const { db, num, done } = makeWorld(world)
  const target = { kind, num: num(kind, 'A') }
  const loaded = originsOf(loadGraph(db), target, collapse)
  expect(originsOf(sqlGraph(db), target, collapse)).toEqual(loaded)
  done()
  return loaded
}
