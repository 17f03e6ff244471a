import { looseKey } from '../../../../shared/text.ts'
import {
  actorKinds,
  carriageRoles,
  claimBases,
  claimStatuses,
  eventStatuses,
  measureCategories,
  measureKinds,
  outletKinds,
  placePrecisions,
  qualifiers,
  relationStates,
  relationTypes,
  stateControl,
} from '../../../../shared/vocabulary.ts'
import {
  basisWords,
  carriageWords,
  relationStateWords,
  relationWords,
  statusWords,
  type Synonyms,
} from './claim-words.ts'
import { categoryWords, measureKindWords, qualifierWords } from './measure-words.ts'
import {
  actorKindWords,
  booleanWords,
  eventStatusWords,
  outletKindWords,
  precisionWords,
  stateControlWords,
} from './record-words.ts'

/** The words of a closed list by every way to write each. */
interface WordList<T extends string> {
  readonly words: readonly T[]
  readonly byKey: ReadonlyMap<string, T>
}

function listOf<T extends string>(words: readonly T[], synonyms: Synonyms<T>): WordList<T> {
  const byKey = new Map<string, T>()
  for (const word of words) for (const form of formsOf(synonyms[word])) byKey.set(keyOf(form), word)
  // A list's own word goes before another word's synonym.
  for (const word of words) byKey.set(keyOf(word), word)
  return { words, byKey }
}

/** The forms of one word's line of synonyms. */
export const formsOf = (line: string): string[] => line.split('|').map((form) => form.trim().replace(/\s+/g, ' '))

/** Words compare without case, spaces and hyphens; a sign such as ≥ stands for itself. */
const keyOf = (text: string): string => looseKey(text) || text.trim()

/** The closed lists of `shared/vocabulary.ts`, and yes and no, as lists of data may have them. */
export const wordLists = {
  basis: listOf(claimBases, basisWords),
  status: listOf(claimStatuses, statusWords),
  category: listOf(measureCategories, categoryWords),
  qualifier: listOf(qualifiers, qualifierWords),
  measureKind: listOf(measureKinds, measureKindWords),
  carriageRole: listOf(carriageRoles, carriageWords),
  placePrecision: listOf(placePrecisions, precisionWords),
  eventStatus: listOf(eventStatuses, eventStatusWords),
  relationType: listOf(relationTypes, relationWords),
  relationState: listOf(relationStates, relationStateWords),
  actorKind: listOf(actorKinds, actorKindWords),
  outletKind: listOf(outletKinds, outletKindWords),
  stateControl: listOf(stateControl, stateControlWords),
  boolean: listOf(['yes', 'no'] as const, booleanWords),
} as const
export type WordListName = keyof typeof wordLists
export type ListWord<N extends WordListName> = (typeof wordLists)[N]['words'][number]

/** The word of a closed list that a text means, in English, Russian, Ukrainian or Korean; undefined for none of them. */
export function wordOf<N extends WordListName>(list: N, text: string): ListWord<N> | undefined {
  const byKey: ReadonlyMap<string, ListWord<N>> = wordLists[list].byKey
  return byKey.get(text) ?? byKey.get(keyOf(text))
}

const unset = new Set(
  `n/a|na|none|null|nil|-|–|—|--|.|?|not given|not set|not graded|ungraded|not rated|no data|no grade|unset|tbd|нет данных|н/д
  |не указано|не оценено|без оценки|немає даних|не вказано|не оцінено|без оцінки|없음|미정|미평가|해당 없음|자료 없음|평가 없음`
    .split('|')
    .map((form) => keyOf(form)),
)

/** True for an empty cell and the words that lists write into one: nothing is said there. */
export const isUnset = (text: string): boolean => text.trim() === '' || unset.has(keyOf(text))
