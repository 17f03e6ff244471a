import { detectorsSay } from './detectors.ts'
import { decodeAll } from './decode.ts'
import type { Encoding } from '../../../../shared/encodings.ts'
import { forgetCodecs } from './tables.ts'
import { plausibility } from './plausibility.ts'

/**
 * What bytes that are no valid UTF-8 may be, and how much less usual than the others each is (natural logarithm). Where two
 * read the same, the first is meant.
 */
const priors = {
  'utf-8': 0,
  'windows-1252': 0,
  'windows-1251': 0,
  'koi8-r': -1,
  'koi8-u': -2,
  cp949: 0,
  gb18030: 0,
  shift_jis: 0,
  'iso-8859-15': -1,
  'windows-1250': -2,
  'iso-8859-2': -2,
  'iso-8859-5': -3,
  cp866: -2,
  'euc-jp': -2,
  big5: -2,
} as const satisfies Partial<Record<Encoding, number>>

type Candidate = keyof typeof priors

const candidates = Object.keys(priors).filter((name): name is Candidate => Object.hasOwn(priors, name))

/** An encoding that a file may have, and how some of its lines read in it. */
export interface EncodingCandidate {
  readonly encoding: Encoding
  readonly lines: readonly string[]
}

export interface Detection {
  readonly encoding: Encoding
  readonly isSure: boolean
  /** The best first; those that read the same for this file count as one. */
  readonly candidates: readonly EncodingCandidate[]
}

interface Reading {
  readonly encoding: Encoding
  readonly text: string
  readonly score: number
}

/** Evidence (natural logarithm) by which the best must lead, when one detector holds with it and when both do. */
const clearLead = 4
const slightLead = 1
/** Bytes to be weighed; more would only take time. */
const weighed = 2 ** 14
const alwaysWeighed = 64
const shown = 5
const longestShown = 200

/** The encoding of lines that are not all UTF-8, by two detectors and by what the decoded text looks like. */
export async function detect(excerpts: readonly Buffer[]): Promise<Detection> {
  const sample = thinned(excerpts)
  const bytes = Buffer.concat(sample.flatMap((line) => [line, newline]))
  const readings = distinct(candidates.map((encoding) => reading(bytes, encoding))).sort((a, b) => b.score - a.score)
  const [best, second] = readings
  if (!best) throw new Error('No encoding reads anything')
  const isSure = await isAgreed(bytes, readings, best, second)
  const detection = { encoding: best.encoding, isSure, candidates: shownOf(sample, readings) }
  forgetCodecs()
  return detection
}

const newline = Buffer.from('\n')

function reading(bytes: Buffer, encoding: Candidate): Reading {
  const text = decodeAll(bytes, encoding)
  return { encoding, text, score: plausibility(text) + priors[encoding] }
}

/** Lines from all over the sample, as many as are weighed; the first are those with bytes of their own. */
function thinned(excerpts: readonly Buffer[]): readonly Buffer[] {
  const size = excerpts.reduce((sum, { length }) => sum + length, 0)
  const stride = Math.max(1, Math.ceil(size / weighed))
  return excerpts.filter((_, index) => index < alwaysWeighed || index % stride === 0)
}

/** Where two read the same, nobody can see a difference. */
function distinct(readings: readonly Reading[]): Reading[] {
  const seen = new Set<string>()
  return readings.filter(({ text }) => !seen.has(text) && seen.add(text))
}

/** Whether two of three say the same, and no other reading is nearly as plausible. */
async function isAgreed(
  bytes: Buffer,
  readings: readonly Reading[],
  best: Reading,
  second: Reading | undefined,
): Promise<boolean> {
  const lead = best.score - (second?.score ?? -Infinity)
  // The detectors know no UTF-8 with faults; many sound characters to few broken ones speak for themselves.
  if (best.encoding === 'utf-8') return lead > clearLead && isMostlySound(best.text)
  if (lead < slightLead) return false
  const texts = new Map<Encoding, string>(readings.map(({ encoding, text }) => [encoding, text]))
  const textIn = (encoding: Encoding): string => texts.get(encoding) ?? decodeAll(bytes, encoding)
  const opinions = await detectorsSay(bytes, candidates)
  const agreeing = opinions.filter((encoding) => encoding !== null && textIn(encoding) === best.text).length
  return agreeing > 1 || (agreeing === 1 && lead > clearLead)
}

function isMostlySound(text: string): boolean {
  const broken = text.split('\uFFFD').length - 1
  return (text.match(/[^\0-\x7f\uFFFD]/gu)?.length ?? 0) >= 3 * broken
}

/** Candidates far behind the best are no help to a person who chooses. */
const shownOf = (sample: readonly Buffer[], readings: readonly Reading[]): readonly EncodingCandidate[] =>
  readings.slice(0, shown).map(({ encoding }) => readIn(sample, encoding))

/** How these lines read in an encoding. */
export const readIn = (excerpts: readonly Buffer[], encoding: Encoding): EncodingCandidate => ({
  encoding,
  lines: excerpts.slice(0, shown).map((line) => decodeAll(line, encoding).slice(0, longestShown)),
})
