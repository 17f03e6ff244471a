import type { ReportModel } from './model.ts'

/**
 * The report as a Word file, with styles, footnotes and tables of Word's own. The library that writes it takes a
 * moment to load, so it is loaded only when a report is written.
 */
export async function renderDocx(model: ReportModel): Promise<Uint8Array<ArrayBuffer>> {
  const { makeDocument } = await import('./docx/document.ts')
  return makeDocument(model)
}
