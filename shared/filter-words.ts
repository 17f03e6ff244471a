import type { Condition, View } from './list.ts'

/** What a filter lets through, in words: "official, hearsay", "from 2024-10", "contains Kursk". */
export function conditionInWords(condition: Condition | undefined): string {
  if (!condition) return '…'
  const { contains, notContains, min, max, set } = condition
  const parts = [
    condition.in && condition.in.map((value) => value ?? 'not set').join(', '),
    condition.notIn && `not ${condition.notIn.map((value) => value ?? 'not set').join(', ')}`,
    contains && `contains “${contains}”`,
    notContains && `without “${notContains}”`,
    min !== undefined && `from ${min}`,
    max !== undefined && `up to ${max}`,
    set !== undefined && (set ? 'is set' : 'not set'),
  ]
  return parts.filter(Boolean).join(', ')
}

/** "claims with “Kursk”; place contains “Orel”", "all claims". */
export function viewInWords({ filter, search }: Pick<View, 'filter' | 'search'>, what: string): string {
  const parts = [
    ...(search === '' ? [] : [`“${search}”`]),
    ...Object.entries(filter).map(([field, condition]) => `${field} ${conditionInWords(condition)}`),
  ]
  return parts.length === 0 ? `all ${what}` : `${what} with ${parts.join('; ')}`
}
