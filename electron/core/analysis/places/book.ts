import { sql, value, type ReadDb } from '../../../store/db.ts'
import type { OwnPlace } from './known.ts'
import { PlaceBook } from './places.ts'

const books = new WeakMap<ReadDb, { readonly text: string; readonly book: PlaceBook }>()

/** What is known of places in a case now. The answer is kept with the connection until one of the user's places changes. */
export function placeBook(db: ReadDb): PlaceBook {
  const text = ownPlaces(db)
  const kept = books.get(db)
  if (kept?.text === text) return kept.book
  const book = new PlaceBook(JSON.parse(text) as OwnPlace[])
  books.set(db, { text, book })
  return book
}

/** The user's places as one text: there are few, and to compare it is the surest way to see that one changed. */
const ownPlaces = (db: ReadDb): string =>
  value<string>(
    db,
    sql`SELECT json_group_array(json_object('id', id, 'name', name, 'aliases', json(aliases), 'within', within,
          'latitude', latitude, 'longitude', longitude, 'precision', precision))
        FROM (SELECT * FROM place WHERE trashed IS NULL ORDER BY name, id)`,
  ) ?? '[]'
