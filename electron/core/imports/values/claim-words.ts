import type {
  claimBases,
  claimStatuses,
  relationStates,
  relationTypes,
  carriageRoles,
} from '../../../../shared/vocabulary.ts'

/** Other ways to say each word of a closed list, parted by bars: English, Russian, Ukrainian, Korean. */
export type Synonyms<T extends string> = Readonly<Record<T, string>>

export const basisWords: Synonyms<(typeof claimBases)[number]> = {
  firsthand: `first-hand|first hand|direct|eyewitness|witness|direct observation|primary|из первых рук|лично|очевидец|свидетель
    |прямое наблюдение|первоисточник|з перших рук|особисто|очевидець|свідок|пряме спостереження|першоджерело|직접|직접 목격|목격|1차`,
  official: `official statement|government|on the record|on record|официально|официальный|официальное заявление|официальные данные
    |офіційно|офіційний|офіційна заява|офіційні дані|공식|공식 발표|공식 입장|정부 발표`,
  'intelligence-based': `intelligence|intel|intelligence assessment|разведка|разведданные|данные разведки|по данным разведки
    |розвідка|розвіддані|дані розвідки|за даними розвідки|정보기관|첩보|정보 당국|정보당국`,
  'anonymous officials': `anonymous|anonymous official|anonymous source|anonymous sources|unnamed official|unnamed officials
    |unnamed source|unnamed sources|анонимно|анонимный источник|анонимные источники|анонимные чиновники|неназванные чиновники
    |анонімно|анонімне джерело|анонімні джерела|анонімні посадовці|익명|익명 관계자|익명 당국자|익명 소식통`,
  hearsay: `second-hand|second hand|secondhand|rumour|rumor|indirect|слухи|слух|понаслышке|с чужих слов|из вторых рук
    |чутки|чутка|з чуток|з чужих слів|з других рук|전언|소문|풍문|2차`,
  analysis: `analytical|assessment|analyst|expert|expert assessment|inference|анализ|аналитика|оценка|экспертная оценка|вывод
    |аналіз|аналітика|експертна оцінка|висновок|분석|평가|전문가 분석`,
  unknown: `not known|unclear|n/k|неизвестно|неизвестен|не известно|неясно|невідомо|невідомий|не відомо|незрозуміло
    |불명|미상|알 수 없음|모름`,
}

export const statusWords: Synonyms<(typeof claimStatuses)[number]> = {
  open: `active|new|unresolved|pending|открыт|открыто|открытый|активен|новый|відкрито|відкритий|активний|новий|미해결|진행 중|열림`,
  disputed: `contested|contradicted|оспаривается|оспорено|спорно|спорный|оскаржується|оспорюється|спірно|спірний|논란|이의 제기|분쟁`,
  superseded: `replaced|outdated|obsolete|заменено|заменен|устарело|устарел|замінено|застаріло|застарілий|대체됨|대체|갱신됨`,
  retracted: `withdrawn|recalled|отозвано|отозван|опровергнуто автором|відкликано|відкликаний|철회|철회됨|취소`,
  settled: `resolved|closed|done|решено|урегулировано|закрыто|закрыт|вирішено|закрито|закритий
    |해결|해결됨|종결|확정`,
}

export const carriageWords: Synonyms<(typeof carriageRoles)[number]> = {
  origin: `original|source|first|primary|источник|первоисточник|оригинал|джерело|першоджерело|оригінал|원본|원출처|최초 보도`,
  carries: `carry|carried|carrier|reprint|republishes|repost|reports|передает|перепечатка|перепечатывает|репост|публикует
    |передає|передрук|передруковує|публікує|전재|인용 보도|보도|전달`,
  comments: `comment|commentary|discusses|комментирует|комментарий|обсуждает|коментує|коментар|обговорює|논평|해설|언급`,
}

export const relationWords: Synonyms<(typeof relationTypes)[number]> = {
  repeats: `repeat|repeated|reprints|derived from|повторяет|повтор|перепечатывает|повторює|передруковує|반복|재보도`,
  cites: `cite|cited|quotes|refers to|references|ссылается на|ссылается|цитирует|посилається на|посилається|цитує|인용`,
  supports: `support|supported by evidence|corroborates|confirms|поддерживает|подтверждает|підтримує|підтверджує|뒷받침|지지|확인`,
  contradicts: `contradict|conflicts with|conflicts|disagrees|disputes|противоречит|суперечить|모순|상충|반박`,
  revises: `revise|updates|update|пересматривает|уточняет|обновляет|переглядає|уточнює|оновлює|수정|갱신`,
  corrects: `correct|correction|исправляет|исправление|виправляє|виправлення|정정`,
  retracts: `retract|withdraws|отзывает|отказывается|відкликає|철회`,
  denies: `deny|denial|rejects|отрицает|опровергает|заперечує|спростовує|부인|부정`,
  'explains away': `explain away|explains|объясняет|объясняет иначе|пояснює|пояснює інакше|해명|설명`,
  'same as': `same|identical|identical to|duplicate|duplicate of|equals|то же что|тождественно|дубликат|те саме що|тотожно
    |дублікат|동일|같음|중복`,
  about: `concerns|regarding|relates to|related to|о|об|касается|относится к|про|стосується|щодо|관련|관하여`,
}

export const relationStateWords: Synonyms<(typeof relationStates)[number]> = {
  suggested: `suggestion|proposed|candidate|предложено|предложена|запропоновано|пропозиція|제안|제안됨|후보`,
  confirmed: `confirm|accepted|approved|подтверждено|подтверждена|принято|підтверджено|прийнято|확인|확인됨|승인`,
  rejected: `reject|declined|refused|отклонено|отклонена|отвергнуто|відхилено|거부|거절|기각`,
}
