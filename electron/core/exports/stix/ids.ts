import { v5 } from 'uuid'

export type StixType =
  | 'bundle'
  | 'extension-definition'
  | 'grouping'
  | 'identity'
  | 'incident'
  | 'location'
  | 'note'
  | 'opinion'
  | 'relationship'
  | 'report'

/** Of our own, for UUIDv5: what is exported again has the same ids. */
const namespace = '51eb5132-3e3b-4fca-b525-628f1b49d105'

/** The id under which a record, or what follows from it, is known in STIX. */
export const stixId = (type: StixType, ...of: readonly string[]): string => `${type}--${v5(of.join(' '), namespace)}`

/** What Parallax says of a record beyond STIX stands in this extension. */
export const extensionId = 'extension-definition--d109a8f5-57b4-4768-b2b5-a345bf838bf7'
