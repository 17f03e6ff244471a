import type { ImportField, ImportKind } from '../../../../shared/import-lists.ts'
import { name, sql, type Sql } from '../../../store/db.ts'
import { claimJoins } from '../../claims/list.ts'
import type { Draft } from '../rows/draft.ts'

/** The record that a row of each kind of list is. */
export const entityOf = {
  claims: 'claim',
  events: 'event',
  actors: 'actor',
  outlets: 'outlet',
  documents: 'document',
  relations: 'relation',
} as const satisfies Record<ImportKind, string>
export type ListEntity = (typeof entityOf)[ImportKind]

/** The kinds of lists whose records have references. */
export const isReferenced = (kind: ImportKind): kind is 'claims' | 'events' => kind === 'claims' || kind === 'events'

const column = (text: string): Sql => sql`t.${name(text)}`
const outlet = sql`document t LEFT JOIN outlet o ON o.num = t.outlet`

/** Where each kind's fields of a key come from: the table under the alias t, with the joins that they need. */
export const keyTables: Readonly<Record<ImportKind, Sql>> = {
  claims: sql`claim t ${claimJoins}`,
  events: sql`event t`,
  actors: sql`actor t`,
  outlets: sql`outlet t`,
  documents: outlet,
  relations: sql`relation t`,
}

/** The fields of keys that are no column of the record itself under the same name. */
const otherColumns: Readonly<Partial<Record<ImportKind, Readonly<Partial<Record<ImportField, Sql>>>>>> = {
  claims: {
    said: sql`coalesce(t.said, t.said_text)`,
    claimant: sql`a.name`,
    event: sql`e.title`,
    document: sql`d.title`,
    outlet: sql`o.name`,
    url: sql`d.url`,
  },
  events: { when: sql`coalesce(t."when", t.when_text)` },
  documents: { published: sql`coalesce(t.published, t.published_text)`, outlet: sql`o.name` },
}

/** A field of a key as the case has it. */
export const keyColumn = (kind: ImportKind, field: ImportField): Sql => otherColumns[kind]?.[field] ?? column(field)

const dateFields: ReadonlySet<ImportField> = new Set(['said', 'when', 'published'])

/** What a draft says of a key's field, as the case would have it; null where it says nothing. */
export function draftText({ fields, names, document }: Draft, field: ImportField): string | null {
  if (document && (field === 'document' || field === 'outlet' || field === 'url'))
    return field === 'document' ? (document.title ?? document.url) : document[field]
  const text = dateFields.has(field) ? (fields[field] ?? fields[`${field}_text`]) : (fields[field] ?? names[field])
  return text === undefined || text === null ? null : String(text)
}
