import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { run } from '../run.ts'
import { makePart } from './cache.ts'
import { downloadPackage, npmReason } from './npm.ts'

let folder = ''
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'parallax-npm-test-'))))
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

test('a download from a registry of our own is taken when its checksum is the pinned one', async () => {
  await withRegistry(async (integrity) => {
    const part = await download(integrity)
    expect(readdirSync(part)).toEqual(['tiny-1.0.0.tgz'])
  })
})

test('a package that is not the pinned one is refused and leaves nothing', async () => {
  await withRegistry(async () => {
    await expect(download('sha512-AAAA')).rejects.toThrow(/tiny@1\.0\.0 has the wrong checksum/)
    expect(readdirSync(join(folder, 'cache'))).toEqual([])
  })
})

test('a registry that cannot be reached is told and leaves nothing', async () => {
  // Nothing listens on the discard port.
  vi.stubEnv('npm_config_registry', 'http://127.0.0.1:9/')
  vi.stubEnv('npm_config_fetch_retries', '0')
  await expect(download('sha512-AAAA')).rejects.toThrow(/download of tiny@1\.0\.0 failed: ECONNREFUSED/)
  expect(readdirSync(join(folder, 'cache'))).toEqual([])
})

test('the reason is the telling line of what npm prints', () => {
  const output = 'npm warn old\nnpm error code E404\nnpm error 404 Not Found - GET x\nnpm error A complete log of'
  expect(npmReason(output)).toBe('E404, 404 Not Found - GET x')
})

function download(integrity: string): Promise<string> {
  const pinned = { name: 'tiny', version: '1.0.0', integrity, bytes: 1000 }
  return makePart(join(folder, 'cache'), 'part', async (temporary) => {
    const archive = await downloadPackage(pinned, temporary, () => undefined)
    return join(archive, '..')
  })
}

/** Serves one package as an npm registry does. */
async function withRegistry(work: (integrity: string) => Promise<void>): Promise<void> {
  const archive = await packTiny()
  const integrity = `sha512-${createHash('sha512').update(archive).digest('base64')}`
  const server = createServer((request, response) => {
    if (request.url?.endsWith('.tgz')) return response.end(archive)
    const dist = { tarball: `${address(server)}tiny/-/tiny-1.0.0.tgz`, integrity }
    const versions = { '1.0.0': { name: 'tiny', version: '1.0.0', dist } }
    return response.end(JSON.stringify({ name: 'tiny', 'dist-tags': { latest: '1.0.0' }, versions }))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  vi.stubEnv('npm_config_registry', address(server))
  try {
    await work(integrity)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

function address(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

async function packTiny(): Promise<Buffer> {
  mkdirSync(join(folder, 'package'))
  writeFileSync(join(folder, 'package', 'package.json'), JSON.stringify({ name: 'tiny', version: '1.0.0' }))
  await run('tar', ['-czf', join(folder, 'tiny.tgz'), '-C', folder, 'package'])
  return readFileSync(join(folder, 'tiny.tgz'))
}
