import { useState, type ReactElement } from 'react'
import { run } from '../../data/queries.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Checkbox } from '../../ui/inputs.tsx'
import { toast } from '../../ui/toast.ts'
import styles from './HistoryScreen.module.css'

interface EmptyTrashDialogProps {
  readonly count: number
  readonly onClose: () => void
}

/** Asks before what is in the trash is purged: the one thing that nothing takes back. */
export function EmptyTrashDialog({ count, onClose }: EmptyTrashDialogProps): ReactElement {
  const [isSure, setIsSure] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const empty = async (): Promise<void> => {
    if (!isSure || isBusy) return
    setIsBusy(true)
    const emptied = await run('trash.empty')
    onClose()
    if (!emptied) return
    const files = emptied.files.length === 0 ? '' : ` So were the files kept with imports: ${emptied.files.join(', ')}.`
    const were = emptied.records === 1 ? '1 record was' : `${emptied.records.toLocaleString('en-GB')} records were`
    toast({ message: `${were} purged for good.${files}` })
  }
  const isOne = count === 1
  return (
    <Dialog
      isOpen
      title="Empty the trash?"
      onClose={onClose}
      onSubmit={() => void empty()}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="danger" type="submit" disabled={!isSure} loading={isBusy}>
            Purge for good
          </Button>
        </>
      }
    >
      <p className={styles.asked}>
        {isOne ? 'The record' : `The ${count.toLocaleString('en-GB')} records`} in the trash {isOne ? 'goes' : 'go'}{' '}
        from the file for good, with all that hangs on {isOne ? 'it' : 'them'}: numbers, carriers, grades, relations,
        and what the log and the imports kept of the text. A line in the log stays. Undo cannot bring anything of it
        back; backups and copies of the case still have it.
      </p>
      <Checkbox label="I know that this cannot be undone" checked={isSure} onChange={setIsSure} />
    </Dialog>
  )
}
