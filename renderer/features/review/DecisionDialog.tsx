import { useState, type ReactElement } from 'react'
import type { Finding } from '../../../shared/analysis.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextArea } from '../../ui/inputs.tsx'
import { decide } from './decide.ts'
import styles from './Review.module.css'
import { wordOf, type Decision } from './words.ts'

interface DecisionDialogProps {
  readonly finding: Finding
  readonly state: Decision
  readonly onClose: () => void
}

/** Confirms or rejects a pair with a reason. */
export function DecisionDialog({ finding, state, onClose }: DecisionDialogProps): ReactElement {
  const [reason, setReason] = useState('')
  const word = wordOf[state]
  const isEmpty = reason.trim() === ''
  const save = async (): Promise<void> => {
    if (!isEmpty && (await decide(finding, state, reason.trim()))) onClose()
  }
  return (
    <Dialog
      isOpen
      title={`${word}: ${finding.left.ref} ${finding.type} ${finding.right.ref}`}
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
      <Field label="Reason">
        {(ids) => <TextArea {...ids} autoFocus value={reason} rows={4} onChange={setReason} />}
      </Field>
    </Dialog>
  )
}
