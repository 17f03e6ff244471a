import type { ReactElement } from 'react'
import type { BatchSummary } from '../../../shared/import.ts'
import { momentInWords } from '../../app/time.ts'
import { useCall } from '../../data/queries.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { closeImport, pickFile, showResult } from './import-state.ts'
import styles from './ImportResult.module.css'

/** The imports of the case, newest first. */
export function ImportHistory(): ReactElement {
  const batches = useCall('imports.list').data
  return (
    <Dialog
      isOpen
      title="Imports so far"
      width={1000}
      onClose={closeImport}
      actions={
        <>
          <Button onClick={() => void pickFile()}>Import a CSV file…</Button>
          <Button look="primary" onClick={closeImport}>
            Close
          </Button>
        </>
      }
    >
      {batches?.length === 0 && (
        <p className={styles.words}>
          Nothing was imported into this case yet. Choose a CSV file, or drop one on the window.
        </p>
      )}
      {batches && batches.length > 0 && <Batches batches={batches} />}
    </Dialog>
  )
}

const count = (value: number): string => value.toLocaleString('en-GB')

function Batches({ batches }: { readonly batches: readonly BatchSummary[] }): ReactElement {
  return (
    <section className={styles.scroll} tabIndex={0} aria-label="Imports">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col">List of</th>
            <th scope="col" className={styles.number}>
              Came in
            </th>
            <th scope="col" className={styles.number}>
              Updated
            </th>
            <th scope="col" className={styles.number}>
              Flagged
            </th>
            <th scope="col" className={styles.number}>
              In conflict
            </th>
            <th scope="col" className={styles.number}>
              Rejected
            </th>
            <th scope="col">When</th>
            <th scope="col">By</th>
          </tr>
        </thead>
        <tbody>
          {batches.map((batch) => (
            <tr key={batch.id}>
              <td className={styles.file} title={`${batch.fileName}\nSHA-256 ${batch.fileSha256}`}>
                <button type="button" className={styles.open} onClick={() => showResult(batch.id)}>
                  {batch.fileName}
                </button>
                {batch.undone && <span className={styles.column}> · taken back</span>}
              </td>
              <td>{batch.kind}</td>
              <td className={styles.number}>{count(batch.added)}</td>
              <td className={styles.number}>{count(batch.updated)}</td>
              <td className={`${styles.number} ${batch.flagged > 0 ? styles.look : ''}`}>{count(batch.flagged)}</td>
              <td className={`${styles.number} ${batch.conflict > 0 ? styles.look : ''}`}>{count(batch.conflict)}</td>
              <td className={`${styles.number} ${batch.rejected > 0 ? styles.lost : ''}`}>{count(batch.rejected)}</td>
              <td className={styles.nowrap}>{momentInWords(batch.at)}</td>
              <td>{batch.by}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
