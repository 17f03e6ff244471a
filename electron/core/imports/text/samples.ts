/** A short list as people send it, for tests of detection: the language, the encodings that can hold it, and its text. */
export interface Sample {
  readonly language: string
  readonly encodings: readonly string[]
  readonly text: string
}

const russian = ['windows-1251', 'koi8-r', 'iso-8859-5', 'cp866']
const ukrainian = ['windows-1251', 'koi8-u', 'iso-8859-5']
const korean = ['cp949']
const japanese = ['shift_jis', 'euc-jp']
const western = ['windows-1252', 'iso-8859-15']

const lines = (...all: readonly string[]): string => all.map((line) => `${line}\r\n`).join('')

export const samples: readonly Sample[] = [
  {
    language: 'ko',
    encodings: korean,
    text: lines(
      '번호,주장,발언자,날짜',
      '1,북한군 약 1만 명이 쿠르스크에 있다,국가정보원,2024-10-23',
      '2,러시아는 파병을 부인했다,크렘린궁,2024-10-24',
      '3,병력 1500명이 먼저 이동했다,국방부,2024-10-18',
      '4,사상자는 확인되지 않았다,합동참모본부,2024-11-05',
      '5,조약은 상호 원조를 규정한다,외무성,2024-06-19',
    ),
  },
  { language: 'ko', encodings: korean, text: lines('이름;직책', '김영호;통일부 장관', '조태열;외교부 장관') },
  {
    language: 'ko',
    encodings: korean,
    text: lines(
      'ref,statement,claimant,said',
      'C01,"우크라이나 군은 ""북한 병사""를 생포했다고 밝혔다",젤렌스키,2025-01-11',
      'C02,똠방각하 펲시콜라 쀍 확장 완성형 글자,조사관,2025-01-12',
      'C03,KN-23 미사일 100여 발을 제공했다,정보총국,2024-12',
    ),
  },
  {
    language: 'ko',
    encodings: korean,
    text: lines('id\tclaim\tsource', '1\tsent 10,000 troops\t국방부', '2\tdenied\t외무성', '3\tconfirmed\tNATO'),
  },
  {
    language: 'ru',
    encodings: russian,
    text: lines(
      'N;Утверждение;Кто сказал;Дата',
      '1;Около 11 тысяч военных КНДР находятся в Курской области;Владимир Зеленский;04.11.2024',
      '2;Кремль не подтвердил присутствие солдат;Дмитрий Песков;24.10.2024',
      '3;Договор ратифицирован Государственной думой;ТАСС;24.10.2024',
      '4;Потери не названы;Минобороны;05.11.2024',
      '5;Ещё один отряд прибыл в Россию;Разведка;18.10.2024',
    ),
  },
  { language: 'ru', encodings: russian, text: lines('Имя,Город', 'Иван Петров,Курск', 'Анна Смирнова,Белгород') },
  {
    language: 'ru',
    encodings: russian,
    text: lines(
      'ref,statement,claimant,place',
      'C1,ВОЙСКА ПРИБЫЛИ В РАЙОН,МИНИСТЕРСТВО ОБОРОНЫ,КУРСК',
      'C2,НЕТ ДАННЫХ,,',
    ),
  },
  {
    language: 'ru',
    encodings: russian,
    text: lines('id,text,by', '1,troops present,ТАСС', '2,not confirmed,Песков', '3,treaty signed,Лавров'),
  },
  {
    language: 'uk',
    encodings: ukrainian,
    text: lines(
      'Номер;Твердження;Хто сказав;Дата',
      '1;Близько 10 тисяч військових КНДР перебувають у Курській області;ГУР;23.10.2024',
      '2;Російські війська готують їх до бою;Генеральний штаб;25.10.2024',
      '3;Є полонені, їхні свідчення записано;Служба безпеки України;11.01.2025',
      '4;Ще три тисячі осіб прибули потягом;Розвідка;04.11.2024',
    ),
  },
  {
    language: 'uk',
    encodings: ukrainian,
    text: lines("Ім'я,Місто", 'Олексій Ткаченко,Київ', 'Юлія Шевчук,Чернігів', 'Їржи Гнатюк,Львів'),
  },
  {
    language: 'de',
    encodings: western,
    text: lines(
      'Nr;Aussage;Sprecher;Datum',
      '1;Die Bundesregierung äußerte sich besorgt über die Entsendung;Auswärtiges Amt;24.10.2024',
      '2;Rund 10.000 Soldaten befänden sich in Russland;Generalsekretär Rutte;28.10.2024',
      '3;Für die Verluste gibt es keine Bestätigung;Süddeutsche Zeitung;05.11.2024',
      '4;Größere Verbände wurden nicht gesehen;Präsident;06.11.2024',
    ),
  },
  { language: 'de', encodings: western, text: lines('Name,Ort', 'Müller,Köln', 'Schröder,Göttingen', 'Weiß,Lübeck') },
  {
    language: 'fr',
    encodings: western,
    text: lines(
      'réf;déclaration;auteur;date',
      '1;Des soldats nord-coréens ont été déployés près de la frontière;Ministère des Armées;24/10/2024',
      "2;Le traité prévoit une assistance mutuelle en cas d'agression;Agence France-Presse;19/06/2024",
      "3;Aucune perte n'a été confirmée à ce jour;État-major;05/11/2024",
      '4;Le président a déclaré « inacceptable » cette présence;Élysée;25/10/2024',
    ),
  },
  {
    language: 'fr',
    encodings: ['windows-1252'],
    text: lines(
      'id,texte,auteur',
      '1,“L’armée n’a rien confirmé” – dit le porte-parole,Le Monde',
      '2,Coût estimé : 3 000 € par soldat…,Cœur d’Europe',
    ),
  },
  {
    language: 'fr',
    encodings: ['iso-8859-15'],
    text: lines('id,texte,coût', '1,Une manœuvre a été observée,3000 €', '2,Le cœur du problème,150 €'),
  },
  {
    language: 'en',
    encodings: ['windows-1252'],
    text: lines(
      'ref,statement,claimant,said',
      'C01,“At least 1,500 troops” were moved — officials said,Unnamed official,2024-10-18',
      'C02,The Kremlin’s spokesman didn’t deny it,Dmitry Peskov,2024-10-24',
      'C03,Costs of £2m were “not confirmed”…,Ministry of Defence,2024-11-05',
    ),
  },
  {
    language: 'en',
    encodings: western,
    text: lines('ref,statement,place', 'C1,A café near the border was hit,Kursk', 'C2,Nothing was seen,Donetsk'),
  },
  {
    language: 'ja',
    encodings: japanese,
    text: lines(
      '番号,主張,発言者,日付',
      '1,北朝鮮の兵士約1万人がロシアに派遣された,防衛省,2024-10-28',
      '2,ロシア政府は確認を避けた,ペスコフ報道官,2024-10-24',
      '3,条約には相互支援の条項がある,外務省,2024-06-19',
      '4,死傷者の数は明らかになっていない,共同通信,2024-11-05',
    ),
  },
  {
    language: 'ja',
    encodings: japanese,
    text: lines('名前,都市', '山田太郎,東京', '佐藤花子,札幌', 'すずき,おおさか'),
  },
  {
    language: 'zh',
    encodings: ['gb18030'],
    text: lines(
      '编号,说法,发言人,日期',
      '1,大约一万名朝鲜士兵已经抵达库尔斯克地区,美国国防部,2024-10-28',
      '2,俄罗斯没有证实这一消息,佩斯科夫,2024-10-24',
      '3,条约规定相互援助,外交部,2024-06-19',
      '4,伤亡人数尚未得到确认,新华社,2024-11-05',
    ),
  },
  { language: 'zh', encodings: ['gb18030'], text: lines('姓名,城市', '王小明,北京', '李华,上海', '张伟,广州') },
  {
    language: 'pl',
    encodings: ['iso-8859-2', 'windows-1250'],
    text: lines(
      'nr;twierdzenie;kto;data',
      '1;Żołnierze północnokoreańscy są w obwodzie kurskim;Minister obrony;24.10.2024',
      '2;Rosja zaprzeczyła wysłaniu wojsk;Rzecznik Kremla;25.10.2024',
      '3;Straty nie zostały potwierdzone, mówią źródła;Gazeta Wyborcza;05.11.2024',
      '4;Około dziesięć tysięcy ludzi przewieziono koleją;Wywiad;06.11.2024',
    ),
  },
  {
    language: 'cs',
    encodings: ['iso-8859-2', 'windows-1250'],
    text: lines(
      'číslo;tvrzení;kdo;datum',
      '1;Severokorejští vojáci jsou v Kurské oblasti;Ministerstvo zahraničí;24.10.2024',
      '2;Žádné ztráty nebyly potvrzeny;Česká tisková kancelář;05.11.2024',
      '3;Smlouva předpokládá vzájemnou pomoc při útoku;Úřad vlády;19.06.2024',
    ),
  },
]
