import { foldText } from '../../../shared/text.ts'
import { all, sql, type ReadDb } from '../../store/db.ts'
import type { PlanContext } from '../context.ts'
import { create, remove, type Change } from '../records/changes.ts'
import type { NameResolver } from '../records/names.ts'

/** A place at the table of an event, and the folded names of the actor who has it. */
interface Seat {
  readonly id: string
  readonly event: string
  readonly actor: string
  readonly position: number
  readonly name: string
  readonly names: readonly string[]
}

/** The changes that make these names the participants of each event, in this order; who stays keeps their role. */
export function participantChanges(
  ctx: PlanContext,
  names: NameResolver,
  events: readonly string[],
  wanted: readonly string[],
): Change[] {
  const seats = new Map(events.map((event): [string, Seat[]] => [event, []]))
  for (const seat of seatsOf(ctx.db, events)) seats.get(seat.event)?.push(seat)
  return [...seats].flatMap(([event, taken]) => seatChanges(ctx, names, event, taken, wanted))
}

const seatsOf = (db: ReadDb, events: readonly string[]): Seat[] =>
  all<Omit<Seat, 'names'> & { readonly names: string }>(
    db,
    sql`SELECT p.id, e.id AS event, a.id AS actor, p.position, a.name,
          (SELECT json_group_array(n.name) FROM record_name n WHERE n.kind = 'actor' AND n.num = a.num) AS names
        FROM json_each(${events}) j CROSS JOIN event e ON e.id = j.value JOIN participant p ON p.event = e.num
        JOIN actor a ON a.num = p.actor ORDER BY p.position, p.num`,
  ).map((seat) => ({ ...seat, name: foldText(seat.name), names: JSON.parse(seat.names) as string[] }))

function seatChanges(
  ctx: PlanContext,
  names: NameResolver,
  event: string,
  seats: readonly Seat[],
  wanted: readonly string[],
): Change[] {
  const free = [...seats]
  const present = new Set<string>()
  const changes: Change[] = []
  let position = 0
  for (const text of wanted) {
    // Who sits there already is meant first: an actor in the trash has a name too, but is not found by it any more.
    const seat = takeSeat(free, foldText(text))
    const actor = seat?.actor ?? names.idOf('actor', text)
    if (actor === null || (!seat && present.has(actor))) continue
    changes.push(...(seat ? moved(seat, position) : [seated(ctx, event, actor, position)]))
    present.add(actor)
    position += 1
  }
  return [...free.map((seat) => remove(ctx.db, 'participant', seat.id)), ...changes]
}

/** Takes out of the free seats the one with this name, else one with it as an alias. */
function takeSeat(free: Seat[], name: string): Seat | undefined {
  const seat = free.find((other) => other.name === name) ?? free.find((other) => other.names.includes(name))
  if (seat) free.splice(free.indexOf(seat), 1)
  return seat
}

/** The change names the event too, since a part's change marks its owner as changed. */
const moved = ({ id, event, position }: Seat, to: number): Change[] =>
  position === to ? [] : [{ entity: 'participant', id, before: { event, position }, after: { event, position: to } }]

const seated = (ctx: PlanContext, event: string, actor: string, position: number): Change =>
  create('participant', ctx.newId(), { event, actor, position })
