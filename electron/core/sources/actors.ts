import { ExpectedError } from '../../../shared/result.ts'
import type { ActorDetail, actorFields, ActorPatch, ActorRow } from '../../../shared/source.ts'
import { foldText } from '../../../shared/text.ts'
import { sql } from '../../store/db.ts'
import type { QueryContext } from '../context.ts'
import type { ListField } from '../lists/conditions.ts'
import type { AlsoFound } from '../lists/search.ts'
import { pinnedCount } from '../notes/surroundings.ts'
import type { NameResolver } from '../records/names.ts'
import { plainFields, type Editable } from '../records/editing.ts'
import { countOf, findRow, isLive, stampFields, surroundingsOf, textField, type RowReader } from '../records/rows.ts'

const joins = sql`LEFT JOIN actor f ON f.num = t.affiliation`
const claims = sql`SELECT c.num FROM claim c WHERE c.claimant = t.num AND ${isLive(sql`c.num`)}`
const aliases = sql`(SELECT value FROM json_each(t.aliases))`

/** How the list of actors sorts, filters and searches. */
export const actorList = {
  kind: 'actor',
  from: sql`actor t ${joins}`,
  defaultSort: sql`collation_key(t.name), t.num`,
  fields: {
    name: textField('name'),
    kind: textField('kind'),
    aliases: { kind: 'many', values: aliases },
    affiliation: { kind: 'text', expr: sql`f.name`, refersTo: sql`t.affiliation` },
    claims: { kind: 'number', expr: countOf(claims) },
    ...stampFields,
  } satisfies Record<(typeof actorFields)[number], ListField>,
  alsoFound: (): readonly AlsoFound[] => [{ field: 'affiliation', named: 'actor' }, { noted: 'actor' }],
} as const

/** How the rows of actors are read. */
export const actorRows: RowReader<Omit<ActorRow, 'aliases'> & { readonly aliases: string }, ActorRow> = {
  list: actorList,
  joins,
  columns: sql`t.id, t.name, t.kind, t.aliases, f.name AS affiliation, f.id AS affiliationId, t.created, t.changed,
    ${countOf(claims)} AS claims, ${pinnedCount('actor')} AS notes`,
  toRow: (raw) => ({ ...raw, aliases: JSON.parse(raw.aliases) as string[] }),
}

/** An actor with the claims it made and the notes about it. */
export function actorDetail({ db }: QueryContext, id: string): ActorDetail {
  const { num, row, trashed } = findRow(db, actorRows, id)
  return { ...row, trashed, ...surroundingsOf(db, 'actor', num, claims) }
}

/** How patches edit actors. */
export const actors: Editable<ActorPatch> = {
  list: actorList,
  fieldsOf: (names, ids, patch) => ({
    ...plainFields(patch, ['name', 'kind']),
    ...(patch.aliases && { aliases: [...new Set(patch.aliases)] }),
    ...(patch.affiliation !== undefined && { affiliation: affiliationOf(names, ids, patch) }),
  }),
}

function affiliationOf(
  names: NameResolver,
  ids: readonly string[],
  { name, aliases: also = [], affiliation = null }: ActorPatch,
): string | null {
  if (affiliation === null) return null
  // The name that the patch itself gives is not in the file yet: looking it up would make a second actor of that name.
  const own = [...(name === undefined ? [] : [name]), ...also].map(foldText)
  const id = own.includes(foldText(affiliation)) ? null : names.idOf('actor', affiliation)
  if (id !== null && !ids.includes(id)) return id
  throw new ExpectedError('invalid-input', `“${affiliation}” cannot be affiliated to itself: choose another actor.`)
}
