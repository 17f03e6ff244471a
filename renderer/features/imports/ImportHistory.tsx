import type { ReactElement } from 'react'
import type { BatchSummary } from '../../../shared/import.ts'
import { momentInWords } from '../../app/time.ts'
import { useCall } from '../../data/queries.ts'
import { useReadOnly } from '../../data/use-case.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { closeImport, pickFile, showResult } from './import-state.ts'
import styles from './ImportResult.module.css'

/** The imports of the case, newest first. */
export function ImportHistory(): ReactElement {
  const batches = useCall('imports.list').data
  const isReadOnly = useReadOnly() !== null
  return (
    <Dialog
      isOpen
      title="Imports so far"
      width={1000}
      onClose={closeImport}
      actions={
        <>
          {!isReadOnly && <Button onClick={() => void pickFile()}>Import a CSV file…</Button>}
          <Button look="primary" autoFocus onClick={closeImport}>
            Close
          </Button>
        </>
      }
    >
      {batches?.length === 0 && (
        <p className={styles.words}>
          Nothing was imported into this case yet.{isReadOnly ? '' : ' Choose a CSV file, or drop one on the window.'}
        </p>
      )}
      {batches && batches.length > 0 && <Batches batches={batches} />}
    </Dialog>
  )
}

interface Figure {
  readonly name: string
  readonly of: (batch: BatchSummary) => number
  readonly tone?: 'look' | 'lost'
}

const figures: readonly Figure[] = [
  { name: 'Rows', of: ({ rows }) => rows },
  { name: 'Added', of: ({ added }) => added },
  { name: 'Updated', of: ({ updated }) => updated },
  { name: 'Same', of: ({ same }) => same },
  { name: 'Flagged', of: ({ flagged }) => flagged, tone: 'look' },
  { name: 'Conflict', of: ({ conflict }) => conflict, tone: 'look' },
  { name: 'Rejected', of: ({ rejected }) => rejected, tone: 'lost' },
]

function Batches({ batches }: { readonly batches: readonly BatchSummary[] }): ReactElement {
  return (
    <section className={styles.scroll} tabIndex={0} aria-label="Imports">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col">List of</th>
            {figures.map(({ name }) => (
              <th key={name} scope="col" className={styles.number}>
                {name}
              </th>
            ))}
            <th scope="col">When</th>
            <th scope="col">By</th>
          </tr>
        </thead>
        <tbody>
          {batches.map((batch) => (
            <tr key={batch.id}>
              <td className={styles.file} title={`${batch.fileName}\nSHA-256 ${batch.fileSha256}`}>
                <span className={styles.named}>
                  <button type="button" className={styles.open} onClick={() => showResult(batch.id)}>
                    {batch.fileName}
                  </button>
                  {batch.undone && <span className={styles.column}>taken back</span>}
                </span>
              </td>
              <td>{batch.kind}</td>
              {figures.map(({ name, of, tone }) => (
                <td key={name} className={`${styles.number} ${of(batch) > 0 && tone ? styles[tone] : ''}`}>
                  {of(batch).toLocaleString('en-GB')}
                </td>
              ))}
              <td className={styles.nowrap}>{momentInWords(batch.at)}</td>
              <td>{batch.by}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
