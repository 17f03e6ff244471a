import { rules, ruleNames } from '../../../../shared/analysis.ts'
import { all, column, name, raw, run, sql, type ReadDb, type Sql, type WriteDb } from '../../../store/db.ts'
import type { CommandContext } from '../../context.ts'
import type { ComparableRow, FoundPair, OriginCounts, Portion, Scope } from './portion.ts'

/** Stores a portion of a pass. What it was computed of may have gone meanwhile: that is left out, and due again. Lists are told only of what became another. */
export function storePortion(ctx: CommandContext, portion: Portion): void {
  if (store(ctx.db, portion)) ctx.touch(portion.kind === 'end' ? 'analysing' : 'analysis')
}

/** Answers whether anything is other than it was. */
function store(db: WriteDb, portion: Portion): boolean {
  switch (portion.kind) {
    case 'comparables':
      return storeComparables(db, portion.scope, portion.rows)
    case 'pairs':
      return storePairs(db, portion)
    case 'origins':
      return storeOrigins(db, portion.of, portion.scope, portion.rows)
    case 'counts':
      return storeCounts(db, portion.of, countedBy(db, portion))
    case 'end':
      run(db, sql`DELETE FROM analysis_todo WHERE stamp <= ${portion.stamp}`)
      return true
  }
}

const isList = (scope: Scope): scope is readonly number[] => Array.isArray(scope)

const within = (column: Sql, scope: Scope): Sql =>
  isList(scope)
    ? sql`${column} IN (SELECT value FROM json_each(${scope}))`
    : sql`${column} > ${scope.after} AND ${column} <= ${scope.upTo}`

/** Nothing shows them: they are what later edits are compared with. */
function storeComparables(db: WriteDb, scope: Scope, rows: readonly ComparableRow[]): boolean {
  run(db, sql`DELETE FROM comparable WHERE ${within(raw('claim'), scope)}`)
  run(
    db,
    sql`INSERT OR REPLACE INTO comparable (measure, claim, subject, family, from_day, to_day)
        SELECT m.num, m.claim, j.value ->> 'subject', j.value ->> 'family', j.value ->> 'from', j.value ->> 'to'
        FROM json_each(${rows}) j CROSS JOIN measure m ON m.num = j.value ->> 'measure' AND m.claim = j.value ->> 'claim'`,
  )
  return false
}

type Pairs = Extract<Portion, { kind: 'pairs' }>

function storePairs(db: WriteDb, portion: Pairs): boolean {
  if (isStored(db, portion)) return false
  const { of, rules: replaced, scope, side, rows } = portion
  const [from, to] = [name(`from_${of}`), name(`to_${of}`)]
  const ends = side === 'from' ? [from] : [from, to]
  for (const end of ends)
    run(db, sql`DELETE FROM finding WHERE ${within(end, scope)} AND ${isOneOf(raw('rule'), replaced)}`)
  insertPairs(db, of, rows)
  return true
}

/** The plus keeps SQLite from going through all that a rule ever found where the scope has an index of its own. */
const isOneOf = (rule: Sql, rules: readonly string[]): Sql => sql`+${rule} IN (SELECT value FROM json_each(${rules}))`

/** Most edits change no pair at all. */
function isStored(db: WriteDb, { of, rules: replaced, scope, side, rows }: Pairs): boolean {
  const [from, to] = [name(`from_${of}`), name(`to_${of}`)]
  const either = side === 'from' ? within(from, scope) : sql`(${within(from, scope)} OR ${within(to, scope)})`
  const known = all<FoundPair>(
    db,
    sql`SELECT rule, ${from} AS "from", ${to} AS "to", from_measure AS fromMeasure, to_measure AS toMeasure, kind, similarity, inputs
        FROM finding WHERE ${either} AND ${isOneOf(raw('rule'), replaced)}`,
  )
  const told = (pairs: readonly FoundPair[]): string => pairs.map(pairInWords).sort().join('\n')
  return known.length === rows.length && told(known) === told(rows)
}

const pairInWords = ({ rule, from, to, fromMeasure, toMeasure, kind, similarity, inputs }: FoundPair): string =>
  JSON.stringify([rule, from, to, fromMeasure, toMeasure, kind, similarity, inputs])

/** All in one statement: of each row by itself, half the time would go into the asking. */
function insertPairs(db: WriteDb, of: 'claim' | 'event', pairs: readonly FoundPair[]): void {
  const isThere = (table: 'claim' | 'event' | 'measure', field: string): Sql => {
    const num = raw(`value ->> '${field}'`)
    return sql`(${num} IS NULL OR EXISTS (SELECT 1 FROM ${name(table)} WHERE num = ${num}))`
  }
  run(
    db,
    sql`INSERT INTO finding (rule, ${name(`from_${of}`)}, ${name(`to_${of}`)}, from_measure, to_measure, kind, similarity, inputs)
        SELECT value ->> 'rule', value ->> 'from', value ->> 'to', value ->> 'fromMeasure', value ->> 'toMeasure', value ->> 'kind',
          value ->> 'similarity', value ->> 'inputs'
        FROM json_each(${pairs})
        WHERE ${isThere(of, 'from')} AND ${isThere(of, 'to')} AND ${isThere('measure', 'fromMeasure')} AND ${isThere('measure', 'toMeasure')}`,
  )
}

function storeOrigins(db: WriteDb, of: 'claim' | 'event', scope: Scope, rows: readonly OriginCounts[]): boolean {
  const [table, key] = [name(`${of}_analysis`), name(of)]
  const known = new Set(rows.map(({ num }) => num))
  // Records that are in the trash, or went, have nothing to tell.
  const gone = column<number>(db, sql`SELECT ${key} FROM ${table} WHERE ${within(key, scope)}`).filter(
    (num) => !known.has(num),
  )
  if (gone.length > 0) run(db, sql`DELETE FROM ${table} WHERE ${within(key, gone)}`)
  const { changes } = run(
    db,
    sql`INSERT INTO ${table} (${key}, carriers, outlets, origins, unresolved, contradictions, unreviewed, flags)
        SELECT value ->> 'num', value ->> 'carriers', value ->> 'outlets', value ->> 'origins', value ->> 'unresolved', 0, 0, value -> 'flags'
        FROM json_each(${rows}) WHERE EXISTS (SELECT 1 FROM ${name(of)} WHERE num = value ->> 'num')
        ON CONFLICT DO UPDATE SET carriers = excluded.carriers, outlets = excluded.outlets, origins = excluded.origins,
          unresolved = excluded.unresolved, flags = excluded.flags
        WHERE (carriers, outlets, origins, unresolved, flags)
          IS NOT (excluded.carriers, excluded.outlets, excluded.origins, excluded.unresolved, excluded.flags)`,
  )
  return gone.length + changes > 0
}

/** The rules by which two records cannot both be right. */
export const contradicting = ruleNames.filter((rule) => rules[rule] === 'contradicts' || rules[rule] === 'denies')

/** What a person said to the finding f. */
export const decisionOn = (of: 'claim' | 'event'): Sql =>
  sql`(SELECT r.state FROM relation r WHERE r.${name(`from_${of}`)} = f.${name(`from_${of}`)} AND r.${name(`to_${of}`)} = f.${name(`to_${of}`)}
       AND r.rule = f.rule AND r.inputs = f.inputs AND r.state <> 'suggested' ORDER BY r.num DESC LIMIT 1)`

const countedBy = (db: ReadDb, { of, scope, around }: Extract<Portion, { kind: 'counts' }>): Scope =>
  isList(scope) && around ? [...new Set([...scope, ...withPartners(db, of, around)])] : scope

/** How many others each record contradicts, and how many of these findings nobody looked at. */
function storeCounts(db: WriteDb, of: 'claim' | 'event', scope: Scope): boolean {
  const [table, key] = [name(`${of}_analysis`), name(of)]
  const { changes } = run(
    db,
    sql`INSERT INTO ${table} (${key}, carriers, outlets, origins, unresolved, contradictions, unreviewed, flags)
        SELECT num, 0, 0, 0, 0, contradictions, unreviewed, '[]' FROM (${countsSql(of, scope)}) WHERE true
        ON CONFLICT DO UPDATE SET contradictions = excluded.contradictions, unreviewed = excluded.unreviewed
        WHERE contradictions <> excluded.contradictions OR unreviewed <> excluded.unreviewed`,
  )
  return changes > 0
}

function countsSql(of: 'claim' | 'event', scope: Scope): Sql {
  const [from, to] = [name(`from_${of}`), name(`to_${of}`)]
  const side = (own: Sql, other: Sql): Sql =>
    sql`SELECT f.${own} AS num, f.${other} AS other, ${decisionOn(of)} AS decision, 1 AS found FROM finding f
        WHERE ${within(sql`f.${own}`, scope)} AND ${isOneOf(raw('f.rule'), contradicting)}
        UNION ALL SELECT r.${own}, r.${other}, 'confirmed', 0 FROM relation r JOIN ${name(of)} o ON o.num = r.${other} AND o.trashed IS NULL
        WHERE ${within(sql`r.${own}`, scope)} AND r.state = 'confirmed' AND r.type IN ('contradicts', 'denies')`
  return sql`SELECT t.num, count(DISTINCT p.other) FILTER (WHERE p.decision IS NOT 'rejected') AS contradictions,
      count(*) FILTER (WHERE p.found = 1 AND p.decision IS NULL) AS unreviewed
    FROM ${name(of)} t LEFT JOIN (${side(from, to)} UNION ALL ${side(to, from)}) p ON p.num = t.num
    WHERE ${within(sql`t.num`, scope)} AND t.trashed IS NULL GROUP BY t.num`
}

/** The records that stand against these by a finding or a relation, beside them. */
export function withPartners(db: ReadDb, of: 'claim' | 'event', nums: readonly number[]): number[] {
  const [from, to] = [name(`from_${of}`), name(`to_${of}`)]
  const partners = column<number>(
    db,
    sql`SELECT ${to} FROM finding WHERE ${within(from, nums)} AND ${to} IS NOT NULL UNION SELECT ${from} FROM finding WHERE ${within(to, nums)} AND ${from} IS NOT NULL
        UNION SELECT ${to} FROM relation WHERE ${within(from, nums)} AND ${to} IS NOT NULL UNION SELECT ${from} FROM relation WHERE ${within(to, nums)} AND ${from} IS NOT NULL`,
  )
  return [...new Set([...nums, ...partners])]
}
