import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makePart } from './cache.ts'
import { requireIntegrity } from './integrity.ts'
import { findSqlite } from './sqlite.ts'
import { findStandIn } from './stand-in.ts'

let cache = ''
beforeEach(() => void (cache = mkdtempSync(join(tmpdir(), 'parallax-cache-test-'))))
afterEach(() => rmSync(cache, { recursive: true, force: true }))

test('a part appears whole, and only what was named is kept', async () => {
  const part = await makePart(cache, 'part', async (folder) => {
    writeFileSync(join(folder, 'download.tgz'), 'big')
    mkdirSync(join(folder, 'result'))
    writeFileSync(join(folder, 'result', 'tool'), 'x')
    expect(existsSync(join(cache, 'part'))).toBe(false)
    return join(folder, 'result')
  })
  expect(readdirSync(part)).toEqual(['tool'])
  expect(readdirSync(cache)).toEqual(['part'])
})

test('a part that is there is not made again', async () => {
  mkdirSync(join(cache, 'part'))
  await makePart(cache, 'part', () => Promise.reject(new Error('made again')))
})

test('a wrong checksum is told and leaves nothing', async () => {
  const making = makePart(cache, 'part', async (folder) => {
    const file = join(folder, 'download.tgz')
    writeFileSync(file, 'not what was published')
    await requireIntegrity(file, 'sha512-AAAA', 'a-package@1.0.0')
    return folder
  })
  await expect(making).rejects.toThrow(/a-package@1\.0\.0 has the wrong checksum.*expected sha512-AAAA, got sha512-/)
  expect(readdirSync(cache)).toEqual([])
})

test('what a killed set-up left is removed by the next', async () => {
  mkdirSync(join(cache, 'making-abc'))
  await makePart(cache, 'part', async (folder) => folder)
  expect(readdirSync(cache)).toEqual(['part'])
})

test('an empty cache has no parts', () => {
  expect(findStandIn(cache)).toBeUndefined()
  expect(findSqlite(cache, 9)).toBeUndefined()
})
