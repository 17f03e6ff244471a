import { isUnset, wordOf, type WordListName } from '../values/words.ts'
import {
  isAnyQuantity,
  isArchiveUrl,
  isAxisInWords,
  isDateLike,
  isGrade,
  isLanguage,
  isSentence,
  isTellingQuantity,
  isTlpWithPrefix,
  isUrl,
} from './content-tests.ts'
import type { ListField, ImportKind } from '../../../../shared/import-lists.ts'

/** What a column's cells look like. */
export type Content =
  | 'url'
  | 'archive url'
  | 'date'
  | 'grade'
  | 'reliability'
  | 'credibility'
  | 'tlp'
  | 'quantity'
  | 'language'
  | 'sentences'
  | WordListName

/** A guess with its confidence from 0 to 1. */
export interface Guess<T> {
  readonly value: T
  readonly confidence: number
}

/** Below this a guess is not worth a person's time to check it. */
export const leastConfidence = 0.8
const mostSamples = 200
const fewestSamples = 3

/** The field that each content fills. Dates of claims and documents fill none: when it was said, published or captured are different clocks. */
const fieldsOf: { readonly [K in ImportKind]: Readonly<Partial<Record<Content, ListField<K>>>> } = {
  claims: {
    url: 'url',
    grade: 'grade',
    reliability: 'reliability',
    credibility: 'credibility',
    tlp: 'tlp',
    quantity: 'measure',
    language: 'quote_language',
    sentences: 'statement',
    basis: 'claimant_basis',
    status: 'status',
    category: 'measure_category',
    qualifier: 'measure_qualifier',
  },
  events: { date: 'when', placePrecision: 'place_precision', eventStatus: 'status' },
  actors: { actorKind: 'kind' },
  outlets: { language: 'language', outletKind: 'kind', stateControl: 'state_controlled' },
  documents: { url: 'url', 'archive url': 'archive_url', language: 'language', sentences: 'text' },
  relations: { relationType: 'type', relationState: 'state' },
}

const wordContents: { readonly [K in ImportKind]: readonly WordListName[] } = {
  claims: ['basis', 'status', 'category', 'qualifier'],
  events: ['placePrecision', 'eventStatus'],
  actors: ['actorKind'],
  outlets: ['outletKind', 'stateControl'],
  documents: [],
  relations: ['relationType', 'relationState'],
}

/** What a column's sample cells look like; undefined for what is not clear. At most 200 cells are looked at. */
export function contentOf(samples: readonly string[], kind: ImportKind): Guess<Content> | undefined {
  const cells = samples
    .slice(0, mostSamples)
    .map((cell) => cell.trim())
    .filter((cell) => !isUnset(cell))
  if (cells.length < fewestSamples) return undefined
  const guess = byShape(cells) ?? byWords(cells, kind) ?? bySentences(cells)
  // Few cells may look alike by chance.
  const confidence = (guess?.confidence ?? 0) * (cells.length < 6 ? 0.9 : 1)
  return guess && confidence >= leastConfidence ? { value: guess.value, confidence } : undefined
}

const share = (cells: readonly string[], test: (cell: string) => boolean): number =>
  cells.filter(test).length / cells.length

/** Shapes that nothing else has, the most telling first; a column is one when nearly all its cells are. */
const shapes: readonly (readonly [Content, (cell: string) => boolean])[] = [
  ['archive url', isArchiveUrl],
  ['url', isUrl],
  ['tlp', isTlpWithPrefix],
  ['grade', isGrade],
  ['reliability', (cell) => isAxisInWords('reliability', cell)],
  ['credibility', (cell) => isAxisInWords('credibility', cell)],
  ['language', isLanguage],
  ['date', isDateLike],
]

function byShape(cells: readonly string[]): Guess<Content> | undefined {
  for (const [value, test] of shapes) {
    // The first cells settle most columns without a look at the others.
    if (!cells.slice(0, 10).some(test)) continue
    const confidence = share(cells, test)
    if (confidence >= leastConfidence) return { value, confidence }
  }
  return byQuantity(cells)
}

/** Bare numbers may be anything; a column of figures is told by those that say more than a number. */
function byQuantity(cells: readonly string[]): Guess<Content> | undefined {
  if (share(cells, isTellingQuantity) < 0.3) return undefined
  const confidence = share(cells, isAnyQuantity)
  return confidence >= leastConfidence ? { value: 'quantity', confidence } : undefined
}

/** A column of few words that one closed list has and no other: at least two different ones, each of them known. */
function byWords(cells: readonly string[], kind: ImportKind): Guess<Content> | undefined {
  const different = [...new Set(cells.map((cell) => cell.toLowerCase()))]
  if (different.length < 2 || different.length > 40) return undefined
  const known = wordContents[kind].flatMap((list) => {
    const words = new Set(different.map((cell) => wordOf(list, cell)))
    const confidence = share(cells, (cell) => wordOf(list, cell) !== undefined)
    words.delete(undefined)
    return confidence >= 0.9 && words.size >= 2 ? [{ value: list, confidence } as const] : []
  })
  return known.length === 1 ? known[0] : undefined
}

/** Sentences that differ from row to row; names and topics are short and come again. */
function bySentences(cells: readonly string[]): Guess<Content> | undefined {
  if (new Set(cells).size < cells.length * 0.8) return undefined
  const confidence = share(cells, isSentence)
  return confidence >= leastConfidence ? { value: 'sentences', confidence: Math.min(confidence, 0.9) } : undefined
}

/** The field that a column's cells tell by themselves; undefined when they do not. */
export function fieldByContent<K extends ImportKind>(
  samples: readonly string[],
  kind: K,
): Guess<ListField<K>> | undefined {
  const content = contentOf(samples, kind)
  const fields: Readonly<Partial<Record<Content, ListField<K>>>> = fieldsOf[kind]
  const value = content && fields[content.value]
  return value === undefined ? undefined : { value, confidence: content?.confidence ?? 0 }
}

/**
 * The fields of a list's columns by content, each at most once and none that is taken already. Of several columns of
 * sentences the longest is meant; of several of anything else none can be told to be meant.
 */
export function fieldsByContent<K extends ImportKind>(
  columns: readonly (readonly string[])[],
  kind: K,
  taken: ReadonlySet<string> = new Set(),
): (Guess<ListField<K>> | undefined)[] {
  const guesses = columns.map((samples) => fieldByContent(samples, kind))
  return guesses.map((guess, index) => {
    if (!guess || taken.has(guess.value)) return undefined
    const rivals = [...guesses.keys()].filter((at) => at !== index && guesses[at]?.value === guess.value)
    if (rivals.length === 0) return guess
    const isLongest = rivals.every((at) => textLength(columns[at]) < textLength(columns[index]))
    return isSentenceField(guess.value) && isLongest ? guess : undefined
  })
}

const isSentenceField = (field: string): boolean => field === 'statement' || field === 'text'

const textLength = (samples: readonly string[] | undefined): number =>
  (samples ?? []).slice(0, mostSamples).reduce((length, cell) => length + cell.length, 0)
