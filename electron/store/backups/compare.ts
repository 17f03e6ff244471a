import { copyFileSync, chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { reasonWords } from '../../../shared/backup.ts'
import { momentInWords } from '../../../shared/moments.ts'
import { connect } from '../connection.ts'
import { explain } from '../errors.ts'
import { bringUpToDate, checkIdentity } from '../migrate.ts'
import { openCaseFile, untouched, type OpenedFile } from '../open.ts'
import { backupAt, type Backup } from './list.ts'

/** Opens a case as ever, and a backup only to be read: a backup that was changed is none. */
export function openCaseOrBackup(path: string, now: () => string): OpenedFile {
  const backup = backupAt(path)
  return backup ? openBackup(backup) : openCaseFile(path, now)
}

function openBackup({ path, at, reason }: Backup): OpenedFile {
  const readOnly = `This is the backup of ${momentInWords(at)}, made ${reasonWords[reason]}.`
  try {
    return isOld(path) ? openMigrated(path, readOnly) : { ...untouched, path, readOnly }
  } catch (error) {
    throw explain(error, path)
  }
}

function isOld(path: string): boolean {
  const db = connect(path, { readOnly: true })
  try {
    return checkIdentity(db, path).isOld
  } finally {
    db.close()
  }
}

/** A backup of an older schema is brought up to date in a private copy; it stays as it is. */
function openMigrated(path: string, readOnly: string): OpenedFile {
  const folder = mkdtempSync(join(tmpdir(), 'parallax-'))
  const release = (): void => rmSync(folder, { recursive: true, force: true })
  try {
    const copy = join(folder, basename(path))
    copyFileSync(path, copy)
    chmodSync(copy, 0o600)
    bringUpToDate(copy)
    return { ...untouched, path: copy, readOnly, release }
  } catch (error) {
    release()
    throw error
  }
}
