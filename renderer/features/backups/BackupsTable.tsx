import { useId, type ReactElement } from 'react'
import { reasonWords, sizeInWords, type BackupEntry } from '../../../shared/backup.ts'
import { Table } from '../../ui/Table.tsx'
import { backupTime } from './backup-actions.ts'
import styles from './Backups.module.css'

interface BackupsTableProps {
  readonly backups: readonly BackupEntry[]
  /** File name of the one that the buttons are about. */
  readonly chosen: string
  readonly onChoose: (fileName: string) => void
}

/** The backups, newest first, one of them chosen: the arrow keys go from one to the next. */
export function BackupsTable({ backups, chosen, onChoose }: BackupsTableProps): ReactElement {
  const group = useId()
  return (
    <Table<BackupEntry>
      label="Backups"
      look="framed"
      takesFocus={false}
      rows={backups}
      keyOf={({ fileName }) => fileName}
      isChosen={({ fileName }) => fileName === chosen}
      onChoose={({ fileName }) => onChoose(fileName)}
      columns={[
        {
          head: 'Made',
          title: ({ fileName }) => fileName,
          cell: ({ fileName, at }) => (
            <label className={styles.choice}>
              <input type="radio" name={group} checked={fileName === chosen} onChange={() => onChoose(fileName)} />
              {backupTime(at)}
            </label>
          ),
        },
        {
          head: 'Why',
          cell: ({ reason, isOpen }) => (
            <>
              {reasonWords[reason]}
              {isOpen && <span className={styles.words}> (open now)</span>}
            </>
          ),
        },
        { head: 'Size', look: ['number'], cell: ({ bytes }) => sizeInWords(bytes) },
      ]}
    />
  )
}
