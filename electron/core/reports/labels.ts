import type { Changed } from '../../../shared/list.ts'

/** A text in quotation marks, shortened for a label: "“Russia will …”". */
export function quoted(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  return `“${line.length > 40 ? `${line.slice(0, 40).trimEnd()}…` : line}”`
}

/** "1 claim", "1,200 claims". */
export const counted = (count: number, noun: string): string =>
  `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`

export const changed = (ids: readonly string[], count = ids.length): Changed => ({ count, ids: ids.slice(0, 1000) })
