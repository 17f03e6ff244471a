import { packDocx } from '../evidence/carriers/docx.ts'
import type { ReportModel } from './model.ts'

/**
 * The report as a Word file, with styles, footnotes and tables of Word's own. The library that writes it takes a
 * moment to load, so it is loaded only when a report is written. `evidence`: the data behind it, which it carries; asked
 * for while the pictures are drawn.
 */
export async function renderDocx(
  report: ReportModel,
  evidence: () => string | null = () => null,
): Promise<Uint8Array<ArrayBuffer>> {
  const [{ clean }, { picturesOf }, { makeDocument }] = await Promise.all([
    import('./docx/text.ts'),
    import('./docx/pictures.ts'),
    import('./docx/document.ts'),
  ])
  const model = clean(report)
  const pictures = picturesOf(model)
  const made = async (): Promise<readonly [Uint8Array, string | null]> => [await makeDocument(model), evidence()]
  const [[bytes, envelope], drawn] = await Promise.all([made(), pictures])
  return packDocx(bytes, envelope, drawn)
}
