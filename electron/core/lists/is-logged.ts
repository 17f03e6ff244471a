import type { View } from '../../../shared/list.ts'
import type { ListDefinition } from './list.ts'
import { searchParts } from './search.ts'

/**
 * Whether the log tells of whatever could change the rows of a view or their order: the analysis, which is stored without
 * it, is not asked about. Only columns say which fields are of the analysis.
 */
export function isLogged(list: ListDefinition, { filter, search, sort }: View): boolean {
  if (!list.columns) return false
  const unlogged = new Set(
    list.columns.filter(({ shows }) => shows?.includes('analysis')).flatMap(({ fields }) => fields),
  )
  const sorted = sort.map(({ field }) => field)
  const searched = searchParts(list, search).map(({ field }) => field)
  return [...Object.keys(filter), ...sorted, ...searched].every((field) => field === null || !unlogged.has(field))
}
