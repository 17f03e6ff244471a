import type { ReportFormat } from '../../../shared/report.ts'
import { assertNever } from '../../../shared/result.ts'
import type { ReadDb } from '../../store/db.ts'
import { gatherReport } from './gather.ts'
import { makeModel } from './make-model.ts'
import type { ReportModel } from './model.ts'
import { renderDocx } from './render-docx.ts'
import { renderHtml } from './render-html.ts'
import { renderMarkdown } from './render-md.ts'

/** The report as it stands now; `made` is the time that it bears. */
export const reportModel = (db: ReadDb, id: string, made: Date): ReportModel =>
  makeModel(gatherReport(db, id), made.toISOString())

/** The bytes of a report in one format; PDF is printed from the HTML by the shell. */
export async function renderReport(
  db: ReadDb,
  id: string,
  format: Exclude<ReportFormat, 'pdf'>,
  made: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  const model = reportModel(db, id, made)
  switch (format) {
    case 'html':
      return new TextEncoder().encode(await renderHtml(model))
    case 'docx':
      return renderDocx(model)
    case 'md':
      return new TextEncoder().encode(renderMarkdown(model))
    default:
      return assertNever(format)
  }
}
