import { useState, type ReactElement } from 'react'
import type { TrashedRecord } from '../../../shared/history.ts'
import { momentInWords } from '../../app/time.ts'
import { run, useCall } from '../../data/queries.ts'
import { useReadOnly } from '../../data/use-case.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Checkbox } from '../../ui/inputs.tsx'
import { Table, type Column } from '../../ui/Table.tsx'
import { toast } from '../../ui/toast.ts'
import { EmptyTrashDialog } from './EmptyTrashDialog.tsx'
import styles from './HistoryScreen.module.css'

/** What is in the trash. */
export function TrashList(): ReactElement | null {
  const { data: records } = useCall('trash.list')
  const isReadOnly = useReadOnly() !== null
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [isEmptying, setIsEmptying] = useState(false)
  if (!records) return null
  if (records.length === 0)
    return (
      <EmptyState title="The trash is empty">
        What you delete comes here, with all that hangs on it, and can be brought back whole.
      </EmptyState>
    )
  const chosen = records.filter(({ id }) => ticked.has(id))
  const restore = async (which: readonly TrashedRecord[]): Promise<void> => {
    const done = await run('trash.restore', { records: which.map(({ kind, id }) => ({ kind, id })) })
    if (!done) return
    setTicked(new Set())
    const [only, ...more] = which
    const what =
      only && more.length === 0 ? `${only.called} was` : `${which.length.toLocaleString('en-GB')} records were`
    toast({ message: `${what} brought back.`, timeout: 3000 })
  }
  const tick = (id: string, isTicked: boolean): void => {
    const next = new Set(ticked)
    if (isTicked) next.add(id)
    else next.delete(id)
    setTicked(next)
  }
  const chosenColumn: Column<TrashedRecord> = {
    head: 'Chosen',
    isHeadHidden: true,
    look: ['tick'],
    cell: ({ id, called }) => (
      <Checkbox label="" name={`Choose ${called}`} checked={ticked.has(id)} onChange={(is) => tick(id, is)} />
    ),
  }
  return (
    <>
      {!isReadOnly && (
        <div className={styles.tools}>
          <Button disabled={chosen.length === 0} onClick={() => void restore(chosen)}>
            {`Restore ${chosen.length === 0 ? '' : chosen.length}`.trim()}
          </Button>
          <Button onClick={() => void restore(records)}>Restore all</Button>
          <Button look="danger" onClick={() => setIsEmptying(true)}>
            Empty the trash…
          </Button>
        </div>
      )}
      <Table
        label="Trash"
        look="full"
        columns={isReadOnly ? columns : [chosenColumn, ...columns]}
        rows={records}
        keyOf={({ id }) => id}
        isChosen={({ id }) => ticked.has(id)}
      />
      {isEmptying && <EmptyTrashDialog count={records.length} onClose={() => setIsEmptying(false)} />}
    </>
  )
}

const columns: readonly Column<TrashedRecord>[] = [
  { head: 'Kind', look: ['quiet'], cell: ({ kind }) => kind },
  {
    head: 'Record',
    look: ['most'],
    cell: ({ called, words }) => (
      <>
        {called} {words !== null && <span className={styles.muted}>{words}</span>}
      </>
    ),
  },
  { head: 'Deleted', look: ['oneLine', 'quiet'], cell: ({ trashed }) => momentInWords(trashed) },
  { head: 'By', look: ['oneLine'], cell: ({ by }) => by },
  { head: 'Parts and links', look: ['number'], cell: ({ parts }) => parts.toLocaleString('en-GB') },
]
