import type { CaseInfo } from '../../../shared/case.ts'
import type { ClaimRow } from '../../../shared/claim.ts'
import type { EventRow } from '../../../shared/event.ts'
import type { FigureData } from '../../../shared/figures/data.ts'
import type { RecordLink } from '../../../shared/ids.ts'
import type { Block, BlockContent, Judgement, TypedText } from '../../../shared/report.ts'
import type { DocumentRow } from '../../../shared/source.ts'
import type { Tlp } from '../../../shared/scales.ts'
import { foldText } from '../../../shared/text.ts'
import type { RecordComparison } from '../../../shared/versions.ts'
import { all, column, sql, type ReadDb } from '../../store/db.ts'
import { caseInfo } from '../cases/handlers.ts'
import { claimRowsById } from '../claims/rows.ts'
import { participantNames } from '../events/list.ts'
import { keptFigureData } from '../figures/kept-figure-data.ts'
import { linkTexts } from '../notes/links.ts'
import { resolveTexts } from '../notes/queries.ts'
import { boundTables, resolveBound, type BoundTable } from './bound.ts'
import { judgementsById } from './judgement-list.ts'
import { reportById } from './queries.ts'
import { standingOf, type Standing } from './standing.ts'
import { withTyped } from './typed.ts'

/** All records that a report is drawn from, read at one moment; each map is by the record's id. */
export interface ReportRecords {
  readonly title: string
  readonly tlp: Tlp
  readonly info: CaseInfo
  readonly authors: readonly string[]
  /** A table that is bound to a filter or a saved view has the claims that it shows now. */
  readonly blocks: readonly Block[]
  /** The tables that are bound so, by the id of their block. */
  readonly bound: ReadonlyMap<string, BoundTable>
  readonly judgements: ReadonlyMap<string, Judgement>
  readonly claims: ReadonlyMap<string, ClaimRecord>
  readonly events: ReadonlyMap<string, EventRecord>
  readonly documents: ReadonlyMap<string, DocumentRecord>
  /** What the pictures are drawn from, by the id of their block. */
  readonly figures: ReadonlyMap<string, FigureData>
  /** What each [[link]] leads to, by the folded text of its target. */
  readonly links: ReadonlyMap<string, RecordLink>
  /** What the analysis says of the claims; null where no block tells it. */
  readonly standing: Standing | null
  /** What is other than in the version that went out before; null where no block tells it, or none went out. */
  readonly since: VersionChanges | null
}

export interface VersionChanges {
  /** When that version was made, ISO-8601 UTC, and under which label. */
  readonly at: string
  readonly tlp: Tlp
  readonly changes: readonly RecordComparison[]
}

interface ClaimTexts {
  readonly quote: string | null
  readonly quoteLanguage: string | null
  readonly translation: string | null
  readonly trashed: string | null
}
export interface CarriageRecord {
  readonly document: string
  readonly linkRead: boolean | null
}
export type ClaimRecord = ClaimRow & ClaimTexts & { readonly carriages: readonly CarriageRecord[] }
export type EventRecord = Pick<
  EventRow,
  'id' | 'ref' | 'title' | 'when' | 'whenText' | 'place' | 'participants' | 'status'
>
export type DocumentRecord = Pick<
  DocumentRow,
  'id' | 'title' | 'outlet' | 'author' | 'url' | 'published' | 'publishedText' | 'readByMe'
>

/** Reads all that a report shows, under its own label or another; `typed`: texts of its blocks that are not stored yet. */
export function gatherReport(db: ReadDb, id: string, tlp?: Tlp, typed: readonly TypedText[] = []): ReportRecords {
  const stored = reportById(db, id)
  const report = { ...stored, tlp: tlp ?? stored.tlp, blocks: withTyped(stored.blocks, typed) }
  const cited = gatherCited(db, report)
  const { blocks, judgements } = cited
  return {
    ...cited,
    authors: authorsOf(db, [id, ...blocks.map((block) => block.id), ...judgements.keys()]),
    figures: figuresOf(db, blocks, report.tlp),
    standing: blocks.some(({ content }) => tellsStanding(content)) ? standingOf(db, cited) : null,
    since: null,
  }
}

/** The records that the blocks of a report name, without what is counted and drawn of them. */
export type CitedRecords = Omit<ReportRecords, 'authors' | 'figures' | 'standing' | 'since'>

/** Reads the records that blocks name, with those that their texts link to. */
export function gatherCited(
  db: ReadDb,
  { title, tlp, blocks: written }: Pick<ReportRecords, 'title' | 'tlp' | 'blocks'>,
): CitedRecords {
  const bound = boundTables(db, written)
  const blocks = resolveBound(written, bound)
  const contents = blocks.map(({ content }) => content)
  const judgements = judgementsById(db, contents.flatMap(judgementsIn))
  const links = linksOf(db, [...contents.flatMap(markdownIn), ...judgements.flatMap(textsOf)])
  const linked = (kind: RecordLink['kind']): string[] =>
    [...links.values()].filter((link) => link.kind === kind).map((link) => link.id)
  const evidence = judgements.flatMap((judgement) => judgement.evidence.map(({ claimId }) => claimId))
  const claims = claimsById(db, [...contents.flatMap(claimsIn), ...evidence, ...linked('claim')])
  const carriers = claims.flatMap((claim) => claim.carriages.map(({ document }) => document))
  return {
    title,
    tlp,
    blocks,
    bound,
    links,
    info: caseInfo(db),
    judgements: byId(judgements),
    claims: byId(claims),
    events: byId(eventsById(db, contents.flatMap(eventsIn))),
    documents: byId(documentsById(db, [...carriers, ...linked('document')])),
  }
}

/** Claims above the report's label are in none of its pictures. */
const figuresOf = (db: ReadDb, blocks: readonly Block[], tlp: Tlp): Map<string, FigureData> =>
  new Map(
    blocks.flatMap(({ id, content }) =>
      content.kind === 'figure' ? [[id, keptFigureData(db, content.request, tlp)] as const] : [],
    ),
  )

const byId = <T extends { readonly id: string }>(records: readonly T[]): Map<string, T> =>
  new Map(records.map((record) => [record.id, record]))

const tellsStanding = ({ kind }: BlockContent): boolean => kind === 'source-summary' || kind === 'gaps'
const judgementsIn = (content: BlockContent): string[] =>
  content.kind === 'key-judgements' ? content.judgementIds : []
const claimsIn = (content: BlockContent): string[] => (content.kind === 'claims' ? content.claimIds : [])
const eventsIn = (content: BlockContent): string[] => (content.kind === 'events' ? content.eventIds : [])
/** The texts of a block and of a judgement that are Markdown. */
export const markdownIn = (content: BlockContent): string[] => ('markdown' in content ? [content.markdown] : [])

export const textsOf = ({ confidenceReasons, assumptions, indicators, alternatives }: Judgement): string[] =>
  [confidenceReasons, assumptions, indicators, alternatives].filter((text) => text !== null)

function linksOf(db: ReadDb, markdown: readonly string[]): Map<string, RecordLink> {
  const texts = [...new Set(markdown.flatMap(linkTexts).map(foldText))]
  const targets = resolveTexts(db, texts)
  return new Map(texts.flatMap((text, index) => (targets[index] ? [[text, targets[index]] as const] : [])))
}

function claimsById(db: ReadDb, repeated: readonly string[]): ClaimRecord[] {
  const ids = [...new Set(repeated)]
  const rows = byId(claimRowsById(db, ids))
  const texts = all<ClaimTexts & { readonly id: string; readonly carriages: string }>(
    db,
    sql`SELECT c.id, c.quote, c.quote_language AS quoteLanguage, c.translation, c.trashed,
          (SELECT json_group_array(json_object('document', k.id, 'linkRead', k.link_read)) FROM (
            SELECT d.id, ca.link_read FROM carriage ca JOIN document d ON d.num = ca.document
            WHERE ca.claim = c.num ORDER BY ca.position, ca.num) k) AS carriages
        FROM json_each(${ids}) j CROSS JOIN claim c ON c.id = j.value`,
  )
  return texts.flatMap(({ id, carriages, ...text }) => {
    const row = rows.get(id)
    return row ? [{ ...row, ...text, carriages: parseCarriages(carriages) }] : []
  })
}

const parseCarriages = (json: string): CarriageRecord[] =>
  (JSON.parse(json) as { document: string; linkRead: number | null }[]).map(({ document, linkRead }) => ({
    document,
    linkRead: linkRead === null ? null : linkRead === 1,
  }))

const eventsById = (db: ReadDb, ids: readonly string[]): EventRecord[] =>
  all<Omit<EventRecord, 'participants'> & { readonly participants: string }>(
    db,
    sql`SELECT t.id, t.ref, t.title, t."when", t.when_text AS whenText, t.place, t.status,
          (SELECT json_group_array(value) FROM ${participantNames}) AS participants
        FROM json_each(${[...new Set(ids)]}) j CROSS JOIN event t ON t.id = j.value WHERE t.trashed IS NULL`,
  ).map((row) => ({ ...row, participants: JSON.parse(row.participants) as string[] }))

const documentsById = (db: ReadDb, ids: readonly string[]): DocumentRecord[] =>
  all<Omit<DocumentRecord, 'readByMe'> & { readonly readByMe: number | null }>(
    db,
    sql`SELECT d.id, d.title, o.name AS outlet, d.author, d.url, d.published, d.published_text AS publishedText,
          d.read_by_me AS readByMe
        FROM json_each(${[...new Set(ids)]}) j CROSS JOIN document d ON d.id = j.value LEFT JOIN outlet o ON o.num = d.outlet`,
  ).map((row) => ({ ...row, readByMe: row.readByMe === null ? null : row.readByMe === 1 }))

/** Who wrote the report: everyone with a change, still standing, of it, its blocks or its judgements; the first first. */
const authorsOf = (db: ReadDb, records: readonly string[]): string[] =>
  column(
    db,
    sql`SELECT s.by FROM json_each(${records}) j CROSS JOIN change c ON c.record = j.value JOIN change_set s ON s.num = c.change_set
        WHERE s.is_step = 1 AND s.undone = 0 AND s.by <> '' GROUP BY s.by ORDER BY min(s.num)`,
  )
