import type { Qualifier } from '../../../../shared/vocabulary.ts'

interface Multiplier {
  readonly value: number
  /** What the word says with no number before it: тысячи. */
  readonly vague?: Qualifier
  /** It says nothing but this: тысяч. */
  readonly isPlural?: boolean
}

/** What a word says about a quantity. */
export type QuantityWord =
  | { readonly is: 'count'; readonly value: number }
  /** Multiplies all that stands before it: two hundred thousand, 3천만. */
  | ({ readonly is: 'scale' } & Multiplier)
  /** Multiplies only what stands next to it: two hundred, 2만 3천. */
  | ({ readonly is: 'step' } & Multiplier)
  | { readonly is: 'vague'; readonly value: Qualifier }
  | { readonly is: 'qualifier'; readonly value: Qualifier }
  | { readonly is: 'after'; readonly value: Qualifier }
  | { readonly is: 'unit'; readonly value: string }
  | {
      readonly is:
        | 'skip'
        | 'between'
        | 'from'
        | 'upTo'
        | 'to'
        | 'tilde'
        | 'and'
        | 'open'
        | 'close'
        | 'margin'
        | 'unclear'
        | 'foreign'
    }

/** Number words from one, in English, Russian and Ukrainian (nominative and genitive) and Korean. */
const counts: readonly (readonly [value: number, forms: string])[] = [
  [0, 'zero ноль нуль'],
  [0.5, 'half пол половина'],
  [1, 'one один одна одно одного одной однієї одну 일 한'],
  [1.5, 'полтора полторы полутора півтора півтори'],
  [2, 'two два две двух дві двох 이 두'],
  [3, 'three три трех трьох 삼 세'],
  [4, 'four четыре четырех чотири чотирьох 사 네'],
  [5, 'five пять пяти пять пяти 오 다섯'],
  [6, 'six шесть шести шість шести 육 여섯'],
  [7, 'seven семь семи сім семи 칠 일곱'],
  [8, 'eight восемь восьми вісім восьми 팔 여덟'],
  [9, 'nine девять девяти девять девяти 구 아홉'],
  [10, 'ten десять десяти 열'],
  [11, 'eleven одиннадцать одиннадцати одинадцять одинадцяти'],
  [12, 'twelve двенадцать двенадцати дванадцять дванадцяти'],
  [13, 'thirteen тринадцать тринадцати тринадцять тринадцяти'],
  [14, 'fourteen четырнадцать четырнадцати чотирнадцять чотирнадцяти'],
  [15, 'fifteen пятнадцать пятнадцати пятнадцять пятнадцяти'],
  [16, 'sixteen шестнадцать шестнадцати шістнадцять шістнадцяти'],
  [17, 'seventeen семнадцать семнадцати сімнадцять сімнадцяти'],
  [18, 'eighteen восемнадцать восемнадцати вісімнадцять вісімнадцяти'],
  [19, 'nineteen девятнадцать девятнадцати девятнадцять девятнадцяти'],
  [20, 'twenty двадцать двадцати двадцять двадцяти 스무'],
  [30, 'thirty тридцать тридцати тридцять тридцяти 서른'],
  [40, 'forty сорок сорока 마흔'],
  [50, 'fifty пятьдесят пятидесяти пятдесят пятдесяти'],
  [60, 'sixty шестьдесят шестидесяти шістдесят шістдесяти'],
  [70, 'seventy семьдесят семидесяти сімдесят сімдесяти'],
  [80, 'eighty восемьдесят восьмидесяти вісімдесят вісімдесяти'],
  [90, 'ninety девяносто девяноста девяносто девяноста'],
  [100, 'сто ста'],
  [200, 'двести двухсот двісті двохсот'],
  [300, 'триста трехсот трьохсот'],
  [400, 'четыреста четырехсот чотириста чотирьохсот'],
  [500, 'пятьсот пятисот пятсот пятисот полтысячи'],
  [600, 'шестьсот шестисот шістсот шестисот'],
  [700, 'семьсот семисот сімсот семисот'],
  [800, 'восемьсот восьмисот вісімсот восьмисот'],
  [900, 'девятьсот девятисот девятсот девятисот'],
  [500_000, 'полмиллиона півмільйона'],
]

type Multipliers = readonly (readonly [value: number, forms: string, vague?: Qualifier, isPlural?: boolean])[]

const scales: Multipliers = [
  [1e3, 'k к thousand тыс тысяча тысячу тис тисяча тисячу'],
  [1e3, 'тысячи тисячі', 'thousands'],
  [1e3, 'тысяч тысячам тысячами тисяч тисячам тисячами', 'thousands', true],
  [1e4, '만 萬 万'],
  [1e6, 'm mn mln million millions млн миллион миллиона миллионов мільйон мільйона мільйонів'],
  [1e8, '억 億 亿'],
  [1e9, 'bn billion млрд миллиард миллиарда миллиардов мільярд мільярда мільярдів'],
]

const steps: Multipliers = [
  [10, '십 十 десяток десяток'],
  [10, 'десятка', 'dozens'],
  [10, 'десятки десятков десяткам десятками десятків', 'dozens', true],
  [12, 'dozen дюжина дюжину дюжины дюжин дюжини'],
  [100, 'hundred 백 百 сотня сотню'],
  [100, 'сотни сотні', 'hundreds'],
  [100, 'сотен сотням сотнями сотень', 'hundreds', true],
  [1e3, '천 千'],
]

const vague: Partial<Record<Qualifier, string>> = {
  dozens: 'dozens tens scores dozens_of several_dozen a_few_dozen несколько_десятков кілька_десятків 수십 몇십',
  hundreds: 'hundreds several_hundred a_few_hundred несколько_сотен кілька_сотень 수백 몇백',
  thousands: 'thousands several_thousand a_few_thousand несколько_тысяч кілька_тисяч декілька_тисяч 수천 몇천',
  several: 'several a_few few some_few несколько кілька декілька 몇 몇몇 여러',
  unspecified: 'unspecified an_unspecified_number an_unknown_number неизвестное_число невідома_кількість 미상',
}

/** Larger than any word of the vocabulary: "tens of thousands" is not "thousands", so it stays verbatim. */
const unclear = `tens_of_thousands hundreds_of_thousands millions_of десятки_тысяч десятков_тысяч сотни_тысяч сотен_тысяч
  десятки_тисяч десятків_тисяч сотні_тисяч сотень_тисяч 수만 몇만 수십만 수백만 수천만 수억 несколько_миллионов кілька_мільйонів`

/** Qualifiers before a number. */
const before: Partial<Record<Qualifier, string>> = {
  about: `about around approximately approx circa ca c some nearly almost roughly ≈ ∼ около примерно порядка приблизительно
    почти где-то ориентировочно біля приблизно близько майже орієнтовно десь 약 대략 거의 어림잡아`,
  'at least': `at_least no_fewer_than no_less_than not_less_than not_fewer_than minimum min a_minimum_of ≥ >= не_менее
    не_менее_чем не_меньше не_меньше_чем по_меньшей_мере по_крайней_мере как_минимум минимум щонайменше не_менше
    не_менше_ніж принаймні як_мінімум мінімум 최소 최소한 적어도`,
  'more than': `more_than over above > upwards_of in_excess_of exceeding более более_чем больше больше_чем свыше
    понад більше більше_ніж більш_ніж`,
  'up to': `up_to at_most no_more_than not_more_than as_many_as maximum max ≤ <= не_более не_более_чем не_больше
    не_больше_чем максимум вплоть_до не_більше не_більше_ніж щонайбільше 최대 최대한 많게는`,
  'less than': `less_than fewer_than under below < менее менее_чем меньше меньше_чем менше менше_ніж менш_ніж`,
  exact: 'exactly exact precisely = ровно точно рівно 정확히',
}

/** Qualifiers after a number. */
const after: Partial<Record<Qualifier, string>> = {
  about: 'or_so или_около_того 여 가량 정도 쯤 내외 안팎 approx approximately примерно приблизно',
  'at least': 'or_more and_more and_above plus + и_более или_более и_больше і_більше або_більше та_більше 이상',
  'more than': '초과 넘는 넘게 이_넘는 을_넘는 를_넘는 을_초과 를_초과 이_넘게',
  'up to': 'or_less or_fewer at_most и_менее или_менее і_менше або_менше 이하',
  'less than': '미만',
}

/** Words that belong to no unit: a sentence goes on, and is no quantity. */
const foreign = `in at on from_the by with for which who were was is are has have had near inside into but not of_which в во
  на у из со при под над среди для что которые был была были есть в_том_числе із зі під серед що які було були 중 에 에서는`

const forms = (list: string): string[] => list.split(/\s+/).map((form) => form.replaceAll('_', ' '))
const all = <T>(list: string, word: T): (readonly [string, T])[] => forms(list).map((form) => [form, word] as const)
const qualified = <K extends 'vague' | 'qualifier' | 'after'>(is: K, lists: Partial<Record<Qualifier, string>>) =>
  Object.entries(lists).flatMap(([value, list]) => all(list, { is, value: value as Qualifier } as const))
const multiplied = (is: 'scale' | 'step', lists: Multipliers) =>
  lists.flatMap(([value, list, vague, isPlural]) => all(list, { is, value, vague, isPlural } as const))

/** All words that a quantity may have; what is none of them is its unit. */
export const quantityWords: readonly (readonly [string, QuantityWord])[] = [
  ...all(foreign, { is: 'foreign' } as const),
  ...counts.flatMap(([value, list]) => all(list, { is: 'count', value } as const)),
  ...multiplied('scale', scales),
  ...multiplied('step', steps),
  ...qualified('after', after),
  ...qualified('qualifier', before),
  ...qualified('vague', vague),
  ...all(unclear, { is: 'unclear' } as const),
  ...all('a an the of total 총 всего усього 사이 ,', { is: 'skip' } as const),
  ...all('between между між', { is: 'between' } as const),
  ...all('from от с від з', { is: 'from' } as const),
  ...all('to through по – — ― - 에서 부터', { is: 'to' } as const),
  ...all('~', { is: 'tilde' } as const),
  ...all('до', { is: 'upTo' } as const),
  ...all('and и і й та', { is: 'and' } as const),
  ...all('± +- +/-', { is: 'margin' } as const),
  ...all('(', { is: 'open' } as const),
  ...all(')', { is: 'close' } as const),
  ...all('명', { is: 'unit', value: '명' } as const),
]
