import type { FigureOptions, FigureRequest } from '../../../shared/figures/data.ts'
import { ReportId } from '../../../shared/ids.ts'
import { call } from '../../data/call.ts'
import { goTo } from '../../app/history.ts'
import { toast, toastFailure } from '../../ui/toast.ts'
import { newestReport } from '../grid/selection-actions.ts'

/** Adds the picture to the newest report: it is drawn anew from the same filter whenever the report is. */
export async function addFigureToReport(request: FigureRequest, options: FigureOptions): Promise<void> {
  try {
    const reportId = await newestReport()
    if (reportId === undefined) return
    // Evidence goes ahead of its sources.
    const { blocks } = await call('reports.get', { id: ReportId.parse(reportId) })
    const before = blocks.find(({ content }) => content.kind === 'sources')?.id
    const content = { kind: 'figure', request, options } as const
    await call('blocks.add', { reportId: ReportId.parse(reportId), content, ...(before ? { before } : {}) })
    toast({
      message: 'The picture was added to the report.',
      action: { text: 'Open the report', onClick: () => goTo(`/report/${reportId}`) },
    })
  } catch (error) {
    toastFailure(error)
  }
}
