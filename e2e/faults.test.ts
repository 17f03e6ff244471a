import { copyFileSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withWritableCase } from '../electron/cli/open-case.ts'
import { quietIo } from '../electron/cli/test-cli.ts'
import { oneOfEachHalf } from './faults/choices.ts'
import { DiskFaults, diskErrors } from './faults/injector.ts'
import { Trial } from './faults/one-fault.ts'
import { caseIn, operations } from './faults/operations.ts'
import { randomFrom } from './random.ts'

// The disk fails below SQLite and below Node, at some of the calls of each operation (all of many more are among the
// reliability runs). The built program runs in processes of its own, since that is what a disk can fail under.

const few = new Set(['import', 'backup', 'restore', 'export to html', 'csv normalize'])
let faults: DiskFaults
beforeAll(() => void (faults = new DiskFaults()))
afterAll(() => faults.remove())

describe.each(operations.filter(({ name }) => few.has(name)))('$name', (operation) => {
  it('is done or refused with the path and the cause, and done once the disk is well', async () => {
    const trial = await Trial.of(operation, faults)
    const some = oneOfEachHalf(randomFrom(7))
    const met = [
      ...(await Promise.all(diskErrors.map((error) => trial.faults({ error, once: false, calls: 'change' }, some)))),
      await trial.faults({ error: 'EIO', once: false, calls: 'read' }, some),
    ].flat()
    const endings = await trial.meetAll(met)
    expect(endings).toHaveLength(10)
    expect(endings.flatMap(({ wrong }) => wrong)).toEqual([])
  }, 300_000)
})

it('reads a case, also one that was not closed, on a disk that takes nothing', async () => {
  const [operation] = operations
  if (!operation) throw new Error('There are no operations')
  const folder = mkdtempSync(join(faults.folder, 'reading-'))
  const elsewhere = join(faults.folder, 'report.md')
  await operation.prepare(folder)
  const path = caseIn(folder)
  const left = join(folder, 'left.parallax')
  await withWritableCase(quietIo, path, async ({ ask }) => {
    await ask('claims.create', { patch: { statement: 'Only in the log' } })
    for (const side of ['', '-wal']) copyFileSync(path + side, left + side)
  })
  const commands = [
    ['list', path, 'claims', '--csv'],
    ['check', path, '--deep'],
    ['backups', path],
    ['report', path, '--format', 'md', '--out', elsewhere],
    ['list', left, 'claims', '--csv'],
  ]
  for (const error of diskErrors)
    for (const args of commands) {
      const { status, stdout, stderr } = await faults.run(args, folder, { error, at: 1, once: false, calls: 'change' })
      expect({ args, status, told: status === 0 ? '' : stderr }).toEqual({ args, status: 0, told: '' })
      if (args[0] === 'list') expect(stdout).toContain('Only in the log')
    }
}, 300_000)
