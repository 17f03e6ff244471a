import { existsSync, statSync } from 'node:fs'
import { connect } from '../connection.ts'
import { readFailure } from '../disk.ts'
import { references, structureOf, tableStructure, wholeStructure, type Problem } from './diagnose.ts'
import { changedPages, readSeal } from './seal.ts'
import { sideFiles } from './tolerant-copy.ts'

/** What looking at a case before it is opened came to. */
export interface Examination {
  readonly problems: readonly Problem[]
  /** Whether the full check is still due: it takes too long to be waited for. */
  readonly isDue: boolean
}

/** Up to here a case is read before it is opened: the sums of 200 MB take a tenth of a second, its tables two. */
const readLimit = 512 * 2 ** 20
/** Up to here SQLite's full check is waited for: it takes ten times as long. */
const fullLimit = 24 * 2 ** 20

/**
 * Checks a case that is about to be opened. One that was closed has the sums of its pages, which are compared: that sees
 * every changed byte. One that was not (its program was killed, or another wrote it) is checked in full, a large one
 * in its tables now and in full in the background. One that was closed and is larger still is only checked in the background:
 * nobody waits until two gigabytes are read.
 */
export function examine(path: string, readOnly: boolean): Examination {
  if (isLarge(path) && !wasLeftOpen(path)) return { problems: [], isDue: true }
  const changed = changedAtRest(path)
  if (changed) return { problems: changed, isDue: false }
  const db = connect(path, { readOnly })
  try {
    const isSmall = statSync(path).size <= fullLimit
    const structure = isSmall ? wholeStructure(db) : tableStructure(db)
    return { problems: structure.length > 0 ? structure : references(db), isDue: !isSmall }
  } finally {
    db.close()
  }
}

/** What the sums of the pages say of a case; null where it is in use, was left open, or is too large for one to wait. */
export function changedAtRest(path: string): Problem[] | null {
  const seal = wasLeftOpen(path) ? undefined : readSeal(path)
  if (!seal || isLarge(path)) return null
  const changed = changedPages(path, seal).length
  // Whoever has begun to write it meanwhile took them off.
  if (changed > 0 && !readSeal(path)) return null
  const message = `${changed} of ${seal.pages} pages are not as they were when the case was closed.`
  return changed === 0 ? [] : [{ code: 'pages', message }]
}

const isLarge = (path: string): boolean => statSync(path).size > readLimit
const wasLeftOpen = (path: string): boolean => sideFiles.some((side) => existsSync(path + side))

/** The full check of a case that somebody uses, so that it can be ended. Answers what is wrong first. */
export function problemIn(path: string): string | null {
  const problem = firstProblem(path)
  const unread = problem === null ? null : readFailure(path)
  if (unread) throw unread
  return problem
}

/** Table by table. */
function firstProblem(path: string): string | null {
  const db = connect(path, { readOnly: true })
  try {
    const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[]
    for (const table of tables) {
      const [problem] = structureOf(db, table)
      if (problem) return problem.message
    }
    return references(db)[0]?.message ?? null
  } finally {
    db.close()
  }
}
