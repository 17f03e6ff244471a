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

/** A column of the first of a claim's measures: what is not grouped is of the row with the least position. */
const ofMeasure = (column: string): Sql =>
  sql`SELECT v, json_group_array(claim) FROM (SELECT claim, min(position), ${name(column)} AS v FROM measure GROUP BY claim)
      WHERE v IS NOT NULL GROUP BY v`

const ofAnalysis = (column: string): ColumnSource => ({
  fields: [column],
  groups: sql`SELECT ${name(column)}, json_group_array(claim) FROM claim_analysis GROUP BY ${name(column)}`,
  shows: ['analysis'],
})

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
  { fields: ['document'], groups: named('lead_document', 'document', 'title'), shows: ['document'] },
  { fields: ['event'], groups: named('event', 'event', 'title'), shows: ['event'] },
  { fields: ['basis'], groups: own('basis') },
  { fields: ['tlp'], groups: own('tlp') },
  { fields: ['category'], groups: own('lead_category') },
  { fields: ['quantity'], groups: own('lead_quantity') },
  { fields: ['subject'], groups: ofMeasure('subject') },
  { fields: ['qualifier'], groups: ofMeasure('qualifier') },
  { fields: ['unit'], groups: ofMeasure('unit') },
  {
    fields: ['tags'],
    groups: sql`SELECT tag.name, nums FROM (SELECT tag, json_group_array(claim) AS nums FROM claim_tag GROUP BY tag) JOIN tag ON tag.num = tag`,
    isPart: true,
  },
  {
    fields: ['carriers'],
    groups: sql`SELECT n, json_group_array(claim) FROM (SELECT claim, count(*) AS n FROM carriage GROUP BY claim) GROUP BY n`,
    missing: 0,
  },
  {
    fields: ['rated'],
    groups: sql`SELECT at, json_group_array(claim) FROM (SELECT claim, max(at) AS at FROM rating WHERE claim IS NOT NULL GROUP BY claim) GROUP BY at`,
  },
  ofAnalysis('origins'),
  ofAnalysis('unresolved'),
  ofAnalysis('contradictions'),
  ofAnalysis('unreviewed'),
  ofAnalysis('flags'),
  { fields: ['created'], groups: own('created') },
  { fields: ['changed'], groups: own('changed') },
]
