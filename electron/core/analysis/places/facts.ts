import type { PlaceFacts, PlacePart, PlaceStep } from '../../../../shared/places.ts'
import type { PlaceId } from '../../../../shared/ids.ts'
import { looseKey, splitValues } from '../../../../shared/text.ts'
import type { KnownPlace } from './known.ts'
import type { PlaceBook } from './places.ts'

/** Where what is known of a place comes from. */
export const sourceOf = ({ own }: KnownPlace): { from: 'own' | 'gazetteer'; id: PlaceId | null } =>
  own ? { from: 'own', id: own.id as PlaceId } : { from: 'gazetteer', id: null }

const step = (place: KnownPlace): PlaceStep => ({ key: place.key, name: place.name, ...sourceOf(place) })

/** That a place lies in the world says nothing. */
const isTold = ({ key }: KnownPlace): boolean => key !== 'world'

/** All that is known of a place. */
export function factsOf(book: PlaceBook, place: KnownPlace): PlaceFacts {
  const chain = book.chainOf(place.key).filter(isTold)
  const others = book.areasOf(place.key).filter((area) => isTold(area) && !chain.includes(area))
  const { key, name, kind, names, isListed, note, latitude, longitude, precision, radius } = place
  return {
    key,
    name,
    kind,
    names: [...names],
    ...sourceOf(place),
    isListed,
    chain: chain.map(step),
    others: others.map(step),
    note,
    latitude,
    longitude,
    precision,
    radius,
    isCircular: book.isCircular(key),
  }
}

/** Each place that a text names, with what is known of it. */
export function partsIn(book: PlaceBook, text: string): PlacePart[] {
  const written = splitValues(text)
  return book.keysIn(text).map((key) => {
    const place = book.place(key)
    if (place) return { text: place.name, facts: factsOf(book, place) }
    return { text: written.find((part) => key === `?${looseKey(part) || part}`) ?? text, facts: null }
  })
}

/** "region in European Russia". */
export function inWords(book: PlaceBook, place: KnownPlace): string {
  const first = book.chainOf(place.key).find(isTold)
  return [place.kind ?? 'place', first && `in ${first.name}`].filter(Boolean).join(' ')
}
