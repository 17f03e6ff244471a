import { foldText } from '../../../shared/text.ts'
import { byCollation } from '../../store/collation.ts'
import { column, name, sql, type ReadDb } from '../../store/db.ts'
import type { QueryContext } from '../context.ts'
import { countsOf } from '../lists/columns/count.ts'
import { viewNums } from '../lists/list.ts'
import { nameColumn, type Named } from '../records/names.ts'
import { claimList } from './list.ts'

/** The kind of records that a field names. */
const named: Readonly<Record<string, Named>> = {
  claimant: 'actor',
  event: 'event',
  outlet: 'outlet',
  document: 'document',
}

const most = 50

/** The values that a field has so far, most used first, at most 50: what an editor offers. `search`: what they must hold, case and accents folded. */
export function claimValues(ctx: QueryContext, field: string, search: string): string[] {
  const counts = countTexts(ctx, field)
  const folded = foldText(search)
  const holds = (text: string): boolean => folded === '' || foldText(text).includes(folded)
  // A name that is in the trash is not offered.
  for (const gone of namesGone(ctx.db, field)) counts.delete(gone)
  const used = mostUsed([...counts].filter(([text]) => holds(text)))
  if (used.length === most) return used
  const unused = unusedNames(ctx.db, field).filter((text) => !counts.has(text) && holds(text))
  return [...used, ...[...new Set(unused)].sort(byCollation).slice(0, most - used.length)]
}

/** How many live claims have each text of a field; the numbers of a claim beyond its first are not counted. */
function countTexts(ctx: QueryContext, field: string): Map<string, number> {
  const counts = new Map<string, number>()
  const add = (text: string | null, count: number): void => {
    if (text !== null) counts.set(text, (counts.get(text) ?? 0) + count)
  }
  const live = viewNums(ctx, claimList, { filter: {}, search: '', sort: [], trashed: false })
  for (const [value, count] of countsOf(ctx.views.columnsOf(ctx.db, claimList).get(ctx.db, field), live))
    if (Array.isArray(value)) for (const text of value as readonly string[]) add(text, count)
    else add(value as string | null, count)
  return counts
}

/** The names of records in the trash that no live one has. */
function namesGone(db: ReadDb, field: string): string[] {
  const kind = named[field]
  if (!kind) return []
  const [table, called] = [name(kind), name(nameColumn[kind])]
  return column(
    db,
    sql`SELECT gone.${called} FROM ${table} gone WHERE gone.trashed IS NOT NULL AND NOT EXISTS
        (SELECT 1 FROM ${table} live WHERE live.${called} = gone.${called} AND live.trashed IS NULL)`,
  )
}

/** What a field could say and no claim has to say yet. */
function unusedNames(db: ReadDb, field: string): string[] {
  const kind = named[field]
  if (kind) return column(db, sql`SELECT ${name(nameColumn[kind])} FROM ${name(kind)} WHERE trashed IS NULL`)
  if (field === 'tags') return column(db, sql`SELECT name FROM tag`)
  // Of all numbers, not only the first of each claim.
  if (field === 'subject' || field === 'unit')
    return column(db, sql`SELECT DISTINCT ${name(field)} FROM measure WHERE ${name(field)} IS NOT NULL`)
  return []
}

/** The texts of the highest counts, at most `most`; those of one count in the order of the alphabet. */
function mostUsed(counted: readonly (readonly [text: string, count: number])[]): string[] {
  // Of a great many documents nearly all have the same small counts: only those that can be among the first are put in order.
  const least = counted.length > most ? (countsDown(counted)[most - 1] ?? 0) : 0
  const above = counted.filter(([, count]) => count > least)
  const equal = counted.filter(([, count]) => count === least).map(([text]) => text)
  above.sort(([one, many], [other, more]) => more - many || byCollation(one, other))
  return [...above.map(([text]) => text), ...firstOf(equal, most - above.length)]
}

const countsDown = (counted: readonly (readonly [text: string, count: number])[]): Uint32Array =>
  Uint32Array.from(counted, ([, count]) => count)
    .sort()
    .reverse()

/** The first few texts in the order of the alphabet. */
function firstOf(texts: readonly string[], few: number): string[] {
  const first: string[] = []
  for (const text of texts) {
    const last = first[few - 1]
    if (last !== undefined && byCollation(last, text) <= 0) continue
    let at = Math.min(first.length, few - 1)
    while (at > 0 && byCollation(first[at - 1] as string, text) > 0) at -= 1
    first.splice(at, 0, text)
    first.length = Math.min(first.length, few)
  }
  return first
}
