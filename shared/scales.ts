/** NATO Admiralty code (STANAG 2511): F and 6 mean unknown, not worst; the two axes are never merged. */
export const reliabilityScale = {
  A: 'completely reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'reliability cannot be judged',
} as const

export const credibilityScale = {
  1: 'confirmed by other sources',
  2: 'probably true',
  3: 'possibly true',
  4: 'doubtful',
  5: 'improbable',
  6: 'truth cannot be judged',
} as const

export const reliabilities = ['A', 'B', 'C', 'D', 'E', 'F'] as const
export const credibilities = ['1', '2', '3', '4', '5', '6'] as const
export type Reliability = (typeof reliabilities)[number]
export type Credibility = (typeof credibilities)[number]

/** TLP 2.0 (FIRST, August 2022), least to most restricted; colours on black. */
export const tlpLabels = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const
export type Tlp = (typeof tlpLabels)[number]
export const tlpColours: Readonly<Record<Tlp, string>> = {
  CLEAR: '#FFFFFF',
  GREEN: '#33FF00',
  AMBER: '#FFC000',
  'AMBER+STRICT': '#FFC000',
  RED: '#FF2B2B',
}

/** Reads a TLP label in any of its usual spellings; WHITE is TLP 1.0's name for CLEAR. */
export function parseTlp(text: string): Tlp | undefined {
  const label = text
    .trim()
    .toUpperCase()
    .replace(/^TLP\s*[:\s]\s*/, '')
    .replace(/\s+/g, '')
  if (label === 'WHITE') return 'CLEAR'
  return tlpLabels.find((known) => known === label)
}

export interface LikelihoodTerm {
  /** The term itself, lower case, as the standard prints it. */
  readonly term: string
  /** Bounds in per cent: the lower inclusive, the upper exclusive. */
  readonly low: number
  readonly high: number
}

export const scaleNames = ['icd203', 'phia'] as const
export type ScaleName = (typeof scaleNames)[number]

/** ICD 203 (ODNI, 2 January 2015), the likelihood row: one row per product. */
const icd203: readonly LikelihoodTerm[] = [
  { term: 'almost no chance', low: 1, high: 5 },
  { term: 'very unlikely', low: 5, high: 20 },
  { term: 'unlikely', low: 20, high: 45 },
  { term: 'roughly even chance', low: 45, high: 55 },
  { term: 'likely', low: 55, high: 80 },
  { term: 'very likely', low: 80, high: 95 },
  { term: 'almost certain', low: 95, high: 99 },
]

/** PHIA Probability Yardstick (UK, 24 March 2025); the gaps are deliberate. */
const phia: readonly LikelihoodTerm[] = [
  { term: 'remote chance', low: 0, high: 5 },
  { term: 'highly unlikely', low: 10, high: 20 },
  { term: 'unlikely', low: 25, high: 35 },
  { term: 'realistic possibility', low: 40, high: 50 },
  { term: 'likely', low: 55, high: 75 },
  { term: 'highly likely', low: 80, high: 90 },
  { term: 'almost certain', low: 95, high: 100 },
]

export const likelihoodScales: Readonly<Record<ScaleName, readonly LikelihoodTerm[]>> = { icd203, phia }
export const scaleTitles: Readonly<Record<ScaleName, string>> = {
  icd203: 'ICD 203 (ODNI, 2015)',
  phia: 'PHIA Probability Yardstick (UK, 2025)',
}

export const confidenceLevels = ['low', 'moderate', 'high'] as const
export type Confidence = (typeof confidenceLevels)[number]
