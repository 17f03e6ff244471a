import { foldText } from '../../../../shared/text.ts'
import { remembered } from '../remembered.ts'

/** Words in English, Russian, Ukrainian and Korean that count the same; `_` joins the words of a phrase. */
const words = [
  `soldier soldiers troop troops serviceman servicemen servicewoman servicewomen servicemember servicemembers service_member
    service_members service_personnel personnel military_personnel army_personnel military_servicemen
    солдат солдата солдаты солдатов солдатам военнослужащий военнослужащего военнослужащие военнослужащих военный военные
    военных боец бойца бойцы бойцов войска войск личный_состав
    солдати солдатів військовослужбовець військовослужбовця військовослужбовці військовослужбовців військовий військові
    військових боєць бійці бійців війська військ особовий_склад
    군 군인 군인들 병사 병사들 병력 장병 군사 군_병력`,
  `person persons people man men individual individuals человек человека людей люди чел лицо лица лиц
    людина людини осіб особа особи чол 명 사람 인원 名 人`,
  'brigade brigades бригада бригады бригад бригади 여단',
  'battalion battalions батальон батальона батальоны батальонов батальйон батальйони батальйонів 대대',
  'division divisions дивизия дивизии дивизий дивізія дивізії дивізій 사단',
  'tank tanks танк танка танки танков танків 전차 탱크',
].map((list) => list.split(/\s+/).map((form) => form.replaceAll('_', ' ')))

const fillers = new Set('a an the of from из від із з 의'.split(' '))

/**
 * A function that gives the form in which subjects are compared: folded, the words in any order, usual words for the same
 * in one language or another taken as one ("DPRK troops" is "DPRK soldiers"), and so are the names of each given group.
 */
export function subjectKeyWith(names: Iterable<readonly string[]>): (text: string) => string {
  const phrases = new Map<string, string>()
  const standsFor = (phrase: string): string => {
    const next = phrases.get(phrase)
    return next === undefined || next === phrase ? phrase : standsFor(next)
  }
  let longest = 1
  for (const group of [...words, ...names]) {
    const forms = group.map((form) => wordsOf(form).join(' ')).filter((form) => form !== '')
    // The least of them stands for all, so that the order of the groups decides nothing.
    const first = forms.map(standsFor).sort()[0] ?? ''
    for (const form of forms) {
      phrases.set(standsFor(form), first)
      phrases.set(form, first)
      longest = Math.max(longest, form.split(' ').length)
    }
  }
  const standing = new Map([...phrases.keys()].map((phrase) => [phrase, standsFor(phrase)]))
  return remembered((text) => replaced(wordsOf(text), standing, longest).sort().join(' '))
}

/** Takes the longest phrases that are known for what they stand for. */
function replaced(found: readonly string[], phrases: ReadonlyMap<string, string>, longest: number): string[] {
  const keys: string[] = []
  for (let at = 0; at < found.length;) {
    let length = Math.min(longest, found.length - at)
    while (length > 1 && !phrases.has(found.slice(at, at + length).join(' '))) length--
    const phrase = found.slice(at, at + length).join(' ')
    keys.push(phrases.get(phrase) ?? phrase)
    at += length
  }
  return keys
}

const wordsOf = (text: string): string[] =>
  (foldText(text).match(/[\p{L}\p{N}]+/gu) ?? []).flatMap(singular).filter((word) => !fillers.has(word))

/** The usual plural of an English word, and the Korean endings that a subject has: 북한군 is the army of 북한. */
function singular(word: string): string[] {
  if (/^[a-z]+sses$/.test(word)) return [word.slice(0, -2)]
  if (/^[a-z]{2,}[^siu]s$/.test(word)) return [word.slice(0, -1)]
  if (!/^[가-힣]{2,}$/.test(word)) return [word]
  const bare = word.replace(/(?<=..)[들의]$/, '')
  return /^.{2,}군$/.test(bare) ? [bare.slice(0, -1), '군'] : [bare]
}

/** The form in which subjects are compared when the case gives no names. */
export const subjectKey = subjectKeyWith([])

const person = subjectKey('people')
const soldier = subjectKey('soldiers')

/** The form in which units are compared: who is counted is the subject's, so soldiers and people are both heads. */
export const unitKey = (text: string): string => {
  const key = subjectKey(text)
  return key === soldier ? person : key
}
