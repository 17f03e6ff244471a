import {
  collapseAll,
  summaryLine,
  type ChainNode,
  type Collapse,
  type OriginEntry,
  type OriginsReport,
} from '../../../../shared/origins.ts'
import type { RecordLink } from '../../../../shared/ids.ts'
import { all, sql, value, type ReadDb } from '../../../store/db.ts'
import type { QueryContext } from '../../context.ts'
import { linksTo } from '../../notes/surroundings.ts'
import { notFound } from '../../records/not-found.ts'
import type { Target } from './chain.ts'
import { drawingOf, type Drawn } from './drawing.ts'
import type { RecordAt } from './finding.ts'
import { kindOf, numOf, type Key } from './graph.ts'
import { originsOf, type Origin, type Origins } from './origins.ts'
import { sqlGraph } from './sql-graph.ts'
import { findingInWords, jointInWords, merged, rootInWords } from './words.ts'

export interface OriginsQuestion {
  readonly target: { readonly kind: 'claim' | 'event'; readonly id: string }
  readonly collapse: Collapse
}

const shown = 50

/** Where a claim or an event comes from: counts, what stands out, the origins with their reasons, and the chain to draw. */
export function originsReport(
  { db }: QueryContext,
  { target: { kind, id }, collapse }: OriginsQuestion,
): OriginsReport {
  const num = value<number>(
    db,
    kind === 'claim' ? sql`SELECT num FROM claim WHERE id = ${id}` : sql`SELECT num FROM event WHERE id = ${id}`,
  )
  if (num === undefined) throw notFound(kind, id)
  return reportOn(db, { kind, num }, collapse)
}

/** The same for whatever is asked about, by row numbers. */
export function reportOn(db: ReadDb, target: Target, collapse: Collapse = collapseAll): OriginsReport {
  const origins = originsOf(sqlGraph(db), target, collapse)
  const links = new Links(db)
  const naming = (record: RecordAt): string => links.nameOf(record)
  const drawing = drawingOf(origins)
  links.load(mentionedIn(origins, drawing.nodes))
  const firm = origins.roots.roots.filter(({ isOrigin }) => isOrigin)
  const entry = (origin: Origin): OriginEntry => ({
    ...whoOf(links, origin),
    reasons: [
      ...merged(origin.roots)
        .slice(0, shown)
        .map((root) => rootInWords(naming, root)),
      ...origin.joints.map((joint) => jointInWords(naming, firm, joint)),
    ],
    claims: links.of(
      origin.roots
        .flatMap(({ groups }) => groups)
        .slice(0, shown)
        .map(at),
    ),
    carriers: links.of(sorted(origin.carriers).slice(0, shown).map(at)),
    carrierCount: origin.carriers.size,
  })
  return {
    carriers: origins.carriers,
    outlets: origins.outlets,
    origins: origins.origins,
    unresolved: origins.unresolved,
    summary: summaryLine(origins),
    findings: origins.findings.map((finding) => ({
      flag: finding.flag,
      sentence: findingInWords(naming, origins, finding),
      records: links.of([...finding.records.slice(0, shown), ...(finding.on ? [finding.on] : [])]),
    })),
    list: origins.list.map(entry),
    gaps: origins.gaps.map(entry),
    chain: { nodes: namedNodes(db, links, drawing.nodes), edges: [...drawing.edges], left: drawing.left },
  }
}

const at = (key: Key): RecordAt => ({ kind: kindOf(key), num: numOf(key) })
const sorted = (keys: ReadonlySet<Key>): Key[] => [...keys].sort((a, b) => a - b)

/** All records that the report names. */
function mentionedIn({ list, gaps, findings }: Origins, nodes: readonly Drawn[]): RecordAt[] {
  const ofOrigins = [...list, ...gaps].flatMap(({ roots, carriers, joints }): RecordAt[] => [
    ...roots.flatMap(({ source, document, groups }) => [
      ...(source ? [source] : []),
      ...(document === null ? [] : [at(document)]),
      ...groups.slice(0, shown).map(at),
    ]),
    ...sorted(carriers).slice(0, shown).map(at),
    ...joints.map((joint) => joint.at),
  ])
  const ofFindings = findings.flatMap(({ records, on }) => [...records.slice(0, shown), ...(on ? [on] : [])])
  return [...ofOrigins, ...ofFindings, ...nodes.flatMap((node) => ('key' in node ? [at(node.key)] : []))]
}

function whoOf(links: Links, { roots }: Origin): { label: string; source: RecordLink | null } {
  const [first] = roots
  const sources = [...new Set(roots.flatMap(({ source }) => (source ? [links.nameOf(source)] : [])))]
  if (sources.length === 0) return { label: 'No origin given', source: null }
  return { label: sources.join(', '), source: first?.source ? (links.of([first.source])[0] ?? null) : null }
}

class Links {
  readonly #db: ReadDb
  readonly #known = new Map<string, RecordLink>()
  constructor(db: ReadDb) {
    this.#db = db
  }

  load(records: readonly RecordAt[]): void {
    const wanted = [...new Map(records.map((record) => [`${record.kind} ${record.num}`, record])).values()]
    for (const [index, link] of linksTo(this.#db, wanted).entries()) {
      const record = wanted[index]
      if (link && record) this.#known.set(`${record.kind} ${record.num}`, link)
    }
  }

  of(records: readonly RecordAt[]): RecordLink[] {
    return records.flatMap(({ kind, num }) => this.#known.get(`${kind} ${num}`) ?? [])
  }

  /** A reference or a name as it is; titles in quotation marks. */
  nameOf(record: RecordAt): string {
    const label = this.#known.get(`${record.kind} ${record.num}`)?.label ?? record.kind
    return record.kind === 'document' || (/\s/.test(label) && (record.kind === 'claim' || record.kind === 'event'))
      ? `“${label}”`
      : label
  }
}

interface DocumentFacts {
  readonly num: number
  readonly isRead: number | null
  readonly language: string | null
  readonly date: string | null
}

function namedNodes(db: ReadDb, links: Links, nodes: readonly Drawn[]): ChainNode[] {
  const documents = nodes.flatMap((node) => (node.kind === 'document' ? [numOf(node.key)] : []))
  const claims = nodes.flatMap((node) => (node.kind === 'claim' ? [numOf(node.key)] : []))
  const facts = new Map(
    all<DocumentFacts>(
      db,
      sql`SELECT d.num, coalesce(d.read_by_me, (SELECT max(x.link_read) FROM carriage x WHERE x.document = d.num)) AS isRead,
            coalesce(d.language, o.language) AS language, d.published AS date
          FROM json_each(${documents}) j CROSS JOIN document d ON d.num = j.value LEFT JOIN outlet o ON o.num = d.outlet`,
    ).map((row) => [row.num, row]),
  )
  const said = new Map(
    all<{ num: number; date: string | null }>(
      db,
      sql`SELECT c.num, c.said AS date FROM json_each(${claims}) j CROSS JOIN claim c ON c.num = j.value`,
    ).map((row) => [row.num, row.date]),
  )
  return nodes.map((node) => {
    const plain = { id: node.id, kind: node.kind, layer: node.layer, isRead: null, language: null, date: null }
    if ('origin' in node) {
      const { label, source } = whoOf(links, node.origin)
      return { ...plain, label, detail: '', record: source && { kind: source.kind, id: source.id } }
    }
    const num = numOf(node.key)
    const [link] = links.of([at(node.key)])
    const named = {
      ...plain,
      label: link?.label ?? '',
      detail: link?.detail ?? '',
      record: link ? { kind: link.kind, id: link.id } : null,
    }
    if (node.kind === 'claim') return { ...named, date: said.get(num) ?? null }
    const { isRead = null, language = null, date = null } = facts.get(num) ?? {}
    return { ...named, isRead: isRead === null ? null : isRead === 1, language, date }
  })
}
