import { expect, test } from 'vitest'
import { downloadError } from './official.ts'
import { buildError } from './sqlite-build.ts'
import { runsStockSqlite } from './sqlite.ts'
import { standIn, standInSupported } from './stand-in.ts'

test('only a runtime without Node-API 10 needs a build of its own', () => {
  expect(runsStockSqlite(10)).toBe(true)
  expect(runsStockSqlite(standIn.nodeApi)).toBe(false)
})

test('the stand-in is offered where it runs', () => {
  expect(standInSupported('linux', 'x64')).toBe(true)
  expect(standInSupported('linux', 'arm64')).toBe(false)
  expect(standInSupported('darwin', 'x64')).toBe(false)
})

test('an unreachable download has a short reason, a wrong one is an error of its own', () => {
  expect(downloadError('TypeError: fetch failed\n    at node:internal').message).toBe('fetch failed')
  expect(downloadError('Error: Generated checksum for "a.zip" did not match').message).toMatch(/wrong checksum/)
  expect(downloadError('Error: ENOSPC: no space left on device, write').message).toMatch(/disk is full/)
})

test('a missing compiler is named', () => {
  expect(buildError('make: g++: No such file or directory', '/tmp').message).toMatch(/g\+\+ was not found/)
  expect(buildError('/bin/sh: 1: make: not found', '/tmp').message).toMatch(/make was not found/)
  expect(buildError('gyp ERR! stack Error: not found: make', '/tmp').message).toMatch(/make was not found/)
  expect(buildError('gyp ERR! find Python', '/tmp').message).toMatch(/Python 3 was not found/)
})
