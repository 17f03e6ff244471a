import { useState, type ReactElement } from 'react'
import type { TrashedRecord } from '../../../shared/history.ts'
import { momentInWords } from '../../app/time.ts'
import { run, useCall } from '../../data/queries.ts'
import { useReadOnly } from '../../data/use-case.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Checkbox } from '../../ui/inputs.tsx'
import { toast } from '../../ui/toast.ts'
import { EmptyTrashDialog } from './EmptyTrashDialog.tsx'
import styles from './HistoryScreen.module.css'

/** What is in the trash. */
export function TrashList(): ReactElement {
  const { data: records } = useCall('trash.list')
  const isReadOnly = useReadOnly() !== null
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [isEmptying, setIsEmptying] = useState(false)
  if (!records) return <div className={styles.list} />
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
    toast({ message: `Done: ${done.label}.`, timeout: 3000 })
  }
  const tick = (id: string, isTicked: boolean): void => {
    const next = new Set(ticked)
    if (isTicked) next.add(id)
    else next.delete(id)
    setTicked(next)
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
      <section className={styles.list} aria-label="Trash" tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              {!isReadOnly && <th scope="col" aria-label="Chosen" className={styles.tick} />}
              <th scope="col">Kind</th>
              <th scope="col" className={styles.what}>
                Record
              </th>
              <th scope="col">Deleted</th>
              <th scope="col">By</th>
              <th scope="col" className={styles.number}>
                Parts and links
              </th>
            </tr>
          </thead>
          <tbody>
            {records.map(({ kind, id, called, trashed, by, parts }) => (
              <tr key={id} className={ticked.has(id) ? styles.chosen : styles.row}>
                {!isReadOnly && (
                  <td>
                    <Checkbox
                      label=""
                      name={`Choose ${called}`}
                      checked={ticked.has(id)}
                      onChange={(is) => tick(id, is)}
                    />
                  </td>
                )}
                <td className={styles.muted}>{kind}</td>
                <td>{called}</td>
                <td className={`${styles.nowrap} ${styles.muted}`}>{momentInWords(trashed)}</td>
                <td>{by}</td>
                <td className={styles.number}>{parts}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {isEmptying && <EmptyTrashDialog count={records.length} onClose={() => setIsEmptying(false)} />}
    </>
  )
}
