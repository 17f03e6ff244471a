import { mkdirSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { backupReasons, type BackupReason } from '../../../shared/backup.ts'

/** A verified copy of a case, as the name of its file tells it. */
export interface Backup {
  readonly path: string
  /** When it was begun: ISO-8601, UTC, to the second. */
  readonly at: string
  readonly reason: BackupReason
  readonly bytes: number
}

const ending = '.parallax-backups'
const pattern = new RegExp(
  `^(\\d{4}-\\d{2}-\\d{2}T\\d{2}-\\d{2}-\\d{2}Z)\\.(${backupReasons.join('|')})(?:\\.\\d+)?\\.parallax$`,
)

/** Where a link leads; the path itself where there is nothing. */
export function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

/** The folder of a case's backups, beside the case. */
export const backupFolder = (casePath: string): string => `${realPath(casePath).replace(/\.parallax$/i, '')}${ending}`

/** The backups of a case, newest first. The names of the files tell all of it: no database is read. */
export function listBackups(casePath: string): readonly Backup[] {
  const folder = backupFolder(casePath)
  return namesIn(folder)
    .flatMap((name) => backupNamed(folder, name) ?? [])
    .map((backup) => ({ backup, time: Date.parse(backup.at), nth: nthOf(backup) }))
    .sort((a, b) => b.time - a.time || b.nth - a.nth)
    .map(({ backup }) => backup)
}

/** What to do about a damaged case; a backup is named where there is one. */
export const afterDamage = (casePath: string): string =>
  listBackups(casePath).length > 0
    ? 'Open a backup, or recover what can be read into a new case.'
    : 'Recover what can be read into a new case.'

/** Which of those of one second it is. */
const nthOf = ({ path }: Backup): number => Number(/\.(\d+)\.parallax$/.exec(path)?.[1] ?? 1)

export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function backupNamed(folder: string, name: string): Backup | null {
  const [, time, reason] = pattern.exec(name) ?? []
  const path = join(folder, name)
  const stat = statSync(path, { throwIfNoEntry: false })
  if (time === undefined || !stat?.isFile()) return null
  const at = time.replace(/T(\d\d)-(\d\d)-(\d\d)Z/, 'T$1:$2:$3Z')
  return { path, at, reason: reason as BackupReason, bytes: stat.size }
}

/** The backup that lies at a path; null for any other file. */
export function backupAt(path: string): Backup | null {
  const real = realPath(path)
  return dirname(real).endsWith(ending) ? backupNamed(dirname(real), basename(real)) : null
}

/** The case that a backup is of, whether or not it is still there. */
export function caseOf(backupPath: string): string {
  const name = dirname(realPath(backupPath)).slice(0, -ending.length)
  const isThere = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true
  return !isThere(`${name}.parallax`) && isThere(name) ? name : `${name}.parallax`
}

/** Makes a folder that may be there. Making it with all that it lies in would tell another cause than the disk's own. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder)
  } catch (error) {
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) throw error
  }
}

/** A path for a new backup, with its folder made. */
export function pathFor(casePath: string, reason: BackupReason, now: Date): string {
  const folder = backupFolder(casePath)
  makeFolder(folder)
  const time = now.toISOString().slice(0, 19).replaceAll(':', '-')
  const ofThisSecond = listBackups(casePath).filter(({ path }) => basename(path).startsWith(`${time}Z.`))
  const nth = Math.max(0, ...ofThisSecond.map(nthOf)) + 1
  return join(folder, `${time}Z.${reason}${nth === 1 ? '' : `.${nth}`}.parallax`)
}
