import type { ClaimField } from '../../../shared/claim.ts'
import { sql } from '../../store/db.ts'
import { analysisJoin, analysisListFields } from '../analysis/engine/columns.ts'
import { claimColumns, claimOrders } from './columns.ts'
import { dateField } from '../records/rows.ts'
import type { ListField } from '../lists/conditions.ts'
import { type ListDefinition } from '../lists/list.ts'

const tags = sql`(SELECT tag.name AS value FROM claim_tag ct JOIN tag ON tag.num = ct.tag WHERE ct.claim = t.num ORDER BY ct.position)`
const carriers = sql`(SELECT count(*) FROM carriage ca WHERE ca.claim = t.num)`
const rated = sql`(SELECT max(r.at) FROM rating r WHERE r.claim = t.num)`
const lead = (column: 'subject' | 'qualifier' | 'unit') =>
  ({
    subject: sql`(SELECT m.subject FROM measure m WHERE m.claim = t.num ORDER BY m.position LIMIT 1)`,
    qualifier: sql`(SELECT m.qualifier FROM measure m WHERE m.claim = t.num ORDER BY m.position LIMIT 1)`,
    unit: sql`(SELECT m.unit FROM measure m WHERE m.claim = t.num ORDER BY m.position LIMIT 1)`,
  })[column]

/** The records a claim's row names, joined to the claim under the alias t. */
export const claimJoins = sql`LEFT JOIN actor a ON a.num = t.claimant LEFT JOIN outlet o ON o.num = t.lead_outlet
  LEFT JOIN document d ON d.num = t.lead_document LEFT JOIN event e ON e.num = t.event
  ${analysisJoin('claim')}`

/** How the claims grid sorts, filters and searches. */
export const claimList = {
  kind: 'claim',
  from: sql`claim t ${claimJoins}`,
  defaultSort: sql`t.num`,
  columns: claimColumns,
  orders: claimOrders,
  fields: {
    ref: { kind: 'text', expr: sql`t.ref`, order: sql`t.ref_key`, isSearched: true },
    statement: { kind: 'text', expr: sql`t.statement`, order: sql`t.statement_key`, isSearched: true },
    quote: { kind: 'text', expr: sql`t.quote`, isSearched: true },
    claimant: { kind: 'text', expr: sql`a.name`, refersTo: sql`t.claimant` },
    basis: { kind: 'text', expr: sql`t.basis`, isCode: true },
    outlet: { kind: 'text', expr: sql`o.name`, refersTo: sql`t.lead_outlet` },
    document: { kind: 'text', expr: sql`d.title`, refersTo: sql`t.lead_document` },
    said: dateField('said'),
    topic: { kind: 'text', expr: sql`t.topic` },
    place: { kind: 'text', expr: sql`t.place` },
    event: { kind: 'text', expr: sql`e.title`, refersTo: sql`t.event` },
    status: { kind: 'text', expr: sql`t.status`, isCode: true },
    tlp: { kind: 'text', expr: sql`t.tlp`, isCode: true },
    reliability: { kind: 'text', expr: sql`t.reliability`, isCode: true },
    credibility: { kind: 'text', expr: sql`t.credibility`, isCode: true },
    subject: { kind: 'text', expr: lead('subject') },
    category: { kind: 'text', expr: sql`t.lead_category`, isCode: true },
    qualifier: { kind: 'text', expr: lead('qualifier'), isCode: true },
    quantity: { kind: 'number', expr: sql`t.lead_quantity` },
    unit: { kind: 'text', expr: lead('unit') },
    tags: { kind: 'many', values: tags },
    carriers: { kind: 'number', expr: carriers },
    rated: { kind: 'text', expr: rated },
    ...analysisListFields,
    created: { kind: 'text', expr: sql`t.created` },
    changed: { kind: 'text', expr: sql`t.changed` },
  } satisfies Record<ClaimField, ListField>,
  alsoFound: () => [
    { holds: 'topic' },
    { holds: 'place' },
    { holds: 'tags' },
    { field: 'claimant', named: 'actor' },
    { field: 'outlet', named: 'outlet' },
    { field: 'document', named: 'document' },
    { field: 'event', named: 'event' },
    { noted: 'claim' },
  ],
} as const satisfies ListDefinition
