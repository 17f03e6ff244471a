import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach } from 'vitest'
import type { Io } from './io.ts'
import { run } from './main.ts'

/** What a command line came to. */
export interface Outcome {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** The surroundings of a command that nobody listens to. */
export const quietIo: Io = {
  out: () => undefined,
  err: () => undefined,
  columns: undefined,
  showsProgress: false,
  user: 'ana',
  watchInterrupt: () => ({ happened: () => false, stop: () => undefined }),
}

/** Runs a command line as the program does, for tests. */
export async function cli(argv: readonly string[], surroundings: Partial<Io> = {}): Promise<Outcome> {
  let [out, err] = ['', '']
  const told = { out: (text: string) => void (out += text), err: (text: string) => void (err += text) }
  const code = await run(argv, { ...quietIo, ...told, ...surroundings })
  return { code, out, err }
}

/** What a command line prints that must not fail. */
export async function ok(...argv: readonly string[]): Promise<string> {
  const { code, out, err } = await cli(argv)
  if (code !== 0) throw new Error(`${argv.join(' ')} ended with ${code}: ${err}`)
  return out
}

export interface Page {
  readonly total: number
  readonly rows: readonly Record<string, unknown>[]
}

/** The rows of a case as `list --json` prints them. */
export const listOf = async (path: string, ...argv: readonly string[]): Promise<Page> =>
  JSON.parse(await ok('list', path, ...argv, '--json')) as Page

/** A folder of its own for the files of a test. */
export interface TestFolder {
  readonly folder: string
  readonly at: (name: string) => string
  readonly write: (name: string, content: string | Uint8Array) => string
}

function makeTestFolder(): TestFolder {
  const folder = mkdtempSync(join(tmpdir(), 'parallax-cli-'))
  const at = (name: string): string => join(folder, name)
  return {
    folder,
    at,
    write: (name, content) => {
      writeFileSync(at(name), content)
      return at(name)
    },
  }
}

/** For each test of a file: an empty folder with what `prepare` puts there, and the path of its case. */
export function eachInFolder(
  prepare: (path: string, files: TestFolder) => unknown = (path) => ok('new', path),
): TestFolder & { readonly files: TestFolder; readonly path: string } {
  const files = makeTestFolder()
  const path = files.at('korea.parallax')
  beforeEach(async () => void (await prepare(path, files)))
  afterEach(() => {
    for (const name of readdirSync(files.folder)) rmSync(files.at(name), { recursive: true, force: true })
  })
  afterAll(() => rmSync(files.folder, { recursive: true, force: true }))
  return { ...files, files, path }
}
