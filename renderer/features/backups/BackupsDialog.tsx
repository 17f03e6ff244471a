import { useState, type ReactElement } from 'react'
import { replacedInWords, sizeInWords, type BackupEntry, type BackupList } from '../../../shared/backup.ts'
import { run, useCall } from '../../data/queries.ts'
import type { OpenCase } from '../../data/use-case.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { backToCase, backUpNow, openToCompare } from './backup-actions.ts'
import { BackupsTable } from './BackupsTable.tsx'
import styles from './Backups.module.css'
import { closeBackups } from './backups-state.ts'
import { ConfirmBackup, type Confirmed } from './ConfirmBackup.tsx'

interface BackupsDialogProps {
  readonly open: OpenCase | null
  /** The ticket of a case that is not open. */
  readonly of: string | null
}

/** The backups of a case: what there is, the space it takes, and what can be done with each. */
export function BackupsDialog({ open, of }: BackupsDialogProps): ReactElement | null {
  const { data: list } = useCall('backups.list', { of }, { keepPrevious: true })
  const [chosen, setChosen] = useState<string | null>(null)
  const [asked, setAsked] = useState<Confirmed | null>(null)
  if (!list) return null
  const replaced = replacedInWords(list.replaced)
  const backup = list.backups.find(({ fileName }) => fileName === chosen) ?? list.backups[0]
  if (asked && backup)
    return <ConfirmBackup what={asked} backup={backup} caseName={list.caseName} onBack={() => setAsked(null)} />
  return (
    <Dialog
      isOpen
      title={of === null ? 'Backups' : `Backups of ${list.caseName}`}
      width={760}
      onClose={closeBackups}
      actions={
        <>
          {backup && <Actions backup={backup} ask={setAsked} />}
          <Button look="primary" onClick={closeBackups}>
            Close
          </Button>
        </>
      }
    >
      <Head list={list} what={of !== null ? 'closed' : open?.backupOf ? 'backup' : 'case'} />
      {backup ? (
        <BackupsTable backups={list.backups} chosen={backup.fileName} onChoose={setChosen} />
      ) : (
        <p className={styles.words}>
          There is no backup yet. One is made when the case is closed or left unchanged for a while, and before what
          changes much.
        </p>
      )}
      {replaced !== null && <p className={styles.replaced}>{replaced}</p>}
      <p className={styles.where}>{list.folder}</p>
    </Dialog>
  )
}

function Actions({ backup, ask }: { backup: BackupEntry; ask: (what: Confirmed) => void }): ReactElement {
  return (
    <>
      <Button disabled={backup.isOpen} onClick={() => ask('remove')}>
        Delete…
      </Button>
      <Button onClick={() => void run('backups.show', { ticket: backup.ticket })}>Show the file</Button>
      <Button disabled={backup.isOpen} onClick={() => void openToCompare(backup)}>
        Open to compare
      </Button>
      <Button onClick={() => ask('restore')}>Restore…</Button>
    </>
  )
}

/** What the window shows: the case itself, one of its backups, or neither. */
type Shown = 'case' | 'backup' | 'closed'

function Head({ list, what }: { readonly list: BackupList; readonly what: Shown }): ReactElement {
  const [isMaking, setIsMaking] = useState(false)
  const make = async (): Promise<void> => {
    setIsMaking(true)
    await backUpNow()
    setIsMaking(false)
  }
  return (
    <div className={styles.head}>
      <div>
        <p>{spaceInWords(list)}</p>
        <p className={styles.words}>{stateInWords(list, what)}</p>
      </div>
      {what === 'backup' && <Button onClick={() => void backToCase()}>Back to the case</Button>}
      {what === 'case' && list.isBehind !== null && (
        <Button loading={isMaking} onClick={() => void make()}>
          Back up now
        </Button>
      )}
    </div>
  )
}

function spaceInWords({ backups, bytes, mostBytes }: BackupList): string {
  if (backups.length === 0) return `Backups may take ${sizeInWords(mostBytes)} together.`
  const count = backups.length === 1 ? 'One backup takes' : `${backups.length} backups take`
  return `${count} ${sizeInWords(bytes)} of at most ${sizeInWords(mostBytes)}.`
}

function stateInWords({ backups, isBehind, caseName }: BackupList, what: Shown): string {
  if (what === 'closed') return 'The case is not open. A backup can be looked at, or take the place of its file.'
  if (what === 'backup') return `You are looking at a backup of ${caseName}.`
  if (backups.length === 0) return ''
  if (isBehind === null) return ''
  return isBehind ? 'The case was changed since the newest one.' : 'The newest one has all that is in the case.'
}
