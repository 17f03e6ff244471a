import { column, sql, name, value, type ReadDb } from '../../store/db.ts'
import { found, type Problem } from '../../store/recover/diagnose.ts'
import { searchTextOf } from '../records/derive.ts'
import { fieldNames, readFields } from '../records/fields.ts'
import { foundIn, searched, searchKey, type Searched } from '../records/search-text.ts'

/** Whether what is derived agrees with the records: the sorted columns of claims, the texts that are searched, the index over them. */
export const derivedProblems = (db: ReadDb): readonly Problem[] => [
  ...found('derived', () => claimColumns(db)),
  ...searched.flatMap((kind) => found('search', () => searchTexts(db, kind))),
]

function claimColumns(db: ReadDb): string[] {
  const count = value<number>(
    db,
    sql`SELECT count(*) FROM claim WHERE
      reliability IS NOT (SELECT value FROM rating WHERE claim = claim.num AND axis = 'reliability' ORDER BY at DESC, num DESC LIMIT 1)
      OR credibility IS NOT (SELECT value FROM rating WHERE claim = claim.num AND axis = 'credibility' ORDER BY at DESC, num DESC LIMIT 1)
      OR lead_document IS NOT (SELECT document FROM carriage WHERE claim = claim.num ORDER BY position, num LIMIT 1)
      OR lead_category IS NOT (SELECT category FROM measure WHERE claim = claim.num ORDER BY position, num LIMIT 1)
      OR lead_quantity IS NOT (SELECT coalesce(best, (low + high) / 2, low, high) FROM measure WHERE claim = claim.num ORDER BY position, num LIMIT 1)
      OR statement_hash IS NOT statement_hash(statement)
      OR ref_key IS NOT order_key(ref) OR statement_key IS NOT order_key(statement)`,
  )
  return count ? [`${count} claims have derived columns that do not agree with their parts.`] : []
}

/** Records read at once, and how many of them are looked for in the index by three letters of their own. */
const portion = 2000
const sample = 20

function searchTexts(db: ReadDb, kind: Searched): string[] {
  const ids = column<string>(db, sql`SELECT id FROM ${name(kind)} ORDER BY num`)
  let [other, unfound] = [0, 0]
  for (let at = 0; at < ids.length; at += portion) {
    const fields = readFields(db, kind, ids.slice(at, at + portion), fieldNames(kind))
    let looked = 0
    for (const [id, record] of fields) {
      const num = value<number>(db, sql`SELECT num FROM ${name(kind)} WHERE id = ${id}`) ?? 0
      const text = searchTextOf(kind, record)
      const known = value<string>(db, sql`SELECT text FROM search_text WHERE key = ${searchKey(kind, num)}`)
      if (known !== text) other += 1
      else if (looked++ < sample && !isFound(db, kind, num, text)) unfound += 1
    }
  }
  return [
    ...(other > 0 ? [`${other} records of the kind ${kind} are searched by other texts than they have.`] : []),
    ...(unfound > 0
      ? [`The search index does not find ${unfound} of the records of the kind ${kind} that were looked for.`]
      : []),
  ]
}

function isFound(db: ReadDb, kind: Searched, num: number, text: string): boolean {
  const term = [...text.trimEnd()].slice(0, 12).join('')
  return value(db, sql`SELECT 1 WHERE ${num} IN ${foundIn(kind, term)}`) !== undefined
}
