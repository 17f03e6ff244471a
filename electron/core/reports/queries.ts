import type { Report, ReportExport, ReportRow } from '../../../shared/report.ts'
import { all, get, sql, type ReadDb } from '../../store/db.ts'
import { notFound } from '../records/not-found.ts'
import { blocksOf } from './block-list.ts'

/** The live reports, the one changed last first. */
export const listReports = (db: ReadDb): ReportRow[] =>
  all(db, sql`SELECT id, title, tlp, changed FROM report WHERE trashed IS NULL ORDER BY changed DESC, num DESC`)

/** A report with its blocks and the exports made of it, newest first. */
export function reportById(db: ReadDb, id: string): Report {
  const report = get<Omit<Report, 'blocks' | 'exports'>>(
    db,
    sql`SELECT id, title, tlp, created, changed FROM report WHERE id = ${id} AND trashed IS NULL`,
  )
  if (!report) throw notFound('report', id)
  const blocks = blocksOf(db, id).map(({ id: blockId, content }) => ({ id: blockId, content }))
  return { ...report, blocks, exports: exportsOf(db, id) }
}

const exportsOf = (db: ReadDb, reportId: string): ReportExport[] =>
  all<Omit<ReportExport, 'isKept'> & { readonly isKept: number }>(
    db,
    sql`SELECT e.id, e.format, e.file_name AS fileName, e.sha256, e.at, e.by, e.tlp, s.num IS NOT NULL AS isKept FROM report r
        JOIN report_export e ON e.report = r.num LEFT JOIN report_snapshot s ON s.sha256 = e.snapshot WHERE r.id = ${reportId} ORDER BY e.at DESC, e.num DESC`,
  ).map((made) => ({ ...made, isKept: made.isKept === 1 }))
