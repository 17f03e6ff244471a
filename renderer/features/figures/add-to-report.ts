import type { FigureOptions, FigureRequest } from '../../../shared/figures/data.ts'
import { call } from '../../data/call.ts'
import { goTo } from '../../app/history.ts'
import { toast, toastFailure } from '../../ui/toast.ts'
import { newestReport } from '../grid/selection-actions.ts'

/** Adds the picture to the newest report: it is drawn anew from the same filter whenever the report is. */
export async function addFigureToReport(request: FigureRequest, options: FigureOptions): Promise<void> {
  try {
    const reportId = await newestReport()
    if (reportId === undefined) return
    await call('blocks.add', { reportId, content: { kind: 'figure', request, options } } as never)
    toast({
      message: 'The picture was added to the report.',
      action: { text: 'Open the report', onClick: () => goTo(`/report/${reportId}`) },
    })
  } catch (error) {
    toastFailure(error)
  }
}
