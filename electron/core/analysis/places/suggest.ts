import type { PlaceFound } from '../../../../shared/places.ts'
import { foldText, looseKey } from '../../../../shared/text.ts'
import type { QueryContext } from '../../context.ts'
import { placeBook } from './book.ts'
import { inWords, sourceOf } from './facts.ts'
import type { KnownPlace } from './known.ts'

/** Places with a name that the text occurs in: first those with one that begins with it, of these the user's own first. Each by the name that fits. */
export function findPlaces({ db }: QueryContext, search: string, limit: number): PlaceFound[] {
  const book = placeBook(db)
  const text = foldText(search.trim())
  const ranked = [...book.all].flatMap((place) => {
    const found = text === '' ? (place.own ? { name: place.name, rank: 0 } : undefined) : fitting(place, text)
    return found ? [{ place, ...found }] : []
  })
  ranked.sort((one, other) => one.rank - other.rank || ownFirst(one.place) - ownFirst(other.place))
  return ranked
    .slice(0, limit)
    .map(({ place, name }) => ({ name, detail: inWords(book, place), key: place.key, ...sourceOf(place) }))
}

const ownFirst = ({ own }: KnownPlace): number => (own ? 0 : 1)

function fitting({ names }: KnownPlace, text: string): { name: string; rank: number } | undefined {
  let within: string | undefined
  for (const name of names) {
    const at = foldText(name).indexOf(text)
    if (at === 0) return { name, rank: 0 }
    if (at > 0 && within === undefined) within = name
  }
  return within === undefined ? undefined : { name: within, rank: 1 }
}

/** What the case has so far, and after that what is known of places beside. */
export function withKnownPlaces(ctx: QueryContext, values: readonly string[], search: string): string[] {
  const known = new Set(values.map(looseKey))
  const more = findPlaces(ctx, search, 20).filter(({ name }) => !known.has(looseKey(name)))
  return [...values, ...more.map(({ name }) => name)].slice(0, 50)
}
