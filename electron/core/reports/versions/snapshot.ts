import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { z } from 'zod'
import { CarriedRow } from '../../../../shared/evidence.ts'
import { ReportId } from '../../../../shared/ids.ts'
import { ExpectedError } from '../../../../shared/result.ts'
import { tlpLabels } from '../../../../shared/scales.ts'
import { ReportLine } from '../../../../shared/versions.ts'
import { run, sql, value, type ReadDb, type WriteDb } from '../../../store/db.ts'
import { collectRows } from '../../evidence/collect.ts'
import type { ReportRecords } from '../gather.ts'
import { makeModel } from '../make-model.ts'
import { reportLines } from './report-lines.ts'

/** What a version of a report said: its text, and the records behind it. Not when: what says the same is the same version. */
const Snapshot = z.strictObject({
  version: z.literal(1),
  report: ReportId,
  tlp: z.enum(tlpLabels),
  lines: z.array(ReportLine),
  rows: z.array(CarriedRow),
})
export type Snapshot = z.infer<typeof Snapshot>

/** What a report that was gathered says. */
export const snapshotOf = (db: ReadDb, id: string, records: ReportRecords): Snapshot =>
  snapshotWith(id, records, collectRows(db, records))

/** The same with the rows that were collected for it, but for what its block of changes tells: that would change with each version. */
export function snapshotWith(id: string, records: ReportRecords, rows: readonly CarriedRow[]): Snapshot {
  const blocks = records.blocks.filter(({ content }) => content.kind !== 'changes')
  const made = new Date(0).toISOString()
  return {
    version: 1,
    report: id as ReportId,
    tlp: records.tlp,
    lines: reportLines(makeModel({ ...records, blocks }, made)),
    rows: [...rows],
  }
}

/** No report comes near it; a case from elsewhere may hold what would fill the memory. */
const longest = 512 * 1024 * 1024

const hashOf = (json: Uint8Array): string => createHash('sha256').update(json).digest('hex')
const toJson = (snapshot: Snapshot): Buffer => Buffer.from(JSON.stringify(snapshot))

/** What a version is known by. */
export const snapshotHash = (snapshot: Snapshot): string => hashOf(toJson(snapshot))

export const packSnapshot = (snapshot: Snapshot): Uint8Array<ArrayBuffer> => new Uint8Array(gzipSync(toJson(snapshot)))

/** Keeps a packed snapshot, once for all files that say the same; answers its hash. */
export function keepSnapshot(db: WriteDb, packed: Uint8Array): string {
  const sha256 = hashOf(gunzipSync(packed, { maxOutputLength: longest }))
  run(db, sql`INSERT OR IGNORE INTO report_snapshot (sha256, content) VALUES (${sha256}, ${packed})`)
  return sha256
}

/** The snapshot of this hash. Throws an ExpectedError where it is no more or cannot be read. */
export function readSnapshot(db: ReadDb, sha256: string): Snapshot {
  const packed = value<Buffer>(db, sql`SELECT content FROM report_snapshot WHERE sha256 = ${sha256}`)
  if (packed === undefined)
    throw new ExpectedError(
      'not-found',
      'What this version said is not kept any more: the trash was emptied of something that it held.',
    )
  try {
    const json = gunzipSync(packed, { maxOutputLength: longest })
    if (hashOf(json) !== sha256) throw new Error('its hash is another')
    return Snapshot.parse(JSON.parse(json.toString('utf8')))
  } catch {
    throw new ExpectedError('cannot-read', 'What is kept of this version is damaged. Compare with another one.')
  }
}
