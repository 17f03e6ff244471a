import { z } from 'zod'
import { analysisColumns, analysisFields } from './analysis.ts'
import {
  ActorId,
  CarriageId,
  ClaimId,
  DocumentId,
  EventId,
  MeasureId,
  OutletId,
  RecordLink,
  RelationId,
} from './ids.ts'
import { firstOf, optionalText, pageOf, requiredText } from './list.ts'
import { credibilities, reliabilities, tlpLabels } from './scales.ts'
import {
  carriageRoles,
  claimBases,
  claimStatuses,
  measureCategories,
  measureKinds,
  qualifiers,
  ratingAxes,
  relationStates,
  relationTypes,
} from './vocabulary.ts'

/** A quantity that a claim states; open sides are null. */
export const Measure = z.object({
  id: MeasureId,
  subject: z.string().nullable(),
  category: z.enum(measureCategories).nullable(),
  unit: z.string().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  best: z.number().nullable(),
  qualifier: z.enum(qualifiers),
  kind: z.enum(measureKinds).nullable(),
  asOf: z.string().nullable(),
  place: z.string().nullable(),
  verbatim: z.string().nullable(),
})
export type Measure = z.infer<typeof Measure>

/** One row of the claims grid and of `list claims`. Names stand for the records; `…Id` leads to them. */
export const ClaimRow = z.object({
  id: ClaimId,
  ref: z.string().nullable(),
  statement: z.string(),
  claimant: z.string().nullable(),
  claimantId: ActorId.nullable(),
  basis: z.enum(claimBases),
  outlet: z.string().nullable(),
  outletId: OutletId.nullable(),
  document: z.string().nullable(),
  documentId: DocumentId.nullable(),
  /** EDTF; null when not given or not readable (then `saidText` holds what was written). */
  said: z.string().nullable(),
  saidText: z.string().nullable(),
  topic: z.string().nullable(),
  place: z.string().nullable(),
  event: z.string().nullable(),
  eventId: EventId.nullable(),
  status: z.enum(claimStatuses),
  tlp: z.enum(tlpLabels).nullable(),
  reliability: z.enum(reliabilities).nullable(),
  credibility: z.enum(credibilities).nullable(),
  measures: z.array(Measure),
  tags: z.array(z.string()),
  carriers: z.int(),
  /** When it was last graded, by anyone. */
  rated: z.string().nullable(),
  ...analysisColumns,
  notes: z.int(),
  created: z.string(),
  changed: z.string(),
})
export type ClaimRow = z.infer<typeof ClaimRow>
export const ClaimPage = pageOf(ClaimRow)
export const FirstClaims = firstOf(ClaimRow)
export type FirstClaims = z.infer<typeof FirstClaims>

/** The columns that sort and filter know, beyond the row's own names: the first measure's parts. */
export const claimFields = [
  'ref',
  'statement',
  'quote',
  'claimant',
  'basis',
  'outlet',
  'document',
  'said',
  'topic',
  'place',
  'event',
  'status',
  'tlp',
  'reliability',
  'credibility',
  'subject',
  'category',
  'qualifier',
  'quantity',
  'unit',
  'tags',
  'carriers',
  'rated',
  ...analysisFields,
  'created',
  'changed',
] as const
export type ClaimField = (typeof claimFields)[number]

/**
 * What can be set on a claim. `claimant` and `event` are names: an existing record of that name (or alias) is taken,
 * else one is made. The measure fields set the claim's first measure and make one if there is none.
 */
export const ClaimPatch = z
  .strictObject({
    ref: optionalText(100),
    statement: requiredText(),
    quote: optionalText(100_000),
    quoteLanguage: optionalText(40),
    translation: optionalText(100_000),
    claimant: optionalText(500),
    basis: z.enum(claimBases),
    said: optionalText(200),
    event: optionalText(500),
    topic: optionalText(500),
    place: optionalText(500),
    status: z.enum(claimStatuses),
    tlp: z.enum(tlpLabels).nullable(),
    reliability: z.enum(reliabilities).nullable(),
    credibility: z.enum(credibilities).nullable(),
    tags: z.array(requiredText(200)).max(200),
    subject: optionalText(500),
    category: z.enum(measureCategories).nullable(),
    /** A quantity in words ("about 11,000"); sets low, high, best and the qualifier together. */
    quantity: optionalText(200),
    qualifier: z.enum(qualifiers),
    unit: optionalText(200),
  })
  .partial()
export type ClaimPatch = z.infer<typeof ClaimPatch>

export const MeasureInput = Measure.omit({ id: true })
  .partial()
  .extend({ qualifier: z.enum(qualifiers) })
export type MeasureInput = z.infer<typeof MeasureInput>

export const Carriage = z.object({
  id: CarriageId,
  role: z.enum(carriageRoles),
  /** Whether the person read this document themselves; false is "cited, not seen", null is not said. */
  linkRead: z.boolean().nullable(),
  documentId: DocumentId,
  document: z.string(),
  outlet: z.string().nullable(),
  outletId: OutletId.nullable(),
  published: z.string().nullable(),
  url: z.string().nullable(),
})
export type Carriage = z.infer<typeof Carriage>

/** `document` and `outlet` are names, taken or made as for a claim's claimant. */
export const CarriageInput = z.strictObject({
  document: requiredText(1000),
  outlet: optionalText(500).optional(),
  published: optionalText(200).optional(),
  role: z.enum(carriageRoles).default('carries'),
  linkRead: z.boolean().nullable().default(null),
})
export type CarriageInput = z.infer<typeof CarriageInput>

export const Rating = z.object({
  id: z.uuid(),
  axis: z.enum(ratingAxes),
  /** null is a rating that was taken back. */
  value: z.string().nullable(),
  reason: z.string().nullable(),
  rater: z.string(),
  at: z.string(),
})
export type Rating = z.infer<typeof Rating>

export const Relation = z.object({
  id: RelationId,
  type: z.enum(relationTypes),
  state: z.enum(relationStates),
  /** `out`: this record is the subject ("this revises …"); `in`: the other one is. */
  direction: z.enum(['out', 'in']),
  other: RecordLink,
  /** What it rests on: what was written with it, or what the rule found. */
  basis: z.string().nullable(),
  /** Why a person confirmed or rejected it. */
  reason: z.string().nullable(),
  by: z.string(),
  at: z.string(),
})
export type Relation = z.infer<typeof Relation>

export const PinnedNote = z.object({ id: z.uuid(), title: z.string(), body: z.string(), changed: z.string() })

/** The whole claim, as the detail pane shows it. */
export const ClaimDetail = ClaimRow.extend({
  quote: z.string().nullable(),
  quoteLanguage: z.string().nullable(),
  translation: z.string().nullable(),
  carriages: z.array(Carriage),
  ratings: z.array(Rating),
  relations: z.array(Relation),
  pinned: z.array(PinnedNote),
  backlinks: z.array(RecordLink),
  trashed: z.string().nullable(),
})
export type ClaimDetail = z.infer<typeof ClaimDetail>
