import { cacheDir } from '../paths.ts'
import { installNeeds } from './apt.ts'
import { withCacheLock } from './cache.ts'
import { findOfficial, isUnpacked, makeOfficial, noRuntime, officialVersion } from './official.ts'
import { say } from './progress.ts'
import { requireSandbox, sandboxArgs } from './sandbox.ts'
import { findSqlite, makeSqlite, runsStockSqlite } from './sqlite.ts'
import { findStandIn, makeStandIn, standIn, standInSupported } from './stand-in.ts'
import { type SystemOptions, isDebian, missingNeeds } from './system.ts'

/** How to start the app: `executable ...args <project folder> <app arguments>` with `env` added. */
export type Runtime = {
  readonly executable: string
  readonly args: readonly string[]
  /** PARALLAX_SQLITE_BINDING, where the runtime cannot load better-sqlite3's own binary. */
  readonly env: Readonly<Record<string, string>>
  readonly isStandIn: boolean
  readonly electronVersion: string
}

export type RuntimeOptions = {
  /** Also what the tests and the demo check reports with. */
  readonly tests?: boolean
  /** Does not say that the stand-in is used. What has to be made is shown all the same. */
  readonly quiet?: boolean
  /** Tries the official download again though the stand-in is there. */
  readonly retryOfficial?: boolean
}

/** Makes sure that everything the app needs to start is there, and says how to start it. */
export async function ensureRuntime(options: RuntimeOptions = {}): Promise<Runtime> {
  const cache = cacheDir()
  await ensureSystem(cache, { tests: options.tests ?? false })
  const electron = await ensureElectron(cache, options.retryOfficial ?? false)
  const binding = await ensureSqlite(cache, electron.nodeApi)
  requireSandbox(electron.executable)
  if (electron.isStandIn && !options.quiet) say(standInNotice())
  return {
    executable: electron.executable,
    args: sandboxArgs(),
    env: binding === undefined ? {} : { PARALLAX_SQLITE_BINDING: binding },
    isStandIn: electron.isStandIn,
    electronVersion: electron.version,
  }
}

/** The line that is said whenever the stand-in is used. */
export function standInNotice(): string {
  const [own, wanted] = [standIn.electronVersion, officialVersion()]
  return `Running on the stand-in Electron ${own}, because the official ${wanted} could not be downloaded ("npm run setup -- --official" tries again).`
}

type Electron = {
  readonly executable: string
  readonly version: string
  readonly nodeApi: number
  readonly isStandIn: boolean
}

async function ensureElectron(cache: string, retryOfficial: boolean): Promise<Electron> {
  const found = findElectron(cache)
  if (found && !(found.isStandIn && retryOfficial)) return found
  return withCacheLock(cache, async () => {
    const made = findElectron(cache)
    if (made && !(made.isStandIn && retryOfficial)) return made
    const result = await makeOfficial()
    if ('executable' in result) return official(result.executable)
    if (!standInSupported()) throw noRuntime(result.failure)
    say(`The official Electron cannot be had here: ${result.failure}.`)
    return ownStandIn(await makeStandIn(cache))
  })
}

function findElectron(cache: string): Electron | undefined {
  const executable = findOfficial()
  if (executable) return official(executable)
  // Brought by hand or by another tool: it still needs our fuses, and it goes before the stand-in.
  if (isUnpacked()) return undefined
  const other = standInSupported() ? findStandIn(cache) : undefined
  return other === undefined ? undefined : ownStandIn(other)
}

// Every official Electron from 35 on has Node-API 10.
const official = (executable: string): Electron => ({
  executable,
  version: officialVersion(),
  nodeApi: 10,
  isStandIn: false,
})

const ownStandIn = (executable: string): Electron => ({
  executable,
  version: standIn.electronVersion,
  nodeApi: standIn.nodeApi,
  isStandIn: true,
})

async function ensureSqlite(cache: string, nodeApi: number): Promise<string | undefined> {
  if (runsStockSqlite(nodeApi)) return undefined
  const found = findSqlite(cache, nodeApi)
  if (found) return found
  await ensureSystem(cache, { compiler: true })
  return withCacheLock(cache, () => makeSqlite(cache, nodeApi))
}

// Elsewhere than on Debian the names of packages are not known: if Electron does not start, `start.ts` says why.
async function ensureSystem(cache: string, options: SystemOptions): Promise<void> {
  if (!isDebian() || missingNeeds(options).length === 0) return
  await withCacheLock(cache, async () => {
    const missing = missingNeeds(options)
    if (missing.length > 0) await installNeeds(missing)
  })
}
