import type { Comparison } from '../../../../shared/analysis.ts'
import { column, sql, type ReadDb } from '../../../store/db.ts'
import type { QueryContext } from '../../context.ts'
import { numOf } from '../../records/fields.ts'
import { notFound } from '../../records/not-found.ts'
import type { Basis } from '../compare/comparable.ts'
import { compare, isAlikeBut } from '../compare/compare.ts'
import { basisOf } from './basis.ts'
import { loadTold, type Told } from './load.ts'
import { measureSide } from './sides.ts'

interface Compared {
  readonly rows: Comparison[]
  /** False: there are more. */
  readonly isWhole: boolean
}

/** What a claim's figures were held against without a contradiction: parts and wholes first, then what does not compare. */
export function comparisonsOf({ db }: QueryContext, id: string, limit: number): Compared {
  const claim = numOf(db, 'claim', id)
  if (claim === undefined) throw notFound('claim', id)
  const basis = basisOf(db)
  const own = loadTold(db, sql`c.num = ${claim}`)
  const parts: Comparison[] = []
  const alike: Comparison[] = []
  for (const one of own)
    for (const other of groupOf(db, one)) {
      if (other.claim === claim) continue
      const found = comparison(one, other, basis)
      if (found) (found.obstacle === null ? parts : alike).push(found)
      if (parts.length + alike.length > limit) return { rows: [...parts, ...alike].slice(0, limit), isWhole: false }
    }
  return { rows: [...parts, ...alike], isWhole: true }
}

/** The pairs of the whole case that look alike and do not compare, or of which one is a part of the other: a page of them. They are as many as the square of a subject's figures, so they are found when asked for. */
export function comparisons({ db }: QueryContext, what: 'parts' | 'alike', start: number, end: number): Compared {
  const rows: Comparison[] = []
  let at = 0
  for (const pair of allComparisons(db, what)) {
    if (at >= end) return { rows, isWhole: false }
    if (at >= start) rows.push(pair)
    at += 1
  }
  return { rows, isWhole: true }
}

function* allComparisons(db: ReadDb, what: 'parts' | 'alike'): Generator<Comparison> {
  const basis = basisOf(db)
  for (const subject of column<string>(db, sql`SELECT DISTINCT subject FROM comparable ORDER BY subject`)) {
    const group = inTellingOrder(
      loadTold(db, sql`m.num IN (SELECT b.measure FROM comparable b WHERE b.subject = ${subject})`),
    )
    for (const [at, one] of group.entries())
      for (let next = at + 1; next < group.length; next++) {
        const other = group[next]
        if (!other || other.claim === one.claim) continue
        const found = comparison(one, other, basis)
        if (found && (found.obstacle === null) === (what === 'parts')) yield found
      }
  }
}

/** By ref, as people count: C2 before C10. */
const collator = new Intl.Collator('en', { numeric: true })
const inTellingOrder = (group: readonly Told[]): Told[] =>
  group.toSorted((one, other) => collator.compare(one.ref, other.ref) || one.measure - other.measure)

const groupOf = (db: ReadDb, { measure }: Told): Told[] =>
  inTellingOrder(
    loadTold(
      db,
      sql`m.num IN (SELECT b.measure FROM comparable b WHERE b.subject = (SELECT o.subject FROM comparable o WHERE o.measure = ${measure}))`,
    ),
  )

function comparison(one: Told, other: Told, basis: Basis): Comparison | undefined {
  const found = compare(one, other, basis)
  if (found.outcome === 'part of')
    return {
      left: measureSide(found.part as Told),
      right: measureSide(found.whole as Told),
      obstacle: null,
      reason: found.reason,
    }
  if (found.outcome !== 'not comparable' || !isAlikeBut(found.obstacles)) return undefined
  return { left: measureSide(one), right: measureSide(other), obstacle: found.obstacle, reason: found.reason }
}
