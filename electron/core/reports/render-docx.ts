import { packDocx } from '../evidence/carriers/docx.ts'
import type { ReportModel } from './model.ts'

interface Beside {
  /** The data behind the report, which it carries; asked for while the pictures are drawn. */
  readonly evidence?: () => string | null
  /** The program of the thread that draws the pictures; undefined: they are drawn here. */
  readonly drawer?: URL | undefined
}

/**
 * The report as a Word file, with styles, footnotes and tables of Word's own. The library that writes it takes a
 * moment to load, so it is loaded only when a report is written.
 */
export async function renderDocx(
  report: ReportModel,
  { evidence = () => null, drawer }: Beside = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const [{ clean }, { picturesOf }, { makeDocument }] = await Promise.all([
    import('./docx/text.ts'),
    import('./docx/pictures.ts'),
    import('./docx/document.ts'),
  ])
  const model = clean(report)
  const pictures = picturesOf(model, drawer)
  const made = async (): Promise<readonly [Uint8Array, string | null]> => [await makeDocument(model), evidence()]
  const [[bytes, envelope], drawn] = await Promise.all([made(), pictures])
  return packDocx(bytes, envelope, drawn)
}
