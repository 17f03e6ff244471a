import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sumLine, summary } from './result.ts'
import { countTests } from './vitest-report.ts'

let folder = ''
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'parallax-checks-test-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function report(numPassedTests: number, numFailedTests: number, testResults: unknown[] = []): string {
  const file = join(folder, 'report.json')
  writeFileSync(file, JSON.stringify({ numPassedTests, numFailedTests, testResults }))
  return file
}

test('tests are counted', () => {
  expect(countTests(report(5, 2), 1)).toEqual({ passed: 5, failed: 2 })
})

test('a crash, no tests at all and an error outside the tests are failures', () => {
  expect(countTests(join(folder, 'missing.json'), 139)).toMatchObject({ passed: 0, failed: 1 })
  expect(countTests(report(0, 0), 0)).toMatchObject({ passed: 0, failed: 1 })
  expect(countTests(report(5, 0), 1)).toMatchObject({ passed: 5, failed: 1 })
})

test('a file that cannot be loaded is a failure', () => {
  expect(countTests(report(5, 0, [{ status: 'failed', assertionResults: [] }]), 1)).toMatchObject({ failed: 1 })
})

test('the sum stands alone on the last line', () => {
  const results = [
    { name: 'lint', passed: 1, failed: 0, seconds: 0.2 },
    { name: 'unit tests', passed: 10, failed: 2, seconds: 3 },
  ]
  expect(sumLine(results)).toBe('11 passed, 2 failed')
  expect(summary(results).trimEnd().split('\n').at(-1)).toBe('11 passed, 2 failed')
})
