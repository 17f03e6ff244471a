import { ReportId } from '../../shared/ids.ts'
import type { Workbench } from './workbench.ts'

/** The report as it would be exported, for the preview frame: `path` is the report's id. */
export async function previewPage(workbench: Workbench, path: string): Promise<string | undefined> {
  const id = ReportId.safeParse(path)
  if (!id.success || !workbench.hasCase) return undefined
  const html = await workbench.store.ask('reports.preview', { id: id.data }, 'query')
  return new TextDecoder().decode(html)
}
