import type { BackupEntry } from '../../../shared/backup.ts'
import { sizeInWords } from '../../../shared/backup.ts'
import { dayInWords, timeOfDay } from '../../app/time.ts'
import { run } from '../../data/queries.ts'
import { toast } from '../../ui/toast.ts'
import { closeBackups, setBackupsStage } from './backups-state.ts'

/** "26 Nov 2026, 23:05:01": several may be of one minute. */
export const backupTime = (at: string): string => `${dayInWords(at)}, ${timeOfDay(at)}`

export async function backUpNow(): Promise<void> {
  const made = await run('backups.make')
  if (made) toast({ message: `A verified backup of ${sizeInWords(made.bytes)} was made.`, timeout: 3000 })
}

/** Shows a backup in the place of the case. */
export async function openToCompare({ ticket }: BackupEntry): Promise<void> {
  if (await run('backups.compare', { ticket })) closeBackups()
}

export async function backToCase(): Promise<void> {
  if (await run('backups.leave')) closeBackups()
}

/** Puts a backup in the place of its case, by the name of that. */
export async function restoreBackup({ ticket, at }: BackupEntry, caseName: string): Promise<void> {
  setBackupsStage('restoring')
  const restored = await run('backups.restore', { ticket })
  setBackupsStage('closed')
  if (!restored) return
  toast({ message: restoredInWords(caseName, { at, ...restored }), timeout: 0 })
}

/** What became of a case and of the file that was in its place. */
export function restoredInWords(
  caseName: string,
  { at, setAside }: { readonly at: string; readonly setAside: string | null },
): string {
  const kept = setAside === null ? '' : ` The file that was there is kept as ${setAside}.`
  return `${caseName} is as it was on ${backupTime(at)}.${kept}`
}
