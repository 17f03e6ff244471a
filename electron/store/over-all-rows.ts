import { countsUngraded, type ViewInput } from '../../shared/list.ts'

const overAll: ReadonlySet<string> = new Set([
  'claims.facets',
  'claims.ids',
  'claims.summary',
  'claims.values',
  'figures.data',
])
const pages: ReadonlySet<string> = new Set(['claims.page', 'claims.first'])

/**
 * Whether a query goes over all rows of the long list before it answers: a page does where it is filtered, searched or
 * sorted. `input` is as the window sent it.
 */
export function goesOverAllRows(name: string, input: unknown): boolean {
  if (!pages.has(name)) return overAll.has(name)
  const { filter, search, sort } = Object(input) as ViewInput
  if (countsUngraded(Object(input) as ViewInput)) return false
  return [filter, search, sort].some((part) => Object.keys(Object(part) as object).length > 0)
}
