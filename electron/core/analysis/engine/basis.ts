import { all, sql, type ReadDb } from '../../../store/db.ts'
import type { PlacePrecision } from '../../../../shared/vocabulary.ts'
import type { Basis } from '../compare/comparable.ts'
import { PlaceBook } from '../places/places.ts'
import { toleranceOf } from './load.ts'

interface OwnRow {
  readonly id: string
  readonly name: string
  readonly aliases: string
  readonly within: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly precision: PlacePrecision | null
}

const books = new WeakMap<ReadDb, { readonly key: string; readonly book: PlaceBook }>()

/** The gazetteer with the case's own places: made anew when one of these changed. */
export function placesOf(db: ReadDb): PlaceBook {
  const rows = all<OwnRow>(
    db,
    sql`SELECT id, name, aliases, within, latitude, longitude, precision FROM place WHERE trashed IS NULL ORDER BY num`,
  )
  const key = JSON.stringify(rows)
  const known = books.get(db)
  if (known?.key === key) return known.book
  const book = new PlaceBook(rows.map((row) => ({ ...row, aliases: JSON.parse(row.aliases) as string[] })))
  books.set(db, { key, book })
  return book
}

/** What figures, dates and places of this case are held against. */
export const basisOf = (db: ReadDb): Basis => ({ tolerance: toleranceOf(db), places: placesOf(db) })
