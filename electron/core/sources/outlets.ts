import type { OutletDetail, outletFields, OutletPatch, OutletRow } from '../../../shared/source.ts'
import { sql } from '../../store/db.ts'
import type { QueryContext } from '../context.ts'
import type { ListField } from '../lists/conditions.ts'
import type { AlsoFound } from '../lists/search.ts'
import { pinnedCount } from '../notes/surroundings.ts'
import { plainFields, type Editable } from '../records/editing.ts'
import { countOf, findRow, isLive, stampFields, surroundingsOf, textField, type RowReader } from '../records/rows.ts'

const joins = sql`LEFT JOIN actor w ON w.num = t.owner`
const documents = sql`SELECT d.num FROM document d WHERE d.outlet = t.num AND d.trashed IS NULL`
/** A claim counts once, however many documents of the outlet carry it. */
const claims = sql`SELECT DISTINCT ca.claim FROM document d JOIN carriage ca ON ca.document = d.num
  WHERE d.outlet = t.num AND ${isLive(sql`ca.claim`)}`

/** How the list of outlets sorts, filters and searches. */
export const outletList = {
  kind: 'outlet',
  from: sql`outlet t ${joins}`,
  defaultSort: sql`collation_key(t.name), t.num`,
  fields: {
    name: textField('name'),
    kind: textField('kind'),
    owner: { kind: 'text', expr: sql`w.name`, refersTo: sql`t.owner` },
    stateControlled: textField('state_controlled'),
    country: textField('country'),
    language: textField('language'),
    documents: { kind: 'number', expr: countOf(documents) },
    claims: { kind: 'number', expr: countOf(claims) },
    ...stampFields,
  } satisfies Record<(typeof outletFields)[number], ListField>,
  alsoFound: (): readonly AlsoFound[] => [{ field: 'owner', named: 'actor' }, { noted: 'outlet' }],
} as const

/** How the rows of outlets are read. */
export const outletRows: RowReader<OutletRow, OutletRow> = {
  list: outletList,
  joins,
  columns: sql`t.id, t.name, t.kind, w.name AS owner, w.id AS ownerId, t.state_controlled AS stateControlled, t.country,
    t.language, t.created, t.changed, ${countOf(documents)} AS documents, ${countOf(claims)} AS claims,
    ${pinnedCount('outlet')} AS notes`,
  toRow: (row) => row,
}

/** An outlet with the claims that its documents carry and the notes about it. */
export function outletDetail({ db }: QueryContext, id: string): OutletDetail {
  const { num, row, trashed } = findRow(db, outletRows, id)
  return { ...row, trashed, ...surroundingsOf(db, 'outlet', num, claims) }
}

/** How patches edit outlets. */
export const outlets: Editable<OutletPatch> = {
  list: outletList,
  fieldsOf: (names, _ids, patch) => ({
    ...plainFields(patch, ['name', 'kind', 'stateControlled', 'country', 'language']),
    ...(patch.owner !== undefined && { owner: names.idOf('actor', patch.owner) }),
  }),
}
