import type { RecordLink } from '../../../shared/ids.ts'
import type { PageRequest } from '../../../shared/list.ts'
import type { NoteDetail, NoteLink, NoteRow } from '../../../shared/note.ts'
import { foldText } from '../../../shared/text.ts'
import { get, sql, type ReadDb } from '../../store/db.ts'
import type { QueryContext } from '../context.ts'
import { findRow, pageRows, rowsOf, type RowReader } from '../records/rows.ts'
import { linkTexts, targetText } from './links.ts'
import { noteList } from './list.ts'
import { pinLinks } from './pins.ts'
import { backlinksOf, linksTo } from './surroundings.ts'
import { targetsOf } from './targets.ts'
import { excerptOf } from './texts.ts'

type RawNote = Omit<NoteRow, 'pins' | 'excerpt'> & { readonly num: number; readonly start: string }
type Unpinned = Omit<NoteRow, 'pins'> & { readonly num: number }

const noteRows: RowReader<RawNote, Unpinned> = {
  list: noteList,
  joins: sql``,
  columns: sql`t.num, t.id, t.title, substr(t.body, 1, 400) AS start, t.created, t.changed`,
  toRow: ({ start, ...row }) => ({ ...row, excerpt: excerptOf(start) }),
}

function withPins(db: ReadDb, rows: readonly Unpinned[]): NoteRow[] {
  const pins = pinLinks(
    db,
    rows.map((row) => row.num),
  )
  return rows.map(({ num, ...row }) => ({ ...row, pins: pins.get(num) ?? [] }))
}

/** The rows of these row numbers, in their order. */
export const noteRowsOf = (db: ReadDb, nums: readonly number[]): NoteRow[] => withPins(db, rowsOf(db, noteRows, nums))

/** A page of the list of notes: its rows in the view's order. */
export function notePage(ctx: QueryContext, request: PageRequest): { total: number; rows: NoteRow[] } {
  const { total, rows } = pageRows(ctx, noteRows, request)
  return { total, rows: withPins(ctx.db, rows) }
}

/** A note with its text, where its links lead and what leads to it. */
export function noteDetail({ db }: QueryContext, id: string): NoteDetail {
  const { num, row, trashed } = findRow(db, noteRows, id)
  const { num: _num, ...shown } = row
  const body = get<{ body: string }>(db, sql`SELECT body FROM note WHERE num = ${num}`)?.body ?? ''
  return {
    ...shown,
    pins: pinLinks(db, [num]).get(num) ?? [],
    body,
    links: linksIn(db, body),
    backlinks: backlinksOf(db, 'note', num),
    trashed,
  }
}

/** The links of a text in their order, each as it is written once. */
function linksIn(db: ReadDb, body: string): NoteLink[] {
  const texts = [...new Set(linkTexts(body))]
  const targets = resolveTexts(db, texts)
  return texts.map((text, index) => ({ text, target: targets[index] ?? null }))
}

/** The records that the texts of links lead to, in their order; null where nothing has that reference, name or alias. */
export function resolveTexts(db: ReadDb, texts: readonly string[]): (RecordLink | null)[] {
  const names = texts.map((text) => foldText(targetText(text)))
  const targets = targetsOf(db, names)
  const links = linksTo(db, [...targets.values()])
  const byName = new Map([...targets.keys()].map((name, index) => [name, links[index] ?? null]))
  return names.map((name) => byName.get(name) ?? null)
}
