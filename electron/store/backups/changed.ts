import type Database from 'better-sqlite3'
import { connect } from '../connection.ts'
import { listBackups } from './list.ts'

/** Where a case stands: its last step, and what is kept outside the log. How it is shown is no part of it. */
function markOf(db: Database.Database): string {
  const row = db
    .prepare(
      `SELECT (SELECT json_array(num, at) FROM change_set ORDER BY num DESC LIMIT 1) AS step,
        (SELECT count(*) || ' ' || total(length(profile)) FROM import_profile) AS profiles,
        (SELECT count(*) FROM report_export) AS exports`,
    )
    .get()
  return JSON.stringify(row)
}

function markAt(path: string): string | null {
  try {
    const db = connect(path, { readOnly: true })
    try {
      return markOf(db)
    } finally {
      db.close()
    }
  } catch {
    // An older schema, a file that is gone or damaged: nothing can be said, which is as good as another state.
    return null
  }
}

/** Whether a case has changes that its newest backup does not have. */
export function isBehind(casePath: string): boolean {
  const newest = listBackups(casePath)[0]
  const now = markAt(casePath)
  return newest === undefined || now === null || markAt(newest.path) !== now
}

/** Whether there is anything in a case that a backup would keep: a new one has no step yet. */
export function hasAnything(casePath: string): boolean {
  return JSON.parse(markAt(casePath) ?? '{"step":""}').step !== null
}
