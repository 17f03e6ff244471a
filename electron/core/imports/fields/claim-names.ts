import type { FieldNames } from './field-names.ts'

/**
 * "Date" alone names no field of a claim: when it was said and when it was published are two clocks. Nor does "source":
 * who said it, who carried it and which document was read are three records (`product.md`, Principles).
 */
export const claimNames: FieldNames<'claims'> = {
  ref: `reference|claim ref|claim id|id|no|nr|number of claim|code|номер|№|код|идентификатор|ид|ссылка на запись|№ п/п|ідентифікатор|ід
    |번호|연번|식별자|참조|참조번호`,
  statement: `claim|claim text|statement text|assertion|proposition|утверждение|заявление|тезис|суть|суть утверждения|твердження|заява
    |теза|주장|진술|발언|주장 내용|진술 내용|내용`,
  quote: `quotation|verbatim|original quote|original text|original wording|цитата|дословно|оригинал|оригинальный текст|дослівно|оригінал
    |оригінальний текст|인용|인용문|원문|원문 인용`,
  quote_language: `language of quote|language|lang|original language|язык|язык цитаты|язык оригинала|мова|мова цитати|мова оригіналу
    |언어|원문 언어|인용 언어`,
  translation: `translated|english|english translation|translated quote|перевод|перевод цитаты|переклад|переклад цитати|번역|번역문`,
  claimant: `speaker|said by|claimed by|stated by|attributed to|who said|person|заявитель|автор заявления|автор утверждения|кто сказал
    |кто заявил|спикер|заявник|автор заяви|автор твердження|хто сказав|хто заявив|спікер|주장자|발언자|화자|진술자|발언 주체|주장 주체`,
  claimant_basis: `basis|basis of claim|basis of knowledge|source basis|основание|основа|на чем основано|підстава|основа твердження
    |на чому ґрунтується|근거|근거 유형|출처 유형`,
  outlet: `publisher|carrier|media|medium|media outlet|publication|newspaper|channel|сми|издание|издатель|канал|медиа|змі|видання
    |видавець|медіа|매체|언론|언론사|발행처|매체명|보도 매체`,
  document: `article|document title|article title|headline|source document|документ|статья|заголовок|название документа|название статьи
    |стаття|назва документа|назва статті|문서|기사|기사 제목|문서 제목|제목`,
  url: `link|address|source url|web address|uri|hyperlink|ссылка|адрес|гиперссылка|посилання|адреса|гіперпосилання|링크|주소|웹주소|출처 링크`,
  published: `date published|publication date|published on|published at|pub date|date of publication|дата публикации|опубликовано
    |дата выхода|дата публікації|опубліковано|дата виходу|게시일|게재일|발행일|보도일|보도 날짜|출판일`,
  said: `date said|said on|said at|date of statement|statement date|claim date|date of claim|дата заявления|дата утверждения
    |когда сказано|дата высказывания|сказано|дата заяви|дата твердження|коли сказано|дата висловлювання|발언일|발언 날짜|주장일|진술일`,
  topic: `subject matter|theme|issue|topics|тема|тематика|вопрос|питання|주제|토픽|분야|쟁점`,
  place: `location|where|locality|region|место|место события|локация|где|регион|місце|місце події|локація|де|регіон|장소|위치|지역|지명`,
  measure_subject: `subject|counted|what is counted|предмет|что считается|объект подсчета|предмет підрахунку|що рахується|대상|집계 대상`,
  measure_category: `category|категория|категорія|분류|구분|범주`,
  measure_low: `low|lower|lower bound|minimum|min|at least|from number|минимум|мин|нижняя граница|не менее|мінімум|мін|нижня межа|не менше
    |최소|최소값|하한`,
  measure_high: `high|upper|upper bound|maximum|max|at most|up to|to number|максимум|макс|верхняя граница|не более|верхня межа|не більше
    |최대|최대값|상한`,
  measure_best: `best|best estimate|point estimate|лучшая оценка|точечная оценка|найкраща оцінка|точкова оцінка|최적 추정|최선 추정치|추정치`,
  measure_qualifier: `qualifier|qualification|precision of number|уточнение|оговорка|квалификатор|уточнення|застереження|кваліфікатор
    |한정어|수식어`,
  measure_unit: `unit|units|unit of measure|единица|единицы|единица измерения|ед изм|одиниця|одиниці|одиниця виміру|од вим|단위|측정 단위`,
  event: `event name|related event|событие|связанное событие|подія|пов'язана подія|사건|관련 사건|이벤트`,
  reliability: `source reliability|reliability of source|надежность|надежность источника|надійність|надійність джерела|신뢰도|출처 신뢰도
    |신뢰성`,
  credibility: `information credibility|credibility of information|info credibility|достоверность|достоверность информации|достовірність
    |достовірність інформації|신빙성|정보 신뢰도|진실성|정보 신빙성`,
  status: `state|claim status|статус|состояние|стан|상태|현황`,
  tlp: `traffic light protocol|tlp label|marking|distribution|гриф|гриф tlp|ограничение|обмеження|공유 등급|배포 등급|배포 제한`,
  tags: `tag|keywords|keyword|labels|label|теги|тег|метки|ключевые слова|мітки|ключові слова|태그|키워드|꼬리표`,
  note: `notes|comment|comments|remark|remarks|примечание|примечания|комментарий|комментарии|заметка|заметки|примітка|примітки
    |коментар|коментарі|нотатка|нотатки|비고|메모|주석|참고`,
  grade: `admiralty|admiralty code|admiralty grade|nato grade|source grade|grading|evaluation|rating|оценка|оценка источника|код адмиралтейства
    |оцінка|оцінка джерела|код адміралтейства|등급|평가 등급|출처 등급|평가`,
  measure: `figure|figures|quantity|numbers|count|amount|how many|estimate|strength|число|количество|численность|сколько
    |кількість|чисельність|скільки|숫자|수량|수치|인원|인원수|병력 수|규모|수`,
}
