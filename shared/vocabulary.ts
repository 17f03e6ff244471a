/** The closed word lists of the domain model. The store's CHECKs hold the same words (a test compares them). */
export const actorKinds = ['person', 'state', 'organisation', 'unit', 'service'] as const
export const outletKinds = ['agency', 'newspaper', 'broadcaster', 'official site', 'channel', 'think tank'] as const
export const stateControl = ['yes', 'no', 'unknown'] as const
export const claimBases = [
  'firsthand',
  'official',
  'intelligence-based',
  'anonymous officials',
  'hearsay',
  'analysis',
  'unknown',
] as const
export const claimStatuses = ['open', 'disputed', 'superseded', 'retracted', 'settled'] as const
export const measureCategories = [
  'present',
  'sent',
  'in transit',
  'expected',
  'trained',
  'offered',
  'in combat',
  'killed',
  'wounded',
  'casualties',
  'captured',
  'returned',
] as const
export const qualifiers = [
  'exact',
  'about',
  'at least',
  'more than',
  'up to',
  'less than',
  'between',
  'dozens',
  'hundreds',
  'thousands',
  'several',
  'unspecified',
] as const
export const measureKinds = ['stock', 'flow', 'cumulative', 'plan'] as const
export const carriageRoles = ['origin', 'carries', 'comments'] as const
export const placePrecisions = ['exact', 'vicinity', 'locality', 'region', 'country'] as const
export type PlacePrecision = (typeof placePrecisions)[number]
export const eventStatuses = ['asserted', 'assessed', 'confirmed', 'refuted'] as const
export const relationTypes = [
  'repeats',
  'cites',
  'supports',
  'contradicts',
  'revises',
  'corrects',
  'retracts',
  'denies',
  'explains away',
  'same as',
  'about',
] as const
export const relationStates = ['suggested', 'confirmed', 'rejected'] as const
export const ratingAxes = ['reliability', 'credibility'] as const
export type Axis = (typeof ratingAxes)[number]

export type Qualifier = (typeof qualifiers)[number]
export type MeasureCategory = (typeof measureCategories)[number]
export type MeasureKind = (typeof measureKinds)[number]

/** The usual kind of a category: a count of those present is a stock, of those killed a cumulative total (product model). */
export const usualKind: Readonly<Record<MeasureCategory, MeasureKind>> = {
  present: 'stock',
  sent: 'cumulative',
  'in transit': 'stock',
  expected: 'plan',
  trained: 'cumulative',
  offered: 'plan',
  'in combat': 'stock',
  killed: 'cumulative',
  wounded: 'cumulative',
  casualties: 'cumulative',
  captured: 'cumulative',
  returned: 'cumulative',
}
