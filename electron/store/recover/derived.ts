import type { WriteDb } from '../db.ts'
import { create } from '../../core/records/changes.ts'
import { derive } from '../../core/records/derive.ts'
import { searched, SearchTexts } from '../../core/records/search-text.ts'
import { addTextFunctions } from '../text-functions.ts'

/** Makes all that is derived anew: columns of claims, search texts and their index, names, links of notes. */
export function deriveAll(db: WriteDb): void {
  addTextFunctions(db)
  const texts = new SearchTexts(db)
  for (const kind of searched) {
    const ids = db.prepare(`SELECT id FROM ${kind} ORDER BY num`).pluck().all() as string[]
    for (let at = 0; at < ids.length; at += portion) {
      const changes = ids.slice(at, at + portion).map((id) => create(kind, id, {}))
      derive(db, texts, changes, new Set())
    }
  }
}

const portion = 5000
