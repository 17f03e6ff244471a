import type { Rule } from '../../../../shared/analysis.ts'
import { column, raw, sql, type ReadDb, type Sql } from '../../../store/db.ts'
import type { Basis } from '../compare/comparable.ts'
import { figureInputs, type FigureInput } from '../compare/inputs.ts'
import { pairs, pairsOf, revisionsOf, type Pair } from '../compare/pairs.ts'
import { isReady, sideOf, type Ready } from '../compare/side.ts'
import { familyOf } from '../compare/verdict.ts'
import { loadComparables, type Loaded } from './load.ts'
import type { ComparableRow, FoundPair, Portion } from './portion.ts'
import { inPortions } from './portions.ts'

export const contradictionRules: readonly Rule[] = ['figures apart', 'part above whole', 'total falls']
export const revisionRules: readonly Rule[] = ['later figure']

/** What the rules over figures find in the whole case, subject by subject. */
export function* allFigures(db: ReadDb, basis: Basis): Generator<Portion> {
  const ready = readyOf(loadComparables(db, raw('1')), basis)
  yield* inPortions(
    ready.toSorted((one, other) => one.of.claim - other.of.claim),
    ({ of }) => of.claim,
    (scope, rows) => ({ kind: 'comparables', scope, rows: rows.map(rowOf) }),
  )
  const found: Pair[] = []
  for (const group of Map.groupBy(ready, ({ subject }) => subject).values())
    for (const pair of pairs(
      group.map(({ of }) => of),
      basis,
    ))
      found.push(pair)
  found.sort((one, other) => one.from.claim - other.from.claim)
  yield* inPortions(
    found,
    ({ from }) => from.claim,
    (scope, rows) => ({
      ...{ kind: 'pairs', of: 'claim', side: 'from', scope, rows: rows.map((pair) => foundPair(pair, basis)) },
      rules: [...contradictionRules, ...revisionRules],
    }),
  )
}

/** The same for some claims: these alone are held against what they may be compared with. */
export function* figuresOf(db: ReadDb, claims: readonly number[], basis: Basis): Generator<Portion> {
  const ready = readyOf(loadComparables(db, sql`c.num IN (SELECT value FROM json_each(${claims}))`), basis)
  yield { kind: 'comparables', scope: claims, rows: ready.map(rowOf) }
  const found = new Map<string, FoundPair>()
  const others = new Set(claims)
  for (const side of ready) {
    const near = loadComparables(db, nearTo(side)).filter(({ claim }) => !others.has(claim))
    const group = [...near, ...ready.filter(({ subject }) => subject === side.subject).map(({ of }) => of)]
    for (const pair of pairsOf(side.of, group, basis))
      if (pair.rule !== 'later figure') found.set(`${pair.from.measure} ${pair.to.measure}`, foundPair(pair, basis))
  }
  yield {
    kind: 'pairs',
    of: 'claim',
    rules: contradictionRules,
    scope: claims,
    side: 'either',
    rows: [...found.values()],
  }
  yield* revisions(db, claims, ready, basis)
}

/** The revisions of all claimants that are met: one who says something in between changes what revises what. */
function* revisions(
  db: ReadDb,
  claims: readonly number[],
  ready: readonly LoadedSide[],
  basis: Basis,
): Generator<Portion> {
  const before = column<number>(
    db,
    sql`SELECT DISTINCT c.claimant FROM finding f JOIN claim c ON c.num IN (f.from_claim, f.to_claim)
        WHERE f.rule = 'later figure' AND c.claimant IS NOT NULL
          AND (f.from_claim IN (SELECT value FROM json_each(${claims})) OR f.to_claim IN (SELECT value FROM json_each(${claims})))`,
  )
  const claimants = new Set([...before, ...ready.flatMap(({ of }) => of.claimant ?? [])])
  const scope = new Set(claims)
  const found: FoundPair[] = []
  for (const claimant of claimants) {
    const said = readyOf(
      loadComparables(
        db,
        sql`m.num IN (SELECT b.measure FROM claim x JOIN comparable b ON b.claim = x.num WHERE x.claimant = ${claimant})`,
      ),
      basis,
    )
    // What was changed just now is not among the stored ones, or not as it was stored.
    const now = new Map(
      [...said, ...ready.filter(({ of }) => of.claimant === claimant)].map((side) => [side.of.measure, side]),
    )
    for (const { of } of now.values()) scope.add(of.claim)
    for (const group of Map.groupBy(now.values(), ({ subject }) => subject).values())
      for (const pair of revisionsOf(
        claimant,
        group.map(({ of }) => of),
        basis,
      ))
        found.push(foundPair(pair, basis))
  }
  yield { kind: 'pairs', of: 'claim', rules: revisionRules, scope: [...scope], side: 'either', rows: found }
}

type LoadedSide = Ready & { readonly of: Loaded & Ready['of'] }

const readyOf = (loaded: readonly Loaded[], basis: Basis): LoadedSide[] =>
  loaded.map((of) => sideOf(of, basis)).filter(isReady) as LoadedSide[]

/** Days before all that is dated, and after. */
const [ever, never] = [-1e9, 1e9]

const rowOf = ({ of, subject, days }: LoadedSide): ComparableRow => ({
  measure: of.measure,
  claim: of.claim,
  subject,
  family: familyOf(of.category),
  from: Math.max(ever, days.from),
  to: Math.min(never, days.to),
})

/** Those that a figure may contradict: of its subject and family of categories, and of its days unless it is a total. */
function nearTo({ of, subject, kind, days }: LoadedSide): Sql {
  const overlap =
    kind === 'cumulative'
      ? sql`1`
      : sql`b.from_day <= ${Math.min(never, days.to)} AND b.to_day >= ${Math.max(ever, days.from)}`
  return sql`m.num IN (SELECT b.measure FROM comparable b WHERE b.subject = ${subject} AND b.family = ${familyOf(of.category)} AND ${overlap})`
}

const foundPair = ({ rule, from, to }: Pair, basis: Basis): FoundPair => ({
  rule,
  from: from.claim,
  to: to.claim,
  fromMeasure: from.measure,
  toMeasure: to.measure,
  kind: null,
  similarity: null,
  inputs: figureInputs(inputOf(from as Loaded), inputOf(to as Loaded), basis.tolerance),
})

const inputOf = (of: Loaded): FigureInput => ({ of, claimId: of.claimId, claimantId: of.claimantId })
