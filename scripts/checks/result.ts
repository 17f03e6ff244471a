/** What one line of the table says: a check that is no test runner counts as one test. */
export type CheckResult = {
  readonly name: string
  readonly passed: number
  readonly failed: number
  readonly seconds: number
  /** Why nothing could be counted, in a few words. */
  readonly note?: string
}

/** The table of all checks, and the sum alone on the last line. */
export function summary(results: readonly CheckResult[]): string {
  const width = Math.max(...results.map(({ name }) => name.length))
  const lines = results.map((result) => tableLine(result, width))
  return ['', ...lines, '', sumLine(results), ''].join('\n')
}

/** `N passed, N failed` over all checks. */
export function sumLine(results: readonly CheckResult[]): string {
  const sum = (key: 'passed' | 'failed'): number => results.reduce((total, result) => total + result[key], 0)
  return `${sum('passed')} passed, ${sum('failed')} failed`
}

function tableLine({ name, passed, failed, seconds, note }: CheckResult, width: number): string {
  const mark = failed === 0 ? 'ok  ' : 'FAIL'
  const counts = `${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed`
  return `${mark}  ${name.padEnd(width)}  ${counts} ${seconds.toFixed(1).padStart(7)} s${note ? `  ${note}` : ''}`
}
