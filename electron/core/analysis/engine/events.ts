import type { Rule } from '../../../../shared/analysis.ts'
import { foldText } from '../../../../shared/text.ts'
import { all, raw, sql, type ReadDb } from '../../../store/db.ts'
import type { Basis } from '../compare/comparable.ts'
import { compareEvents } from '../compare/events.ts'
import { eventInputs } from '../compare/inputs.ts'
import { loadEvents, type LoadedEvent } from './load.ts'
import type { FoundPair, Portion } from './portion.ts'
import { inPortions } from './portions.ts'

const eventRules: readonly Rule[] = ['dates apart', 'places apart']

/** What cannot both hold among the records that are held to be of one event: of one title, or the same as each other. */
export function* allEvents(db: ReadDb, basis: Basis): Generator<Portion> {
  const events = loadEvents(db, raw('1'))
  const byNum = new Map(events.map((event) => [event.num, event]))
  const found = new Map<string, FoundPair>()
  for (const group of Map.groupBy(events, ({ title }) => foldText(title)).values())
    addPairs(found, pairsAmong(group), basis)
  for (const [one, other] of sameEvents(db)) {
    const [left, right] = [byNum.get(one), byNum.get(other)]
    if (left && right) addPairs(found, [[left, right]], basis)
  }
  yield* inPortions(
    [...found.values()].sort((one, other) => one.from - other.from),
    ({ from }) => from,
    (scope, rows) => ({
      ...{ kind: 'pairs', of: 'event', side: 'from', scope, rows, rules: eventRules },
    }),
  )
}

/** The same for some events. */
export function* eventsOf(db: ReadDb, events: readonly number[], basis: Basis): Generator<Portion> {
  const own = loadEvents(db, sql`e.num IN (SELECT value FROM json_each(${events}))`)
  const found = new Map<string, FoundPair>()
  const joined = sameEvents(db)
  for (const event of own) {
    const linked = joined.flatMap(([one, other]) => (one === event.num ? [other] : other === event.num ? [one] : []))
    const others = loadEvents(
      db,
      sql`e.num <> ${event.num} AND (e.num IN (SELECT value FROM json_each(${linked}))
          OR e.num IN (SELECT n.num FROM record_name n WHERE n.kind = 'event' AND n.name = ${foldText(event.title)}))`,
    ).filter((other) => linked.includes(other.num) || foldText(other.title) === foldText(event.title))
    addPairs(
      found,
      others.map((other) => [event, other] as const),
      basis,
    )
  }
  yield { kind: 'pairs', of: 'event', rules: eventRules, scope: events, side: 'either', rows: [...found.values()] }
}

type EventPair = readonly [LoadedEvent, LoadedEvent]

function* pairsAmong(group: readonly LoadedEvent[]): Generator<EventPair> {
  for (const [at, one] of group.entries()) for (const other of group.slice(at + 1)) yield [one, other]
}

/** A person said that they are the same. */
const sameEvents = (db: ReadDb): [number, number][] =>
  all<{ one: number; other: number }>(
    db,
    sql`SELECT from_event AS one, to_event AS other FROM relation
        WHERE type = 'same as' AND state = 'confirmed' AND from_event IS NOT NULL AND to_event IS NOT NULL`,
  ).map(({ one, other }) => [one, other])

function addPairs(found: Map<string, FoundPair>, pairs: Iterable<EventPair>, basis: Basis): void {
  for (const [one, other] of pairs) {
    // By what they are, never by row number: another order of import tells the same.
    const [from, to] = [one.ref, one.id] <= [other.ref, other.id] ? [one, other] : [other, one]
    for (const { rule } of compareEvents(from, to, basis.places))
      found.set(`${rule} ${from.num} ${to.num}`, {
        ...{ rule, from: from.num, to: to.num, fromMeasure: null, toMeasure: null, kind: null, similarity: null },
        inputs: eventInputs({ of: from, id: from.id }, { of: to, id: to.id }),
      })
  }
}
