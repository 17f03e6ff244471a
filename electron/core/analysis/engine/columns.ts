import type { analysisFields } from '../../../../shared/analysis.ts'
import { name, sql, type Sql } from '../../../store/db.ts'
import type { ListField } from '../../lists/conditions.ts'

/** The analysis of a list's row t, under the alias n. */
export const analysisJoin = (kind: 'claim' | 'event'): Sql =>
  sql`LEFT JOIN ${name(`${kind}_analysis`)} n ON n.${name(kind)} = t.num`

const flags = sql`(SELECT value FROM json_each(n.flags))`

/** How the lists of claims and events sort and filter by the analysis. */
export const analysisListFields = {
  origins: { kind: 'number', expr: sql`n.origins` },
  unresolved: { kind: 'number', expr: sql`n.unresolved` },
  contradictions: { kind: 'number', expr: sql`n.contradictions` },
  unreviewed: { kind: 'number', expr: sql`n.unreviewed` },
  flags: { kind: 'many', values: flags },
} as const satisfies Record<(typeof analysisFields)[number], ListField>

/** The same in a row. */
export const analysisRowColumns = sql`n.origins, n.unresolved, n.contradictions, n.unreviewed, coalesce(n.flags, '[]') AS flags`
