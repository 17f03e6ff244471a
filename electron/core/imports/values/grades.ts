import {
  credibilities,
  credibilityScale,
  parseTlp,
  reliabilities,
  reliabilityScale,
  type Credibility,
  type Reliability,
  type Tlp,
} from '../../../../shared/scales.ts'
import { looseKey } from '../../../../shared/text.ts'
import { formsOf, isUnset } from './words.ts'

/** A grade of the NATO Admiralty code (STANAG 2511). The axes are never merged; one that is not written is null. */
export interface Grade {
  readonly reliability: Reliability | null
  readonly credibility: Credibility | null
  /** MISP's G ("deliberately deceptive") is no grade of the code: it was read as E. */
  readonly isFromG: boolean
}

/** The code's wordings besides those of `shared/scales.ts`. */
const reliabilityWords: Readonly<Record<Reliability, string>> = {
  A: `reliable|полностью надежный|полностью надежен|абсолютно надежный|надежный|повністю надійний|цілком надійний|надійний|완전히 신뢰할 수 있음|완전 신뢰|완전 신뢰 가능`,
  B: `mostly reliable|обычно надежный|обычно надежен|как правило надежный|зазвичай надійний|переважно надійний|대체로 신뢰할 수 있음|대체로 신뢰|통상 신뢰|보통 신뢰할 수 있음`,
  C: `довольно надежный|достаточно надежный|относительно надежный|досить надійний|доволі надійний|відносно надійний|상당히 신뢰할 수 있음|어느 정도 신뢰|어느 정도 신뢰할 수 있음`,
  D: `usually not reliable|обычно ненадежный|не всегда надежный|как правило ненадежный|зазвичай ненадійний|не завжди надійний|대체로 신뢰할 수 없음|통상 신뢰할 수 없음`,
  E: `not reliable|ненадежный|ненадежен|ненадійний|신뢰할 수 없음|신뢰 불가`,
  F: `cannot be judged|reliability unknown|надежность не определена|надежность неизвестна|надежность не может быть оценена
    |невозможно оценить надежность|надійність не визначена|надійність невідома|надійність не може бути оцінена|신뢰도 판단 불가|신뢰성 판단 불가|신뢰도 불명`,
}
const credibilityWords: Readonly<Record<Credibility, string>> = {
  1: `confirmed|подтверждено другими источниками|подтверждено|підтверджено іншими джерелами|підтверджено|다른 출처로 확인됨|확인됨|타 출처로 확인`,
  2: `probable|likely true|вероятно правда|вероятно достоверно|вероятно|ймовірно правда|ймовірно достовірно|ймовірно|아마도 사실|사실일 것으로 보임|개연성 높음`,
  3: `possible|возможно правда|возможно достоверно|возможно|можливо правда|можливо достовірно|можливо|사실일 가능성 있음|사실일 수 있음|가능성 있음`,
  4: `doubtfully true|сомнительно|сомнительная|сумнівно|сумнівна|의심스러움|의심`,
  5: `unlikely|маловероятно|неправдоподобно|малоймовірно|неправдоподібно|가능성 낮음|개연성 낮음`,
  6: `cannot be judged|truth unknown|достоверность не определена|достоверность неизвестна|достоверность не может быть оценена
    |невозможно оценить достоверность|достовірність не визначена|достовірність невідома|достовірність не може бути оцінена|진위 판단 불가|진실성 판단 불가|신빙성 판단 불가`,
}

function keysOf<T extends string>(
  grades: readonly T[],
  own: Readonly<Record<T, string>>,
  words: Readonly<Record<T, string>>,
) {
  return new Map(
    grades.flatMap((grade) => [own[grade], ...formsOf(words[grade])].map((form) => [looseKey(form), grade] as const)),
  )
}
const byReliability = keysOf(reliabilities, reliabilityScale, reliabilityWords)
const byCredibility = keysOf(credibilities, credibilityScale, credibilityWords)

const code = /^([A-Ga-gАа])?[\s./|–-]?([1-6])?$/

/**
 * Reads a whole grade: B2, b-2, "B / 2", "usually reliable / probably true", "B2 (usually reliable, probably true)".
 * Null when the cell says that there is none. Undefined for anything else, and where two parts of the cell disagree.
 * The Cyrillic letters В, С and Е look like the code's and count differently, so they are not read.
 */
export function readGrade(text: string): Grade | null | undefined {
  const whole = readPiece(text, null)
  if (whole) return whole
  if (isUnset(text)) return null
  let grade: Grade | undefined
  for (const piece of piecesOf(text)) {
    // "Cannot be judged" is said of both axes: after the reliability it is the credibility.
    const read = readPiece(piece, grade ?? null)
    if (!read || (grade && disagree(grade, read))) return undefined
    grade = joined(grade, read)
  }
  return grade
}

const piecesOf = (text: string): string[] =>
  text.split(/[/|;,()[\]:+]|\s[–—-]\s/).flatMap((piece) => (piece.trim() === '' ? [] : [piece.trim()]))

function readPiece(text: string, before: Grade | null): Grade | undefined {
  const match = code.exec(text.trim().normalize('NFKC'))
  if (match) return fromCode(match[1], match[2])
  const key = looseKey(text)
  const reliability = byReliability.get(key)
  const credibility = byCredibility.get(key)
  if (reliability && !(before && credibility)) return { reliability, credibility: null, isFromG: false }
  return credibility && { reliability: null, credibility, isFromG: false }
}

function fromCode(letter: string | undefined, digit: string | undefined): Grade | undefined {
  const written = letter === 'А' || letter === 'а' ? 'A' : letter?.toUpperCase()
  const isFromG = written === 'G'
  const reliability = reliabilities.find((known) => known === (isFromG ? 'E' : written)) ?? null
  const credibility = credibilities.find((known) => known === digit) ?? null
  return reliability || credibility ? { reliability, credibility, isFromG } : undefined
}

const disagree = (a: Grade, b: Grade): boolean =>
  (a.reliability !== null && b.reliability !== null && a.reliability !== b.reliability) ||
  (a.credibility !== null && b.credibility !== null && a.credibility !== b.credibility)

const joined = (a: Grade | undefined, b: Grade): Grade => ({
  reliability: a?.reliability ?? b.reliability,
  credibility: a?.credibility ?? b.credibility,
  isFromG: (a?.isFromG ?? false) || b.isFromG,
})

const byAxis: { readonly [A in 'reliability' | 'credibility']: ReadonlyMap<string, Grade[A]> } = {
  reliability: byReliability,
  credibility: byCredibility,
}

/** The grade of one axis out of a cell of that axis' own column; undefined when the cell says something of the other axis. */
export function readAxis<A extends 'reliability' | 'credibility'>(axis: A, text: string): Grade[A] | undefined {
  if (isUnset(text)) return null
  const words = byAxis[axis]
  const grade = words.has(looseKey(text)) ? undefined : readGrade(text)
  if (grade === undefined || grade === null) return words.get(looseKey(text))
  return grade[axis === 'reliability' ? 'credibility' : 'reliability'] === null ? (grade[axis] ?? undefined) : undefined
}

const tlpWords: Readonly<Record<Tlp, string>> = {
  CLEAR: 'white|белый|чистый|білий|чистий|흰색|백색',
  GREEN: 'зеленый|зелений|녹색|초록',
  AMBER: 'янтарный|желтый|бурштиновий|жовтий|황색|호박색',
  'AMBER+STRICT': 'amber strict|янтарный строгий|янтарный+строгий|бурштиновий суворий|황색 엄격',
  RED: 'красный|червоний|적색|빨강',
}
const byTlp = new Map(
  Object.entries(tlpWords).flatMap(([label, line]) =>
    [label, ...formsOf(line)].map((form) => [looseKey(form), label as Tlp] as const),
  ),
)

/** Reads a TLP 2.0 label as `TLP:AMBER+STRICT`, "amber strict", "TLP-GREEN", "white"; null when the cell says that there is none. */
export function readTlp(text: string): Tlp | null | undefined {
  const label = parseTlp(text)
  if (label) return label
  if (isUnset(text)) return null
  return byTlp.get(looseKey(text).replace(/^tlp(?:v?20?)?/, ''))
}
