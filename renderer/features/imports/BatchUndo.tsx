import { useState, type ReactElement } from 'react'
import type { BatchSummary, BatchUndo as Undo } from '../../../shared/import.ts'
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
  const words = editedInWords(data?.editedCount ?? 0)
  return (
    <Dialog
      isOpen
      title={`Undo the import of ${fileName}`}
      width={720}
      onClose={closeImport}
      foot="This is a step like any other: Undo brings everything back."
      actions={
        <>
          <Button onClick={onBack}>Back</Button>
          <Button look="danger" disabled={!data || (edited === 'keep' && isNothing(data))} onClick={() => void start()}>
            Undo import
          </Button>
        </>
      }
    >
      {error && <p className={styles.lost}>{messageOf(error)}</p>}
      {!data && !error && <p className={styles.words}>Looking at what was changed since…</p>}
      {data && <p>{undoInWords(data)}</p>}
      {data && data.editedCount > 0 && (
        <>
          <fieldset className={styles.choices}>
            <legend>{words.legend}</legend>
            <label>
              <input type="radio" name="edited" checked={edited === 'keep'} onChange={() => setEdited('keep')} />{' '}
              {words.keep}
            </label>
            <label>
              <input type="radio" name="edited" checked={edited === 'trash'} onChange={() => setEdited('trash')} />{' '}
              {words.trash}
            </label>
          </fieldset>
          <ul className={styles.edited} tabIndex={0} aria-label="Changed or used since">
            {data.edited.map(({ record, why }, at) => (
              <li key={at}>
                {record} <span className={styles.column}>– {why}</span>
              </li>
            ))}
            {data.editedCount > data.edited.length && (
              <li className={styles.column}>and {number(data.editedCount - data.edited.length)} more</li>
            )}
          </ul>
        </>
      )}
    </Dialog>
  )
}

const number = (value: number): string => value.toLocaleString('en-GB')

const editedInWords = (count: number): { readonly legend: string; readonly keep: string; readonly trash: string } =>
  count === 1
    ? {
        legend: '1 record was changed since, or is used by what was made since:',
        keep: 'keep it, with all that it needs',
        trash: 'move it to the trash, if it was a row of the list',
      }
    : {
        legend: `${number(count)} records were changed since, or are used by what was made since:`,
        keep: 'keep them, with all that they need',
        trash: 'move those that were rows of the list to the trash',
      }

/** Whether all that came with an import was changed since, so that keeping that leaves nothing to take back. */
const isNothing = ({ removed, restored }: Pick<Undo, 'removed' | 'restored'>): boolean =>
  removed === 0 && restored === 0

/** "1,204 records that came with it are removed, and 3 changes that it made to others are taken back." */
function undoInWords({ removed, restored }: Undo): string {
  if (isNothing({ removed, restored })) return 'Nothing stands any more as it came in with it.'
  const went = `${number(removed)} ${removed === 1 ? 'record that came with it is' : 'records that came with it are'} removed`
  if (restored === 0) return `${went}.`
  return `${went}, and ${number(restored)} ${restored === 1 ? 'change that it made to another record is' : 'changes that it made to other records are'} taken back.`
}
