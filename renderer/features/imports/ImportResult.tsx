import { useState, type ReactElement } from 'react'
import type { BatchSummary } from '../../../shared/import.ts'
import { goTo } from '../../app/history.ts'
import { momentInWords } from '../../app/time.ts'
import { run, useCall } from '../../data/queries.ts'
import { useReadOnly } from '../../data/use-case.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { toast } from '../../ui/toast.ts'
import { BatchFacts } from './BatchFacts.tsx'
import { BatchUndo } from './BatchUndo.tsx'
import { closeImport } from './import-state.ts'
import styles from './ImportResult.module.css'
import { VerdictTable } from './VerdictTable.tsx'

interface ImportResultProps {
  readonly batchId: string
  /** Begins with the question whether it is to be taken back. */
  readonly asksUndo: boolean
}

/** What came in with an import, what did not, and why. */
export function ImportResult({ batchId, asksUndo }: ImportResultProps): ReactElement | null {
  const batch = useCall('imports.list').data?.find(({ id }) => id === batchId)
  return batch ? <Result batch={batch} asksUndo={asksUndo} /> : null
}

/** Where the records of each kind of list are shown. A relation has no list of its own: it stands with its records. */
const screens = {
  claims: { path: '/claims', words: 'Show the claims' },
  events: { path: '/events', words: 'Show the events' },
  actors: { path: '/sources/actors', words: 'Show the actors' },
  outlets: { path: '/sources/outlets', words: 'Show the outlets' },
  documents: { path: '/sources/documents', words: 'Show the documents' },
  relations: { path: '/claims', words: 'Show the claims' },
} as const satisfies Readonly<Record<BatchSummary['kind'], { readonly path: string; readonly words: string }>>

function Result({ batch, asksUndo }: { readonly batch: BatchSummary; readonly asksUndo: boolean }): ReactElement {
  const { kind, fileName, at, by, undone, added, updated, rejected, conflict } = batch
  const isReadOnly = useReadOnly() !== null
  const [isUndoing, setIsUndoing] = useState(asksUndo)
  const cameIn = added + updated > 0
  const show = (): void => {
    closeImport()
    goTo(screens[kind].path)
  }
  if (isUndoing) return <BatchUndo batch={batch} onBack={() => setIsUndoing(false)} />
  return (
    <Dialog
      isOpen
      title={`Imported: ${fileName}`}
      width={900}
      onClose={closeImport}
      foot={undone ? 'This import was taken back.' : `${momentInWords(at)}${by === '' ? '' : `, by ${by}`}`}
      actions={
        <>
          {cameIn && !undone && !isReadOnly && <Button onClick={() => setIsUndoing(true)}>Undo import…</Button>}
          {rejected + conflict > 0 && (
            <Button onClick={() => void saveRejects(batch)}>Save the rows that did not come in…</Button>
          )}
          {cameIn && !undone && <Button onClick={show}>{screens[kind].words}</Button>}
          <Button look="primary" autoFocus onClick={closeImport}>
            Done
          </Button>
        </>
      }
    >
      <Counts batch={batch} />
      <VerdictTable batch={batch} />
      <BatchFacts batch={batch} />
    </Dialog>
  )
}

async function saveRejects({ id }: BatchSummary): Promise<void> {
  const name = await run('imports.saveRejects', { batch: id })
  if (name) toast({ message: `${name} holds them, with the reasons in its last column. Mend it and import it again.` })
}

function Counts({ batch }: { readonly batch: BatchSummary }): ReactElement {
  const { added, updated, same, flagged, conflict, rejected, rows } = batch
  return (
    <div className={styles.counts}>
      <Count value={added + updated} what={`of ${rows.toLocaleString('en-GB')} rows came in`} />
      {updated > 0 && <Count value={updated} what="of these updated a record" />}
      {same > 0 && <Count value={same} what="the same as in the case" />}
      <Count value={flagged} what="flagged: worth a look" {...(flagged > 0 ? { tone: 'look' } : {})} />
      {conflict > 0 && <Count value={conflict} what="in conflict" tone="look" />}
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
