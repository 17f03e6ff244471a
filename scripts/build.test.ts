import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fingerprint, isFresh, writeStamp } from './build.ts'

let project = ''
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'parallax-build-test-'))
  mkdirSync(join(project, 'electron', 'core'), { recursive: true })
  writeFileSync(join(project, 'electron', 'core', 'a.ts'), 'export const a = 1')
  writeFileSync(join(project, 'package.json'), '{}')
})
afterEach(() => rmSync(project, { recursive: true, force: true }))

const built = (): void => writeStamp(project, fingerprint(project))

test('a project that was never built is stale', () => {
  expect(isFresh(project)).toBe(false)
})

test('a built project is fresh until a source changes', () => {
  built()
  expect(isFresh(project)).toBe(true)
  writeFileSync(join(project, 'electron', 'core', 'a.ts'), 'export const a = 22')
  expect(isFresh(project)).toBe(false)
})

test('a new, a deleted and an older source make it stale', () => {
  const file = join(project, 'electron', 'core', 'b.ts')
  built()
  writeFileSync(file, '')
  expect(isFresh(project)).toBe(false)
  built()
  utimesSync(file, 1, 1)
  expect(isFresh(project)).toBe(false)
  built()
  rmSync(file)
  expect(isFresh(project)).toBe(false)
})

test('the settings count, the tests of other tools and the output do not', () => {
  built()
  writeFileSync(join(project, 'out', 'main.js'), '')
  writeFileSync(join(project, 'README.md'), '')
  expect(isFresh(project)).toBe(true)
  writeFileSync(join(project, 'electron.vite.config.ts'), '')
  expect(isFresh(project)).toBe(false)
})
