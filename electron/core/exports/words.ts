import { formatFacts, type ExportFormat, type ListName, type Written } from '../../../shared/exports.ts'
import type { Tlp } from '../../../shared/scales.ts'
import { escapedInWords } from './csv.ts'

/** "1 claim", "1,200 claims"; a bundle of STIX holds records of many kinds. */
export const recordsInWords = (count: number, format: ExportFormat, list: ListName | null): string => {
  const noun = format === 'stix' ? 'records' : (list ?? formatFacts[format].lists[0])
  return `${count.toLocaleString('en-GB')} ${count === 1 ? noun.slice(0, -1) : noun}`
}

/** What a person should know of what was written, in sentences: how far it may go, what is not in it, and what was changed. */
export function remarksOn({ withheld, escaped, highest }: Written, tlp: Tlp | null): string[] {
  return [
    ...(highest === null || highest === 'CLEAR' ? [] : [`The highest label in it is TLP:${highest}.`]),
    ...(tlp === null
      ? []
      : [
          withheld === 0
            ? `Nothing is above TLP:${tlp}.`
            : `${withheld.toLocaleString('en-GB')} above TLP:${tlp} ${withheld === 1 ? 'was' : 'were'} left out.`,
        ]),
    ...(escaped > 0 ? [escapedInWords(escaped)] : []),
  ]
}
