import { extname } from 'node:path'
import { statSync } from 'node:fs'
import type { CaseCounts } from '../../../shared/case.ts'

/** A list of some two thousand rows; what is packed holds about ten times its size. */
const largeBytes = 500_000
const packed = new Set(['.gz', '.zip', '.xlsx', '.xls', '.ods'])

/** Below this a case is as good as new. */
const fewestRecords = 100

/** Whether a backup is to be made before a list comes in: a large one, into a case that has something to lose. */
export function deservesBackup(list: string, counts: CaseCounts): boolean {
  const size = statSync(list, { throwIfNoEntry: false })?.size ?? 0
  const records = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return records >= fewestRecords && size * (packed.has(extname(list).toLowerCase()) ? 10 : 1) >= largeBytes
}
