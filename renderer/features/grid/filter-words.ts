import type { Condition } from '../../../shared/list.ts'

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
