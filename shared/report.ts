import { z } from 'zod'
import { BlockId, ClaimId, EventId, JudgementId, ReportExportId, ReportId } from './ids.ts'
import { ClaimColumn, claimColumns, ClaimsBinding } from './claims-table.ts'
import { FigureOptions, FigureRequest } from './figures/data.ts'
import { optionalText, requiredText } from './list.ts'
import { confidenceLevels, scaleNames, tlpLabels } from './scales.ts'
import { EvidenceChange } from './stale.ts'

export const reportFormats = ['html', 'pdf', 'docx', 'md'] as const
export const ReportFormat = z.enum(reportFormats)
export type ReportFormat = z.infer<typeof ReportFormat>

/** How much a piece of evidence counts for a judgement. */
export const evidenceWeights = ['high', 'medium', 'low'] as const
export type EvidenceWeight = (typeof evidenceWeights)[number]

/** A claim that speaks for or against a judgement. */
export const Evidence = z.object({
  claimId: ClaimId,
  ref: z.string().nullable(),
  statement: z.string(),
  side: z.enum(['supports', 'contrary']),
  /** Null: not said. */
  weight: z.enum(evidenceWeights).nullable(),
  /** When it was weighed: taken as evidence, or looked at anew. */
  weighed: z.string(),
})
export type Evidence = z.infer<typeof Evidence>

/** "Reviewed, stands": somebody looked again at a judgement whose evidence had changed, and says why it stands. */
export const JudgementReview = z.object({
  id: z.uuid(),
  by: z.string(),
  at: z.string(),
  reason: z.string(),
  /** What had changed by then, one sentence each. */
  seen: z.array(z.string()),
})
export type JudgementReview = z.infer<typeof JudgementReview>

export const Judgement = z.object({
  id: JudgementId,
  statement: z.string(),
  /** A term of the case's scale, or null while none is chosen. */
  likelihood: z.string().nullable(),
  scale: z.enum(scaleNames),
  percent: z.number().nullable(),
  confidence: z.enum(confidenceLevels).nullable(),
  confidenceReasons: z.string().nullable(),
  assumptions: z.string().nullable(),
  indicators: z.string().nullable(),
  alternatives: z.string().nullable(),
  /** By when it will be known: as written, and as EDTF where that is a date. */
  resolvesByText: z.string().nullable(),
  resolvesBy: z.string().nullable(),
  evidence: z.array(Evidence),
  /** What is other now than when the evidence was weighed: anything makes it stale. */
  changes: z.array(EvidenceChange),
  /** Names these changes: a review says that it saw them and no others. */
  changesKey: z.string(),
  /** Newest first. */
  reviews: z.array(JudgementReview),
  created: z.string(),
  changed: z.string(),
})
export type Judgement = z.infer<typeof Judgement>

export const JudgementPatch = z
  .strictObject({
    statement: requiredText(5000),
    likelihood: optionalText(60),
    percent: z.number().gt(0).lt(100).nullable(),
    confidence: z.enum(confidenceLevels).nullable(),
    confidenceReasons: optionalText(),
    assumptions: optionalText(),
    indicators: optionalText(),
    alternatives: optionalText(),
    resolvesBy: optionalText(200),
    evidence: z
      .array(
        z.strictObject({
          claimId: ClaimId,
          side: z.enum(['supports', 'contrary']),
          /** Left out: as it was. */
          weight: z.enum(evidenceWeights).nullable().optional(),
        }),
      )
      .max(2000),
  })
  .partial()
export type JudgementPatch = z.infer<typeof JudgementPatch>

/** The content of one block; what it shows of records is looked up when it is drawn. */
export const BlockContent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), text: z.string().max(500) }),
  z.strictObject({ kind: z.literal('text'), markdown: z.string().max(1_000_000) }),
  z.strictObject({ kind: z.literal('bottom-line'), markdown: z.string().max(100_000) }),
  z.strictObject({ kind: z.literal('key-judgements'), judgementIds: z.array(JudgementId).max(200) }),
  z.strictObject({
    kind: z.literal('claims'),
    /** The chosen claims. They wait while the table is bound to something else. */
    claimIds: z.array(ClaimId).max(5000),
    from: ClaimsBinding.optional(),
    /** The usual ones when absent. */
    columns: z.array(ClaimColumn).max(claimColumns.length).optional(),
  }),
  z.strictObject({ kind: z.literal('events'), eventIds: z.array(EventId).max(5000) }),
  z.strictObject({ kind: z.literal('sources') }),
  /** ICD 206: how good the sources are, counted; the text is what the analyst adds to the counts. */
  z.strictObject({ kind: z.literal('source-summary'), markdown: z.string().max(100_000) }),
  z.strictObject({ kind: z.literal('gaps') }),
  z.strictObject({ kind: z.literal('alternatives') }),
  /** What is other than in the version that went out last under the same label. */
  z.strictObject({ kind: z.literal('changes') }),
  /** The terms and scales that the report uses; at its end where no block places them. */
  z.strictObject({ kind: z.literal('glossary') }),
  /** Every section after it is an appendix. */
  z.strictObject({ kind: z.literal('appendix') }),
  /** A picture of what a filter or a choice of records shows; drawn anew with the report. */
  z.strictObject({ kind: z.literal('figure'), request: FigureRequest, options: FigureOptions.prefault({}) }),
])
export type BlockContent = z.infer<typeof BlockContent>
export type BlockKind = BlockContent['kind']

export const Block = z.object({ id: BlockId, content: BlockContent })
export type Block = z.infer<typeof Block>

export const ReportExport = z.object({
  /** Null: the case could only be read and does not list it. */
  id: ReportExportId.nullable(),
  format: ReportFormat,
  fileName: z.string(),
  sha256: z.string(),
  at: z.string(),
  by: z.string(),
  tlp: z.enum(tlpLabels),
  /** What it said then is kept, so that it can be compared. */
  isKept: z.boolean(),
})
export type ReportExport = z.infer<typeof ReportExport>

export const ReportRow = z.object({ id: ReportId, title: z.string(), tlp: z.enum(tlpLabels), changed: z.string() })
export type ReportRow = z.infer<typeof ReportRow>

export const Report = ReportRow.extend({ blocks: z.array(Block), exports: z.array(ReportExport), created: z.string() })
export type Report = z.infer<typeof Report>

export const ReportPatch = z.strictObject({ title: requiredText(500), tlp: z.enum(tlpLabels) }).partial()
export type ReportPatch = z.infer<typeof ReportPatch>

/** A text of a block as it is being typed, which is not stored yet. */
export const TypedText = z.strictObject({ blockId: BlockId, text: z.string() })
export type TypedText = z.infer<typeof TypedText>

const PreviewPiece = z.object({ key: z.string(), html: z.string().nullable() })
export type PreviewPiece = z.infer<typeof PreviewPiece>

/** A report's page in pieces; the HTML of a piece that is known already is null. What stands for one has one key. */
export const ReportPreview = z.object({
  style: PreviewPiece,
  header: PreviewPiece,
  contents: PreviewPiece,
  sections: z.array(PreviewPiece),
  footer: PreviewPiece,
})
export type ReportPreview = z.infer<typeof ReportPreview>
