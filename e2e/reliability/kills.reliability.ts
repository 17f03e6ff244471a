import { spawn, spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { projectFolder, temporaryFolder } from '../app.ts'
import { killedAfter, lengthOf } from '../kills.ts'
import { randomFrom } from '../random.ts'
import { note } from './figures.ts'

// The built program is killed (SIGKILL) at random moments of what it does. Afterwards nothing is half-done, and nothing is
// missing of what it had said that it did.

const cli = join(projectFolder, 'out/main/cli.js')
const root = temporaryFolder()
let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(root, 'kills-'))
  path = join(folder, 'case.parallax')
  did('new', path)
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

function did(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`)
  return stdout
}

const total = (file = path): number =>
  (JSON.parse(did('list', file, 'claims', '--limit', '1', '--json')) as { total: number }).total

function list(name: string, rows: number): string {
  const file = join(folder, name)
  const lines = Array.from({ length: rows }, (_, at) => `${name}${at},Statement ${at} ${'of many '.repeat(20)}\n`)
  writeFileSync(file, `ref,statement\n${lines.join('')}`)
  return file
}

const random = randomFrom(20_261_127)

/** Whether a run that is killed after so many milliseconds had said before that it was done. */
async function saidDone(milliseconds: number, args: readonly string[]): Promise<{ said: boolean; met: boolean }> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] })
  let said = false
  child.stdout.on('data', () => (said = true))
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()))
  await Promise.race([ended, setTimeout(milliseconds)])
  const met = child.exitCode === null
  child.kill('SIGKILL')
  await ended
  return { said, met }
}

it('commits: 80 kills lose nothing that was acknowledged', async () => {
  const kills = 80
  const length = await lengthOf([cli, 'import', path, list('first.csv', 1), '--json'])
  let [least, met] = [1, 0]
  for (let nth = 0; nth < kills; nth += 1) {
    const before = total()
    const ended = await saidDone(length * (0.4 + random() * 0.8), [
      cli,
      'import',
      path,
      list(`${nth}.csv`, 1),
      '--json',
    ])
    if (ended.met) met += 1
    if (ended.said) least += 1
    const now = total()
    expect(now - before).toBeGreaterThanOrEqual(ended.said ? 1 : 0)
    expect(now - before).toBeLessThanOrEqual(1)
  }
  expect(total()).toBeGreaterThanOrEqual(least)
  expect(met).toBeGreaterThan(kills / 4)
  expect(did('check', path)).toMatch(/No problems found/)
  note({
    what: 'kills during commits',
    count: kills,
    outcome: `${met} met before the end; no acknowledged change lost`,
  })
})

it('imports: 40 kills leave all of a list or nothing', async () => {
  const kills = 40
  const rows = 25_000
  const many = list('many.csv', rows)
  const other = join(folder, 'other.parallax')
  did('new', other)
  const length = await lengthOf([cli, 'import', other, many])
  let met = 0
  for (let nth = 0; nth < kills; nth += 1) {
    copyFileSync(path, other)
    if (await killedAfter(length * (0.1 + random()), [cli, 'import', other, many])) met += 1
    expect([0, rows]).toContain(total(other))
    if (nth % 8 === 0) expect(did('check', other)).toMatch(/No problems found/)
  }
  expect(met).toBeGreaterThan(kills / 2)
  note({ what: 'kills during imports', count: kills, outcome: `${met} met before the end; all rows or none` })
})

it('migrations: 40 kills leave a case of the old schema or of the new', async () => {
  const kills = 40
  const old = join(projectFolder, 'electron/store/migrations/golden/schema-1.parallax')
  copyFileSync(old, path)
  const length = await lengthOf([cli, 'list', path, 'claims'])
  let met = 0
  for (let nth = 0; nth < kills; nth += 1) {
    copyFileSync(old, path)
    if (await killedAfter(length * (0.3 + random() * 0.8), [cli, 'list', path, 'claims'])) met += 1
    expect(total()).toBe(4)
    expect(did('check', path)).toMatch(/No problems found/)
  }
  expect(met).toBeGreaterThan(kills / 4)
  note({ what: 'kills during migrations', count: kills, outcome: `${met} met before the end; the old file or the new` })
})

it('backups and restores: 50 kills leave every backup whole, and the one file or the other', async () => {
  const kills = 25
  did('import', path, list('many.csv', 6000))
  const backup = did('backup', path).trim()
  did('import', path, list('one.csv', 1))
  const length = await lengthOf([cli, 'backup', path])
  let met = 0
  for (let nth = 0; nth < kills; nth += 1)
    if (await killedAfter(length * (0.2 + random()), [cli, 'backup', path])) met += 1
  const kept = join(folder, 'case.parallax-backups')
  for (const name of readdirSync(kept).filter((name) => name.endsWith('.parallax')))
    expect(did('check', join(kept, name))).toMatch(/No problems found/)

  const there = join(folder, 'there')
  copyFileSync(path, there)
  const restoring = await lengthOf([cli, 'restore', path, '--from', backup])
  for (let nth = 0; nth < kills; nth += 1) {
    copyFileSync(there, path)
    if (await killedAfter(restoring * (0.2 + random()), [cli, 'restore', path, '--from', backup])) met += 1
    const isOld = readFileSync(path).equals(readFileSync(there))
    const aside = readdirSync(folder).filter((name) => name.includes('.set-aside-') && name.endsWith('.parallax'))
    if (!isOld) expect(total()).toBe(6000)
    expect(isOld || aside.some((name) => readFileSync(join(folder, name)).equals(readFileSync(there)))).toBe(true)
    for (const name of aside) rmSync(join(folder, name))
  }
  expect(met).toBeGreaterThan(kills / 2)
  note({
    what: 'kills during backups and restores',
    count: kills * 2,
    outcome: `${met} met before the end; nothing half-done`,
  })
})
