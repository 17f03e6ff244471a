import { useState, type ReactElement } from 'react'
import type { BatchSummary } from '../../../shared/import.ts'
import { messageOf } from '../../data/call.ts'
import { run, useCall } from '../../data/queries.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { closeImport, follow } from './import-state.ts'
import styles from './ImportResult.module.css'

interface BatchUndoProps {
  readonly batch: BatchSummary
  readonly onBack: () => void
}

/** What taking an import back comes to, before it is done: what was changed by hand since is listed, and stays unless told otherwise. */
export function BatchUndo({ batch, onBack }: BatchUndoProps): ReactElement {
  const { id, fileName } = batch
  const { data, error } = useCall('imports.previewUndo', { batch: id })
  const [edited, setEdited] = useState<'keep' | 'trash'>('keep')
  const start = async (): Promise<void> => {
    const started = await run('imports.undo', { batch: id, edited })
    if (!started) return
    follow({ id: started.job, fileName, at: Date.now() })
    closeImport()
  }
  return (
    <Dialog
      isOpen
      title={`Undo the import of ${fileName}`}
      width={720}
      onClose={closeImport}
      foot="It is a step like any other: undo brings everything back."
      actions={
        <>
          <Button onClick={onBack}>Back</Button>
          <Button look="danger" disabled={!data} onClick={() => void start()}>
            Undo import
          </Button>
        </>
      }
    >
      {error && <p className={styles.lost}>{messageOf(error)}</p>}
      {!data && !error && <p className={styles.words}>Looking at what was changed since…</p>}
      {data && (
        <p>
          {data.removed.toLocaleString('en-GB')} records go that came with it
          {data.restored > 0 && `, and ${data.restored.toLocaleString('en-GB')} changes of others are taken back`}.
        </p>
      )}
      {data && data.editedCount > 0 && (
        <>
          <fieldset className={styles.choices}>
            <legend>
              {data.editedCount.toLocaleString('en-GB')} were changed, or are used by what was made since:
            </legend>
            <label>
              <input type="radio" name="edited" checked={edited === 'keep'} onChange={() => setEdited('keep')} /> keep
              them, with all that they need
            </label>
            <label>
              <input type="radio" name="edited" checked={edited === 'trash'} onChange={() => setEdited('trash')} /> move
              those that were rows of the list to the trash
            </label>
          </fieldset>
          <ul className={styles.edited}>
            {data.edited.map(({ record, why }, at) => (
              <li key={at}>
                {record} <span className={styles.column}>({why})</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  )
}
