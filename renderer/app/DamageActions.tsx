import type { ReactElement } from 'react'
import type { Output } from '../../shared/contract.ts'
import { run } from '../data/queries.ts'
import { useOpenCase } from '../data/use-case.ts'
import { restoredInWords } from '../features/backups/backup-actions.ts'
import { openBackups, openBackupsOf } from '../features/backups/backups-state.ts'
import { Button } from '../ui/Button.tsx'
import { toast } from '../ui/toast.ts'
import { dayInWords } from './time.ts'

type Offer = NonNullable<Output<'case.refused'>>

/** What can be done about a damaged case: its newest good backup, or what can be read in a new case. */
export function DamageActions({ offer }: { readonly offer: Offer }): ReactElement {
  const isOpen = Boolean(useOpenCase())
  return (
    <>
      {offer.newestBackup !== null && (
        <Button size="small" onClick={() => void restoreNewest()}>
          {`Restore the backup of ${dayInWords(offer.newestBackup)}`}
        </Button>
      )}
      {offer.newestBackup !== null && (
        <Button size="small" onClick={() => (isOpen ? openBackups() : openBackupsOf(offer.ticket))}>
          Other backups…
        </Button>
      )}
      <Button size="small" onClick={() => void recover()}>
        Recover into a new case…
      </Button>
    </>
  )
}

async function restoreNewest(): Promise<void> {
  const done = await run('case.restoreNewest')
  if (!done) return
  const { fileName, damaged } = done
  const worse = damaged === 1 ? ' 1 newer backup is damaged.' : ` ${damaged} newer backups are damaged.`
  toast({ message: `${restoredInWords(fileName, done)}${damaged === 0 ? '' : worse}`, timeout: 0 })
}

async function recover(): Promise<void> {
  const message = await run('case.recover')
  if (message) toast({ message, intent: 'warning', timeout: 0 })
}
