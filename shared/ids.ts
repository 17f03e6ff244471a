import { z } from 'zod'

// Content-Security-Policy forbids eval, which zod's compiled parsers would call; set before the first parse.
z.config({ jitless: true })

const uuid = z.uuid()

/** Ids are UUIDv7 text; a brand keeps one kind from being passed as another. */
export const ActorId = uuid.brand('ActorId')
export const OutletId = uuid.brand('OutletId')
export const DocumentId = uuid.brand('DocumentId')
export const ClaimId = uuid.brand('ClaimId')
export const MeasureId = uuid.brand('MeasureId')
export const CarriageId = uuid.brand('CarriageId')
export const EventId = uuid.brand('EventId')
export const RelationId = uuid.brand('RelationId')
export const NoteId = uuid.brand('NoteId')
export const JudgementId = uuid.brand('JudgementId')
export const ReportId = uuid.brand('ReportId')
export const BlockId = uuid.brand('BlockId')
export const ReportExportId = uuid.brand('ReportExportId')
export const BatchId = uuid.brand('BatchId')
export const PlaceId = uuid.brand('PlaceId')

export type ActorId = z.infer<typeof ActorId>
export type OutletId = z.infer<typeof OutletId>
export type DocumentId = z.infer<typeof DocumentId>
export type ClaimId = z.infer<typeof ClaimId>
export type MeasureId = z.infer<typeof MeasureId>
export type CarriageId = z.infer<typeof CarriageId>
export type EventId = z.infer<typeof EventId>
export type RelationId = z.infer<typeof RelationId>
export type NoteId = z.infer<typeof NoteId>
export type JudgementId = z.infer<typeof JudgementId>
export type ReportId = z.infer<typeof ReportId>
export type BlockId = z.infer<typeof BlockId>
export type ReportExportId = z.infer<typeof ReportExportId>
export type BatchId = z.infer<typeof BatchId>
export type PlaceId = z.infer<typeof PlaceId>

/** The kinds of record a link, a pin or a search result can point at. */
export const recordKinds = ['claim', 'event', 'actor', 'outlet', 'document', 'note', 'place'] as const
export const RecordKind = z.enum(recordKinds)
export type RecordKind = z.infer<typeof RecordKind>

/** A pointer to any record: its kind, its id, and the words to show for it. */
export const RecordLink = z.object({ kind: RecordKind, id: uuid, label: z.string(), detail: z.string() })
export type RecordLink = z.infer<typeof RecordLink>

export const RecordRef = z.object({ kind: RecordKind, id: uuid })
export type RecordRef = z.infer<typeof RecordRef>
