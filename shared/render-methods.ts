import { z } from 'zod'
import { ReportId } from './ids.ts'
import { internalCommand, internalQuery, query, shellCommand } from './method.ts'
import { ReportExport, ReportFormat, ReportPreview, TypedText } from './report.ts'
import { tlpLabels } from './scales.ts'

/** A report's file, and what is kept of this version of it. */
const Rendered = z.object({
  bytes: z.instanceof(Uint8Array),
  /** Files that it shows and does not hold. */
  pictures: z.array(z.object({ name: z.string(), svg: z.string() })),
  snapshot: z.instanceof(Uint8Array),
})

/** The part of the contract that is about how a report reads: as a file, and while it is written. */
export const renderMethods = {
  /** Asks for a place, writes the report there and records the export; null when the dialog was cancelled. */
  'reports.export': shellCommand(
    z.strictObject({ id: ReportId, format: ReportFormat }),
    // The name of the folder that its pictures are in, where it does not hold them.
    ReportExport.extend({ pictureFolder: z.string().nullable() }).nullable(),
  ),
  'reports.render': internalQuery(
    z.strictObject({
      id: ReportId,
      format: z.enum(['html', 'docx', 'md']),
      /** Under this label in the place of the report's own. */
      tlp: z.enum(tlpLabels).optional(),
      /** What the folder is called that pictures of Markdown lie in. */
      folder: z.string().optional(),
    }),
    Rendered,
  ),
  /** The page that a PDF is printed from, and the key of what goes into the PDF then: that is made while it is printed. */
  'reports.printable': internalQuery(
    z.strictObject({ id: ReportId, tlp: z.enum(tlpLabels).optional() }),
    z.object({ html: z.instanceof(Uint8Array), key: z.string() }),
  ),
  /** The printed page as the report's file: with its evidence. */
  'reports.printed': internalQuery(z.strictObject({ key: z.string(), pdf: z.instanceof(Uint8Array) }), Rendered),
  /** The page of an export to HTML in pieces, for a preview: those that it has already, by their keys, are left out. */
  'reports.preview': query(
    z.strictObject({ id: ReportId, typed: z.array(TypedText), known: z.array(z.string()) }),
    ReportPreview,
  ),
  'reports.recordExport': internalCommand(
    z.strictObject({
      id: ReportId,
      format: ReportFormat,
      fileName: z.string(),
      sha256: z.string(),
      /** Of this export, where it is not the report's. */
      tlp: z.enum(tlpLabels).optional(),
      /** As it was rendered with the file. */
      snapshot: z.instanceof(Uint8Array).optional(),
    }),
    ReportExport,
  ),
} as const
