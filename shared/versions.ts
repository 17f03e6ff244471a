import { z } from 'zod'
import { carriedKinds } from './evidence.ts'
import { FieldChange } from './history.ts'
import { ReportExportId, ReportId } from './ids.ts'
import { query } from './method.ts'
import { reportFormats } from './report.ts'
import { tlpLabels } from './scales.ts'

/** What a line of a report's text is: a row is one of a table. */
const lineRoles = ['heading', 'text', 'row', 'note'] as const
const LineRole = z.enum(lineRoles)

/** One line of a report's text, as a person reads it. */
export const ReportLine = z.strictObject({ role: LineRole, text: z.string().max(2_000_000) })
export type ReportLine = z.infer<typeof ReportLine>

/** A part of a line, and whether the other version has it. */
const Piece = z.object({ text: z.string(), isChanged: z.boolean() })
export type Piece = z.infer<typeof Piece>

/** A line of two versions: an empty side has no such line. */
export const LineComparison = z.object({
  role: LineRole,
  verdict: z.enum(['same', 'changed', 'added', 'removed']),
  before: z.array(Piece),
  after: z.array(Piece),
})
export type LineComparison = z.infer<typeof LineComparison>

/** A record of which a version is drawn, and the other is not, or differs. */
export const RecordComparison = z.object({
  id: z.uuid(),
  kind: z.enum(carriedKinds),
  name: z.string(),
  text: z.string().nullable(),
  verdict: z.enum(['changed', 'added', 'removed']),
  differences: z.array(FieldChange),
})
export type RecordComparison = z.infer<typeof RecordComparison>

/** Which version it is; without a time it is the report as it is now. */
const VersionHead = z.object({
  at: z.string().nullable(),
  format: z.enum(reportFormats).nullable(),
  tlp: z.enum(tlpLabels),
})
export type VersionHead = z.infer<typeof VersionHead>

export const VersionComparison = z.object({
  before: VersionHead,
  after: VersionHead,
  lines: z.array(LineComparison),
  records: z.array(RecordComparison),
})
export type VersionComparison = z.infer<typeof VersionComparison>

/** The part of the contract that is about what a report was when it left the desk. */
export const versionMethods = {
  /** Two versions of a report, in their text and in the records behind them; `after` null: as it is now. */
  'reports.compareVersions': query(
    z.strictObject({ id: ReportId, before: ReportExportId, after: ReportExportId.nullable() }),
    VersionComparison,
  ),
} as const
