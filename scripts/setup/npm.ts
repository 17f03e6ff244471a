import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { npmPath } from '../paths.ts'
import { runNode } from '../run.ts'
import { SetupError, diskFull, isDiskFull } from './errors.ts'
import { requireIntegrity, wrongChecksum } from './integrity.ts'
import type { Report } from './progress.ts'

/** A package of the npm registry that is pinned in the source. */
export type PinnedPackage = {
  readonly name: string
  readonly version: string
  readonly integrity: string
  /** Size of the archive in bytes, for the progress. */
  readonly bytes: number
}

/** Downloads a package's archive into `folder`, checks it against the pinned checksum, and gives its path. */
export async function downloadPackage(pinned: PinnedPackage, folder: string, report: Report): Promise<string> {
  const target = join(folder, 'archive')
  // A cache of its own: npm's would keep the archive for good, and its growth is the only progress npm shows.
  const npmCache = join(folder, 'npm-cache')
  mkdirSync(target)
  const timer = setInterval(() => report(Math.min(0.99, folderBytes(npmCache) / pinned.bytes)), 250)
  try {
    await npmPack(pinned, target, npmCache)
  } finally {
    clearInterval(timer)
  }
  rmSync(npmCache, { recursive: true, force: true })
  const archive = join(target, readdirSync(target)[0] ?? '')
  await requireIntegrity(archive, pinned.integrity, `${pinned.name}@${pinned.version}`)
  return archive
}

/** npm's own entry, or the message that npm is missing. */
export function requireNpm(): string {
  const npm = npmPath()
  if (npm) return npm
  throw new SetupError('npm was not found.', 'Install npm, or put it on PATH, and run again.')
}

async function npmPack(pinned: PinnedPackage, target: string, cache: string): Promise<void> {
  const spec = `${pinned.name}@${pinned.version}`
  const result = await runNode(
    requireNpm(),
    // The log level is named because `npm test --silent` would otherwise silence this npm's errors too.
    ['pack', spec, '--pack-destination', target, '--cache', cache, '--loglevel', 'error', '--ignore-scripts'],
    { cwd: target },
  )
  if (result.code === 0) return
  if (isDiskFull(result.output)) throw diskFull(target)
  if (result.output.includes('EINTEGRITY')) throw wrongChecksum(spec, 'npm reports EINTEGRITY')
  throw new SetupError(
    `The download of ${spec} failed: ${npmReason(result.output)}.`,
    'Check that npm reaches its registry (npm ping; proxy settings in .npmrc) and run again.',
  )
}

/** The line of npm's output that says why. */
export function npmReason(output: string): string {
  const lines = [...output.matchAll(/^npm error (?:code )?(.+)$/gm)].map((match) => match[1]?.trim() ?? '')
  const [code, text] = lines.filter((line) => line !== '' && !/complete log|^(errno|syscall|path|dest) /i.test(line))
  return [code, text].filter(Boolean).join(', ') || 'npm gave no reason'
}

function folderBytes(folder: string): number {
  try {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    return files.reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0)
  } catch {
    // npm renames its files while they are being counted.
    return 0
  }
}
