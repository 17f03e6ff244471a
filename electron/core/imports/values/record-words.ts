import type {
  actorKinds,
  eventStatuses,
  outletKinds,
  placePrecisions,
  stateControl,
} from '../../../../shared/vocabulary.ts'
import type { Synonyms } from './claim-words.ts'

export const precisionWords: Synonyms<(typeof placePrecisions)[number]> = {
  exact: `exact location|precise|point|gps|точно|точная|точка|точна|точне|정확|정확한 위치|지점`,
  vicinity: `near|nearby|around|area|в окрестностях|окрестности|вблизи|рядом|поблизости|околиці|поблизу|біля|인근|부근|근처`,
  locality: `city|town|village|settlement|municipality|населенный пункт|город|село|поселок|населений пункт|місто|селище|도시|마을|읍면동|시`,
  region: `province|oblast|district|область|регион|край|провинция|район|регіон|провінція|지역|주|도`,
  country: `nation|national|страна|государство|країна|держава|국가|나라`,
}

export const eventStatusWords: Synonyms<(typeof eventStatuses)[number]> = {
  asserted: `claimed|reported|alleged|unverified|unconfirmed|заявлено|сообщается|утверждается|не подтверждено|заявлено|повідомляється
    |стверджується|не підтверджено|непідтверджено|주장|주장됨|보도됨|미확인`,
  assessed: `estimated|judged|оценено|оценивается|оцінено|оцінюється|평가|평가됨|추정`,
  confirmed: `verified|established|true|подтверждено|подтвержден|установлено|підтверджено|підтверджений|встановлено|확인|확인됨|검증됨|사실`,
  refuted: `disproved|disproven|debunked|false|опровергнуто|опровергнут|ложь|спростовано|спростований|반박됨|거짓|허위`,
}

export const actorKindWords: Synonyms<(typeof actorKinds)[number]> = {
  person: `individual|human|people|лицо|человек|персона|персоналия|особа|людина|персона|인물|사람|개인`,
  state: `country|government|nation|государство|страна|правительство|держава|країна|уряд|국가|정부`,
  organisation: `organization|org|company|institution|agency|ngo|party|организация|компания|учреждение|партия|організація
    |компанія|установа|партія|조직|단체|기관|기업|회사`,
  unit: `military unit|formation|brigade|regiment|division|corps|подразделение|часть|воинская часть|бригада|полк|дивизия
    |підрозділ|частина|військова частина|дивізія|부대|군부대|여단|연대|사단`,
  service: `intelligence service|security service|special service|служба|спецслужба|разведслужба|спеціальна служба|розвідслужба|정보기관|정보부|첩보기관`,
}

export const outletKindWords: Synonyms<(typeof outletKinds)[number]> = {
  agency: `news agency|wire|wire service|агентство|информагентство|информационное агентство|інформагентство|інформаційне агентство|통신사|통신`,
  newspaper: `paper|daily|magazine|journal|press|газета|журнал|издание|видання|часопис|신문|신문사|잡지`,
  broadcaster: `tv|television|radio|tv channel|station|телеканал|телевидение|радио|телекомпания|телебачення|радіо|телекомпанія
    |방송|방송사|텔레비전|라디오`,
  'official site': `official website|official|website|government site|официальный сайт|сайт|официальный|офіційний сайт|офіційний
    |공식 사이트|공식 홈페이지|홈페이지|정부 사이트`,
  channel: `telegram|telegram channel|social media|youtube|blog|канал|телеграм|телеграм канал|тг канал|соцсети|блог|соцмережі
    |채널|텔레그램|블로그|소셜 미디어|유튜브`,
  'think tank': `thinktank|research institute|institute|аналитический центр|институт|мозговой центр|аналітичний центр|інститут
    |싱크탱크|연구소|연구원`,
}

const yes = 'y|true|t|1|x|х|✓|✔|☑|+|да|д|истина|так|т|істина|예|네|그렇다|참'
const no = 'n|false|f|0|✗|✘|☐|нет|н|ложь|ні|хибність|아니오|아니요|아님|거짓'

export const stateControlWords: Synonyms<(typeof stateControl)[number]> = {
  yes: `${yes}|state|state-controlled|state-owned|государственный|государственное|державний|державне|국영|관영`,
  no: `${no}|independent|private|независимый|частный|независимое|незалежний|приватний|незалежне|독립|민영`,
  unknown: `not known|unclear|?|неизвестно|неясно|невідомо|незрозуміло|불명|미상|모름|알 수 없음`,
}

export const booleanWords: Synonyms<'yes' | 'no'> = {
  yes: `${yes}|read|seen|прочитано|прочитал|читал|читав|прочитав|읽음|읽었음`,
  no: `${no}|not read|unread|not seen|cited, not seen|не прочитано|не читал|не читав|안 읽음|읽지 않음`,
}
