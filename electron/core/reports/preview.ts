import type { ReportPreview, TypedText } from '../../../shared/report.ts'
import type { ReadDb } from '../../store/db.ts'
import type { Piece } from './html/pieces.ts'
import { makeModel } from './make-model.ts'
import { renderPage } from './render-html.ts'
import { gatherWithChanges } from './versions/versions.ts'

interface PreviewRequest {
  readonly id: string
  readonly typed: readonly TypedText[]
  readonly known: readonly string[]
}

/** The page that an export to HTML would write, in pieces and without what is known of them. Its fonts are not packed, which nobody waits for while typing. */
export async function previewReport(
  db: ReadDb,
  { id, typed, known }: PreviewRequest,
  made: Date,
): Promise<ReportPreview> {
  const model = makeModel(gatherWithChanges(db, id, undefined, typed), made.toISOString())
  const { style, header, contents, sections, footer } = await renderPage(model)
  const has = new Set(known)
  const told = ({ key, html }: Piece): ReportPreview['style'] => ({ key, html: has.has(key) ? null : html })
  return {
    style: told(style),
    header: told(header),
    contents: told(contents),
    sections: sections.map(told),
    footer: told(footer),
  }
}
