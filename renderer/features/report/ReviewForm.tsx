import type { KeyboardEvent, ReactElement } from 'react'
import type { Judgement } from '../../../shared/report.ts'
import { run } from '../../data/queries.ts'
import { toastDone } from '../../data/undo.ts'
import { Button } from '../../ui/Button.tsx'
import { TextInput } from '../../ui/inputs.tsx'
import { useDraft, type DraftPlace } from '../drafts/use-draft.ts'
import { reportPath } from './report-actions.ts'
import { useReportState } from './report-state.ts'
import styles from './StaleNote.module.css'

/** "Reviewed, stands": a dated act with a reason, after which the judgement is fresh. */
export function ReviewForm({ judgement }: { readonly judgement: Judgement }): ReactElement {
  const { id, changesKey } = judgement
  const reportId = useReportState((state) => state.lastId)
  const place: DraftPlace = {
    ...{ form: 'judgement-review', part: 'reason', words: 'Why the judgement stands' },
    ...{ record: { kind: 'judgement', id }, path: reportId && reportPath(reportId) },
  }
  const draft = useDraft(place, () => ({ reason: '' }))
  const reason = draft.value.reason.trim()
  const review = async (): Promise<void> => {
    if (reason === '') return
    if (!(await run('judgements.review', { id, reason, seen: changesKey }))) return
    draft.end()
    await toastDone('Reviewed: the judgement stands on its evidence as it is now.')
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return
    // It is a form of its own, also within that of the judgement.
    event.preventDefault()
    event.stopPropagation()
    void review()
  }
  return (
    <div className={styles.review}>
      <div className={styles.reason}>
        <TextInput
          aria-label="Why the judgement stands"
          placeholder="Why it stands all the same"
          value={draft.value.reason}
          onChange={(text) => draft.set({ reason: text })}
          onKeyDown={onKeyDown}
        />
      </div>
      <Button
        size="small"
        disabled={reason === ''}
        title={reason === '' ? 'Write first why it stands' : 'Keeps the reason and weighs the evidence as it is now'}
        onClick={() => void review()}
      >
        Reviewed, stands
      </Button>
    </div>
  )
}
