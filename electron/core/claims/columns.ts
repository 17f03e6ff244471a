import type { ClaimField } from '../../../shared/claim.ts'
import { name, raw, sql, type Sql } from '../../store/db.ts'
import type { ColumnSource } from '../lists/columns/load.ts'
import type { IndexedOrder } from '../lists/list.ts'

/** A column of the claims themselves. */
const own = (...columns: readonly string[]): Sql => {
  const listed = raw(columns.join(', '))
  return sql`SELECT ${listed}, json_group_array(num) FROM claim GROUP BY ${listed}`
}

/** What the record is called that a claim names. */
const named = (column: string, table: string, called: string): Sql =>
  sql`SELECT named, r.${name(called)}, nums FROM (SELECT ${name(column)} AS named, json_group_array(num) AS nums FROM claim
      WHERE ${name(column)} IS NOT NULL GROUP BY ${name(column)}) JOIN ${name(table)} r ON r.num = named`

/** The same where many values stand in few claims each. */
const paired = (column: string): Sql =>
  sql`SELECT json_group_array(num), json_group_array(${name(column)}) FROM claim WHERE ${name(column)} IS NOT NULL`

/** What each claim has by a sub-query of claims and values v. */
const each = (field: string, values: Sql, more: Partial<ColumnSource> = {}): ColumnSource => ({
  ...more,
  fields: [field],
  pairs: sql`SELECT json_group_array(claim), json_group_array(v) FROM (${values})`,
})

/** A column of the first of a claim's measures. Nearly all are: they are read as they stand, and only others are looked up. */
const ofMeasure = (column: string): ColumnSource =>
  each(
    column,
    sql`SELECT claim, ${name(column)} AS v FROM measure m WHERE position = 0
        OR NOT EXISTS (SELECT 1 FROM measure l WHERE l.claim = m.claim AND l.position < m.position)`,
  )

const ofAnalysis = (column: string): ColumnSource =>
  each(column, sql`SELECT claim, ${name(column)} AS v FROM claim_analysis`, { shows: ['analysis'] })

/** Where the fields of the claims grid are read from for all claims; those of a claim's own texts are not kept in memory. */
export const claimColumns: readonly ColumnSource[] = [
  // One index holds these four, another the four after them.
  {
    fields: ['topic', 'status', 'reliability', 'credibility'],
    groups: own('topic', 'status', 'reliability', 'credibility'),
  },
  { fields: ['basis', 'tlp', 'category'], groups: own('basis', 'tlp', 'lead_category') },
  { fields: ['quantity'], pairs: paired('lead_quantity') },
  { fields: ['said'], groups: own('said_from', 'said_to', 'said') },
  { fields: ['place'], groups: own('place') },
  { fields: ['claimant'], groups: named('claimant', 'actor', 'name'), shows: ['actor'] },
  { fields: ['outlet'], groups: named('lead_outlet', 'outlet', 'name'), shows: ['outlet', 'document'] },
  {
    fields: ['document'],
    pairs: paired('lead_document'),
    names: sql`SELECT json_group_array(num), json_group_array(title) FROM document`,
    shows: ['document'],
  },
  { fields: ['event'], groups: named('event', 'event', 'title'), shows: ['event'] },
  ofMeasure('subject'),
  ofMeasure('qualifier'),
  ofMeasure('unit'),
  {
    fields: ['tags'],
    groups: sql`SELECT tag.name, nums FROM (SELECT tag, json_group_array(claim) AS nums FROM claim_tag GROUP BY tag) JOIN tag ON tag.num = tag`,
    isPart: true,
  },
  each('carriers', sql`SELECT claim, count(*) AS v FROM carriage GROUP BY claim`, { missing: 0 }),
  each('rated', sql`SELECT claim, max(at) AS v FROM rating WHERE claim IS NOT NULL GROUP BY claim`),
  ofAnalysis('origins'),
  ofAnalysis('unresolved'),
  ofAnalysis('contradictions'),
  ofAnalysis('unreviewed'),
  {
    fields: ['flags'],
    groups: sql`SELECT flags, json_group_array(claim) FROM claim_analysis GROUP BY flags`,
    shows: ['analysis'],
  },
  { fields: ['created'], groups: own('created') },
  { fields: ['changed'], groups: own('changed') },
]

/** The fields by whose order an index gives the first claims. */
export const claimOrders: Partial<Record<ClaimField, IndexedOrder>> = {
  ref: { by: sql`t.ref_key`, isSorted: true },
  statement: { by: sql`t.statement_key`, isSorted: true },
  said: { by: sql`t.said_from`, isSorted: true },
  created: { by: sql`t.created`, isSorted: true },
  changed: { by: sql`t.changed`, isSorted: true },
  topic: { by: sql`t.topic` },
  place: { by: sql`t.place` },
  claimant: { by: sql`t.claimant`, named: 'actor' },
  outlet: { by: sql`t.lead_outlet`, named: 'outlet' },
  event: { by: sql`t.event`, named: 'event' },
}
