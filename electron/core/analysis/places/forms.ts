import type { PlaceLanguage } from '../../../../shared/place-kinds.ts'

/** The forms that a Russian or Ukrainian name takes in a sentence: "Курская область" is written "в Курской области". */
export function formsOf(name: string, language: PlaceLanguage): readonly string[] {
  if (language !== 'ru' && language !== 'uk') return []
  const words = name.split(' ')
  const [last = ''] = words.slice(-1)
  const phrase = phrases[last]
  if (phrase && words.length > 1) return phrase.flatMap((forms) => phraseForm(words.slice(0, -1), forms))
  const republic = republics[words[0] ?? '']
  if (republic && words.length > 1) return republic.map((form) => [form, ...words.slice(1)].join(' '))
  return words.length === 1 ? nounForms(name, language) : []
}

/** What the last word becomes, and what the adjectives before it end in then. */
interface PhraseForm {
  readonly noun: string
  readonly ends: Readonly<Record<string, string>>
}

const feminineRu = { ая: 'ой', яя: 'ей' }
const feminineUk = { а: 'ої', я: 'ої' }
const masculine = (hard: string): Readonly<Record<string, string>> => ({ ий: hard, ый: hard, ой: hard })

/** "область" is written alike in both languages; the endings of its adjectives tell them apart. */
const phrases: Readonly<Record<string, readonly PhraseForm[]>> = {
  область: [
    { noun: 'области', ends: feminineRu },
    { noun: 'область', ends: { ая: 'ую', яя: 'юю' } },
    { noun: 'областью', ends: feminineRu },
    { noun: 'області', ends: feminineUk },
    { noun: 'області', ends: { а: 'ій', я: 'ій' } },
    { noun: 'область', ends: { а: 'у', я: 'ю' } },
    { noun: 'областю', ends: { а: 'ою', я: 'ьою' } },
  ],
  край: [
    { noun: 'края', ends: masculine('ого') },
    { noun: 'краю', ends: masculine('ому') },
    { noun: 'крае', ends: masculine('ом') },
    { noun: 'краем', ends: masculine('им') },
    { noun: 'краї', ends: masculine('ому') },
  ],
  округ: [
    { noun: 'округа', ends: masculine('ого') },
    { noun: 'округу', ends: masculine('ому') },
    { noun: 'округе', ends: masculine('ом') },
    { noun: 'окрузі', ends: masculine('ому') },
  ],
}

function phraseForm(adjectives: readonly string[], { noun, ends }: PhraseForm): string[] {
  const inflected = adjectives.map((adjective) => {
    const end = Object.keys(ends).find((known) => adjective.endsWith(known))
    return end === undefined ? undefined : adjective.slice(0, -end.length) + ends[end]
  })
  return inflected.every((word) => word !== undefined) ? [[...inflected, noun].join(' ')] : []
}

const republics: Readonly<Record<string, readonly string[]>> = {
  Республика: ['Республики', 'Республике', 'Республику', 'Республикой'],
  Республіка: ['Республіки', 'Республіці', 'Республіку', 'Республікою'],
  провинция: ['провинции', 'провинцию', 'провинцией'],
  провінція: ['провінції', 'провінцію', 'провінцією'],
}

/** By the last letters of a noun: how many of them go, and what comes instead. The first rule that fits. */
const nouns: Readonly<Record<'ru' | 'uk', readonly (readonly [end: RegExp, cut: number, forms: readonly string[]])[]>> =
  {
    ru: [
      [/ия$/, 1, ['и', 'ю', 'ей']],
      [/[гкхжшчщ]а$/, 1, ['и', 'е', 'у', 'ой']],
      [/а$/, 1, ['ы', 'е', 'у', 'ой']],
      [/я$/, 1, ['и', 'е', 'ю', 'ей']],
      [/й$/, 1, ['я', 'ю', 'е', 'ем']],
      [/[бвгджзклмнпрстфхцчшщ]$/, 0, ['а', 'у', 'е', 'ом']],
    ],
    uk: [
      [/ія$/, 1, ['ї', 'ю', 'єю']],
      [/а$/, 1, ['и', 'і', 'у', 'ою']],
      [/я$/, 1, ['і', 'ю', 'ею']],
      [/й$/, 1, ['я', 'ю', 'ї', 'єм']],
      [/[бвгджзклмнпрстфхцчшщ]$/, 0, ['а', 'у', 'і', 'ом', 'ові']],
    ],
  }

function nounForms(name: string, language: 'ru' | 'uk'): string[] {
  // Abbreviations stay as they are.
  if (name.length < 4 || name === name.toUpperCase()) return []
  const rule = nouns[language].find(([end]) => end.test(name))
  if (rule === undefined) return []
  const [, cut, forms] = rule
  return forms.map((form) => name.slice(0, name.length - cut) + form)
}
