type Numbered = { [K in 'month' | 'season' | 'roman' | 'ordinal' | 'half']: { readonly is: K; readonly value: number } }
type Bare = 'skip' | 'quarter' | 'halves' | 'decade' | 'from' | 'fromAfter' | 'to' | 'toAfter' | 'and' | 'now'

/** What a word says about a date. */
export type DateWord =
  | Numbered[keyof Numbered]
  | { readonly is: 'part'; readonly value: 'early' | 'mid' | 'late' }
  | { readonly is: 'mark'; readonly value: '~' | '?' }
  | { readonly is: 'unit'; readonly value: 'year' | 'month' | 'day' }
  | { readonly is: Bare }

/** Endings of month names in every case: Russian soft and hard stems, and Ukrainian ones. */
const endings: Readonly<Record<string, string>> = { s: 'ь я ю ем е', h: ' а у ом е', u: 'ень ня ню нем ні' }

/** The names and abbreviations of the months, January first; after a stem stands the sort of its endings. */
const months: readonly string[] = [
  'january jan январ+s янв січ+u січ',
  'february feb феврал+s фев февр лютий лютого лютому лютим лютім лют 이월',
  'march mar март+h мар берез+u бер берез 삼월',
  'april apr апрел+s апр квіт+u кві квіт 사월',
  'may май мая маю маем мае трав+u тра трав 오월',
  'june jun июн+s июн черв+u чер черв 유월',
  'july jul июл+s июл лип+u лип 칠월',
  'august aug август+h авг серп+u сер серп 팔월',
  'september sep sept сентябр+s сен сент верес+u вер верес 구월',
  'october oct октябр+s окт жовт+u жов жовт 시월',
  'november nov ноябр+s ноя нояб листопад листопада листопаду листопадом листопаді лис лист листоп 십일월',
  'december dec декабр+s дек груд+u гру груд 십이월',
]

const formsOf = (name: string): string[] => {
  const [stem = '', sort] = name.split('+')
  return sort === undefined ? [stem] : (endings[sort] ?? '').split(' ').map((ending) => stem + ending)
}

/** Every form of every month name, for tests too. */
export const monthForms: readonly (readonly [form: string, month: number])[] = months.flatMap((names, index) =>
  names.split(' ').flatMap((name) => formsOf(name).map((form) => [form, index + 1] as const)),
)

/** Weekdays say nothing that the date does not say. */
export const weekdayForms =
  `monday mon tuesday tues tue wednesday weds wed thursday thurs thur thu friday fri saturday sat sunday sun
  понедельник вторник среда среду среды четверг пятница пятницу пятницы суббота субботу субботы воскресенье воскресенья
  пн вт ср чт пт сб вс понеділок понеділка вівторок вівторка середа середу середи четвер четверга пятниця пятницю
  пятниці субота суботу суботи неділя неділю неділі нд 월요일 화요일 수요일 목요일 금요일 토요일 일요일
  (월) (화) (수) (목) (금) (토) (일)`.split(/\s+/)

/** Words around a date without a meaning of their own. */
const skipped = `the of on in at day st nd rd th year month dated as_of a.d. ad ce г гг год года году годом годов
  в во за на го ого й день месяц месяца по_состоянию_на р рр рік року році у на день місяць місяця станом_на
  during throughout в_течение протягом впродовж 에 쯤에 기준 자 서기`

const seasons: readonly string[] = [
  'spring весна весны весной весну навесні весни весною 봄',
  'summer лето лета летом літо літа влітку літом 여름',
  'autumn fall осень осени осенью осінь осені восени 가을',
  'winter зима зимы зимой зиму взимку зими зимою 겨울',
]

const parts = {
  early: `early beginning_of start_of the_beginning_of the_start_of начало начале начала первых_числах начале_месяца
    початок початку на_початку перших_числах 초 초순 상순 초반`,
  mid: `mid middle_of the_middle_of mid- середина середине середины середину посередині середині середини 중순 중반 중`,
  late: `late end end- end_of the_end_of конец конце конца концу последних_числах кінець кінці кінця наприкінці 말 하순 후반 말경`,
} as const

const romans = 'i ii iii iv v vi vii viii ix x xi xii'
const ordinals: readonly string[] = [
  'first первый первом первого первое перший першому першого перше',
  'second второй втором второго второе другий другому другого друге',
  'third третий третьем третьего третій третьому третього',
  'fourth четвертый четвертом четвертого четвертий четвертому четвертого',
]

/** "From" before a date (or after it, in Korean) opens the interval's end; "until" and "before" open its beginning. */
const edges = {
  from: `since from after between starting starting_from beginning not_before not_earlier_than no_earlier_than с со от
    начиная_с после не_ранее не_раньше между з із зі від починаючи_з починаючи_від після не_раніше не_раніше_ніж між`,
  fromAfter: '부터 이후 이래 이후로 onwards onward',
  to: `to until till through thru up_to by before not_after not_later_than no_later_than по до к перед не_позднее
    не_позже не_позднее_чем включительно_до 에서 не_пізніше не_пізніше_ніж – — ~ ―`,
  toAfter: '까지 이전 전 전까지 이전까지',
  and: 'and и і та 와 과',
  now: `present now the_present today_ongoing ongoing настоящее_время настоящему_времени наст._время теперь
    теперішній_час тепер дотепер 현재`,
} as const

const approximate = `c ca circa about around approximately approx roughly примерно приблизительно около ориентировочно
  прибл ок приблизно близько орієнтовно бл 경 쯤 무렵 께 약 ≈ c.`
const uncertain = '? probably possibly вероятно возможно предположительно ймовірно можливо імовірно 추정'

const forms = (list: string): string[] => list.split(/\s+/).map((form) => form.replaceAll('_', ' '))
const valued = <T>(lists: readonly string[], make: (value: number) => T): (readonly [string, T])[] =>
  lists.flatMap((list, index) => forms(list).map((form) => [form, make(index + 1)] as const))
const all = <T>(list: string, word: T): (readonly [string, T])[] => forms(list).map((form) => [form, word] as const)

/** All words that a date may have, in English, Russian, Ukrainian and Korean. */
export const dateWords: readonly (readonly [string, DateWord])[] = [
  ...all(skipped, { is: 'skip' } as const),
  ...weekdayForms.map((form) => [form, { is: 'skip' }] as const),
  ...monthForms.map(([form, value]) => [form, { is: 'month', value }] as const),
  ...valued(seasons, (value) => ({ is: 'season', value }) as const),
  ...valued(forms(romans), (value) => ({ is: 'roman', value }) as const),
  ...valued(ordinals, (value) => ({ is: 'ordinal', value }) as const),
  ...(['early', 'mid', 'late'] as const).flatMap((value) => all(parts[value], { is: 'part', value } as const)),
  ...(['from', 'fromAfter', 'to', 'toAfter', 'and', 'now'] as const).flatMap((is) => all(edges[is], { is } as const)),
  ...all(approximate, { is: 'mark', value: '~' } as const),
  ...all(uncertain, { is: 'mark', value: '?' } as const),
  ...all('년 年', { is: 'unit', value: 'year' } as const),
  ...all('월 月', { is: 'unit', value: 'month' } as const),
  ...all('일 日', { is: 'unit', value: 'day' } as const),
  ...all('q quarter кв квартал квартале квартала кварталі кварталу 분기', { is: 'quarter' } as const),
  ...all('half полугодие полугодии полугодия півріччя півріччі h', { is: 'halves' } as const),
  ...all('상반기', { is: 'half', value: 1 } as const),
  ...all('하반기', { is: 'half', value: 2 } as const),
  ...all('s е х ті е_годы х_годов х_годы х_годах ті_роки х_років х_роках 년대', { is: 'decade' } as const),
]
