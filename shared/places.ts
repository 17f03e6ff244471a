import { z } from 'zod'
import { PlaceId, RecordLink } from './ids.ts'
import { optionalText, pageOf, requiredText } from './list.ts'
import { placeKinds } from './place-kinds.ts'
import { placePrecisions } from './vocabulary.ts'

/** Points of a line that ends where it begins: longitude and latitude in degrees. */
export const Ring = z.array(z.tuple([z.number(), z.number()])).min(4)

/** What a map draws: outlines of countries, and of areas of which it is disputed to whom they belong. */
export const Outlines = z.object({
  /** The data set with its version. */
  name: z.string(),
  /** How it treats disputed borders, in a sentence or two: shown under every map. */
  treatment: z.string(),
  licence: z.string(),
  countries: z.array(
    z.object({
      /** The key of the place in the gazetteer where there is one: `RU`, `crimea`. */
      key: z.string(),
      name: z.string(),
      /** All islands and holes together: what lies in an even number of rings is not of it. */
      rings: z.array(Ring),
      /** Who claims an area and who holds it; absent: not in dispute. */
      disputed: z.string().optional(),
    }),
  ),
})
export type Outlines = z.infer<typeof Outlines>

export const PlaceRow = z.object({
  id: PlaceId,
  name: z.string(),
  aliases: z.array(z.string()),
  /** The name of what it lies in. */
  within: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  precision: z.enum(placePrecisions).nullable(),
  created: z.string(),
  changed: z.string(),
})
export type PlaceRow = z.infer<typeof PlaceRow>
export const PlacePage = pageOf(PlaceRow)
export const placeFields = [
  'name',
  'aliases',
  'within',
  'latitude',
  'longitude',
  'precision',
  'created',
  'changed',
] as const
export const PlacePatch = z
  .strictObject({
    name: requiredText(500),
    aliases: z.array(requiredText(500)).max(200),
    within: optionalText(500),
    latitude: z.number().min(-90).max(90).nullable(),
    longitude: z.number().min(-180).max(180).nullable(),
    precision: z.enum(placePrecisions).nullable(),
  })
  .partial()
export type PlacePatch = z.infer<typeof PlacePatch>

/** Where what is known of a place comes from: the user's own record, or the gazetteer. */
const source = { from: z.enum(['own', 'gazetteer']), id: PlaceId.nullable() }

/** One place that another lies in. */
const PlaceStep = z.object({ key: z.string(), name: z.string(), ...source })
export type PlaceStep = z.infer<typeof PlaceStep>

/** What is known of one place. */
export const PlaceFacts = z.object({
  key: z.string(),
  name: z.string(),
  kind: z.enum(placeKinds).nullable(),
  names: z.array(z.string()),
  ...source,
  /** The gazetteer knows it, be it that the user's own record goes before. */
  isListed: z.boolean(),
  /** What it lies in, step by step: "Kursk region" in "European Russia" in "Russia". */
  chain: z.array(PlaceStep),
  /** What it lies in besides. */
  others: z.array(PlaceStep),
  /** Who holds and who claims it, where that is disputed. */
  note: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  precision: z.enum(placePrecisions).nullable(),
  /** In km, of a circle as large as the place. */
  radius: z.number().nullable(),
  /** By what it is said to lie in it would lie in itself, so that this is left out of account. */
  isCircular: z.boolean(),
})
export type PlaceFacts = z.infer<typeof PlaceFacts>

/** One of the places that a text names, with what is known of it; null: nothing. */
export const PlacePart = z.object({ text: z.string(), facts: PlaceFacts.nullable() })
export type PlacePart = z.infer<typeof PlacePart>

/** A place that completes what is being typed. */
export const PlaceFound = z.object({ name: z.string(), detail: z.string(), key: z.string(), ...source })
export type PlaceFound = z.infer<typeof PlaceFound>

export const PlaceDetail = PlaceRow.extend({
  facts: PlaceFacts,
  /** Claims and events there, or in what lies there: at most 200 of each, newest first. */
  claimLinks: z.array(RecordLink),
  eventLinks: z.array(RecordLink),
  trashed: z.string().nullable(),
})
export type PlaceDetail = z.infer<typeof PlaceDetail>
