import { recordKinds, type RecordKind, type RecordLink, type RecordRef } from '../../../shared/ids.ts'
import { ExpectedError } from '../../../shared/result.ts'
import { all, join, name, sql, type ReadDb } from '../../store/db.ts'
import type { CommandContext } from '../context.ts'
import { create, remove, type Change } from '../records/changes.ts'
import { notFound } from '../records/not-found.ts'
import { exists } from '../records/fields.ts'
import { linksTo } from './surroundings.ts'
import type { Target } from './targets.ts'

type Pinnable = Exclude<RecordKind, 'note' | 'place'>
const pinnable = recordKinds.filter((kind): kind is Pinnable => kind !== 'note' && kind !== 'place')

interface Pin extends Target {
  readonly pin: string
  readonly note: number
  /** The id of the record that the note is pinned to. */
  readonly id: string
}

/** The pins of these notes, in the order in which they were set. */
function pinsOf(db: ReadDb, notes: readonly number[]): Pin[] {
  const kinds = pinnable.map(
    (kind) =>
      sql`SELECT p.num AS pin_num, p.id AS pin, p.note, ${kind} AS kind, r.num, r.id
          FROM json_each(${notes}) j CROSS JOIN note_pin p ON p.note = j.value JOIN ${name(kind)} r ON r.num = p.${name(kind)}`,
  )
  return all(db, sql`${join(kinds, ' UNION ALL ')} ORDER BY pin_num`)
}

/** What these notes are pinned to, by the note's row number. */
export function pinLinks(db: ReadDb, notes: readonly number[]): Map<number, RecordLink[]> {
  const pins = pinsOf(db, notes)
  const links = linksTo(db, pins)
  const byNote = new Map(notes.map((note): [number, RecordLink[]] => [note, []]))
  pins.forEach(({ note }, index) => {
    const link = links[index]
    if (link) byNote.get(note)?.push(link)
  })
  return byNote
}

/** The changes that pin a note (null: one that is only being made) to these records and to no others. */
export function pinChanges(
  ctx: CommandContext,
  note: { readonly id: string; readonly num: number | undefined },
  wanted: readonly RecordRef[],
): Change[] {
  const current = note.num === undefined ? [] : pinsOf(ctx.db, [note.num])
  const gone = current.filter((pin) => !wanted.some(({ id }) => id === pin.id))
  const added = new Map(wanted.map((ref) => [ref.id, ref]))
  for (const pin of current) added.delete(pin.id)
  return [
    ...gone.map(({ pin }) => remove(ctx.db, 'note_pin', pin)),
    ...[...added.values()].map((ref) => pinned(ctx, note.id, ref)),
  ]
}

function pinned(ctx: CommandContext, note: string, { kind, id }: RecordRef): Change {
  if (kind === 'note')
    throw new ExpectedError('invalid-input', 'A note is not pinned to a note: write [[its title]] in the text instead.')
  if (kind === 'place')
    throw new ExpectedError(
      'invalid-input',
      'A note is not pinned to a place: pin it to the event that happened there.',
    )
  if (!exists(ctx.db, kind, id)) throw notFound(kind, id)
  return create('note_pin', ctx.newId(), { note, [kind]: id })
}
