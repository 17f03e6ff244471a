import { useState, type ReactElement } from 'react'
import type { ChangeSet } from '../../../shared/history.ts'
import { run } from '../../data/queries.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextArea } from '../../ui/inputs.tsx'

interface ReasonDialogProps {
  readonly step: ChangeSet
  readonly onClose: () => void
}

/** Why a step was made, written down later: by whom and when is kept too. */
export function ReasonDialog({ step, onClose }: ReasonDialogProps): ReactElement {
  const [reason, setReason] = useState('')
  const isEmpty = reason.trim() === ''
  const save = async (): Promise<void> => {
    if (isEmpty) return
    const isDone = await run('history.explain', { step: step.id, reason: reason.trim() })
    if (isDone !== undefined) onClose()
  }
  return (
    <Dialog
      isOpen
      title={`Reason for “${step.label}”`}
      onClose={onClose}
      onSubmit={() => void save()}
      foot="Earlier reasons stay in the log."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" disabled={isEmpty}>
            Save
          </Button>
        </>
      }
    >
      <TextArea aria-label="Reason" autoFocus value={reason} rows={4} onChange={setReason} />
    </Dialog>
  )
}
