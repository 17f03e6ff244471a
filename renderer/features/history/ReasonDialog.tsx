import type { ReactElement } from 'react'
import type { ChangeSet } from '../../../shared/history.ts'
import { run } from '../../data/queries.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { DraftLine } from '../drafts/DraftLine.tsx'
import { closings, useDraft } from '../drafts/use-draft.ts'
import { TextArea } from '../../ui/inputs.tsx'

interface ReasonDialogProps {
  readonly step: ChangeSet
  readonly onClose: () => void
}

/** Why a step was made, written down later: by whom and when is kept too. */
export function ReasonDialog({ step, onClose }: ReasonDialogProps): ReactElement {
  const draft = useDraft(
    { form: 'reason', part: String(step.id), record: null, words: `Reason for “${step.label}”`, path: '/history' },
    () => ({ reason: '' }),
  )
  const { reason } = draft.value
  const isEmpty = reason.trim() === ''
  const save = async (): Promise<void> => {
    if (isEmpty) return
    const isDone = await run('history.explain', { step: step.id, reason: reason.trim() })
    if (isDone === undefined) return
    draft.end()
    onClose()
  }
  const { cancel, leave } = closings(draft, onClose)
  return (
    <Dialog
      isOpen
      title={`Reason for “${step.label}”`}
      onClose={leave}
      onSubmit={() => void save()}
      foot="Earlier reasons stay in the log."
      actions={
        <>
          <Button onClick={cancel}>Cancel</Button>
          <Button look="primary" type="submit" disabled={isEmpty}>
            Save
          </Button>
        </>
      }
    >
      <DraftLine draft={draft} />
      <TextArea
        aria-label="Reason"
        autoFocus
        value={reason}
        rows={4}
        onChange={(next) => draft.set({ reason: next })}
      />
    </Dialog>
  )
}
