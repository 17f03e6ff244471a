import { basename } from 'node:path'
import type { CheckReport } from '../../../shared/case.ts'
import { connect } from '../../store/connection.ts'
import type { ReadDb } from '../../store/db.ts'
import { readFailure } from '../../store/disk.ts'
import { firstBrokenLink } from '../../store/log-chain.ts'
import { createSchema, schemaVersion } from '../../store/migrate.ts'
import {
  found,
  references,
  schemaDifferences,
  tableStructure,
  wholeStructure,
  type Problem,
} from '../../store/recover/diagnose.ts'
import { changedPages, readSeal } from '../../store/recover/seal.ts'
import { derivedProblems } from './derived.ts'
import { caseCounts } from './counts.ts'

type Check = (db: ReadDb) => readonly Problem[]

/** What is always checked: in a second at 100,000 claims. */
const quickChecks: readonly Check[] = [sums, tableStructure, references, settings, log]

/** What `--deep` checks; whatever else a case must keep to has its place at the end of this list. */
const deepChecks: readonly Check[] = [sums, wholeStructure, references, settings, schema, derivedProblems, log]

/** Checks a case and answers what was found. Nothing is changed. */
export function checkCase(db: ReadDb, isDeep: boolean): CheckReport {
  const start = performance.now()
  const problems = (isDeep ? deepChecks : quickChecks).flatMap((check) => check(db))
  const unread = problems.length === 0 ? null : readFailure(db.name)
  if (unread) throw unread
  return {
    file: basename(db.name),
    schemaVersion: schemaVersion(db),
    ok: problems.length === 0,
    problems,
    counts: countsOrNone(db),
    seconds: Math.round(performance.now() - start) / 1000,
  }
}

function countsOrNone(db: ReadDb): CheckReport['counts'] {
  try {
    return caseCounts(db)
  } catch {
    // Which problem it is has been found by the checks.
    return null
  }
}

/** The pages of a case at rest against the sums they were left with. */
function sums(db: ReadDb): readonly Problem[] {
  const seal = readSeal(db.name)
  const changed = seal ? changedPages(db.name, seal).length : 0
  if (!seal || changed === 0) return []
  const message = `${changed} of ${seal.pages} pages are not as they were when the case was closed.`
  return [{ code: 'pages', message }]
}

function settings(db: ReadDb): readonly Problem[] {
  return found('settings', () =>
    db.prepare('SELECT 1 FROM case_info').get() === undefined ? ['The case has no settings row.'] : [],
  )
}

/** The chain of the change log, up to the first entry that is not as it was written. */
function log(db: ReadDb): readonly Problem[] {
  return found('log', () => {
    const broken = firstBrokenLink(db)
    if (!broken) return []
    const { set, label, by, at } = broken
    return [`The change log is not as it was written from entry ${set} on (“${label}”, ${by}, ${at}).`]
  })
}

function schema(db: ReadDb): readonly Problem[] {
  const expected = connect(':memory:', { readOnly: false, mustExist: false })
  try {
    createSchema(expected)
    return schemaDifferences(db, expected)
  } finally {
    expected.close()
  }
}
