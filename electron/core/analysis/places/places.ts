import { looseKey } from '../../../../shared/text.ts'
import { bundled, type Gazetteer } from './gazetteer.ts'
import { Containment } from './graph.ts'
import { known, type Known, type KnownPlace, type OwnPlace } from './known.ts'
import { isUnknown, placesIn } from './texts.ts'

export type PlaceRelation = 'same' | 'within' | 'contains' | 'overlaps' | 'apart' | 'unknown'

export interface Places {
  /** How place text a stands to place text b ("Kursk region" is within "Russia"). Texts as written; several places in one text are separated by ";". null = no place said. */
  relate(a: string, b: string): PlaceRelation
}

/** Where a place is drawn: a point with the radius in km of what it may cover. */
export interface PlacePoint {
  readonly key: string
  readonly name: string
  readonly latitude: number
  readonly longitude: number
  readonly precision: KnownPlace['precision']
  readonly radius: number
}

/** As many answers are kept as a case has places in its texts, many times over; then they are found anew. */
const mostKept = 100_000

/** The gazetteer with the user's places: what a text means, and how two texts stand to each other. Immutable: made anew when a place of the user's changes. */
export class PlaceBook implements Places {
  readonly #known: Known
  readonly #containment: Containment
  readonly #texts = new Map<string, readonly string[]>()
  readonly #relations = new Map<string, Map<string, PlaceRelation>>()
  #kept = 0

  constructor(own: readonly OwnPlace[] = [], gazetteer: Gazetteer = bundled) {
    this.#known = known(own, gazetteer)
    this.#containment = new Containment(this.#known.byKey)
  }

  /** All places that are known, the gazetteer's first. */
  get all(): Iterable<KnownPlace> {
    return this.#known.byKey.values()
  }

  /** The place that a record of the user's own says something of. */
  ofOwn(id: string): KnownPlace | undefined {
    return [...this.all].find(({ own }) => own?.id === id)
  }

  place(key: string): KnownPlace | undefined {
    return this.#known.byKey.get(key)
  }

  /** Whether one place lies in another, by their keys. */
  isWithin(key: string, other: string): boolean {
    return this.#containment.isWithin(key, other)
  }

  /** Whether an own place would lie in itself by what it is said to lie in. */
  isCircular(key: string): boolean {
    return this.#known.circles.includes(key)
  }

  /** The keys of the places that a text means; a question mark stands before what is not known. */
  keysIn(text: string): readonly string[] {
    const kept = this.#texts.get(text)
    if (kept) return kept
    const found = placesIn(
      text,
      (name) => this.#known.byName.get(looseKey(name)),
      (key, other) => this.isWithin(key, other),
    )
    if (this.#texts.size >= mostKept) this.#texts.clear()
    this.#texts.set(text, found)
    return found
  }

  /** The one place that a text means; undefined where it is not known or where there are several. */
  lookUp(text: string): KnownPlace | undefined {
    const [key, ...others] = this.keysIn(text)
    return key === undefined || others.length > 0 ? undefined : this.place(key)
  }

  /** What a place lies in by its first containment: "Kursk region ⊂ European Russia ⊂ Russia". */
  chainOf(key: string): KnownPlace[] {
    const [first] = this.#containment.parentsOf(key)
    const parent = first === undefined ? undefined : this.place(first)
    return parent ? [parent, ...this.chainOf(parent.key)] : []
  }

  /** All that a place lies in. */
  areasOf(key: string): KnownPlace[] {
    return [...this.#containment.ancestorsOf(key)].flatMap((area) => this.place(area) ?? [])
  }

  /** Where to draw what a text means; undefined where that is not known, or where it means several places. */
  pointOf(text: string): PlacePoint | undefined {
    const [point, ...others] = this.keysIn(text).length === 1 ? this.pointsOf(text) : []
    return others.length > 0 ? undefined : point
  }

  /** Where to draw each place that a text means, as far as that is known. */
  pointsOf(text: string): PlacePoint[] {
    return this.keysIn(text).flatMap((key) => {
      const place = this.place(key)
      if (!place || place.latitude === null || place.longitude === null) return []
      const { name, latitude, longitude, precision, radius } = place
      return [{ key, name, latitude, longitude, precision, radius: radius ?? 0 }]
    })
  }

  relate(a: string, b: string): PlaceRelation {
    if (a === b) return 'same'
    const kept = this.#relations.get(a)?.get(b)
    if (kept) return kept
    const found = this.#relateAll(this.keysIn(a), this.keysIn(b))
    this.#keep(a, b, found)
    return found
  }

  #keep(a: string, b: string, relation: PlaceRelation): void {
    if (this.#kept >= mostKept) {
      this.#relations.clear()
      this.#kept = 0
    }
    const others = this.#relations.get(a) ?? new Map<string, PlaceRelation>()
    this.#relations.set(a, others.set(b, relation))
    this.#kept += 1
  }

  #relateAll(ones: readonly string[], others: readonly string[]): PlaceRelation {
    const pairs = ones.map((one) => others.map((other) => this.#relateKeys(one, other)))
    const isIn = pairs.every((row) => row.some((relation) => relation === 'same' || relation === 'within'))
    const holds = others.every((_, at) => pairs.some((row) => row[at] === 'same' || row[at] === 'contains'))
    if (isIn && holds) return 'same'
    if (isIn) return 'within'
    if (holds) return 'contains'
    const all = pairs.flat()
    if (all.some((relation) => relation !== 'apart' && relation !== 'unknown')) return 'overlaps'
    return all.includes('unknown') ? 'unknown' : 'apart'
  }

  #relateKeys(one: string, other: string): PlaceRelation {
    if (one === other) return 'same'
    if (isUnknown(one) || isUnknown(other)) return 'unknown'
    if (this.#containment.isWithin(one, other)) return 'within'
    if (this.#containment.isWithin(other, one)) return 'contains'
    if (this.#containment.overlap(one, other)) return 'overlaps'
    if (this.#isLoose(one) || this.#isLoose(other)) return 'unknown'
    return this.#mayMeet(one, other) || this.#mayMeet(other, one) ? 'unknown' : 'apart'
  }

  /** Whether it is not known what a place lies in. */
  #isLoose(key: string): boolean {
    const place = this.place(key)
    if (place === undefined) return true
    if (place.within.length === 0) return !place.isListed
    return place.within.some((area) => this.#isLoose(area))
  }

  /** A place that only the user knows may be anywhere in what it lies in, if its point does not say where; but two that the user tells apart are not one. */
  #mayMeet(one: string, other: string): boolean {
    const [place, against] = [this.place(one), this.place(other)]
    if (!place || !against || place.isListed) return false
    if (!against.isListed && place.within.join() === against.within.join()) return false
    const isNear = place.within.some(
      (area) => this.#containment.isWithin(other, area) || this.#containment.overlap(area, other),
    )
    return isNear && !areDistant(place, against)
  }
}

const earthRadius = 6371
const radians = (degrees: number): number => (degrees * Math.PI) / 180

function areDistant(one: KnownPlace, other: KnownPlace): boolean {
  if (one.latitude === null || one.longitude === null || other.latitude === null || other.longitude === null)
    return false
  if (one.radius === null || other.radius === null) return false
  const [north, south] = [radians(one.latitude), radians(other.latitude)]
  const cosine =
    Math.sin(north) * Math.sin(south) +
    Math.cos(north) * Math.cos(south) * Math.cos(radians(one.longitude - other.longitude))
  return Math.acos(Math.min(1, cosine)) * earthRadius > one.radius + other.radius
}
