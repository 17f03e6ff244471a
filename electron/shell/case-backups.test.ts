import { writeFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fail, ok, type Result } from '../../shared/result.ts'
import { makeTestCase, type TestCase } from '../core/test-case.ts'
import { hasAnything, isBehind } from '../store/backups/changed.ts'
import { listBackups } from '../store/backups/list.ts'
import { makeBackup } from '../store/backups/make.ts'
import type { BackupProgram, BackupRequest } from '../store/backups/protocol.ts'
import { CaseBackups } from './case-backups.ts'

let test: TestCase
let isBusy: boolean
let atOnce: number
let backups: CaseBackups
beforeEach(() => {
  test = makeTestCase()
  isBusy = false
  atOnce = 0
  backups = backupsWith({ idle: 40, between: 0 })
})
afterEach(() => {
  backups.follow(undefined)
  test.remove()
})

const backupsWith = (times: { idle: number; between: number }): CaseBackups =>
  new CaseBackups({ start, isBusy: () => isBusy, onChange: () => undefined, ...times })

/** What the program does, in this process. */
function start(request: BackupRequest): BackupProgram {
  let isStopped = false
  return { answer: carryOut(request, () => isStopped), end: () => void (isStopped = true) }
}

async function carryOut(request: BackupRequest, isStopped: () => boolean): Promise<Result<unknown>> {
  if (request.type !== 'make') throw new Error('These tests restore nothing')
  const { casePath, reason, onlyIfBehind } = request
  if (onlyIfBehind && !(isBehind(casePath) && hasAnything(casePath))) return ok(null)
  expect(++atOnce).toBe(1)
  try {
    while (speed.isSlow && !isStopped()) await setTimeout(5)
    return ok(await makeBackup(casePath, { reason, isStopped }))
  } catch (error) {
    return fail('cannot-write', String(error))
  } finally {
    atOnce--
  }
}

const speed = { isSlow: false }
const add = (): Promise<unknown> => test.call('claims.create', { patch: { statement: 'New' } })
const reasons = (): string[] => listBackups(test.path).map(({ reason }) => reason)

describe('backups by themselves', () => {
  it('are made when nothing was changed for a while, and not again until something is', async () => {
    await add()
    backups.follow(test.path)
    await expect.poll(reasons).toEqual(['idle'])
    backups.touched()
    await setTimeout(200)
    await backups.settled()
    expect(reasons()).toEqual(['idle'])
    await add()
    backups.touched()
    await expect.poll(() => reasons().length + Number(isBehind(test.path))).toBe(1)
  })

  it('are not made of a case without a step, nor while long work runs, nor within the hour', async () => {
    backups.follow(test.path)
    await setTimeout(120)
    expect(reasons()).toEqual([])
    isBusy = true
    await add()
    backups.touched()
    await setTimeout(120)
    expect(reasons()).toEqual([])
    isBusy = false
    await expect.poll(reasons).toEqual(['idle'])
    backups.follow(undefined)
    backups = backupsWith({ idle: 20, between: 60_000 })
    backups.follow(test.path)
    await add()
    backups.touched()
    await setTimeout(120)
    expect(reasons()).toEqual(['idle'])
  })

  it('are made one after the other', async () => {
    await add()
    await Promise.all([
      backups.make(test.path, 'manual'),
      backups.makeIfBehind(test.path, 'close'),
      backups.make(test.path, 'manual'),
    ])
    expect(reasons()).toEqual(['manual', 'manual'])
  })

  it('that fail are told with the path and the cause, and throw nothing', async () => {
    await add()
    const folder = `${test.folder}/case.parallax-backups`
    writeFileSync(folder, 'a file where the folder should be')
    await backups.makeIfBehind(test.path, 'close')
    expect(backups.notice).toMatchObject({ id: 1, message: expect.stringContaining(folder) as string })
  })

  it('that take too long at the end are given up, and nothing of them is left', async () => {
    await add()
    speed.isSlow = true
    const making = backups.makeIfBehind(test.path, 'close')
    const started = performance.now()
    await backups.settledWithin(100)
    await making
    speed.isSlow = false
    expect(performance.now() - started).toBeLessThan(3000)
    expect([reasons(), backups.notice]).toEqual([[], null])
    await backups.makeIfBehind(test.path, 'close')
    expect(reasons()).toEqual(['close'])
  })
})
