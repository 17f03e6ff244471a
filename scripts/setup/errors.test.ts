import { mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { describe, expect, test } from 'vitest'
import { SetupError, explain, isDiskFull, requireSpace } from './errors.ts'

/** What the system really throws, not what we think it throws. */
function thrownBy(work: () => void): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}

describe('a full disk', () => {
  test.runIf(process.platform === 'linux')('is told with what to do, from a real ENOSPC', () => {
    const expected = explain(thrownBy(() => writeFileSync('/dev/full', 'x')))
    expect(expected).toBeInstanceOf(SetupError)
    expect(expected?.message).toMatch(/disk is full/)
    expect(expected?.advice).toMatch(/Free at least .* PARALLAX_CACHE/)
    expect(expected?.exitCode).not.toBe(0)
  })

  test('is recognised in what tools print', () => {
    expect(isDiskFull('tar: a/b: Cannot write: No space left on device')).toBe(true)
    expect(isDiskFull('npm error code ENOSPC')).toBe(true)
    expect(isDiskFull('npm error code E404')).toBe(false)
  })

  test('is told before a download that cannot fit', () => {
    expect(() => requireSpace(`${tmpdir()}/not/yet/there`, Number.MAX_SAFE_INTEGER)).toThrow(/too little space/)
    expect(() => requireSpace(tmpdir(), 1)).not.toThrow()
  })
})

describe('other errors', () => {
  test.runIf(process.platform === 'linux')('a folder that cannot be made is named', () => {
    // Not even root makes one there.
    const expected = explain(thrownBy(() => mkdirSync('/sys/parallax')))
    expect(expected?.message).toMatch(/\/sys\/parallax cannot be written to/)
    expect(expected?.advice).toMatch(/PARALLAX_CACHE/)
  })

  test('a bug stays a bug', () => {
    expect(explain(new TypeError('x is not a function'))).toBeUndefined()
  })
})
