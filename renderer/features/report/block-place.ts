import { reportPath } from './report-actions.ts'
import { useReportState } from './report-state.ts'
import type { DraftPlace } from '../drafts/use-draft.ts'

/** Where the draft of a block lies that could not be saved yet. */
export function placeOfBlock(id: string, words: string): DraftPlace {
  const { lastId } = useReportState.getState()
  const report = lastId === null ? null : ({ kind: 'report', id: lastId } as const)
  return { form: 'block', part: id, record: report, words, path: lastId && reportPath(lastId) }
}
