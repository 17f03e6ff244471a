import { useEffect, useRef, type ReactElement } from 'react'
import type { ChangeSet } from '../../../shared/history.ts'
import { run, useCall } from '../../data/queries.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { toast } from '../../ui/toast.ts'
import styles from './HistoryScreen.module.css'

interface UndoDialogProps {
  readonly step: ChangeSet
  readonly onUndo: () => Promise<void>
  readonly onClose: () => void
}

/** Undoes a step at once where nothing builds on it; else lists what does and asks. */
export function UndoDialog({ step, onUndo, onClose }: UndoDialogProps): ReactElement | null {
  const { data: later } = useCall('history.later', { step: step.id })
  const isFree = later?.length === 0
  const isDone = useRef(false)
  useEffect(() => {
    if (!isFree || isDone.current) return
    isDone.current = true
    void onUndo().then(onClose)
  })
  if (!later || later.length === 0) return null
  const undoAll = async (): Promise<void> => {
    const done = await run('history.undo', { step: step.id, withLater: true })
    if (!done) return
    toast({ message: `Undone: ${done.label}`, timeout: 3000 })
    onClose()
  }
  const isOne = later.length === 1
  return (
    <Dialog
      isOpen
      title="Later steps build on this one"
      onClose={onClose}
      foot="Redo brings all of it back."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="danger" onClick={() => void undoAll()}>
            {isOne ? 'Undo both' : `Undo all ${later.length + 1}`}
          </Button>
        </>
      }
    >
      <p>
        “{step.label}” cannot be undone by itself, since {isOne ? 'a later step' : 'later steps'} changed the same field
        again, or something this step created:
      </p>
      <ul className={styles.steps}>
        {later.map(({ id, label }) => (
          <li key={id}>{label}</li>
        ))}
      </ul>
    </Dialog>
  )
}
