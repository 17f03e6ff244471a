import type { ReportFormat } from '../../../shared/report.ts'
import { assertNever } from '../../../shared/result.ts'
import type { Tlp } from '../../../shared/scales.ts'
import type { ReadDb } from '../../store/db.ts'
import { evidenceOf } from '../evidence/collect.ts'
import { toEnvelope } from '../evidence/envelope.ts'
import { makeModel } from './make-model.ts'
import { renderDocx } from './render-docx.ts'
import { renderHtml } from './render-html.ts'
import { renderMarkdown } from './render-md.ts'
import { packSnapshot, snapshotOf } from './versions/snapshot.ts'
import { gatherWithChanges } from './versions/versions.ts'

interface RenderRequest {
  readonly id: string
  readonly format: Exclude<ReportFormat, 'pdf'>
  /** The label in the place of the report's own. */
  readonly tlp?: Tlp | undefined
  /** What the folder is called that pictures of Markdown lie in. */
  readonly folder?: string | undefined
}

export interface Rendered {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Files of pictures that it shows and does not hold. */
  readonly pictures: { readonly name: string; readonly svg: string }[]
  /** What is kept of this version. */
  readonly snapshot: Uint8Array<ArrayBuffer>
}

/** The report in one format with what is kept of it, and with its evidence where the format can carry it; a PDF is printed (printing.ts). */
export async function renderReport(
  db: ReadDb,
  { id, format, tlp, folder }: RenderRequest,
  made: Date,
): Promise<Rendered> {
  const records = gatherWithChanges(db, id, tlp)
  const model = makeModel(records, made.toISOString())
  const snapshot = snapshotOf(db, id, records)
  const evidence = (): string =>
    toEnvelope(evidenceOf(db, id, records, { made: made.toISOString(), rows: snapshot.rows }))
  const file = async (): Promise<Pick<Rendered, 'bytes' | 'pictures'>> => {
    switch (format) {
      case 'html':
        return { bytes: new TextEncoder().encode(await renderHtml(model, { evidence: evidence() })), pictures: [] }
      case 'docx':
        return { bytes: await renderDocx(model, evidence), pictures: [] }
      case 'md': {
        const { text, pictures } = renderMarkdown(model, folder)
        return { bytes: new TextEncoder().encode(text), pictures: pictures.map(({ name, svg }) => ({ name, svg })) }
      }
      default:
        return assertNever(format)
    }
  }
  return { ...(await file()), snapshot: packSnapshot(snapshot) }
}
