import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { onExit } from '../on-exit.ts'
import { projectDir } from '../paths.ts'
import { runNode } from '../run.ts'
import { SetupError, diskFull, isDiskFull } from './errors.ts'
import { requireNpm } from './npm.ts'

// Builds the stock source as an experimental addon: the functions it needs from Node-API 10 are there in 9, unnamed.
const flags =
  '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT -DNODE_API_EXPERIMENTAL_NO_WARNING'

/** Builds the installed better-sqlite3 in `folder` and gives the folder that holds nothing but the binary. */
export async function buildSqlite(folder: string): Promise<string> {
  const result = join(folder, 'result')
  mkdirSync(result)
  const binary = join(result, 'better_sqlite3.node')
  await withPlainPath(folder, async (plain) => {
    const source = copySource(plain)
    await compile(source, linkHeaders(plain))
    copyFileSync(join(source, 'build', 'Release', 'better_sqlite3.node'), binary)
  })
  await tryBinary(binary)
  return result
}

// make cannot build below a path with a space in it.
async function withPlainPath(folder: string, work: (folder: string) => Promise<void>): Promise<void> {
  if (!/\s/.test(folder)) return work(folder)
  const plain = mkdtempSync(join(tmpdir(), 'parallax-build-'))
  const remove = (): void => rmSync(plain, { recursive: true, force: true, maxRetries: 5 })
  const forget = onExit(remove)
  try {
    await work(plain)
  } finally {
    remove()
    forget()
  }
}

function copySource(folder: string): string {
  const from = join(projectDir, 'node_modules', 'better-sqlite3')
  const source = join(folder, 'source')
  cpSync(from, source, { recursive: true, filter: (path) => !['prebuilds', 'build'].includes(basename(path)) })
  // Found here rather than through the checkout's path, which may hold a space.
  const addonApi = join(projectDir, 'node_modules', 'node-addon-api')
  cpSync(addonApi, join(source, 'node_modules', 'node-addon-api'), { recursive: true })
  return source
}

/** A folder whose `include/node` holds Node's headers; undefined leaves it to node-gyp to fetch them. */
function linkHeaders(folder: string): string | undefined {
  // The npm package of Node that runs this script brings them along.
  const platformPackage = `node/node_modules/node-${process.platform}-${process.arch}`
  const homes = [join(projectDir, 'node_modules', platformPackage), dirname(dirname(process.execPath))]
  const home = homes.find((candidate) => existsSync(join(candidate, 'include', 'node', 'node_api.h')))
  if (home === undefined) return undefined
  const link = join(folder, 'node')
  symlinkSync(home, link)
  return link
}

async function compile(source: string, headers: string | undefined): Promise<void> {
  const nodeGyp = join(dirname(dirname(requireNpm())), 'node_modules', 'node-gyp', 'bin', 'node-gyp.js')
  const args = ['rebuild', '--release', '--jobs=max', ...(headers ? [`--nodedir=${headers}`] : [])]
  const { code, output } = await runNode(nodeGyp, [...args, '--', '-Dforce_build=1'], {
    cwd: source,
    env: { CXXFLAGS: `${process.env['CXXFLAGS'] ?? ''} ${flags}`.trim() },
  })
  if (code !== 0) throw buildError(output, source)
}

/** What a failed run of node-gyp means. */
export function buildError(output: string, folder: string): SetupError {
  if (isDiskFull(output)) return diskFull(folder)
  if (/find Python/i.test(output)) return noCompiler('Python 3 was not found')
  const missing = /\b(make|g\+\+|c\+\+|gcc|cc): (?:command not found|not found|No such file)|not found: (make)/.exec(
    output,
  )
  if (missing) return noCompiler(`${missing[1] ?? missing[2]} was not found`)
  const line = output.split('\n').find((text) => /error/i.test(text)) ?? 'no reason given'
  return new SetupError(`better-sqlite3 could not be built: ${line.trim()}`, 'Install g++ 12 or newer and run again.')
}

function noCompiler(reason: string): SetupError {
  return new SetupError(
    `better-sqlite3 could not be built: ${reason}.`,
    'Install a C++ compiler, make and Python 3 (Debian: sudo apt-get install g++ make python3) and run again.',
  )
}

// A binary that does not load must not reach the cache. This Node has the newer Node-API and runs both kinds.
async function tryBinary(binary: string): Promise<void> {
  const code = `new (require('better-sqlite3'))(':memory:', { nativeBinding: process.argv[1] }).exec('SELECT 1')`
  const result = await runNode('-e', [code, binary], { cwd: projectDir })
  if (result.code === 0) return
  throw new SetupError('The better-sqlite3 built for this runtime does not load.', result.output.trim().slice(-500))
}
