import { readFileSync } from 'node:fs'

/** The part of vitest's JSON report that is counted. */
type Report = {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[]
}

/** Tests that passed and failed, and why there is more to it than that. */
export type Counts = { readonly passed: number; readonly failed: number; readonly note?: string }

/** Counts a vitest run. Whatever went wrong outside the tests counts as one failure at least. */
export function countTests(reportFile: string, exitCode: number): Counts {
  const report = readReport(reportFile)
  if (!report) return { passed: 0, failed: 1, note: 'ended without results' }
  const passed = report.numPassedTests
  const failed = report.numFailedTests + filesWithoutTests(report)
  if (passed + failed === 0) return { passed, failed: 1, note: 'no tests ran' }
  if (failed === 0 && exitCode !== 0) return { passed, failed: 1, note: 'an error outside the tests' }
  return { passed, failed }
}

// A file that cannot be loaded has failed without a test to its name.
function filesWithoutTests(report: Report): number {
  return report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length
}

function readReport(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report
  } catch {
    return undefined
  }
}
