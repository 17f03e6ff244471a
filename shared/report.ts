import { z } from 'zod'
import { BlockId, ClaimId, EventId, JudgementId, ReportId } from './ids.ts'
import { FigureOptions, FigureRequest } from './figures/data.ts'
import { optionalText, requiredText } from './list.ts'
import { confidenceLevels, scaleNames, tlpLabels } from './scales.ts'

export const reportFormats = ['html', 'pdf', 'docx', 'md'] as const
export const ReportFormat = z.enum(reportFormats)
export type ReportFormat = z.infer<typeof ReportFormat>

/** A claim that speaks for or against a judgement. */
export const Evidence = z.object({
  claimId: ClaimId,
  ref: z.string().nullable(),
  statement: z.string(),
  side: z.enum(['supports', 'contrary']),
})
export type Evidence = z.infer<typeof Evidence>

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
  evidence: z.array(Evidence),
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
    evidence: z.array(z.strictObject({ claimId: ClaimId, side: z.enum(['supports', 'contrary']) })).max(2000),
  })
  .partial()
export type JudgementPatch = z.infer<typeof JudgementPatch>

/** The content of one block; what it shows of records is looked up when it is drawn. */
export const BlockContent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), text: z.string().max(500) }),
  z.strictObject({ kind: z.literal('text'), markdown: z.string().max(1_000_000) }),
  z.strictObject({ kind: z.literal('bottom-line'), markdown: z.string().max(100_000) }),
  z.strictObject({ kind: z.literal('key-judgements'), judgementIds: z.array(JudgementId).max(200) }),
  z.strictObject({ kind: z.literal('claims'), claimIds: z.array(ClaimId).max(5000) }),
  z.strictObject({ kind: z.literal('events'), eventIds: z.array(EventId).max(5000) }),
  z.strictObject({ kind: z.literal('sources') }),
  /** A picture of what a filter or a choice of records shows; drawn anew with the report. */
  z.strictObject({ kind: z.literal('figure'), request: FigureRequest, options: FigureOptions.prefault({}) }),
])
export type BlockContent = z.infer<typeof BlockContent>
export type BlockKind = BlockContent['kind']

export const Block = z.object({ id: BlockId, content: BlockContent })
export type Block = z.infer<typeof Block>

export const ReportExport = z.object({
  format: ReportFormat,
  fileName: z.string(),
  sha256: z.string(),
  at: z.string(),
  by: z.string(),
  tlp: z.enum(tlpLabels),
})
export type ReportExport = z.infer<typeof ReportExport>

export const ReportRow = z.object({ id: ReportId, title: z.string(), tlp: z.enum(tlpLabels), changed: z.string() })
export type ReportRow = z.infer<typeof ReportRow>

export const Report = ReportRow.extend({ blocks: z.array(Block), exports: z.array(ReportExport), created: z.string() })
export type Report = z.infer<typeof Report>

export const ReportPatch = z.strictObject({ title: requiredText(500), tlp: z.enum(tlpLabels) }).partial()
export type ReportPatch = z.infer<typeof ReportPatch>
