import { draftKey, type Draft, type ListedDraft } from '../../../shared/draft.ts'
import { historyKinds, type HistoryRef } from '../../../shared/history.ts'
import { all, get, name, run, sql, value, type ReadDb, type WriteDb } from '../../store/db.ts'
import type { EntityName } from '../records/entities.ts'
import { readFields } from '../records/fields.ts'
import { calledIn } from '../records/labels.ts'
import { nameFields } from '../trash/trash-list.ts'

// Drafts lie beside how things are shown (`view_state`): no content, so no part of the change log.

/** The drafts of the case and those kept beside it for a time, the oldest first; of records that can be edited only. */
export function listDrafts(db: ReadDb, beside: readonly Draft[]): ListedDraft[] {
  const stored = all<{ value: string }>(db, sql`SELECT value FROM view_state WHERE key GLOB 'draft:*'`)
  const newest = new Map<string, Draft>()
  for (const draft of [...stored.map((row) => JSON.parse(row.value) as Draft), ...beside])
    newest.set(draftKey(draft), draft)
  return [...newest.values()]
    .filter((draft) => isLive(db, draft))
    .map((draft) => ({ ...draft, called: draft.record && calledOf(db, draft.record) }))
    .toSorted((one, other) => (one.at < other.at ? -1 : 1))
}

/** The forms that edit a part of a record, and what that is. */
const partOf: Readonly<Record<string, EntityName>> = { number: 'measure', block: 'report_block' }

function isLive(db: ReadDb, { form, part, record }: Draft): boolean {
  if (record === null) return true
  const { kind, id } = record
  if (value(db, sql`SELECT 1 FROM ${name(kind)} WHERE id = ${id} AND trashed IS NULL`) === undefined) return false
  const entity = part === 'new' ? undefined : partOf[form]
  return entity === undefined || value(db, sql`SELECT 1 FROM ${name(entity)} WHERE id = ${part}`) !== undefined
}

const calledOf = (db: ReadDb, { kind, id }: HistoryRef): string =>
  calledIn(readFields(db, kind, [id], [...nameFields[kind]]).get(id) ?? {})

/** Keeps a draft in the place of the one before; the first of its form takes away those of records that are gone. */
export function storeDraft(db: WriteDb, caseId: string, draft: Draft): null {
  if (!isCase(db, caseId)) return null
  const key = draftKey(draft)
  if (value(db, sql`SELECT 1 FROM view_state WHERE key = ${key}`) === undefined) dropLostDrafts(db)
  run(
    db,
    sql`INSERT INTO view_state (key, value) VALUES (${key}, ${JSON.stringify(draft)})
        ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
  )
  return null
}

/** Takes a draft away: it was saved or discarded. */
export function removeDraft(db: WriteDb, caseId: string, key: string): null {
  if (isCase(db, caseId)) run(db, sql`DELETE FROM view_state WHERE key = ${key} AND key GLOB 'draft:*'`)
  return null
}

const isCase = (db: ReadDb, id: string): boolean => get(db, sql`SELECT 1 FROM case_info WHERE id = ${id}`) !== undefined

/** Takes away the drafts of records that are no longer in the case. */
export function dropLostDrafts(db: WriteDb): void {
  for (const kind of historyKinds) {
    const prefix = `draft:${kind}:`
    run(
      db,
      sql`DELETE FROM view_state WHERE key GLOB ${`${prefix}*`}
          AND substr(key, ${prefix.length + 1}, 36) NOT IN (SELECT id FROM ${name(kind)})`,
    )
  }
}
