import { z } from 'zod'
import { tlpLabels } from './scales.ts'

/** The records that a report carries: those of which it is drawn, and their parts. Named as the log names them. */
export const carriedEntities = [
  ...(['actor', 'outlet', 'document', 'event', 'participant', 'claim', 'measure', 'carriage', 'rating'] as const),
  ...(['relation', 'judgement', 'judgement_claim'] as const),
] as const
export type CarriedEntity = (typeof carriedEntities)[number]

const longestText = 1_000_000
const Plain = z.union([z.string().max(longestText), z.number(), z.boolean(), z.null()])
const Cell = z.union([
  Plain,
  z.array(Plain).max(10_000),
  z.record(z.string().max(100), z.union([Plain, z.array(Plain).max(10_000)])),
])

/** A record or a part of one with all that it says; references are ids of others of the same evidence. */
export const CarriedRow = z.strictObject({
  entity: z.enum(carriedEntities),
  id: z.uuid(),
  fields: z.record(z.string().max(100), Cell),
})
export type CarriedRow = z.infer<typeof CarriedRow>

/** The kinds that are records of their own; the others are parts of them. */
export const carriedKinds = ['actor', 'outlet', 'document', 'event', 'claim', 'relation', 'judgement'] as const
export const isRecordRow = ({ entity }: { readonly entity: CarriedEntity }): boolean =>
  (carriedKinds as readonly string[]).includes(entity)

/** The data behind a report, under its label. */
export const Evidence = z.strictObject({
  /** When the report was made, ISO-8601 UTC. */
  made: z.iso.datetime(),
  by: z.array(z.string().max(500)).max(1000),
  case: z.strictObject({ id: z.uuid(), title: z.string().max(longestText) }),
  report: z.strictObject({ id: z.uuid(), title: z.string().max(longestText) }),
  tlp: z.enum(tlpLabels),
  rows: z.array(CarriedRow).max(500_000),
})
export type Evidence = z.infer<typeof Evidence>

/** How the content is wrapped. A version of a later program may say more than this one knows. */
export const evidenceVersion = 1
export const Envelope = z.looseObject({
  parallax: z.literal('evidence'),
  version: z.int().min(1),
  /** Of `content` as JSON.stringify of ECMAScript writes it, in UTF-8, as hex. */
  sha256: z.string().max(200),
  content: z.unknown(),
})

export const evidenceVerdicts = ['new', 'changed', 'same', 'conflict'] as const
export type EvidenceVerdict = (typeof evidenceVerdicts)[number]

/** One field, or one part, in which a record of a report differs from the case. */
const Difference = z.object({
  /** By which it is picked. */
  key: z.string(),
  field: z.string(),
  ours: z.string().nullable(),
  theirs: z.string().nullable(),
  /** Both sides were changed. */
  isConflict: z.boolean(),
})

/** A record of a report against the case. */
export const CarriedRecord = z.object({
  id: z.uuid(),
  kind: z.enum(carriedKinds),
  name: z.string(),
  text: z.string().nullable(),
  verdict: z.enum(evidenceVerdicts),
  differences: z.array(Difference),
})
export type CarriedRecord = z.infer<typeof CarriedRecord>

export const EvidenceSummary = z.object({
  /** Null: the file carries none. */
  made: z.string().nullable(),
  by: z.string().nullable(),
  title: z.string().nullable(),
  caseTitle: z.string().nullable(),
  tlp: z.enum(tlpLabels).nullable(),
  hash: z.enum(['ok', 'bad', 'none']),
  new: z.int(),
  changed: z.int(),
  same: z.int(),
  conflicts: z.int(),
})
export type EvidenceSummary = z.infer<typeof EvidenceSummary>

/** What is brought in of a record: all of it, or of one that the case has some of its differences. */
export const Pick = z.strictObject({ id: z.uuid(), keys: z.array(z.string().max(200)).max(10_000).optional() })
export type Pick = z.infer<typeof Pick>
