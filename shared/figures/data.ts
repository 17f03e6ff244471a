import { z } from 'zod'
import { ActorId, ClaimId, EventId, MeasureId } from '../ids.ts'
import { Selection } from '../list.ts'
import { Collapse, OriginChain } from '../origins.ts'
import { eventStatuses, measureCategories, placePrecisions, qualifiers } from '../vocabulary.ts'

export const figureKinds = ['numbers', 'timeline', 'map', 'matrix', 'origins'] as const
export const FigureKind = z.enum(figureKinds)
export type FigureKind = z.infer<typeof FigureKind>

/** What a picture is drawn from. */
export const FigureRequest = z.strictObject({
  figure: FigureKind,
  /** All live claims when absent. */
  claims: Selection.optional(),
  /** When absent: the events that the claims are about; all live ones where the claims are not narrowed. Origins of an event: it alone. */
  events: Selection.optional(),
  /** Of origins: which count as one; as many as can when absent. */
  collapse: Collapse.optional(),
})
export type FigureRequest = z.infer<typeof FigureRequest>

/** How a picture is drawn, where there is a choice. */
export const FigureOptions = z.strictObject({
  /** Of numbers: what parts the bands. */
  bands: z.enum(['category', 'subject', 'place']).default('category'),
  /** Of numbers: `auto` is logarithmic where the span needs it. */
  scale: z.enum(['auto', 'linear', 'log']).default('auto'),
  /** Of the timeline: what parts the lanes. */
  lanes: z.enum(['actor', 'topic', 'place']).default('actor'),
  /** Of the matrix: over how long two values answer one question. */
  period: z.enum(['all', 'year', 'month']).default('all'),
})
export type FigureOptions = z.infer<typeof FigureOptions>
export type FigureOptionsInput = z.input<typeof FigureOptions>

const OriginKey = z.object({ key: z.string(), name: z.string() })

/** One quantity that a claim states. */
export const MeasureMark = z.object({
  id: MeasureId,
  claimId: ClaimId,
  ref: z.string().nullable(),
  statement: z.string(),
  claimant: z.string().nullable(),
  claimantId: ActorId.nullable(),
  /** By what it is coloured. */
  origin: OriginKey,
  category: z.enum(measureCategories).nullable(),
  subject: z.string().nullable(),
  unit: z.string().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  best: z.number().nullable(),
  qualifier: z.enum(qualifiers),
  /** EDTF; null where it is not given or not readable. */
  said: z.string().nullable(),
  asOf: z.string().nullable(),
  place: z.string().nullable(),
})
export type MeasureMark = z.infer<typeof MeasureMark>

/** Of how many records a picture is drawn. */
const Counts = z.object({
  /** In the selection. */
  records: z.int(),
  /** Of these, what has something to draw. */
  usable: z.int(),
  /** Left out because they are marked above the report that shows the picture. */
  withheld: z.int(),
})

export const MeasureData = z.object({
  figure: z.enum(['numbers', 'matrix']),
  counts: Counts,
  /** The case's tolerance for "about": 0.1 is ±10 %. */
  tolerance: z.number(),
  measures: z.array(MeasureMark),
  /** Pairs of measures that contradict, by a rule or by hand, without those that were rejected. */
  contradictions: z.array(z.tuple([MeasureId, MeasureId])),
})
export type MeasureData = z.infer<typeof MeasureData>

export const TimelineItem = z.object({
  record: z.union([
    z.object({ kind: z.literal('claim'), id: ClaimId }),
    z.object({ kind: z.literal('event'), id: EventId }),
  ]),
  ref: z.string().nullable(),
  title: z.string(),
  when: z.string().nullable(),
  whenText: z.string().nullable(),
  actors: z.array(z.string()),
  topic: z.string().nullable(),
  place: z.string().nullable(),
})
export type TimelineItem = z.infer<typeof TimelineItem>

export const TimelineData = z.object({
  figure: z.literal('timeline'),
  counts: Counts,
  items: z.array(TimelineItem),
})
export type TimelineData = z.infer<typeof TimelineData>

export const MapPlace = z.object({
  name: z.string().nullable(),
  latitude: z.number(),
  longitude: z.number(),
  precision: z.enum(placePrecisions).nullable(),
  /** How many events are there; the first of them are named. */
  count: z.int(),
  events: z.array(
    z.object({
      id: EventId,
      ref: z.string().nullable(),
      title: z.string(),
      when: z.string().nullable(),
      status: z.enum(eventStatuses),
    }),
  ),
})
export type MapPlace = z.infer<typeof MapPlace>

export const MapData = z.object({ figure: z.literal('map'), counts: Counts, places: z.array(MapPlace) })
export type MapData = z.infer<typeof MapData>

export const OriginsData = z.object({
  figure: z.literal('origins'),
  counts: Counts,
  /** Of how many records the chain is: a chain of too many cannot be read. */
  traced: z.int(),
  /** What it is the origins of: "C08", "17 claims". */
  called: z.string(),
  summary: z.string(),
  /** What stands out, a sentence each. */
  findings: z.array(z.string()),
  chain: OriginChain,
})
export type OriginsData = z.infer<typeof OriginsData>

export const FigureData = z.discriminatedUnion('figure', [MeasureData, TimelineData, MapData, OriginsData])
export type FigureData = z.infer<typeof FigureData>
