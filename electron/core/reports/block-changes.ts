import type { BlockChanges, ShownChange } from '../../../shared/report-methods.ts'
import type { Block } from '../../../shared/report.ts'
import { foldText } from '../../../shared/text.ts'
import { all, get, sql, type ReadDb } from '../../store/db.ts'
import { drawnIn } from '../evidence/collect.ts'
import { figureData } from '../figures/figure-data.ts'
import { net } from '../history/versions.ts'
import { Words } from '../history/words.ts'
import { linkTexts } from '../notes/links.ts'
import { invert } from '../records/changes.ts'
import { readFields, type Fields } from '../records/fields.ts'
import { calledIn } from '../records/labels.ts'
import { toChange, type LoggedRow } from '../records/log.ts'
import { gatherCited, type CitedRecords } from './gather.ts'
import { reportById } from './queries.ts'

type ShownKind = ShownChange['kind']
type Shown = ReadonlyMap<string, ShownKind>

interface Since {
  readonly set: number
  readonly at: string
  readonly what: BlockChanges['since']['what']
}

/** As many are told of one block. */
const told = 50

/** What changed, by the log, of the records that the blocks of a report show: since it last went out, else since each was last written. */
export function blockChanges(db: ReadDb, id: string): BlockChanges[] {
  const cited = gatherCited(db, reportById(db, id))
  const exported = lastExport(db, id)
  const words = new Words(db)
  return cited.blocks.flatMap((block): BlockChanges[] => {
    const since = exported ?? lastWriting(db, block.id)
    if (!since) return []
    const found = changedOf(db, words, shownBy(db, cited, block), since)
    const { at, what } = since
    return found.length === 0
      ? []
      : [{ block: block.id, since: { at, what }, count: found.length, records: found.slice(0, told) }]
  })
}

const lastExport = (db: ReadDb, id: string): Since | undefined =>
  get(
    db,
    sql`SELECT c.change_set AS "set", e.at, 'export' AS what FROM report r JOIN report_export e ON e.report = r.num
        JOIN change c ON c.record = e.id WHERE r.id = ${id} AND c.before IS NULL ORDER BY c.change_set DESC LIMIT 1`,
  )

const lastWriting = (db: ReadDb, block: string): Since | undefined =>
  get(
    db,
    sql`SELECT c.change_set AS "set", s.at, 'writing' AS what FROM change c JOIN change_set s ON s.num = c.change_set
        WHERE c.record = ${block} AND json_extract(c.after, '$.content') IS NOT NULL ORDER BY c.change_set DESC LIMIT 1`,
  )

/** The records that a block shows or leads to. */
function shownBy(db: ReadDb, { tlp, links }: CitedRecords, { content }: Block): Shown {
  const of = (kind: ShownKind, ids: readonly string[]): Shown => new Map(ids.map((id) => [id, kind]))
  if (content.kind === 'claims') return of('claim', content.claimIds)
  if (content.kind === 'events') return of('event', content.eventIds)
  if (content.kind === 'key-judgements') return of('judgement', content.judgementIds)
  if (content.kind === 'figure')
    return new Map(drawnIn(figureData(db, content.request, tlp)).map(({ id, kind }) => [id, kind as ShownKind]))
  if (!('markdown' in content)) return new Map()
  const linked = linkTexts(content.markdown).flatMap((text) => links.get(foldText(text)) ?? [])
  return new Map(linked.flatMap(({ id, kind }) => (kind === 'note' || kind === 'place' ? [] : [[id, kind] as const])))
}

function changedOf(db: ReadDb, words: Words, shown: Shown, since: Since): ShownChange[] {
  const logged = changesAfter(db, [...shown.keys()], since.set)
  const records = namesOf(db, shown)
  return [...shown].flatMap(([id, kind]): ShownChange[] => {
    const record = records.get(id)
    if (!record) return []
    // What an import makes is not logged a second time, so that the record itself says when it was made.
    const isNew = String(record['created']) > since.at
    const oldestFirst = isNew ? [] : net(logged.get(id) ?? []).toReversed()
    const fields = oldestFirst.flatMap((change) => words.fieldsOf(invert(change)))
    return isNew || fields.length > 0 ? [{ kind, id, called: calledIn(record), isNew, fields }] : []
  })
}

/** The changes of records and their parts after a step, the newest first, by the record. */
function changesAfter(db: ReadDb, ids: readonly string[], set: number): Map<string, ReturnType<typeof toChange>[]> {
  const columns = sql`j.value AS owner, c.num, c.entity, c.record AS id, c.before, c.after`
  const rows = all<LoggedRow & { readonly owner: string }>(
    db,
    sql`SELECT ${columns} FROM json_each(${ids}) j CROSS JOIN change c ON c.record = j.value
          WHERE c.change_set > ${set} AND c.digest IS NULL
        UNION ALL SELECT ${columns} FROM json_each(${ids}) j CROSS JOIN change c ON c.owner = j.value
          WHERE c.change_set > ${set} AND c.digest IS NULL AND c.record <> j.value ORDER BY c.num DESC`,
  )
  return new Map([...Map.groupBy(rows, ({ owner }) => owner)].map(([id, of]) => [id, of.map(toChange)]))
}

const naming: Readonly<Record<ShownKind, readonly string[]>> = {
  claim: ['ref', 'statement'],
  event: ['ref', 'title'],
  judgement: ['statement'],
  document: ['title'],
  actor: ['name'],
  outlet: ['name'],
}

/** What records are called and when they were made, by their ids. */
function namesOf(db: ReadDb, shown: Shown): Map<string, Fields> {
  const kinds = Map.groupBy(shown, ([, kind]) => kind)
  return new Map(
    [...kinds].flatMap(([kind, of]) => [
      ...readFields(
        db,
        kind,
        of.map(([id]) => id),
        ['created', ...naming[kind]],
      ),
    ]),
  )
}
