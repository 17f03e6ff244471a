import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { projectFolder, temporaryFolder } from './app.ts'
import { Kills } from './kills.ts'

// What befalls a backup and a restore from outside: the process is killed, the disk takes no more. The built program runs
// in processes of its own, since that is what can be killed.

const cli = join(projectFolder, 'out/main/cli.js')
const kills = 20
let folder: string
let path: string
let first: string

interface Outcome {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}
const run = (...args: string[]): Outcome => spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' })
function did(...args: string[]): string {
  const { status, stdout, stderr } = run(...args)
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' })
  return stdout
}
const files = (): string[] => readdirSync(`${path.replace(/\.parallax$/, '')}.parallax-backups`)
const total = (file: string): number =>
  (JSON.parse(did('list', file, 'claims', '--limit', '1', '--json')) as { total: number }).total
const half = (names: readonly string[]): string[] =>
  names.filter((name) => name.includes('.part') || name.includes('journal'))

const list = (name: string, rows: number): string => {
  const file = join(folder, name)
  const lines = Array.from(
    { length: rows },
    (_, at) => `${name}${at},Statement ${at} ${'of many '.repeat(20)},Official ${at % 90}`,
  )
  writeFileSync(file, `ref,statement,claimant\n${lines.join('\n')}\n`)
  return file
}

/** A case of some megabytes with a backup of 6,000 claims, and then 6,001. */
beforeAll(() => {
  folder = mkdtempSync(join(temporaryFolder(), 'backups-'))
  path = join(folder, 'case.parallax')
  did('new', path)
  did('import', path, list('many.csv', 6000))
  first = did('backup', path).trim()
  did('import', path, list('one.csv', 1))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it(`a backup that is killed at any of ${kills} moments leaves the earlier ones and nothing half-done`, async () => {
  const runs = await Kills.of([cli, 'backup', path], Math.random)
  const checked = new Set<string>()
  for (let nth = 0; nth < kills; nth++) {
    await runs.kill([cli, 'backup', path], nth / kills, (nth + 1) / kills)
    for (const name of files().filter((name) => name.endsWith('.parallax') && !checked.has(name))) {
      expect(run('check', join(folder, 'case.parallax-backups', name))).toMatchObject({ status: 0 })
      checked.add(name)
    }
  }
  expect(runs.met).toBeGreaterThan(kills / 2)
  did('backup', path)
  expect(half(files())).toEqual([])
  expect([total(path), total(first)]).toEqual([6001, 6000])
  expect(did('check', path)).toMatch(/No problems found/)
})

it(`a restore that is killed at any of ${kills} moments leaves the one file or the other, and what was set aside`, async () => {
  const there = join(folder, 'there')
  copyFileSync(path, there)
  const runs = await Kills.of([cli, 'restore', path, '--from', first], Math.random)
  expect(total(path)).toBe(6000)
  for (let nth = 0; nth < kills; nth++) {
    copyFileSync(there, path)
    await runs.kill([cli, 'restore', path, '--from', first], nth / kills, (nth + 1) / kills)
    const isOld = readFileSync(path).equals(readFileSync(there))
    const aside = readdirSync(folder).filter((name) => name.includes('.set-aside-') && name.endsWith('.parallax'))
    if (!isOld) expect(total(path)).toBe(6000)
    // The file that was there is in its place or set aside, whole.
    for (const name of aside) expect(readFileSync(join(folder, name)).equals(readFileSync(there))).toBe(true)
    expect(isOld || aside.length > 0).toBe(true)
    for (const name of aside) rmSync(join(folder, name))
  }
  expect(runs.met).toBeGreaterThan(kills / 2)
  did('restore', path, '--from', first)
  expect(half(readdirSync(folder))).toEqual([])
  expect(did('check', path)).toMatch(/No problems found/)
})

it.each([
  ['backup', () => ['backup', path]],
  ['restore', () => ['restore', path, '--from', first]],
])('a %s whose disk takes no more leaves all as it was and says why', (_what, args) => {
  const before = [readFileSync(path), files(), readdirSync(folder)]
  // What a process may write is bounded as a full disk bounds it: the write fails, the program goes on.
  const bounded = `trap '' XFSZ; ulimit -f 2000; exec "$@"`
  const { status, stderr } = spawnSync('bash', ['-c', bounded, 'bash', process.execPath, cli, ...args()], {
    encoding: 'utf8',
  })
  expect(status).toBe(3)
  expect(stderr).toMatch(/disk/i)
  expect([readFileSync(path), files(), readdirSync(folder)]).toEqual(before)
  expect(existsSync(`${path}-lock`)).toBe(false)
})
