import type { PlaceDetail, placeFields, PlacePatch, PlaceRow } from '../../../../shared/places.ts'
import type { RecordLink } from '../../../../shared/ids.ts'
import { all, column, name, sql, type ReadDb } from '../../../store/db.ts'
import type { QueryContext } from '../../context.ts'
import type { ListField } from '../../lists/conditions.ts'
import { linkColumns } from '../../notes/surroundings.ts'
import { plainFields, type Editable } from '../../records/editing.ts'
import { notFound } from '../../records/not-found.ts'
import { findRow, stampFields, textField, type RowReader } from '../../records/rows.ts'
import { placeBook } from './book.ts'
import { factsOf } from './facts.ts'
import { PlaceBook } from './places.ts'

const aliases = sql`(SELECT value FROM json_each(t.aliases))`
const numberField = (column: string): ListField => ({ kind: 'number', expr: sql`t.${name(column)}` })

/** How the list of the user's own places sorts, filters and searches. */
export const placeList = {
  kind: 'place',
  from: sql`place t`,
  defaultSort: sql`collation_key(t.name), t.num`,
  fields: {
    name: textField('name'),
    aliases: { kind: 'many', values: aliases },
    within: textField('within'),
    latitude: numberField('latitude'),
    longitude: numberField('longitude'),
    precision: textField('precision'),
    ...stampFields,
  } satisfies Record<(typeof placeFields)[number], ListField>,
} as const

/** How the rows of the user's own places are read. */
export const placeRows: RowReader<Omit<PlaceRow, 'aliases'> & { readonly aliases: string }, PlaceRow> = {
  list: placeList,
  joins: sql``,
  columns: sql`t.id, t.name, t.aliases, t.within, t.latitude, t.longitude, t.precision, t.created, t.changed`,
  toRow: (raw) => ({ ...raw, aliases: JSON.parse(raw.aliases) as string[] }),
}

/** A place of the user's own, with all that is known of it and what is said to be or to happen there. */
export function placeDetail({ db }: QueryContext, id: string): PlaceDetail {
  const { row, trashed } = findRow(db, placeRows, id)
  const inUse = placeBook(db)
  // In the trash, or behind another of the same name, it does not count: what is shown of it is what it would be.
  const book = inUse.ofOwn(id) ? inUse : new PlaceBook([row])
  const place = book.ofOwn(id)
  if (!place) throw notFound('place', id)
  return {
    ...row,
    facts: factsOf(book, place),
    claimLinks: linksAt(db, 'claim', book, place.key),
    eventLinks: linksAt(db, 'event', book, place.key),
    trashed,
  }
}

function linksAt(db: ReadDb, kind: 'claim' | 'event', book: PlaceBook, key: string): RecordLink[] {
  const texts = column<string>(
    db,
    sql`SELECT DISTINCT place FROM ${name(kind)} WHERE place IS NOT NULL AND trashed IS NULL`,
  )
  const there = texts.filter((text) => book.keysIn(text).some((found) => found === key || book.isWithin(found, key)))
  return all(
    db,
    sql`SELECT ${linkColumns(kind)} FROM ${name(kind)} r
        WHERE r.trashed IS NULL AND r.place IN (SELECT value FROM json_each(${there})) ORDER BY r.created DESC, r.num DESC LIMIT 200`,
  )
}

/** How patches edit the user's own places. */
export const places: Editable<PlacePatch> = {
  list: placeList,
  fieldsOf: (_names, _ids, patch) => ({
    ...plainFields(patch, ['name', 'within', 'latitude', 'longitude', 'precision']),
    ...(patch.aliases && { aliases: [...new Set(patch.aliases)] }),
  }),
}
