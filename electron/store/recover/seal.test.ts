import { existsSync, ftruncateSync, openSync, closeSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Session } from '../../core/session.ts'
import { makeTestCase, type TestCase } from '../../core/test-case.ts'
import { openCaseFile } from '../open.ts'
import { headSize, sealedSize } from './seal-format.ts'
import { changedPages, readSeal, sealFile, type IsLate } from './seal.ts'

let file: TestCase
beforeEach(async () => {
  file = makeTestCase()
  for (let nth = 0; nth < 40; nth += 1)
    await file.call('claims.create', { patch: { statement: `Claim ${nth}`, quote: 'A long one. '.repeat(1500) } })
  file.session.close()
})
afterEach(() => rmSync(file.folder, { recursive: true, force: true }))

/** Opens the case as the program does: all that was acknowledged is there, and nothing had to be repaired. Then closes it. */
async function expectWhole(isLate?: IsLate): Promise<void> {
  const opened = openCaseFile(file.path, () => new Date().toISOString())
  expect([opened.readOnly, opened.notice]).toEqual([null, null])
  const session = new Session({ path: opened.path, role: 'writer', user: () => 'Ana', checkOutput: true })
  const ask = async (name: string, input: unknown): Promise<unknown> => (await session.call(name, input)).result
  expect(await ask('claims.page', {})).toMatchObject({ ok: true, value: { total: 40 } })
  expect(await ask('case.check', { deep: true })).toMatchObject({ ok: true, value: { problems: [] } })
  session.close()
  opened.release(isLate && { isLate })
  expect(existsSync(`${file.path}-lock`)).toBe(false)
}

const late: IsLate = () => true

describe('a seal', () => {
  it('that is given up, whenever that is, leaves the case as it was and no seal', async () => {
    const before = readFileSync(file.path)
    let asks = 0
    sealFile(file.path, () => {
      asks += 1
      return false
    })
    const seal = readSeal(file.path)
    expect(seal && changedPages(file.path, seal)).toEqual([])
    expect(asks).toBeGreaterThan(5)
    for (let lateAt = 0; lateAt < asks; lateAt += 1) {
      let asked = 0
      sealFile(file.path, () => asked++ >= lateAt)
      expect(readSeal(file.path)).toBeUndefined()
      expect(readFileSync(file.path).equals(before)).toBe(true)
    }
    await expectWhole(late)
  })

  it('is none before its heads are written, however much of it is there', async () => {
    const pages = readFileSync(file.path).length
    sealFile(file.path)
    const seal = readSeal(file.path)
    if (!seal) throw new Error('The case has no seal')
    const whole = readFileSync(file.path)
    whole.fill(0, pages, pages + headSize)
    whole.fill(0, sealedSize(seal) - headSize)
    for (let left = pages; left <= whole.length; left += Math.ceil((whole.length - pages) / 12)) {
      writeFileSync(file.path, whole)
      const half = openSync(file.path, 'r+')
      ftruncateSync(half, left)
      closeSync(half)
      expect(readSeal(file.path)).toBeUndefined()
      await expectWhole(late)
    }
  })
})

describe('closing a case', () => {
  it.each([0, 1, 5])('that may take %d ms leaves it whole, unlocked and without half a seal', async (limit) => {
    const start = performance.now()
    await expectWhole(() => performance.now() - start >= limit)
    const seal = readSeal(file.path)
    expect(seal === undefined ? [] : changedPages(file.path, seal)).toEqual([])
    await expectWhole(late)
  })

  it('seals it at the next closing that has the time', async () => {
    await expectWhole(late)
    expect(readSeal(file.path)).toBeUndefined()
    await expectWhole()
    expect(readSeal(file.path)).toBeDefined()
  })
})
