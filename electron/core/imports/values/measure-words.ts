import type { measureCategories, measureKinds, Qualifier } from '../../../../shared/vocabulary.ts'
import type { Synonyms } from './claim-words.ts'

export const categoryWords: Synonyms<(typeof measureCategories)[number]> = {
  present: `stationed|located|in place|on site|находится|находятся|размещено|размещены|присутствует|присутствуют
    |дислоцировано|перебуває|перебувають|розміщено|розміщені|присутні|дислоковано|주둔|현재 주둔|체류`,
  sent: `dispatched|shipped|despatched|отправлено|отправлены|направлено|направлены|переброшено|відправлено|відправлені
    |направлено|надіслано|перекинуто|파병|파견|보냄`,
  'in transit': `transit|en route|on the way|in transfer|в пути|следуют|у дорозі|дорогою|прямують|이동 중|이동|수송 중`,
  expected: `planned|forecast|anticipated|to come|ожидается|ожидаются|планируется|прогноз|очікується|очікуються|планується
    |예상|예정|전망`,
  trained: `training|in training|обучено|обучены|подготовлено|проходят подготовку|навчено|навчені|підготовлено|훈련|훈련됨|훈련 중`,
  offered: `offer|proposed|предложено|предлагается|запропоновано|пропонується|제안|제의|제공 제의`,
  'in combat': `combat|fighting|engaged|в бою|в боях|участвуют в боях|у бою|у боях|беруть участь у боях|воюют|воюють|교전|전투|전투 중|전투 참여`,
  killed: `dead|deaths|kia|fatalities|убито|убиты|погибло|погибли|погибшие|убитые|вбито|загинуло|загинули|загиблі|вбиті
    |사망|전사|사망자|전사자`,
  wounded: `injured|wia|hurt|ранено|ранены|раненые|поранено|поранені|부상|부상자`,
  casualties: `losses|casualty|killed and wounded|killed or wounded|потери|убитые и раненые|втрати|вбиті та поранені|вбиті й поранені
    |사상자|사상|인명 피해`,
  captured: `pow|pows|prisoners|prisoner|taken prisoner|взято в плен|пленные|захвачено|плен|взято в полон|полонені|захоплено
    |полон|생포|포로`,
  returned: `return|went home|repatriated|вернулись|вернулось|возвращено|повернулися|повернулись|повернуто
    |귀환|복귀`,
}

export const qualifierWords: Synonyms<Qualifier> = {
  exact: `exactly|precise|precisely|equal|=|точно|ровно|точное|рівно|точне|정확|정확히`,
  about: `around|approximately|approx|circa|ca|c|roughly|some|nearly|almost|estimated|~|≈|около|примерно|приблизительно|порядка
    |почти|біля|близько|приблизно|орієнтовно|майже|약|대략|가량|정도|여`,
  'at least': `minimum|min|no fewer than|no less than|not less than|or more|≥|>=|не менее|не меньше|минимум|как минимум
    |по меньшей мере|по крайней мере|щонайменше|не менше|принаймні|мінімум|최소|적어도|이상`,
  'more than': `over|above|greater than|exceeding|>|более|больше|свыше|более чем|больше чем|понад|більше|більше ніж|більш ніж|초과|넘는`,
  'up to': `at most|maximum|max|no more than|not more than|or less|≤|<=|до|не более|не больше|максимум|вплоть до|не більше|щонайбільше
    |최대|이하|까지`,
  'less than': `fewer than|under|below|<|менее|меньше|менее чем|меньше чем|менше|менше ніж|менш ніж|미만`,
  between: `range|from to|in the range|между|от до|диапазон|в пределах|між|від до|діапазон|у межах|사이|범위`,
  dozens: `tens|scores|десятки|수십|수십 명`,
  hundreds: `сотни|сотні|수백|수백 명`,
  thousands: `тысячи|тисячі|수천|수천 명`,
  several: `a few|few|some few|несколько|кілька|декілька|몇|몇 명|여러`,
  unspecified: `unknown|not specified|not given|none given|не указано|неизвестно|не вказано|невідомо|미상|불명|명시되지 않음`,
}

export const measureKindWords: Synonyms<(typeof measureKinds)[number]> = {
  stock: `level|at a time|point in time|snapshot|на дату|остаток|наличие|запас|численность|наявність|чисельність|на момент|현재 규모|보유|저량`,
  flow: `per period|rate|за период|поток|за період|потік|유량|기간별`,
  cumulative: `total|running total|in total|to date|so far|всего|итого|нарастающим итогом|накопленным итогом|усього|разом
    |наростаючим підсумком|누적|누계|총계`,
  plan: `planned|target|forecast|план|планируется|прогноз|планується|계획|목표`,
}
