import { useReportState } from './report-state.ts'

/** True once for a block that was just added: the cursor belongs there. */
export function takeFresh(id: string): boolean {
  if (useReportState.getState().freshBlock !== id) return false
  useReportState.setState({ freshBlock: null })
  return true
}
