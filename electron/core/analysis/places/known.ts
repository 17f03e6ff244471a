import type { PlaceKind } from '../../../../shared/place-kinds.ts'
import type { PlacePrecision } from '../../../../shared/vocabulary.ts'
import { looseKey } from '../../../../shared/text.ts'
import { formsOf } from './forms.ts'
import type { Gazetteer, GazetteerPlace } from './gazetteer.ts'
import { leadsTo } from './graph.ts'
import { placesIn } from './texts.ts'

/** A place of the user's own, as the case has it. */
export interface OwnPlace {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  /** The name of what it lies in. */
  readonly within: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly precision: PlacePrecision | null
}

/** A place that Parallax knows, from the gazetteer, from the user, or from both. */
export interface KnownPlace {
  readonly key: string
  readonly name: string
  readonly names: readonly string[]
  readonly kind: PlaceKind | null
  readonly within: readonly string[]
  readonly also: readonly string[]
  readonly note: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly precision: PlacePrecision | null
  /** Of a circle as large as the place, in km. */
  readonly radius: number | null
  /** The user's own record, where there is one. */
  readonly own: OwnPlace | null
  /** Whether the gazetteer knows it (too). */
  readonly isListed: boolean
}

/** All that is known of places, by key and by name. */
export interface Known {
  readonly byKey: ReadonlyMap<string, KnownPlace>
  readonly byName: ReadonlyMap<string, string>
  /** Own places that would lie in themselves by what they are said to lie in: that is left out of account. */
  readonly circles: readonly string[]
}

/** Joins the user's places with the gazetteer's: the user's go before, and what they leave open the gazetteer says. */
export function known(own: readonly OwnPlace[], { places }: Gazetteer): Known {
  const { byKey: listed, byName: listedNames } = listedPlaces(places)
  const byKey = new Map(listed)
  const ownNames = new Map<string, string>()
  const keyed = own.map((place) => ({ place, key: listedNames.get(looseKey(place.name)) ?? `own:${place.id}` }))
  for (const { place, key } of keyed.toReversed()) byKey.set(key, joined(key, place, listed.get(key)))
  // A name goes before an alias, and of two places of one name the first.
  for (const { place, key } of keyed) addName(ownNames, place.name, key)
  for (const { place, key } of keyed) for (const alias of place.aliases) addName(ownNames, alias, key)
  const byName = new Map([...listedNames, ...ownNames])
  const circles = placeWithin(byKey, byName)
  return { byKey, byName, circles }
}

function addName(names: Map<string, string>, name: string, key: string): void {
  const folded = looseKey(name)
  if (folded !== '' && !names.has(folded)) names.set(folded, key)
}

interface Listed {
  readonly byKey: ReadonlyMap<string, KnownPlace>
  readonly byName: ReadonlyMap<string, string>
}

const read = new WeakMap<readonly GazetteerPlace[], Listed>()

/** The gazetteer is read once, however many cases are open. */
function listedPlaces(places: readonly GazetteerPlace[]): Listed {
  const before = read.get(places)
  if (before) return before
  const byName = new Map<string, string>()
  for (const { key, names } of places) for (const name of Object.values(names).flat()) addName(byName, name, key)
  // Names as they are listed go before the forms that other names take.
  for (const { key, names } of places) {
    for (const name of names.ru ?? []) for (const form of formsOf(name, 'ru')) addName(byName, form, key)
    for (const name of names.uk ?? []) for (const form of formsOf(name, 'uk')) addName(byName, form, key)
  }
  const listed = { byKey: new Map(places.map((place) => [place.key, listedPlace(place)])), byName }
  read.set(places, listed)
  return listed
}

const precisions: Readonly<Record<PlaceKind, PlacePrecision>> = {
  continent: 'country',
  area: 'country',
  country: 'country',
  region: 'region',
  sea: 'region',
  city: 'locality',
  site: 'vicinity',
}

function listedPlace({
  key,
  kind,
  names,
  within,
  also,
  note,
  latitude,
  longitude,
  radius,
}: GazetteerPlace): KnownPlace {
  const all = [...new Set(Object.values(names).flat())]
  return {
    key,
    name: all[0] ?? key,
    names: all,
    kind,
    within,
    also: also ?? [],
    note: note ?? null,
    latitude: latitude ?? null,
    longitude: longitude ?? null,
    precision: precisions[kind],
    radius: radius ?? null,
    own: null,
    isListed: true,
  }
}

/** How far around a point an own place of each precision may reach, in km. */
const radii: Readonly<Record<PlacePrecision, number>> = {
  exact: 1,
  vicinity: 5,
  locality: 10,
  region: 100,
  country: 400,
}

function joined(key: string, own: OwnPlace, listed: KnownPlace | undefined): KnownPlace {
  const isPlaced = own.latitude !== null && own.longitude !== null
  const precision = own.precision ?? listed?.precision ?? null
  const size = precision === null ? null : radii[precision]
  return {
    key,
    name: own.name,
    names: [...new Set([own.name, ...own.aliases, ...(listed?.names ?? [])])],
    kind: listed?.kind ?? null,
    within: listed?.within ?? [],
    also: listed?.also ?? [],
    note: listed?.note ?? null,
    latitude: isPlaced ? own.latitude : (listed?.latitude ?? null),
    longitude: isPlaced ? own.longitude : (listed?.longitude ?? null),
    precision,
    radius: own.precision === null ? (listed?.radius ?? size) : size,
    own,
    isListed: listed !== undefined,
  }
}

/** Puts own places into what they are said to lie in, by name; answers those that would lie in themselves then. */
function placeWithin(byKey: Map<string, KnownPlace>, byName: ReadonlyMap<string, string>): string[] {
  const said = new Map<string, readonly string[]>()
  for (const [key, { own }] of byKey) {
    if (own?.within)
      said.set(
        key,
        placesIn(
          own.within,
          (name) => byName.get(looseKey(name)),
          () => false,
        ),
      )
  }
  const parentsOf = (key: string): readonly string[] => {
    const place = byKey.get(key)
    return said.get(key) ?? (place ? [...place.within, ...place.also] : [])
  }
  const circles = [...said].filter(([key, parents]) => parents.some((parent) => leadsTo(parent, key, parentsOf)))
  for (const [key] of circles) said.delete(key)
  for (const [key, within] of said) {
    const place = byKey.get(key)
    // What the user says of a disputed place is all that counts.
    if (place) byKey.set(key, { ...place, within, also: [] })
  }
  return circles.map(([key]) => key)
}
