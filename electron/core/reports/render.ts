import type { ReportFormat } from '../../../shared/report.ts'
import { assertNever } from '../../../shared/result.ts'
import type { Tlp } from '../../../shared/scales.ts'
import type { ReadDb } from '../../store/db.ts'
import { collectEvidence } from '../evidence/collect.ts'
import { toEnvelope } from '../evidence/envelope.ts'
import { gatherReport } from './gather.ts'
import { makeModel } from './make-model.ts'
import { renderDocx } from './render-docx.ts'
import { renderHtml } from './render-html.ts'
import { renderMarkdown } from './render-md.ts'

interface RenderRequest {
  readonly id: string
  readonly format: Exclude<ReportFormat, 'pdf'>
  /** HTML that is printed at once, with its fonts as they are. */
  readonly isForPrint?: boolean | undefined
  /** The label in the place of the report's own. */
  readonly tlp?: Tlp | undefined
}

/** The bytes of a report in one format, with its evidence where the format can carry it; PDF is printed from the HTML by the shell. `drawer`: the thread that draws the pictures of a Word file. */
export async function renderReport(
  db: ReadDb,
  { id, format, isForPrint = false, tlp }: RenderRequest,
  made: Date,
  drawer?: URL,
): Promise<Uint8Array<ArrayBuffer>> {
  const records = gatherReport(db, id, tlp)
  const model = makeModel(records, made.toISOString())
  const evidence = (): string => toEnvelope(collectEvidence(db, id, records, made.toISOString()))
  switch (format) {
    case 'html':
      return new TextEncoder().encode(await renderHtml(model, evidence(), isForPrint ? 'truetype' : 'woff2'))
    case 'docx':
      return renderDocx(model, { evidence, drawer })
    case 'md':
      return new TextEncoder().encode(renderMarkdown(model))
    default:
      return assertNever(format)
  }
}
