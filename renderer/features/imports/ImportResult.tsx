import type { ReactElement } from 'react'
import type { BatchSummary } from '../../../shared/import.ts'
import { goTo } from '../../app/history.ts'
import { momentInWords } from '../../app/time.ts'
import { run, useCall } from '../../data/queries.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { toast } from '../../ui/toast.ts'
import { closeImport } from './import-state.ts'
import styles from './ImportResult.module.css'
import { useBatchUndo } from './use-batch-undo.ts'
import { VerdictTable } from './VerdictTable.tsx'

/** What came in with an import, what did not, and why. */
export function ImportResult({ batchId }: { readonly batchId: string }): ReactElement | null {
  const batch = useCall('imports.list').data?.find(({ id }) => id === batchId)
  return batch ? <Result batch={batch} /> : null
}

function Result({ batch }: { readonly batch: BatchSummary }): ReactElement {
  const { kind, fileName, at, by } = batch
  const { canUndo, why } = useBatchUndo(batch)
  const show = (): void => {
    closeImport()
    goTo(`/${kind}`)
  }
  return (
    <Dialog
      isOpen
      title={`Imported: ${fileName}`}
      width={820}
      onClose={closeImport}
      foot={why ?? `${momentInWords(at)}${by === '' ? '' : `, by ${by}`}`}
      actions={
        <>
          {canUndo && <Button onClick={() => void undo(fileName)}>Undo import</Button>}
          {batch.added > 0 && !batch.undone && <Button onClick={show}>Show the {kind}</Button>}
          <Button look="primary" autoFocus onClick={closeImport}>
            Done
          </Button>
        </>
      }
    >
      <Counts batch={batch} />
      {batch.flagged + batch.rejected > 0 ? (
        <VerdictTable batch={batch} />
      ) : (
        <p className={styles.words}>Every row came in as it stands in the file.</p>
      )}
    </Dialog>
  )
}

async function undo(fileName: string): Promise<void> {
  if (!(await run('history.undo'))) return
  toast({
    message: `The import of ${fileName} was undone.`,
    action: { text: 'Redo', onClick: () => void run('history.redo') },
  })
}

function Counts({ batch: { added, flagged, rejected, rows } }: { readonly batch: BatchSummary }): ReactElement {
  return (
    <div className={styles.counts}>
      <Count value={added} what={`of ${rows.toLocaleString('en-GB')} rows came in`} />
      <Count value={flagged} what="of these flagged: worth a look" {...(flagged > 0 ? { tone: 'look' } : {})} />
      <Count value={rejected} what="rejected: not in the case" {...(rejected > 0 ? { tone: 'lost' } : {})} />
    </div>
  )
}

interface CountProps {
  readonly value: number
  readonly what: string
  readonly tone?: 'look' | 'lost'
}

const Count = ({ value, what, tone }: CountProps): ReactElement => (
  <span className={styles.count}>
    <span className={`${styles.figure} ${tone ? styles[tone] : ''}`}>{value.toLocaleString('en-GB')}</span>
    <span className={styles.what}>{what}</span>
  </span>
)
