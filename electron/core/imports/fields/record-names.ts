import type { FieldNames } from './field-names.ts'

const notes = `notes|comment|comments|remark|remarks|примечание|примечания|комментарий|комментарии|заметка|заметки|примітка|примітки
  |коментар|коментарі|нотатка|нотатки|비고|메모|주석|참고`
const languages = 'lang|language code|язык|мова|언어|사용 언어'
const links =
  'link|address|web address|uri|hyperlink|ссылка|адрес|гиперссылка|посилання|адреса|гіперпосилання|링크|주소|웹주소'

export const eventNames: FieldNames<'events'> = {
  ref: `reference|event ref|event id|id|no|nr|code|номер|№|код|идентификатор|ид|ідентифікатор|ід|번호|연번|식별자|참조`,
  title: `event|name|event name|event title|what|headline|событие|название|название события|заголовок|что произошло|подія|назва
    |назва події|що сталося|사건|사건명|제목|이벤트|명칭`,
  when: `date|dates|day|time|event date|date of event|happened|happened on|дата|дата события|когда|время|день|дата події|коли|час
    |날짜|일자|일시|발생일|사건일|언제`,
  place: `location|where|locality|place name|место|место события|локация|где|населенный пункт|місце|місце події|локація|де
    |населений пункт|장소|위치|지역|지명|발생지`,
  latitude: `lat|y|широта|위도`,
  longitude: `lon|lng|long|x|долгота|довгота|경도`,
  place_precision: `precision|location precision|geo precision|geoprecision|accuracy|точность|точность места|точність|точність місця
    |정확도|위치 정확도|위치 정밀도`,
  kind: `type|event type|category|kind of event|тип|вид|тип события|вид события|категория|тип події|вид події|категорія|종류|유형|사건 유형|분류`,
  participants: `participant|actors|actor|who|parties|involved|участники|участник|стороны|кто|учасники|учасник|сторони|хто
    |참가자|참여자|당사자|행위자|관련자`,
  status: `state|event status|verification|статус|состояние|проверка|стан|перевірка|상태|검증 상태`,
  note: `${notes}|description|details|summary|описание|подробности|опис|подробиці|설명|상세`,
}

export const actorNames: FieldNames<'actors'> = {
  name: `actor|full name|title|actor name|person|organisation|organization|имя|фио|название|наименование|ім'я|піб|назва|найменування
    |이름|성명|명칭|인물|행위자`,
  kind: `type|actor type|category|тип|вид|категория|категорія|종류|유형|분류`,
  aliases: `alias|aka|also known as|other names|names|псевдонимы|псевдоним|другие имена|другие названия|он же|псевдоніми|псевдонім
    |інші імена|інші назви|별칭|별명|다른 이름|이명`,
  affiliation: `affiliated with|member of|belongs to|parent|organisation name|employer|принадлежность|аффилиация|организация|входит в
    |належність|афіліація|організація|входить до|소속|소속 기관|소속기관`,
  note: `${notes}|description|описание|опис|설명`,
}

export const outletNames: FieldNames<'outlets'> = {
  name: `outlet|outlet name|publisher|media|media outlet|title|publication|название|сми|издание|наименование|назва|змі|видання
    |найменування|이름|매체|매체명|언론사|명칭`,
  kind: `type|outlet type|media type|category|тип|вид|тип сми|категория|тип змі|категорія|종류|유형|매체 유형|분류`,
  owner: `owned by|parent|parent company|владелец|собственник|учредитель|власник|засновник|소유자|소유주|소유`,
  state_controlled: `state control|state-controlled|state owned|state-owned|state media|government controlled|государственный
    |под контролем государства|госсми|контролируется государством|державний|під контролем держави|контролюється державою
    |국영|국영 여부|정부 통제|국가 통제`,
  country: `nation|country of origin|страна|государство|країна|держава|국가|나라|소재국`,
  language: languages,
  note: `${notes}|description|описание|опис|설명`,
}

export const documentNames: FieldNames<'documents'> = {
  title: `document|document title|headline|name|article|article title|название|заголовок|документ|статья|назва|стаття|제목|문서|기사
    |문서 제목|기사 제목|표제`,
  outlet: `publisher|media|media outlet|publication|source|newspaper|channel|издание|сми|издатель|источник|видання|змі|видавець|джерело
    |매체|언론사|발행처|매체명|출처`,
  author: `authors|by|byline|written by|автор|авторы|автори|저자|작성자|기자|글쓴이`,
  url: links,
  archive_url: `archive|archive link|archived|archived at|archived url|wayback|snapshot|архив|ссылка на архив|архивная копия|архів
    |посилання на архів|архівна копія|보관 링크|아카이브|아카이브 링크|보관 주소`,
  published: `date|date published|publication date|published on|published at|pub date|дата|дата публикации|опубликовано|дата выхода
    |дата публікації|опубліковано|дата виходу|날짜|게시일|게재일|발행일|보도일|출판일`,
  captured: `captured at|captured on|accessed|access date|date accessed|retrieved|retrieved on|saved at|дата обращения|сохранено
    |дата сохранения|получено|дата звернення|збережено|дата збереження|수집일|열람일|접속일|저장일|확인일`,
  language: languages,
  text: `full text|body|content|article text|текст|полный текст|содержание|повний текст|зміст|본문|전문|내용|텍스트`,
  read_by_me: `read|seen|have read|was read|read by us|прочитано|прочитан|читал|читано|читав|읽음|읽음 여부|열람 여부`,
  note: notes,
}

export const relationNames: FieldNames<'relations'> = {
  from: `source|subject|from ref|from id|left|start|от|из|источник|откуда|від|з|джерело|звідки|출발|주체|시작|원천`,
  to: `target|object|to ref|to id|right|end|к|до|цель|куда|ціль|куди|대상|도착|끝`,
  type: `relation|relation type|relationship|link type|kind|predicate|тип|связь|тип связи|отношение|зв'язок|тип зв'язку|відношення
    |관계|관계 유형|유형|종류`,
  basis: `reason|why|evidence|justification|grounds|основание|причина|обоснование|підстава|обґрунтування|근거|이유|사유`,
  state: `status|relation state|статус|состояние|стан|상태`,
}
