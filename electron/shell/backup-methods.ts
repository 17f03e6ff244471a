import { rmSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { shell } from 'electron'
import type { BackupEntry, BackupList } from '../../shared/backup.ts'
import type { MethodName } from '../../shared/contract.ts'
import { ExpectedError } from '../../shared/result.ts'
import type { Handlers } from '../ipc/dispatch.ts'
import type { ShellContext } from '../ipc/route.ts'
import { backupAt, backupFolder, listBackups, type Backup } from '../store/backups/list.ts'
import { listReplaced } from '../store/backups/replaced.ts'
import { bytesOf, mostBytes } from '../store/backups/space.ts'
import type { Workbench } from './workbench.ts'

export type BackupMethod = Extract<MethodName, `backups.${string}`>

/** The methods of the dialog of backups. */
export function backupMethods(workbench: Workbench): Handlers<BackupMethod, ShellContext> {
  const pathOf = (ticket: string): string => expectBackup(workbench.tickets.path(ticket))
  return {
    'backups.list': (_ctx, { of }) => listOf(workbench, of === null ? workbench.casePath : workbench.tickets.path(of)),
    'backups.notice': () => workbench.backups.notice,
    'backups.make': async () => entryOf(workbench, await workbench.backUpNow()),
    'backups.compare': (_ctx, { ticket }) => workbench.open(pathOf(ticket)),
    'backups.leave': () => workbench.open(workbench.casePath),
    'backups.restore': async (_ctx, { ticket }) => {
      const { setAside } = await workbench.restore(pathOf(ticket))
      return { setAside: setAside === null ? null : basename(setAside) }
    },
    'backups.show': (_ctx, { ticket }) => {
      shell.showItemInFolder(pathOf(ticket))
      return null
    },
    'backups.remove': (_ctx, { ticket }) => {
      const path = pathOf(ticket)
      if (workbench.isOpen(path))
        throw new ExpectedError('conflict', 'This backup is open just now. Go back to the case first.')
      rmSync(path, { force: true })
      workbench.backupsChanged()
      return null
    },
  }
}

/** It may have gone since the window was told of it. */
function expectBackup(path: string): string {
  if (backupAt(path)) return path
  throw new ExpectedError('not-found', `${path} is no longer there. Choose another backup.`)
}

async function listOf(workbench: Workbench, casePath: string): Promise<BackupList> {
  const [backups, replaced] = [listBackups(casePath), listReplaced(casePath)]
  return {
    backups: backups.map((backup) => entryOf(workbench, backup)),
    bytes: bytesOf(backups),
    mostBytes: mostBytes(casePath),
    replaced: { count: replaced.length, bytes: bytesOf(replaced) },
    folder: backupFolder(casePath),
    caseName: basename(casePath),
    caseFolder: dirname(casePath),
    isBehind: await isBehind(workbench, casePath),
  }
}

async function isBehind(workbench: Workbench, casePath: string): Promise<boolean | null> {
  if (!workbench.hasCase || workbench.casePath !== casePath) return null
  const { store } = workbench
  return store.readOnly === null ? store.ask('case.isBehind', undefined, 'query') : null
}

const entryOf = (workbench: Workbench, { path, at, reason, bytes }: Backup): BackupEntry => ({
  ticket: workbench.tickets.issue(path),
  fileName: basename(path),
  at,
  reason,
  bytes,
  isOpen: workbench.isOpen(path),
})
