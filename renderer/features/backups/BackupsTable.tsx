import { useId, type ReactElement } from 'react'
import { reasonWords, sizeInWords, type BackupEntry } from '../../../shared/backup.ts'
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
    <section className={styles.scroll} aria-label="Backups">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Made</th>
            <th scope="col">Why</th>
            <th scope="col" className={styles.number}>
              Size
            </th>
          </tr>
        </thead>
        <tbody>
          {backups.map(({ fileName, at, reason, bytes, isOpen }) => (
            <tr
              key={fileName}
              className={fileName === chosen ? styles.chosen : ''}
              title={fileName}
              onClick={() => onChoose(fileName)}
            >
              <td>
                <label className={styles.choice}>
                  <input type="radio" name={group} checked={fileName === chosen} onChange={() => onChoose(fileName)} />
                  {backupTime(at)}
                </label>
              </td>
              <td>
                {reasonWords[reason]}
                {isOpen && <span className={styles.words}> (open now)</span>}
              </td>
              <td className={styles.number}>{sizeInWords(bytes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
