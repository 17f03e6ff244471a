import { isDate } from '../../../shared/dates.ts'
import { ExpectedError } from '../../../shared/result.ts'
import type { DocumentDetail, documentFields, DocumentPatch, DocumentRow } from '../../../shared/source.ts'
import { get, sql } from '../../store/db.ts'
import { dateFields } from '../records/dates.ts'
import type { QueryContext } from '../context.ts'
import type { ListField } from '../lists/conditions.ts'
import type { AlsoFound } from '../lists/search.ts'
import { pinnedCount, relationsOf } from '../notes/surroundings.ts'
import { plainFields, type Editable } from '../records/editing.ts'
import {
  countOf,
  dateField,
  findRow,
  isLive,
  stampFields,
  surroundingsOf,
  textField,
  type RowReader,
} from '../records/rows.ts'

const joins = sql`LEFT JOIN outlet o ON o.num = t.outlet`
const claims = sql`SELECT DISTINCT ca.claim FROM carriage ca WHERE ca.document = t.num AND ${isLive(sql`ca.claim`)}`

/** How the list of documents sorts, filters and searches. `readByMe` is 'yes', 'no' ("cited, not seen") or not set. */
export const documentList = {
  kind: 'document',
  from: sql`document t ${joins}`,
  defaultSort: sql`collation_key(t.title), t.num`,
  fields: {
    title: textField('title'),
    outlet: { kind: 'text', expr: sql`o.name`, refersTo: sql`t.outlet` },
    author: textField('author'),
    url: textField('url'),
    archiveUrl: textField('archive_url'),
    published: dateField('published'),
    captured: textField('captured'),
    language: textField('language'),
    readByMe: { kind: 'text', expr: sql`CASE t.read_by_me WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END` },
    claims: { kind: 'number', expr: countOf(claims) },
    ...stampFields,
  } satisfies Record<(typeof documentFields)[number], ListField>,
  alsoFound: (): readonly AlsoFound[] => [{ field: 'outlet', named: 'outlet' }, { noted: 'document' }],
} as const

/** How the rows of documents are read. */
export const documentRows: RowReader<
  Omit<DocumentRow, 'readByMe'> & { readonly readByMe: number | null },
  DocumentRow
> = {
  list: documentList,
  joins,
  columns: sql`t.id, t.title, o.name AS outlet, o.id AS outletId, t.author, t.url, t.archive_url AS archiveUrl, t.published,
      t.published_text AS publishedText, t.captured, t.language, t.read_by_me AS readByMe, t.created, t.changed,
      ${countOf(claims)} AS claims, ${pinnedCount('document')} AS notes`,
  toRow: (raw) => ({ ...raw, readByMe: raw.readByMe === null ? null : raw.readByMe === 1 }),
}

type Texts = Pick<DocumentDetail, 'text' | 'fileSha256'>

/** A document with its text, its relations, the claims that it carries and the notes about it. */
export function documentDetail({ db }: QueryContext, id: string): DocumentDetail {
  const { num, row, trashed } = findRow(db, documentRows, id)
  const texts = get<Texts>(db, sql`SELECT text, file_sha256 AS fileSha256 FROM document WHERE num = ${num}`)
  return {
    ...row,
    text: texts?.text ?? null,
    fileSha256: texts?.fileSha256 ?? null,
    relations: relationsOf(db, 'document', num),
    trashed,
    ...surroundingsOf(db, 'document', num, claims),
  }
}

/** How patches edit documents. */
export const documents: Editable<DocumentPatch> = {
  list: documentList,
  fieldsOf: (names, _ids, patch) => ({
    ...plainFields(patch, ['title', 'author', 'url', 'archiveUrl', 'language', 'text', 'readByMe']),
    ...(patch.captured !== undefined && { captured: moment(patch.captured) }),
    ...(patch.published !== undefined && dateFields('published', patch.published)),
    ...(patch.outlet !== undefined && { outlet: names.idOf('outlet', patch.outlet) }),
  }),
}

/** When a copy was taken: a date or a date with a time, kept as written. */
function moment(text: string | null): string | null {
  if (text === null || isDate(text)) return text
  throw new ExpectedError(
    'invalid-input',
    `Captured “${text}” is not a date. Write 2024-11-05 or, with a time, 2024-11-05T14:30:00Z.`,
  )
}
