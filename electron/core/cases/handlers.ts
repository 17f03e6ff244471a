import { basename } from 'node:path'
import type { CaseCounts, CaseInfo, CasePatch, CheckReport } from '../../../shared/case.ts'
import { ExpectedError } from '../../../shared/result.ts'
import { column, get, run, sql, value, type ReadDb, type WriteDb } from '../../store/db.ts'
import { firstBrokenLink } from '../../store/log-chain.ts'
import { isBehind } from '../../store/backups/changed.ts'
import { schemaVersion } from '../../store/migrate.ts'
import { copyCase } from '../../store/open.ts'
import type { Handlers } from '../../ipc/dispatch.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { update } from '../records/changes.ts'
import { commitStep } from '../records/step.ts'

export function caseInfo(db: ReadDb): CaseInfo {
  const info = get<CaseInfo>(db, sql`SELECT id, title, question, scale, tlp, cutoff, tolerance, created FROM case_info`)
  if (!info) throw new ExpectedError('damaged', 'The case has no settings row. Keep a copy and open a backup.')
  return info
}

/** How many live records of each kind there are. */
export const caseCounts = (db: ReadDb): CaseCounts =>
  get<CaseCounts>(
    db,
    sql`SELECT (SELECT count(*) FROM claim) - (SELECT count(*) FROM claim WHERE trashed IS NOT NULL) AS claims,
      (SELECT count(*) FROM event WHERE trashed IS NULL) AS events,
      (SELECT count(*) FROM actor WHERE trashed IS NULL) AS actors,
      (SELECT count(*) FROM outlet WHERE trashed IS NULL) AS outlets,
      (SELECT count(*) FROM document WHERE trashed IS NULL) AS documents,
      (SELECT count(*) FROM note WHERE trashed IS NULL) AS notes,
      (SELECT count(*) FROM judgement WHERE trashed IS NULL) AS judgements`,
  ) as CaseCounts

/** Writes the settings row of a new case; not a step, since a case without it is none. */
export function initCase(
  db: WriteDb,
  info: { id: string; title: string; question: string | null; created: string },
): void {
  run(
    db,
    sql`INSERT INTO case_info (only, id, title, question, scale, tlp, tolerance, created)
        VALUES (1, ${info.id}, ${info.title}, ${info.question}, 'icd203', 'CLEAR', 0.1, ${info.created})`,
  )
}

function updateCase(ctx: CommandContext, patch: CasePatch): null {
  const { id } = caseInfo(ctx.db)
  const fields = Object.keys(patch)
  const changes = update(ctx.db, 'case_info', id, patch)
  commitStep(ctx, { command: 'update-case', label: `set the case's ${fields.join(', ')}`, changes })
  return null
}

/** Every check of the file: SQLite's own, references, and that each live claim can be read. */
export function checkCase(db: ReadDb): CheckReport {
  const problems = column<string>(db, sql`SELECT integrity_check FROM pragma_integrity_check`).filter(
    (line) => line !== 'ok',
  )
  const orphans = value<number>(db, sql`SELECT count(*) FROM pragma_foreign_key_check`) ?? 0
  if (orphans > 0) problems.push(`${orphans} references lead to records that are not there.`)
  const broken = firstBrokenLink(db)
  if (broken)
    problems.push(
      `The change log is not as it was written from entry ${broken.set} on (“${broken.label}”, ${broken.by}, ${broken.at}).`,
    )
  return {
    file: basename(db.name),
    ok: problems.length === 0,
    schemaVersion: schemaVersion(db),
    counts: caseCounts(db),
    problems,
  }
}

export const caseQueries = {
  'case.info': ({ db }) => ({ info: caseInfo(db), counts: caseCounts(db) }),
  'case.check': ({ db }) => checkCase(db),
  'case.isBehind': ({ db }) => isBehind(db.name),
  'case.copyTo': ({ db }, { path }) => {
    copyCase(db, path)
    return null
  },
  'viewState.get': ({ db }, { key }) => value<string>(db, sql`SELECT value FROM view_state WHERE key = ${key}`) ?? null,
} satisfies Handlers<'case.info' | 'case.check' | 'case.isBehind' | 'case.copyTo' | 'viewState.get', QueryContext>

export const caseCommands = {
  'case.update': (ctx, { patch }) => updateCase(ctx, patch),
  'viewState.set': ({ db }, { key, value: state }) => {
    run(
      db,
      sql`INSERT INTO view_state (key, value) VALUES (${key}, ${state}) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    )
    return null
  },
} satisfies Handlers<'case.update' | 'viewState.set', CommandContext>
