import gazetteer from '../../../../resources/gazetteer/gazetteer.json' with { type: 'json' }
import type { PlaceKind, PlaceLanguage } from '../../../../shared/place-kinds.ts'

/** A place as the gazetteer's file has it. */
export interface GazetteerPlace {
  readonly key: string
  readonly kind: PlaceKind
  /** The first of each language is the usual name. */
  readonly names: Readonly<Partial<Record<PlaceLanguage, readonly string[]>>>
  /** The keys of what it lies in wholly. */
  readonly within: readonly string[]
  /** The keys of what it is counted to besides: by another country that holds or claims it, or as it lies on a border. */
  readonly also?: readonly string[]
  /** What is said about that. */
  readonly note?: string
  readonly latitude?: number
  readonly longitude?: number
  /** Of a circle as large as the place, in km. */
  readonly radius?: number
}

export interface Gazetteer {
  readonly about: {
    readonly sources: readonly string[]
    readonly licence: string
    readonly names: string
    readonly disputed: string
    readonly coordinates: string
  }
  readonly places: readonly GazetteerPlace[]
}

/** The places that Parallax knows by itself. */
export const bundled = gazetteer as unknown as Gazetteer
