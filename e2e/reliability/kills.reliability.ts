import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { projectFolder, temporaryFolder } from '../app.ts'
import { Kills } from '../kills.ts'
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

it('commits: 80 kills lose nothing that was acknowledged', async () => {
  const kills = 80
  const runs = await Kills.of([cli, 'import', path, list('first.csv', 1), '--json'], random)
  let least = 1
  for (let nth = 0; nth < kills; nth += 1) {
    const before = total()
    const { hasSpoken } = await runs.kill([cli, 'import', path, list(`${nth}.csv`, 1), '--json'], 0.4, 1.2)
    if (hasSpoken) least += 1
    const now = total()
    expect(now - before).toBeGreaterThanOrEqual(hasSpoken ? 1 : 0)
    expect(now - before).toBeLessThanOrEqual(1)
  }
  expect(total()).toBeGreaterThanOrEqual(least)
  expect(runs.met).toBeGreaterThan(kills / 4)
  expect(did('check', path)).toMatch(/No problems found/)
  note({
    what: 'kills during commits',
    count: kills,
    outcome: `${runs.met} met before the end; no acknowledged change lost`,
  })
})

it('imports: 40 kills leave all of a list or nothing', async () => {
  const kills = 40
  const rows = 25_000
  const many = list('many.csv', rows)
  const other = join(folder, 'other.parallax')
  did('new', other)
  const runs = await Kills.of([cli, 'import', other, many], random)
  for (let nth = 0; nth < kills; nth += 1) {
    copyFileSync(path, other)
    await runs.kill([cli, 'import', other, many], 0.1, 1.1)
    expect([0, rows]).toContain(total(other))
    if (nth % 8 === 0) expect(did('check', other)).toMatch(/No problems found/)
  }
  expect(runs.met).toBeGreaterThan(kills / 2)
  note({ what: 'kills during imports', count: kills, outcome: `${runs.met} met before the end; all rows or none` })
})

it('migrations: 40 kills leave a case of the old schema or of the new', async () => {
  const kills = 40
  const old = join(projectFolder, 'electron/store/migrations/golden/schema-1.parallax')
  copyFileSync(old, path)
  const runs = await Kills.of([cli, 'list', path, 'claims'], random)
  for (let nth = 0; nth < kills; nth += 1) {
    copyFileSync(old, path)
    await runs.kill([cli, 'list', path, 'claims'], 0.3, 1.1)
    expect(total()).toBe(4)
    expect(did('check', path)).toMatch(/No problems found/)
  }
  expect(runs.met).toBeGreaterThan(kills / 4)
  note({
    what: 'kills during migrations',
    count: kills,
    outcome: `${runs.met} met before the end; the old file or the new`,
  })
})

it('backups and restores: 50 kills leave every backup whole, and the one file or the other', async () => {
  const kills = 25
  did('import', path, list('many.csv', 6000))
  const backup = did('backup', path).trim()
  did('import', path, list('one.csv', 1))
  const backups = await Kills.of([cli, 'backup', path], random)
  for (let nth = 0; nth < kills; nth += 1) await backups.kill([cli, 'backup', path], 0.2, 1.2)
  const kept = join(folder, 'case.parallax-backups')
  for (const name of readdirSync(kept).filter((name) => name.endsWith('.parallax')))
    expect(did('check', join(kept, name))).toMatch(/No problems found/)

  const there = join(folder, 'there')
  copyFileSync(path, there)
  const restores = await Kills.of([cli, 'restore', path, '--from', backup], random)
  for (let nth = 0; nth < kills; nth += 1) {
    copyFileSync(there, path)
    await restores.kill([cli, 'restore', path, '--from', backup], 0.2, 1.2)
    const isOld = readFileSync(path).equals(readFileSync(there))
    const aside = readdirSync(folder).filter((name) => name.includes('.set-aside-') && name.endsWith('.parallax'))
    if (!isOld) expect(total()).toBe(6000)
    expect(isOld || aside.some((name) => readFileSync(join(folder, name)).equals(readFileSync(there)))).toBe(true)
    for (const name of aside) rmSync(join(folder, name))
  }
  const met = backups.met + restores.met
  expect(met).toBeGreaterThan(kills / 2)
  note({
    what: 'kills during backups and restores',
    count: kills * 2,
    outcome: `${met} met before the end; nothing half-done`,
  })
})
