import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { collapseAll } from '../../../../shared/origins.ts'
import { affectedBy, type Change } from './affected.ts'
import type { Graph } from './graph.ts'
import { loadGraph } from './load-graph.ts'
import { originsOf } from './origins.ts'
import { randomWorld } from './random-world.ts'
import { sqlGraph } from './sql-graph.ts'
import { makeWorld, type MadeWorld, type World } from './test-world.ts'

type Table = 'claim' | 'event'

/** What is stored of each claim and event, by name. */
function resultsOf({ db, name }: MadeWorld, graph: Graph): Map<string, unknown> {
  const results = new Map<string, unknown>()
  for (const kind of ['claim', 'event'] as const) {
    for (const num of db.prepare(`SELECT num FROM ${kind} ORDER BY num`).pluck().all() as number[]) {
      const { carriers, outlets, origins, unresolved, flags, list } = originsOf(graph, { kind, num }, collapseAll)
      const ways = list.map(({ roots, carriers: leading }) => [roots.length, leading.size]).sort()
      results.set(`${kind} ${name(kind, num)}`, { carriers, outlets, origins, unresolved, flags, ways })
    }
  }
  return results
}

const backwards = <T>(record: Readonly<Record<string, T>> | undefined): Record<string, T> =>
  Object.fromEntries(Object.entries(record ?? {}).reverse())

/** The same world, its records entered in the opposite order. */
const turned = (world: World): World => ({
  claims: backwards(world.claims),
  documents: backwards(world.documents),
  events: backwards(world.events),
  outlets: backwards(world.outlets),
  actors: backwards(world.actors),
  relations: [...(world.relations ?? [])].reverse(),
})

interface Edit {
  readonly statement: string
  readonly changes: (made: MadeWorld) => Change[]
}

const pick = (made: MadeWorld, table: string, at: number): number | undefined => {
  const nums = made.db.prepare(`SELECT num FROM ${table} ORDER BY num`).pluck().all() as number[]
  return nums.length === 0 ? undefined : nums[at % nums.length]
}

const ends = ['claim', 'document', 'event'] as const

function relationEnds(made: MadeWorld, num: number): Change[] {
  const row = made.db.prepare('SELECT * FROM relation WHERE num = ?').get(num) as Record<string, number | null>
  const found = (['from', 'to'] as const).flatMap((side) =>
    ends.flatMap((kind) => {
      const end = row[`${side}_${kind}`]
      return typeof end === 'number' ? [{ kind, num: end }] : []
    }),
  )
  return [{ kind: 'relation', ends: found }]
}

/** Edits of one row, each with what it says of itself. */
function editOf(made: MadeWorld, kind: number, at: number, to: number): Edit | undefined {
  const row = (table: string): number | undefined => pick(made, table, at)
  const whole = (table: 'claim' | 'document' | 'event' | 'outlet' | 'actor', set: string): Edit | undefined => {
    const num = row(table)
    return num === undefined
      ? undefined
      : { statement: `UPDATE ${table} SET ${set} WHERE num = ${num}`, changes: () => [{ kind: table, num }] }
  }
  const [relation, carriage, claim] = [row('relation'), row('carriage'), row('claim')]
  switch (kind) {
    case 0:
      return whole('claim', `claimant = ${pick(made, 'actor', to) ?? 'NULL'}`)
    case 1:
      return whole('claim', `trashed = iif(trashed IS NULL, 'now', NULL)`)
    case 2:
      return whole('claim', `status = iif(status = 'open', 'retracted', 'open')`)
    case 3:
      return whole('document', `trashed = iif(trashed IS NULL, 'now', NULL)`)
    case 4:
      return whole('document', `outlet = ${pick(made, 'outlet', to) ?? 'NULL'}`)
    case 5:
      return whole('outlet', `owner = ${pick(made, 'actor', to) ?? 'NULL'}, language = 'fr'`)
    case 6:
      return whole('actor', `affiliation = ${pick(made, 'actor', to) ?? 'NULL'}`)
    case 7:
      return whole('event', `kind = iif(kind = 'combat', 'briefing', 'combat')`)
    case 8: {
      if (relation === undefined) return undefined
      const set = `state = iif(state = 'confirmed', 'rejected', 'confirmed')`
      return {
        statement: `UPDATE relation SET ${set} WHERE num = ${relation}`,
        changes: () => relationEnds(made, relation),
      }
    }
    case 9: {
      if (relation === undefined) return undefined
      const changes = relationEnds(made, relation)
      return { statement: `DELETE FROM relation WHERE num = ${relation}`, changes: () => changes }
    }
    case 10: {
      if (carriage === undefined) return undefined
      const was = made.db.prepare('SELECT claim, document FROM carriage WHERE num = ?').get(carriage) as {
        claim: number
        document: number
      }
      return {
        statement: `DELETE FROM carriage WHERE num = ${carriage}`,
        changes: () => [{ kind: 'carriage', ...was }],
      }
    }
    default: {
      if (claim === undefined) return undefined
      const before = made.db.prepare('SELECT event FROM claim WHERE num = ?').pluck().get(claim) as number | null
      const after = pick(made, 'event', to) ?? null
      const events = [before, after].flatMap((num): Change[] => (num === null ? [] : [{ kind: 'event', num }]))
      return {
        statement: `UPDATE claim SET event = ${after} WHERE num = ${claim}`,
        changes: () => [{ kind: 'claim', num: claim }, ...events],
      }
    }
  }
}

describe('origins, whatever is related to whatever', () => {
  it('do not depend on the order in which records were entered, nor on how they are looked up', () => {
    fc.assert(
      fc.property(randomWorld, (world) => {
        const [made, other] = [makeWorld(world), makeWorld(turned(world))]
        const results = resultsOf(made, loadGraph(made.db))
        expect(new Map([...resultsOf(other, loadGraph(other.db))].sort())).toEqual(new Map([...results].sort()))
        expect(resultsOf(made, sqlGraph(made.db))).toEqual(results)
        made.done()
        other.done()
      }),
      { numRuns: 150, seed: 5 },
    )
  })

  it('are the same where only what a change affects is computed again', () => {
    const edits = fc.array(fc.tuple(fc.nat(11), fc.nat(20), fc.nat(20)), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(randomWorld, edits, (world, list) => {
        const made = makeWorld(world)
        let results = resultsOf(made, loadGraph(made.db))
        for (const [kind, at, to] of list) {
          const edit = editOf(made, kind, at, to)
          if (!edit) continue
          made.db.exec(edit.statement)
          const graph = loadGraph(made.db)
          const { claims, events } = affectedBy(graph, edit.changes(made))
          const full = resultsOf(made, graph)
          const isAffected = (key: string): boolean => {
            const [table = '', name = ''] = key.split(' ')
            return (table === 'claim' ? claims : events).has(made.num(table as Table, name))
          }
          for (const [key, result] of full) {
            if (!isAffected(key)) expect(results.get(key), `${key} after ${edit.statement}`).toEqual(result)
          }
          results = full
        }
        made.done()
      }),
      { numRuns: 300, seed: 7 },
    )
  })

  it('of a claim alone affect nothing else', () => {
    const made = makeWorld({
      claims: { A: { by: 'P', in: ['d'] }, B: { by: 'P', in: ['d'] }, C: { by: 'P' } },
      relations: ['C cites d'],
    })
    const { claims } = affectedBy(loadGraph(made.db), [{ kind: 'claim', num: made.num('claim', 'A') }])
    expect([...claims].map((num) => made.name('claim', num)).sort()).toEqual(['A', 'C'])
    made.done()
  })
})
