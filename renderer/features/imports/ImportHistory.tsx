import type { ReactElement } from 'react'
import type { BatchSummary } from '../../../shared/import.ts'
import { momentInWords } from '../../app/time.ts'
import { useCall } from '../../data/queries.ts'
import { useReadOnly } from '../../data/use-case.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Table, type Column } from '../../ui/Table.tsx'
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
      {batches && batches.length > 0 && (
        <Table label="Imports" look="framed" columns={columns} rows={batches} keyOf={({ id }) => id} />
      )}
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

const figureColumns: readonly Column<BatchSummary>[] = figures.map(({ name, of, tone }) => ({
  head: name,
  look: ['number'],
  cell: (batch) => (
    <span className={of(batch) > 0 && tone ? styles[tone] : ''}>{of(batch).toLocaleString('en-GB')}</span>
  ),
}))

const columns: readonly Column<BatchSummary>[] = [
  {
    head: 'File',
    look: ['stretched'],
    title: ({ fileName, fileSha256 }) => `${fileName}\nSHA-256 ${fileSha256}`,
    cell: ({ id, fileName, undone }) => (
      <span className={styles.named}>
        <button type="button" className={styles.open} onClick={() => showResult(id)}>
          {fileName}
        </button>
        {undone && <span className={styles.column}>taken back</span>}
      </span>
    ),
  },
  { head: 'List of', cell: ({ kind }) => kind },
  ...figureColumns,
  { head: 'When', look: ['oneLine'], cell: ({ at }) => momentInWords(at) },
  { head: 'By', cell: ({ by }) => by },
]
