import type { Tlp } from '../../../../shared/scales.ts'
import type { TypedText } from '../../../../shared/report.ts'
import { ExpectedError } from '../../../../shared/result.ts'
import type { VersionComparison, VersionHead } from '../../../../shared/versions.ts'
import { all, get, sql, type ReadDb } from '../../../store/db.ts'
import { whileUnchanged } from '../../lists/while-unchanged.ts'
import { isAbove } from '../entries.ts'
import { gatherReport, type ReportRecords, type VersionChanges } from '../gather.ts'
import { Kept } from '../kept.ts'
import { compareLines } from './compare-lines.ts'
import { compareRecords } from './compare-records.ts'
import { readSnapshot, snapshotHash, snapshotOf, type Snapshot } from './snapshot.ts'

/** Reads all that a report shows; where one of its blocks tells what changed, with that. `typed`: texts that are not stored yet. */
export function gatherWithChanges(db: ReadDb, id: string, tlp?: Tlp, typed: readonly TypedText[] = []): ReportRecords {
  const records = gatherReport(db, id, tlp, typed)
  if (!records.blocks.some(({ content }) => content.kind === 'changes')) return records
  return { ...records, since: toldBefore(db).get(`${id} ${records.tlp}`, () => changesOf(db, id, records.tlp)) }
}

/** What changed since the last version, while it is written on: read once as long as nothing is stored. */
const toldBefore = whileUnchanged(() => new Kept<VersionChanges | null>(10))

function changesOf(db: ReadDb, id: string, tlp: Tlp): VersionChanges | null {
  const snapshot = snapshotOf(db, id, gatherReport(db, id, tlp))
  const last = versionBefore(db, snapshot)
  return last && { at: last.at, tlp: last.tlp, changes: compareRecords(db, last.rows, snapshot.rows) }
}

interface KeptVersion extends VersionHead {
  readonly at: string
  readonly sha256: string
}

/** The versions of a report that are kept, the newest first. */
const keptVersions = (db: ReadDb, report: string): KeptVersion[] =>
  all(
    db,
    sql`SELECT e.at, e.format, e.tlp, s.sha256 FROM report r JOIN report_export e ON e.report = r.num
        JOIN report_snapshot s ON s.sha256 = e.snapshot WHERE r.id = ${report} ORDER BY e.at DESC, e.num DESC`,
  )

/** The version ahead of this one: the last that said something else under the same label, else under a lower one. What is above the label is in neither. */
function versionBefore(db: ReadDb, snapshot: Snapshot): (KeptVersion & Pick<Snapshot, 'rows'>) | null {
  const own = snapshotHash(snapshot)
  const versions = keptVersions(db, snapshot.report).filter(
    ({ tlp, sha256 }) => sha256 !== own && !isAbove(tlp, snapshot.tlp),
  )
  const last = versions.find(({ tlp }) => tlp === snapshot.tlp) ?? versions[0]
  return last ? { ...last, rows: readSnapshot(db, last.sha256).rows } : null
}

interface Asked {
  readonly id: string
  readonly before: string
  readonly after: string | null
}

/** Holds two versions of a report side by side; `after` null: the report as it is now, under its own label. */
export function compareVersions(db: ReadDb, { id, before, after }: Asked): VersionComparison {
  const then = keptVersion(db, id, before)
  const now = after === null ? versionNow(db, id) : keptVersion(db, id, after)
  return {
    before: then.head,
    after: now.head,
    lines: compareLines(then.snapshot.lines, now.snapshot.lines),
    records: compareRecords(db, then.snapshot.rows, now.snapshot.rows),
  }
}

interface Version {
  readonly head: VersionHead
  readonly snapshot: Snapshot
}

function versionNow(db: ReadDb, id: string): Version {
  const records = gatherReport(db, id)
  return { head: { at: null, format: null, tlp: records.tlp }, snapshot: snapshotOf(db, id, records) }
}

function keptVersion(db: ReadDb, report: string, id: string): Version {
  const found = get<VersionHead & { readonly sha256: string | null }>(
    db,
    sql`SELECT e.at, e.format, e.tlp, e.snapshot AS sha256 FROM report r JOIN report_export e ON e.report = r.num
        WHERE r.id = ${report} AND e.id = ${id}`,
  )
  if (!found) throw new ExpectedError('not-found', 'This version is no part of the report.')
  const { sha256, ...head } = found
  if (sha256 === null)
    throw new ExpectedError(
      'not-found',
      'What this version said was not kept: it was exported before Parallax kept versions. Compare with a later one.',
    )
  return { head, snapshot: readSnapshot(db, sha256) }
}
