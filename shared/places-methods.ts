import { z } from 'zod'
import { PlaceId } from './ids.ts'
import { Changed, PageRequest, Selection, View } from './list.ts'
import { command, nothing, query, shellQuery } from './method.ts'
import { Outlines, PlaceDetail, PlaceFound, PlacePage, PlacePart, PlacePatch } from './places.ts'

/** The part of the contract that is about places: the user's own, and what the gazetteer knows. */
export const placeMethods = {
  'places.page': query(PageRequest, PlacePage),
  'places.ids': query(View, z.object({ ids: z.array(z.uuid()) })),
  'places.get': query(z.strictObject({ id: PlaceId }), PlaceDetail),
  'places.create': command(z.strictObject({ patch: PlacePatch }), Changed),
  'places.update': command(
    z.strictObject({ selection: Selection, patch: PlacePatch, reason: z.string().max(2000).optional() }),
    Changed,
  ),
  'places.trash': command(z.strictObject({ selection: Selection }), Changed),
  'places.restore': command(z.strictObject({ selection: Selection }), Changed),
  /** Places with a name that what is typed occurs in: the user's own, then the gazetteer's. */
  'places.find': query(
    z.strictObject({ search: z.string().max(200), limit: z.int().min(1).max(200).default(20) }),
    z.array(PlaceFound),
  ),
  /** Each place that a text names, with what it lies in and from where that is known. */
  'places.tree': query(z.strictObject({ text: z.string().max(2000) }), z.array(PlacePart)),
  /** What a map draws countries by. */
  'map.outlines': shellQuery(nothing, Outlines),
} as const
