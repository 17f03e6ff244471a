import { execFileSync } from 'node:child_process'
import { mkdirSync, rmdirSync, statSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connect } from '../store/connection.ts'
import { Session } from './session.ts'
import { makeTestCase, type TestCase } from './test-case.ts'

let file: TestCase
beforeEach(() => {
  file = makeTestCase()
})
afterEach(() => file.remove())

/** Bounds how large files of this process may become, as a full disk does: a write fails, and the process goes on. */
function withFullDisk<T>(bytes: number, work: () => Promise<T>): Promise<T> {
  const ignore = (): void => undefined
  const limit = (soft: string): unknown => execFileSync('prlimit', ['--pid', String(process.pid), `--fsize=${soft}:`])
  process.on('SIGXFSZ', ignore)
  limit(String(bytes))
  return work().finally(() => {
    limit('unlimited')
    process.off('SIGXFSZ', ignore)
  })
}

describe.runIf(process.platform === 'linux')('a session whose disk takes no more', () => {
  it('says which file and why, goes on reading, and does the same command once there is room', async () => {
    await file.call('claims.create', { patch: { statement: 'It was there before' } })
    const long = { patch: { statement: 'A long one', quote: 'words '.repeat(15_000) } }
    const { size } = statSync(`${file.path}-wal`)
    await withFullDisk(size + 20_000, async () => {
      for (let attempt = 0; attempt < 2; attempt++) {
        const { result } = await file.session.call('claims.create', long)
        expect(result).toMatchObject({ ok: false, error: { code: 'cannot-write' } })
        expect(result.ok ? '' : result.error.message).toContain(file.path)
      }
      expect((await file.call('claims.page', {})).total).toBe(1)
      expect((await file.call('history.state')).undo).toMatch(/add claim/)
    })
    await file.call('claims.create', long)
    expect((await file.call('claims.page', {})).total).toBe(2)
    expect((await file.call('case.check', { deep: true })).problems).toEqual([])
  })
})

describe('a disk that cannot hold a write-ahead log', () => {
  it('has its case written through a journal, as safely', async () => {
    const path = `${file.folder}/share.parallax`
    await file.call('case.copyTo', { path })
    // Where the shared memory of the log should be, nothing can be made.
    mkdirSync(`${path}-shm`)
    const session = new Session({ path, role: 'writer', user: () => 'Ana' })
    try {
      expect((await session.call('claims.create', { patch: { statement: 'On a share' } })).result.ok).toBe(true)
    } finally {
      session.close()
    }
    rmdirSync(`${path}-shm`)
    const db = connect(path, { readOnly: true })
    expect(db.prepare('SELECT statement FROM claim').pluck().all()).toEqual(['On a share'])
    db.close()
  })
})
