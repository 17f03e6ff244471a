import type { CaseInfo, CasePatch } from '../../../shared/case.ts'
import { ExpectedError } from '../../../shared/result.ts'
import { get, run, sql, value, type ReadDb, type WriteDb } from '../../store/db.ts'
import { isBehind } from '../../store/backups/changed.ts'
import { copyCase } from '../../store/open.ts'
import type { Handlers } from '../../ipc/dispatch.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { update } from '../records/changes.ts'
import { wordFor } from '../records/labels.ts'
import { commitStep } from '../records/step.ts'
import { checkCase } from './check.ts'
import { caseCounts } from './counts.ts'

export function caseInfo(db: ReadDb): CaseInfo {
  const info = get<CaseInfo>(db, sql`SELECT id, title, question, scale, tlp, cutoff, tolerance, created FROM case_info`)
  if (!info) throw new ExpectedError('damaged', 'The case has no settings row. Keep a copy and open a backup.')
  return info
}

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
  commitStep(ctx, { command: 'update-case', label: `set ${fields.map(wordFor).join(' and ')} of the case`, changes })
  return null
}

export const queries = {
  'case.info': ({ db }) => caseInfo(db),
  'case.counts': ({ db }) => caseCounts(db),
  'case.check': ({ db }, { deep }) => checkCase(db, deep),
  'case.isBehind': ({ db }) => isBehind(db.name),
  'case.copyTo': ({ db }, { path }) => {
    copyCase(db, path)
    return null
  },
  'viewState.get': ({ db }, { key }) => value<string>(db, sql`SELECT value FROM view_state WHERE key = ${key}`) ?? null,
} satisfies Handlers<
  'case.info' | 'case.counts' | 'case.check' | 'case.isBehind' | 'case.copyTo' | 'viewState.get',
  QueryContext
>

export const commands = {
  'case.update': (ctx, { patch }) => updateCase(ctx, patch),
  'viewState.set': ({ db }, { key, value: state }) => {
    run(
      db,
      sql`INSERT INTO view_state (key, value) VALUES (${key}, ${state}) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    )
    return null
  },
} satisfies Handlers<'case.update' | 'viewState.set', CommandContext>
