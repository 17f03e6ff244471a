import { existsSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { Command } from 'commander'
import { reasonWords, replacedInWords, sizeInWords, type BackupReason } from '../../shared/backup.ts'
import { ExpectedError } from '../../shared/result.ts'
import { backupFolder, listBackups, type Backup } from '../store/backups/list.ts'
import { copyVerified, makeBackup } from '../store/backups/make.ts'
import { listReplaced } from '../store/backups/replaced.ts'
import { idOf, restoreBackup } from '../store/backups/restore.ts'
import { bytesOf, mostBytes } from '../store/backups/space.ts'
import { readHeader } from '../store/open.ts'
import { expectOther } from '../store/write-whole.ts'
import { exitCodes, type ExitCode } from './exit-codes.ts'
import * as help from './help.ts'
import type { Io } from './io.ts'
import { table } from './table.ts'

/** `parallax backup`, `backups` and `restore`. */
export function addBackups(program: Command, io: Io, end: (code: ExitCode) => void): void {
  program
    .command('backup')
    .description('make a verified backup of a case, which may be open meanwhile')
    .argument('<case>', 'the case')
    .option('--to <file>', 'where to (beside the case, with its other backups, when left out)')
    .addHelpText('after', help.backup)
    .action(async (path: string, { to }: { to?: string }) => end(await backup(io, path, to)))
  program
    .command('backups')
    .description('list the backups of a case, newest first')
    .argument('<case>', 'the case, whether or not it is still there')
    .option('--json', 'print one JSON value')
    .addHelpText('after', help.backups)
    .action((path: string, { json }: { json?: boolean }) => end(backups(io, path, json === true)))
  program
    .command('restore')
    .description('put a backup in the place of a case; the present file is set aside, never overwritten')
    .argument('<case>', 'the case')
    .requiredOption('--from <file>', 'the backup: its path, or its name as `backups` lists it')
    .addHelpText('after', help.restore)
    .action((path: string, { from }: { from: string }) => end(restore(io, path, from)))
}

async function backup(io: Io, path: string, to: string | undefined): Promise<ExitCode> {
  readHeader(path)
  if (to === undefined) {
    const made = await makeBackup(path, { reason: 'manual' })
    io.out(`${made.path}\n`)
    io.err(`A verified backup of ${sizeInWords(made.bytes)} was made.\n`)
    return exitCodes.done
  }
  expectOther(to, [path])
  if (existsSync(to) && idOf(to) !== idOf(path))
    throw new ExpectedError(
      'cannot-write',
      `${to} is no backup of this case. Choose another name. Nothing was written.`,
    )
  await copyVerified(resolve(path), resolve(to))
  io.out(`${to}\n`)
  io.err('A verified backup was made.\n')
  return exitCodes.done
}

function backups(io: Io, path: string, isJson: boolean): ExitCode {
  const found = listBackups(path)
  if (found.length === 0 && !existsSync(path))
    throw new ExpectedError('not-found', `There is neither ${path} nor a backup of it in ${backupFolder(path)}.`)
  const [bytes, most, replaced] = [bytesOf(found), mostBytes(path), listReplaced(path)]
  if (isJson) {
    const files = found.map(({ path, ...rest }) => ({ file: path, ...rest }))
    const kept = replaced.map(({ path, bytes }) => ({ file: path, bytes }))
    io.out(`${JSON.stringify({ backups: files, bytes, mostBytes: most, replaced: kept })}\n`)
    return exitCodes.done
  }
  if (found.length > 0) io.out(table(['made (UTC)', 'reason', 'size', 'file'], found.map(inWords), io.columns))
  io.err(
    `${found.length === 1 ? 'One backup takes' : `${found.length} backups take`} ${sizeInWords(bytes)} of at most ${sizeInWords(most)} in ${backupFolder(path)}.\n`,
  )
  const more = replacedInWords({ count: replaced.length, bytes: bytesOf(replaced) })
  if (more !== null) io.err(`${more}\n${replaced.map(({ path }) => `  ${path}\n`).join('')}`)
  return exitCodes.done
}

const inWords = ({ path, at, reason, bytes }: Backup): string[] => [
  at.slice(0, 19).replace('T', ' '),
  reasonWords[reason satisfies BackupReason],
  sizeInWords(bytes),
  basename(path),
]

function restore(io: Io, path: string, from: string): ExitCode {
  const byName = join(backupFolder(path), from)
  const backupPath = !existsSync(from) && basename(from) === from && existsSync(byName) ? byName : from
  readHeader(backupPath)
  const { setAside } = restoreBackup(path, backupPath)
  io.out(`${path} is now as in ${backupPath}.\n`)
  if (setAside !== null) io.err(`The file that was there is kept as ${setAside}.\n`)
  return exitCodes.done
}
