import { sql, value, type ReadDb } from '../../../store/db.ts'
import type { Basis } from '../compare/comparable.ts'
import { subjectKeyWith } from '../compare/subject.ts'
import { knownNames } from '../duplicates/known-names.ts'
import { placeBook } from '../places/book.ts'
import { toleranceOf } from './load.ts'

/** What figures, dates and places of this case are held against. */
export const basisOf = (db: ReadDb): Basis => ({
  tolerance: toleranceOf(db),
  places: placeBook(db),
  subjectKey: subjectKeyOf(db),
})

const keys = new WeakMap<ReadDb, { readonly text: string; readonly key: (text: string) => string }>()

/** Subjects are compared by the names that the case gives its actors, and by those of the subject: whatever the script. */
function subjectKeyOf(db: ReadDb): (text: string) => string {
  const text = namesIn(db)
  const kept = keys.get(db)
  if (kept?.text === text) return kept.key
  const key = subjectKeyWith([...usualNames, ...(JSON.parse(text) as string[][])])
  keys.set(db, { text, key })
  return key
}

const usualNames = knownNames.map((group) =>
  group
    .split(/\s+/)
    .filter((name) => name !== '')
    .map((name) => name.replaceAll('_', ' ')),
)

/** The names of actors that have several, as one text: to compare it is the surest way to see that one changed. */
const namesIn = (db: ReadDb): string =>
  value<string>(
    db,
    sql`SELECT json_group_array(json(names)) FROM (
          SELECT json_insert(aliases, '$[#]', name) AS names FROM actor WHERE trashed IS NULL AND aliases <> '[]' ORDER BY name, id)`,
  ) ?? '[]'
