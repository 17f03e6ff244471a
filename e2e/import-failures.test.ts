import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { appendFileSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { projectFolder, temporaryFolder } from './app.ts'

// What befalls an import from outside: its process is killed, its disk fills up, its file is changed. The built program
// runs in processes of its own, since that is what can be killed.

const cli = join(projectFolder, 'out/main/cli.js')
const root = temporaryFolder()
let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(root, 'failures-'))
  path = join(folder, 'case.parallax')
  run('new', path)
  run('import', path, write('before.csv', 'ref,statement\nA1,It was there before\n'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(name: string, content: string): string {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

const longList = (rows = 40_000): string =>
  write(
    'long.csv',
    `ref,statement,claimant,said\n${Array.from({ length: rows }, (_, at) => `L${at},Statement number ${at} ${'of many '.repeat(20)},Official ${at % 90},2024-11\n`).join('')}`,
  )

function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' })
  return { status, stdout, stderr }
}

/** The case as somebody finds it who opens it afterwards. */
function expectAsBefore(): void {
  expect(run('check', path)).toMatchObject({ status: 0, stdout: expect.stringMatching(/No problems found/) as string })
  expect(JSON.parse(run('list', path, 'claims', '--json').stdout)).toMatchObject({ total: 1 })
  expect(JSON.parse(run('imports', path, '--json').stdout)).toMatchObject([{ fileName: 'before.csv' }])
  expect(JSON.parse(run('list', path, 'actors', '--json').stdout)).toMatchObject({ total: 0 })
}

const sizeOf = (file: string): number => (existsSync(file) ? statSync(file).size : 0)
const allWritten = (): number => sizeOf(path) + sizeOf(`${path}-wal`)

/** Waits until an import has written so much to the case or beside it: it is in the middle of its transaction then. */
async function written(child: ChildProcess, bytes: number): Promise<void> {
  const before = allWritten()
  while (allWritten() - before < bytes) {
    if (child.exitCode !== null) throw new Error('The import ended before it could be met in the middle')
    await setTimeout(5)
  }
}

describe('an import that is killed', () => {
  it.each([1, 8, 24])('after %d MB leaves nothing of it, and can be done again', async (megabytes) => {
    const list = longList()
    const child = spawn(process.execPath, [cli, 'import', path, list], { stdio: 'ignore' })
    await written(child, megabytes * 2 ** 20)
    child.kill('SIGKILL')
    await new Promise((resolve) => child.on('close', resolve))
    expectAsBefore()
    expect(run('import', path, write('after.csv', 'ref,statement\nA2,It came afterwards\n'))).toMatchObject({
      status: 0,
    })
    expect(JSON.parse(run('list', path, 'claims', '--json').stdout)).toMatchObject({ total: 2 })
    expect(readdirSync(folder).sort()).toEqual(['after.csv', 'before.csv', 'case.parallax', 'long.csv'])
  })
})

describe('a long import', () => {
  it('is found by every word of it, beside what was there before', () => {
    expect(run('import', path, longList(30_000))).toMatchObject({ status: 0 })
    const found = (words: string): unknown =>
      JSON.parse(run('list', path, 'claims', '--search', words, '--limit', '1', '--json').stdout)
    expect(found('"number 29999 of many"')).toMatchObject({ total: 1, rows: [{ ref: 'L29999' }] })
    expect(found('any')).toMatchObject({ total: 30_000 })
    expect(found('there before')).toMatchObject({ total: 1, rows: [{ ref: 'A1' }] })
    expect(run('check', path)).toMatchObject({ status: 0 })
    expect(readdirSync(folder).sort()).toEqual(['before.csv', 'case.parallax', 'long.csv'])
  })
})

describe('an import whose disk takes no more', () => {
  it('in the middle leaves nothing of it, and says which file and why', () => {
    const list = longList()
    // What a process may write is bounded as a full disk bounds it: the write fails, the program goes on.
    const bounded = `trap '' XFSZ; ulimit -f 12000; exec "$@"`
    const { status, stdout, stderr } = spawnSync(
      'bash',
      ['-c', bounded, 'bash', process.execPath, cli, 'import', path, list],
      {
        encoding: 'utf8',
      },
    )
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' })
    expect(stderr).toContain(path)
    expect(stderr).toMatch(/disk/i)
    expectAsBefore()
    expect(run('import', path, list)).toMatchObject({ status: 0 })
  })
})

describe('a file that is changed while it is read', () => {
  it.each([
    ['grows', (list: string) => appendFileSync(list, 'L,more\n')],
    ['is written anew', (list: string) => writeFileSync(list, 'ref,statement\nZ,other\n')],
    ['goes away', (list: string) => rmSync(list)],
  ])('brings nothing in when it %s, and says so', async (_what, change) => {
    const list = longList()
    const child = spawn(process.execPath, [cli, 'import', path, list], { stdio: ['ignore', 'pipe', 'pipe'] })
    let words = ''
    child.stderr.on('data', (text: Buffer) => (words += text.toString()))
    await written(child, 2 ** 20)
    change(list)
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(3)
    expect(words).toMatch(/long\.csv.*(changed while it was read|cannot be opened)/)
    expectAsBefore()
  })
})
