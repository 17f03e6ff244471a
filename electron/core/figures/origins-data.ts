import type { FigureRequest, OriginsData } from '../../../shared/figures/data.ts'
import type { OriginChain, OriginsReport } from '../../../shared/origins.ts'
import { column, get, sql, value, type ReadDb } from '../../store/db.ts'
import { reportOn } from '../analysis/origins/queries.ts'
import type { Target } from '../analysis/origins/chain.ts'
import type { Selected } from './selected.ts'

/** A chain of more claims than this cannot be read. */
const mostClaims = 200

/**
 * The chain of the selected claims to their origins; of one event, where it alone is asked for. `areShown` tells which claims may
 * be shown: of the others, and of what only they lead to, nothing is told but that something stands there.
 */
export function originsData(
  db: ReadDb,
  request: FigureRequest,
  { claims, withheld }: Selected,
  areShown: (claims: readonly number[]) => readonly number[],
): OriginsData {
  const event = eventOf(db, request)
  const traced = claims.slice(0, mostClaims)
  const [one] = traced.length === 1 ? traced : []
  const target: Target = event
    ? { kind: 'event', num: event.num }
    : one === undefined
      ? { kind: 'claims', nums: traced }
      : { kind: 'claim', num: one }
  const report = reportOn(db, target, request.collapse)
  const hidden = hiddenIn(db, report, areShown)
  return {
    figure: 'origins',
    counts: event
      ? { records: 1, usable: 1, withheld: hidden.size }
      : { records: claims.length, usable: claims.length, withheld: withheld + hidden.size },
    traced: event ? 1 : traced.length,
    called: event?.title ?? (one === undefined ? `${traced.length.toLocaleString('en-GB')} claims` : nameOf(db, one)),
    summary: report.summary,
    // What stands out is told in sentences that name records: none of them, where some may not be named.
    findings: hidden.size === 0 ? report.findings.map(({ sentence }) => sentence) : [],
    chain: hidden.size === 0 ? report.chain : without(report, hidden),
  }
}

function eventOf(db: ReadDb, { claims, events }: FigureRequest): { num: number; title: string } | undefined {
  if (claims || !events || !('ids' in events) || events.ids.length !== 1) return undefined
  return get(db, sql`SELECT num, title FROM event WHERE id = ${events.ids[0]} AND trashed IS NULL`)
}

const nameOf = (db: ReadDb, claim: number): string =>
  value<string>(db, sql`SELECT coalesce(ref, substr(statement, 1, 60)) FROM claim WHERE num = ${claim}`) ?? 'a claim'

/** The ids of the claims that a report names, drawn or not, and that may not be shown. */
function hiddenIn(
  db: ReadDb,
  { chain, list, gaps }: OriginsReport,
  areShown: (claims: readonly number[]) => readonly number[],
): ReadonlySet<string> {
  const drawn = chain.nodes.flatMap(({ kind, record }) => (kind === 'claim' && record ? [record.id] : []))
  const ids = [...new Set([...drawn, ...[...list, ...gaps].flatMap(({ claims }) => claims.map(({ id }) => id))])]
  const nums = column<number>(db, sql`SELECT c.num FROM json_each(${ids}) j CROSS JOIN claim c ON c.id = j.value`)
  const shown = new Set(
    column<string>(db, sql`SELECT c.id FROM json_each(${[...areShown(nums)]}) j CROSS JOIN claim c ON c.num = j.value`),
  )
  return new Set(ids.filter((id) => !shown.has(id)))
}

/** The chain with the hidden claims, the documents that are met through them alone, and the origins that only they have, as empty boxes. */
function without({ chain, list, gaps }: OriginsReport, hidden: ReadonlySet<string>): OriginChain {
  const isHidden = ({ id }: { readonly id: string }): boolean => hidden.has(id)
  const gone = new Set(
    chain.nodes.filter(({ kind, record }) => kind === 'claim' && record && isHidden(record)).map(({ id }) => id),
  )
  for (const { id, kind } of chain.nodes) {
    const others = chain.edges.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : []))
    const claims = others.filter((other) => !other.startsWith('origin '))
    if (kind === 'document' && claims.length > 0 && claims.every((other) => gone.has(other))) gone.add(id)
  }
  for (const [index, { claims }] of [...list, ...gaps].entries())
    if (claims.length > 0 && claims.every(isHidden)) gone.add(`origin ${index}`)
  const blank = { label: 'withheld', detail: '', record: null, isRead: null, language: null, date: null }
  return { ...chain, nodes: chain.nodes.map((node) => (gone.has(node.id) ? { ...node, ...blank } : node)) }
}
