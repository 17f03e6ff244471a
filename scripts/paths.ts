import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'

/** The checkout. */
export const projectDir = join(import.meta.dirname, '..')

/**
 * Where what set-up makes is kept, outside the checkout so that all checkouts of one machine share it:
 * `$PARALLAX_CACHE`, else `$XDG_CACHE_HOME/parallax`, else `~/.cache/parallax`.
 */
export function cacheDir(env: NodeJS.ProcessEnv = process.env): string {
  if (env['PARALLAX_CACHE']) return resolve(env['PARALLAX_CACHE'])
  return join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'parallax')
}

/** The folder the person stands in: `npm run` moves to the checkout and keeps the first one in INIT_CWD. */
export function userDir(npmScript: string, env: NodeJS.ProcessEnv = process.env): string {
  return (env['npm_lifecycle_event'] === npmScript && env['INIT_CWD']) || process.cwd()
}

/** The JavaScript entry of a tool in node_modules, to be run with `runNode`: no shell and no `.cmd` files. */
export function toolPath(packageName: string): string {
  const folder = join(projectDir, 'node_modules', packageName)
  const { bin } = readJson<{ bin: string | Record<string, string> }>(join(folder, 'package.json'))
  const entry = typeof bin === 'string' ? bin : Object.values(bin)[0]
  if (entry === undefined) throw new Error(`${packageName} has no program`)
  return join(folder, entry)
}

/** The version of an installed package. */
export function packageVersion(packageName: string): string {
  return readJson<{ version: string }>(join(projectDir, 'node_modules', packageName, 'package.json')).version
}

/** Parses a JSON file of a known shape, such as a package.json. */
export function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T
}

/** A program on PATH or where system programs usually are, or undefined. */
export function findProgram(name: string): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/local/bin', '/usr/bin', '/bin', '/sbin']
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file))
}

/** npm's own JavaScript entry, beside which npm keeps node-gyp; undefined when npm is not to be found. */
export function npmPath(): string | undefined {
  const running = process.env['npm_execpath']
  if (running?.endsWith('npm-cli.js') && existsSync(running)) return running
  const found = findProgram('npm')
  return found && [realpathSync(found), join(dirname(found), 'node_modules/npm/bin/npm-cli.js')].find(isNpmCli)
}

function isNpmCli(file: string): boolean {
  return file.endsWith('npm-cli.js') && existsSync(file)
}
