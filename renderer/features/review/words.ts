import type { Finding } from '../../../shared/analysis.ts'

/** How a finding names itself: the relation that it suggests. */
export const relationInWords: Readonly<Record<Finding['type'], string>> = {
  contradicts: 'Contradiction',
  denies: 'Denial',
  revises: 'Revision',
  repeats: 'Repetition',
  'same as': 'Entered twice',
  supports: 'Support',
  cites: 'Citation',
  corrects: 'Correction',
  retracts: 'Retraction',
  'explains away': 'Explanation',
  about: 'About',
}

/** What stands between the two sides: "C10 contradicts C08". */
export const verbOf: Readonly<Record<Finding['type'], string>> = {
  contradicts: 'against',
  denies: 'denies',
  revises: 'revises',
  repeats: 'repeats',
  'same as': 'same as',
  supports: 'supports',
  cites: 'cites',
  corrects: 'corrects',
  retracts: 'retracts',
  'explains away': 'explains away',
  about: 'about',
}

/** What a person can say to a suggestion. */
export type Decision = Exclude<Finding['state'], 'suggested'>

export const wordOf: Readonly<Record<Decision, string>> = { confirmed: 'Confirm', rejected: 'Reject' }
