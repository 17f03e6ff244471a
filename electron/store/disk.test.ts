import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { discard, readFailure, remove, writeFailure } from './disk.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parallax-disk-'))
  path = join(folder, 'korea.parallax')
  writeFileSync(path, 'as it was')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const failed = (code: string, syscall?: string): Error => Object.assign(new Error('it failed'), { code, syscall })

it.each([
  ['ENOSPC', /is full/],
  ['SQLITE_FULL', /is full/],
  ['EIO', /did not write/],
  ['EACCES', /permission denied/],
  ['EROFS', /can only be read/],
  ['SQLITE_IOERR_FSYNC', /did not write/],
])('%s is told with the path, the cause and what to do', (code, cause) => {
  const told = writeFailure(failed(code), path)
  expect(told).toMatchObject({ code: 'cannot-write' })
  expect(told?.message).toMatch(cause)
  expect(told?.message).toContain(path)
  expect(told?.message).toMatch(/Nothing was changed\. .*try again\.$/)
})

it('leaves to others what is none of the disk, or of reading', () => {
  for (const error of [failed('ENOENT'), failed('SQLITE_CONSTRAINT'), failed('EIO', 'read'), new Error('a bug')])
    expect(writeFailure(error, path)).toBeNull()
})

it('finds nothing wrong with a disk that writes and reads, and leaves nothing of its trying', () => {
  expect(writeFailure(failed('SQLITE_CANTOPEN'), path)).toBeNull()
  expect(readFailure(path)).toBeNull()
  expect(readdirSync(folder)).toEqual(['korea.parallax'])
})

it('takes a file away that is there or is not, and says only where it must that it stays', () => {
  remove(path)
  remove(path)
  expect(readdirSync(folder)).toEqual([])
  expect(() => remove(folder)).toThrow()
  discard(folder)
})
