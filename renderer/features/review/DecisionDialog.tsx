import { useState, type ReactElement } from 'react'
import type { Finding } from '../../../shared/analysis.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextArea } from '../../ui/inputs.tsx'
import { decide } from './decide.ts'
import styles from './Review.module.css'

interface DecisionDialogProps {
  readonly finding: Finding
  readonly state: Finding['state']
  readonly onClose: () => void
}

/** Confirms or rejects a pair with a reason. */
export function DecisionDialog({ finding, state, onClose }: DecisionDialogProps): ReactElement {
  const [reason, setReason] = useState('')
  const word = state === 'confirmed' ? 'Confirm' : 'Reject'
  const isEmpty = reason.trim() === ''
  const save = async (): Promise<void> => {
    if (!isEmpty && (await decide(finding, state, reason.trim()))) onClose()
  }
  return (
    <Dialog
      isOpen
      title={`${word} ${finding.left.ref} and ${finding.right.ref}`}
      onClose={onClose}
      onSubmit={() => void save()}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" disabled={isEmpty}>
            {word}
          </Button>
        </>
      }
    >
      <p className={styles.question}>{finding.reason}</p>
      <TextArea aria-label="Reason" autoFocus value={reason} rows={4} onChange={setReason} />
    </Dialog>
  )
}
