import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageVersion, projectDir } from '../paths.ts'
import { runNode } from '../run.ts'
import { SetupError, diskFull, isDiskFull } from './errors.ts'
import { applyFuses, fusesKey } from './fuses.ts'
import { wrongChecksum } from './integrity.ts'
import { step } from './progress.ts'

const packageDir = join(projectDir, 'node_modules', 'electron')
const distDir = join(packageDir, 'dist')
const fusesStamp = join(distDir, '.parallax-fuses')

/** The version that package.json pins. */
export function officialVersion(): string {
  return packageVersion('electron')
}

/** The official runtime's executable if it is there, of the right version, and our fuses are set in it. */
export function findOfficial(): string | undefined {
  return isUnpacked() && read(fusesStamp) === fusesKey() ? executablePath() : undefined
}

/**
 * Downloads the official runtime where it is missing, sets the fuses and gives its executable. A download that
 * cannot be had is an answer (`failure` says why in a few words), a full disk or a wrong checksum is an error.
 */
export async function makeOfficial(): Promise<{ executable: string } | { failure: string }> {
  if (!isUnpacked()) {
    const failure = await step(`Downloading the official Electron ${officialVersion()}`, download).catch(asFailure)
    if (failure) return { failure }
  }
  await applyFuses(executablePath())
  writeFileSync(fusesStamp, fusesKey())
  return { executable: executablePath() }
}

class DownloadFailed extends Error {}

async function download(): Promise<undefined> {
  try {
    const { code, output } = await runNode(join(packageDir, 'install.js'), [], { cwd: packageDir })
    if (code !== 0) throw downloadError(output)
  } finally {
    if (!isUnpacked()) removeUnfinished()
  }
  return undefined
}

function asFailure(error: unknown): string {
  if (error instanceof DownloadFailed) return error.message
  throw error
}

/** What a failed run of Electron's own installer means. */
export function downloadError(output: string): Error {
  if (isDiskFull(output)) return diskFull(packageDir)
  const firstLine = output.trim().split('\n')[0] ?? ''
  if (/checksum/i.test(output)) return wrongChecksum(`Electron ${officialVersion()}`, firstLine)
  return new DownloadFailed(firstLine.replace(/^\w*Error: /, '') || 'no reason given')
}

/** The message for a machine that can have neither the official runtime nor the stand-in. */
export function noRuntime(failure: string): SetupError {
  return new SetupError(
    `Electron ${officialVersion()} could not be downloaded: ${failure}.`,
    'Check the connection (behind a proxy: set ELECTRON_GET_USE_PROXY=1 and HTTPS_PROXY; a mirror: ELECTRON_MIRROR) and run again.',
  )
}

/** True when the official runtime is there, whether or not our fuses are set in it. */
export function isUnpacked(): boolean {
  return read(join(distDir, 'version'))?.replace(/^v/, '') === officialVersion() && existsSync(executablePath())
}

function executablePath(): string {
  return join(distDir, read(join(packageDir, 'path.txt')) ?? 'missing')
}

function removeUnfinished(): void {
  rmSync(distDir, { recursive: true, force: true })
  rmSync(join(packageDir, 'path.txt'), { force: true })
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return undefined
  }
}
