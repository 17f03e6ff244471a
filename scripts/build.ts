import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectDir, toolPath } from './paths.ts'
import { runNode } from './run.ts'
import { SetupError, diskFull, isDiskFull } from './setup/errors.ts'
import { withLock } from './setup/lock.ts'

const sourceFolders = ['electron', 'renderer', 'shared', 'resources']
const sourceFiles = /^(package|package-lock|tsconfig)\.json$|\.config\.ts$/
const cannotBuild = 3

/** Builds the app where its sources are not those of the last build. Prints nothing unless it fails. */
export async function ensureBuilt(): Promise<void> {
  if (isFresh(projectDir)) return
  await withLock(join(projectDir, 'out', '.lock'), async () => {
    if (!isFresh(projectDir)) await build()
  })
}

/** True when the built app in `project` was made from exactly the sources that are there now. */
export function isFresh(project: string): boolean {
  return readStamp(project) === fingerprint(project)
}

/** Notes that the built app in `project` was made from the sources with this fingerprint. */
export function writeStamp(project: string, sources: string): void {
  mkdirSync(join(project, 'out'), { recursive: true })
  writeFileSync(stampFile(project), sources)
}

/** A hash over names, sizes and times of the sources: unlike "newer than" it sees deleted and restored files too. */
export function fingerprint(project: string): string {
  const hash = createHash('sha256')
  const files = [...readdirSync(project).filter((name) => sourceFiles.test(name)), ...sourceFolders.flatMap(filesBelow)]
  for (const file of files.sort()) {
    const { size, mtimeMs } = statSync(join(project, file))
    hash.update(`${file}\0${size}\0${mtimeMs}\n`)
  }
  return hash.digest('hex')

  function filesBelow(folder: string): string[] {
    const path = join(project, folder)
    if (!statSync(path, { throwIfNoEntry: false })) return []
    const entries = readdirSync(path, { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(project.length + 1))
  }
}

async function build(): Promise<void> {
  const sources = fingerprint(projectDir)
  // A build that stops halfway must not pass for the one before it.
  rmSync(stampFile(projectDir), { force: true })
  const { code, output } = await runNode(toolPath('electron-vite'), ['build'], { cwd: projectDir })
  if (code !== 0) throw buildFailed(output)
  writeStamp(projectDir, sources)
}

function buildFailed(output: string): SetupError {
  if (isDiskFull(output)) return diskFull(projectDir)
  return new SetupError(
    `The app could not be built.\n\n${output.trim()}\n`,
    'Put right what is named above.',
    cannotBuild,
  )
}

function readStamp(project: string): string | undefined {
  try {
    return readFileSync(stampFile(project), 'utf8')
  } catch {
    return undefined
  }
}

function stampFile(project: string): string {
  return join(project, 'out', '.stamp')
}
