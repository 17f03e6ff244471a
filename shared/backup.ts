import { z } from 'zod'
import { OpenCase } from './case.ts'
import { done, nothing, shellCommand, shellQuery } from './method.ts'

/** What a backup was made on, or before. */
export const backupReasons = ['idle', 'close', 'migration', 'import', 'merge', 'restore', 'manual'] as const
export type BackupReason = (typeof backupReasons)[number]

/** The reasons as a person reads them. */
export const reasonWords: Readonly<Record<BackupReason, string>> = {
  idle: 'after a while without changes',
  close: 'when the case was closed',
  migration: 'before it was brought up to date',
  import: 'before a large import',
  merge: 'before a merge',
  restore: 'before another backup was restored',
  manual: 'by hand',
}

/** A backup as the window shows it. */
export const BackupEntry = z.object({
  ticket: z.string(),
  fileName: z.string(),
  /** ISO-8601, UTC. */
  at: z.string(),
  reason: z.enum(backupReasons),
  bytes: z.number(),
  /** Whether it is what the window shows just now. */
  isOpen: z.boolean(),
})
export type BackupEntry = z.infer<typeof BackupEntry>

/** The backups of a case, newest first, and the space they take. */
export const BackupList = z.object({
  backups: z.array(BackupEntry),
  bytes: z.number(),
  /** What they may take together; the newest one is kept whatever its size. */
  mostBytes: z.number(),
  /** The files that were in the case's place before, which lie beside it and are bounded by nothing. */
  replaced: z.object({ count: z.int(), bytes: z.number() }),
  folder: z.string(),
  caseName: z.string(),
  caseFolder: z.string(),
  /** Whether the case has changes that no backup has; null while it cannot be written. */
  isBehind: z.boolean().nullable(),
})
export type BackupList = z.infer<typeof BackupList>

/** What failed, last, that keeps the case and nobody asked for: a backup that was due, or its closing. */
export const BackupNotice = z.object({ id: z.int(), message: z.string() })
export type BackupNotice = z.infer<typeof BackupNotice>

/** "2 earlier files … are kept …": what lies beside a case and no bound holds for; null where there is none. */
export function replacedInWords({ count, bytes }: { readonly count: number; readonly bytes: number }): string | null {
  if (count === 0) return null
  const what = count === 1 ? 'One earlier file that was replaced is' : `${count} earlier files that were replaced are`
  const untilThen = count === 1 ? 'It stays until you delete it' : 'They stay until you delete them'
  return `${what} kept beside the case (${sizeInWords(bytes)}). ${untilThen}.`
}

const units = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const

/** "12.3 MB": in thousands, as file managers count. */
export function sizeInWords(bytes: number): string {
  let [value, unit] = [bytes, 0]
  while (value >= 999.5 && unit < units.length - 1) [value, unit] = [value / 1000, unit + 1]
  return `${unit === 0 || value >= 99.95 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`
}

/** The part of the contract that is about backups. */
export const backupMethods = {
  /** Those of the open case, or of one that is not open. */
  'backups.list': shellQuery(z.strictObject({ of: z.string().nullable() }), BackupList),
  /** Why the last backup could not be made that was due by itself; null: none failed. */
  'backups.notice': shellQuery(nothing, BackupNotice.nullable()),
  'backups.make': shellCommand(nothing, BackupEntry),
  /** Opens a backup in the place of the case, to be read only. */
  'backups.compare': shellCommand(z.strictObject({ ticket: z.string() }), OpenCase),
  /** Opens the case again whose backup is looked at. */
  'backups.leave': shellCommand(nothing, OpenCase),
  /** Closes the case, sets its file aside, puts the backup in its place and opens it; answers the name of the file set aside. */
  'backups.restore': shellCommand(
    z.strictObject({ ticket: z.string() }),
    z.object({ setAside: z.string().nullable() }),
  ),
  /** Shows the file in the system's file manager. */
  'backups.show': shellCommand(z.strictObject({ ticket: z.string() }), done),
  'backups.remove': shellCommand(z.strictObject({ ticket: z.string() }), done),
} as const
