/**
 * Names of the subject, each with its spellings in English, Russian, Ukrainian and Korean, and with the words made of it
 * (Russian, российский): whatever the script, they mean one name. `_` is a space. Cases and particles need not be listed.
 */
export const knownNames: readonly string[] = [
  `north_korea north_korean dprk democratic_people's_republic_of_korea северная_корея северокорейский кндр північна_корея
   північнокорейський корейська_народно-демократична_республіка корейская_народно-демократическая_республика 북한
   조선 조선민주주의인민공화국 북조선`,
  `south_korea south_korean republic_of_korea rok южная_корея южнокорейский республика_корея південна_корея
   південнокорейський республіка_корея 한국 대한민국 남조선`,
  `russia russian russian_federation россия российский российская_федерация рф росія російський російська_федерація
   러시아 러시아연방`,
  `ukraine ukrainian украина украинский україна український 우크라이나`,
  `usa united_states united_states_of_america american сша соединенные_штаты америка американский сполучені_штати
   американський 미국`,
  `china chinese prc китай китайский кнр китайський 중국`,
  `japan japanese япония японский японія японський 일본`,
  `kursk kursk_region kursk_oblast курск курский курская_область курщина курськ курський курська_область 쿠르스크 쿠르스크주`,
  `belgorod белгород белгородский бєлгород бєлгородський 벨고로드`,
  `donetsk донецк донецкий донецьк донецький 도네츠크`,
  `vladivostok владивосток владивостокский владивостокський 블라디보스토크`,
  `moscow москва московский московський 모스크바`,
  `pyongyang пхеньян пхеньянский пхеньянський 평양`,
  `seoul сеул сеульский сеульський 서울`,
  `kyiv kiev киев киевский київ київський 키이우 키예프`,
  `washington вашингтон вашингтонский вашингтонський 워싱턴`,
  `wonsan вонсан 원산`,
  `kremlin кремль кремлевский кремлівський 크렘린 크렘린궁`,
  `pentagon пентагон 펜타곤`,
  `kim_jong_un kim_jong-un ким_чен_ын ким_чен_ына ким_чен_ыну ким_чен_ыном ким_чен_ыне кім_чен_ин кім_чен_ина кім_чен_ином 김정은`,
  `putin vladimir_putin путин владимир_путин путін володимир_путін 푸틴 블라디미르_푸틴`,
  `zelensky zelenskyy zelenskiy volodymyr_zelenskyy volodymyr_zelensky зеленский владимир_зеленский зеленський
   володимир_зеленський 젤렌스키 볼로디미르_젤렌스키`,
  `blinken antony_blinken блинкен энтони_блинкен блінкен ентоні_блінкен 블링컨 토니_블링컨`,
  `yoon_suk_yeol yoon_suk-yeol юн_сок_ель юн_сок_йоль юн_сок_єль 윤석열`,
  `lavrov sergey_lavrov sergei_lavrov лавров сергей_лавров сергій_лавров 라브로프`,
  `choe_son_hui choe_son-hui чхве_сон_хи чхве_сон_хуей чве_сон_хі 최선희`,
  `national_intelligence_service nis национальная_разведывательная_служба служба_национальной_разведки
   національна_служба_розвідки служба_національної_розвідки 국가정보원 국정원`,
  `korean_people's_army kpa корейская_народная_армия кна корейська_народна_армія 조선인민군 인민군`,
  `united_nations un оон организация_объединенных_наций організація_об'єднаних_націй 유엔`,
  `nato нато 나토`,
  `european_union eu европейский_союз евросоюз европейський_союз європейський_союз євросоюз 유럽연합`,
  `tass тасс 타스 타스통신`,
  `kcna цтак 조선중앙통신`,
  `yonhap yonhap_news_agency ренхап йонхап 연합뉴스`,
  `chosun_ilbo чосон_ильбо 조선일보`,
]
