import { credibilityScale, reliabilityScale } from '../../../../shared/scales.ts'
import { readDate } from '../values/dates.ts'
import { readAxis, readGrade, readTlp } from '../values/grades.ts'
import { isAmbiguousQuantity, readQuantity } from '../values/quantities.ts'

/** Tests of one cell's text: what it looks like, not what it means. */
export const isUrl = (text: string): boolean => /^(?:https?:\/\/|www\.)[^\s/]+\.[^\s]+$/i.test(text)

const archives =
  /^https?:\/\/(?:web\.archive\.org|archive\.(?:org|ph|is|today|md|vn|fo|li)|perma\.cc|ghostarchive\.org|webcitation\.org)\//i
export const isArchiveUrl = (text: string): boolean => archives.test(text)

/** A date with more to it than digits: 2024 and 20241105 may count anything. */
export const isDateLike = (text: string): boolean => /[^\d.,\s]|\d\D+\d\D+\d/.test(text) && readDate(text) !== undefined

/** A whole grade, both axes. */
export const isGrade = (text: string): boolean => {
  const grade = readGrade(text)
  return grade !== undefined && grade !== null && grade.reliability !== null && grade.credibility !== null
}

/** An axis in the words of the code. Letters and digits alone may be anything, and "confirmed" or "possible" a status. */
export const isAxisInWords = (axis: 'reliability' | 'credibility', text: string): boolean =>
  (/\p{L}\s+\p{L}/u.test(text) || ownWords.has(text.toLowerCase())) && (readAxis(axis, text) ?? null) !== null

const ownWords: ReadonlySet<string> = new Set([...Object.values(reliabilityScale), ...Object.values(credibilityScale)])

export const isTlpWithPrefix = (text: string): boolean => /^tlp\b/i.test(text) && (readTlp(text) ?? null) !== null

/** A quantity that says more than a bare number does: a qualifier, a scale, a unit or a range. */
export function isTellingQuantity(text: string): boolean {
  if (!/[^\d\s.,'’]/.test(text)) return false
  const reading = readQuantity(text)
  return reading !== undefined && !isAmbiguousQuantity(reading)
}

export const isAnyQuantity = (text: string): boolean => readQuantity(text) !== undefined

const languages = new Set(
  `ar be bg bn ca cs da de el en es et fa fi fr he hi hr hu hy id it ja ka kk ko ky lt lv mk mn ms nb nl nn no pl pt ro ru sk sl sq
  sr sv th tr uk ur uz vi zh`.split(/\s+/),
)

/** A language code of ISO 639-1, with or without a region: "ko", "en-GB". */
export const isLanguage = (text: string): boolean =>
  /^[a-z]{2}(?:[-_][a-z]{2,4})?$/i.test(text) && languages.has(text.slice(0, 2).toLowerCase())

/** A sentence or more: many words, and an end or a verb's worth of length. */
export const isSentence = (text: string): boolean =>
  text.length >= 30 && text.split(/\s+/, 7).length >= (/[\uac00-\ud7a3]/.test(text) ? 4 : 6)
