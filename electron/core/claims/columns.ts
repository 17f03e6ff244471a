import { name, raw, sql, type Sql } from '../../store/db.ts'
import type { ColumnSource } from '../lists/columns/load.ts'

/** A column of the claims themselves. */
const own = (...columns: readonly string[]): Sql => {
  const listed = raw(columns.join(', '))
  return sql`SELECT ${listed}, json_group_array(num) FROM claim GROUP BY ${listed}`
}

/** What the record is called that a claim names. */
const named = (column: string, table: string, called: string): Sql =>
  sql`SELECT named, r.${name(called)}, nums FROM (SELECT ${name(column)} AS named, json_group_array(num) AS nums FROM claim
      WHERE ${name(column)} IS NOT NULL GROUP BY ${name(column)}) JOIN ${name(table)} r ON r.num = named`

/** A column of the claims of which no index has the values side by side. */
const scanned = (field: string, column = field): ColumnSource => ({
  fields: [field],
  pairs: sql`SELECT json_group_array(num), json_group_array(${name(column)}) FROM claim WHERE ${name(column)} IS NOT NULL`,
})

/** What each claim has by a sub-query of claims and values v. */
const each = (field: string, values: Sql, more: Partial<ColumnSource> = {}): ColumnSource => ({
  ...more,
  fields: [field],
  pairs: sql`SELECT json_group_array(claim), json_group_array(v) FROM (${values})`,
})

/** A column of the first of a claim's measures: what is not grouped is of the row with the least position. */
const ofMeasure = (column: string): ColumnSource =>
  each(column, sql`SELECT claim, min(position), ${name(column)} AS v FROM measure GROUP BY claim`)

const ofAnalysis = (column: string): ColumnSource =>
  each(column, sql`SELECT claim, ${name(column)} AS v FROM claim_analysis`, { shows: ['analysis'] })

/** Where the fields of the claims grid are read from for all claims; those of a claim's own texts are not kept in memory. */
export const claimColumns: readonly ColumnSource[] = [
  // One index holds these four.
  {
    fields: ['topic', 'status', 'reliability', 'credibility'],
    groups: own('topic', 'status', 'reliability', 'credibility'),
  },
  { fields: ['said'], groups: own('said_from', 'said_to', 'said') },
  { fields: ['place'], groups: own('place') },
  { fields: ['claimant'], groups: named('claimant', 'actor', 'name'), shows: ['actor'] },
  { fields: ['outlet'], groups: named('lead_outlet', 'outlet', 'name'), shows: ['outlet', 'document'] },
  {
    fields: ['document'],
    pairs: sql`SELECT json_group_array(num), json_group_array(lead_document) FROM claim WHERE lead_document IS NOT NULL`,
    names: sql`SELECT json_group_array(num), json_group_array(title) FROM document`,
    shows: ['document'],
  },
  { fields: ['event'], groups: named('event', 'event', 'title'), shows: ['event'] },
  scanned('basis'),
  scanned('tlp'),
  scanned('category', 'lead_category'),
  scanned('quantity', 'lead_quantity'),
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
  scanned('created'),
  { fields: ['changed'], groups: own('changed') },
]
