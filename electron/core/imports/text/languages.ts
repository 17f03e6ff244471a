/** What a character of a language costs (natural logarithm of how often it occurs), and what one costs that is none. */
export interface Language {
  readonly name: string
  readonly letters: ReadonlyMap<string, number>
  /** The cost of a letter of the same script that the language does not have. */
  readonly other: (letter: string) => number
}

/** Shares in percent: `'о10.97 е8.45'`. */
function shares(text: string): ReadonlyMap<string, number> {
  return new Map(text.split(' ').map((part) => [part.charAt(0), Math.log(Number(part.slice(1)) / 100)]))
}

/** Letters from the most frequent to the rarest, which together make up a share (`mass`) of all. */
function ranked(letters: string, mass: number, flat: number): readonly (readonly [string, number])[] {
  const all = [...new Set(letters)]
  const total = all.reduce((sum, _, rank) => sum + 1 / (rank + flat), 0)
  return all.map((letter, rank) => [letter, Math.log(mass / ((rank + flat) * total))] as const)
}

const never: Language['other'] = () => -11

const language = (name: string, letters: ReadonlyMap<string, number>, other = never): Language => ({
  name,
  letters,
  other,
})

const latin = (name: string, letters: string): Language => language(name, new Map(ranked(letters, 1, 1.5)))

const russian = shares(
  'о10.97 е8.45 а8.01 и7.35 н6.70 т6.26 с5.47 р4.73 в4.54 л4.40 к3.49 м3.21 д2.98 п2.81 у2.62 я2.01 ы1.90 ь1.74 г1.70 з1.65 б1.59 ч1.44 й1.21 х0.97 ж0.94 ш0.73 ю0.64 ц0.48 щ0.36 э0.32 ф0.26 ё0.20 ъ0.04',
)
const ukrainian = shares(
  'о9.40 а8.30 н6.80 и6.10 і5.70 в5.40 т5.40 р4.70 е4.60 с4.10 к3.90 л3.60 у3.60 д3.40 м3.10 п2.90 я2.50 з2.30 ь1.90 б1.80 г1.60 й1.40 ч1.40 х1.20 ц0.90 ш0.80 ю0.80 ж0.80 ї0.80 є0.60 щ0.50 ф0.30 ґ0.03',
)

const hangul = ranked(
  '이다의는에가을한고하지로사인기를도자으서어리은대정시국부장일수원전해과보나스있제여군러아상조주관북선적공동위안산만경비구연등그라성무미들통화방력신당명발계세업된개유트소진중했었병파남우식회실물행표면생단모와분민재내물외월년할교강반까않후역권현간번르심석질최건작입금양필련포합격차법추규용결말호체응운것난출각침참육마오타히영태속배달설승령약럽크토본금터저직책확급때문점론습치환변별복살감독',
  0.86,
  12,
)
const common = ranked(
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打变四神总何电数安少报才结反受目量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基书非听却界达光放强即像难且权思象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运朝鲜俄罗士兵部伤亡号京华王李刘陈杨赵广州证实援助编条约签署否消息',
  0.8,
  20,
)
const traditional = ranked(
  '的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題朝鮮俄羅士兵',
  0.75,
  20,
)
const japanese = [
  ...ranked(
    'のにるたをはとしてがいなでれかさっもらりこあすまくうきそけんめだよつえおちやみじどせわほばろげずざぐべごびゃゅょ',
    0.45,
    6,
  ),
  ...ranked(
    'ンスルートーラリアイシクロレドニコジタッフマテプカメサキバウムオパデビグエセナネョチハモソワノミガゴダブベペポァィェォャュ',
    0.14,
    8,
  ),
  ...ranked(
    '日国人年大会本中出一二三者兵北朝鮮軍事外務省月分行政府東京長前田山部員上生時間自社同方場手力見学高合定発内対性的通確認死傷条約援助派遣報道官約万防衛主張相互支明数共信名都市号付',
    0.32,
    25,
  ),
]

/** What a character costs that is in a set of many hundreds but not among the frequent ones. */
const rest = (set: ReadonlySet<string>, share: number) => {
  const cost = Math.log(share / set.size)
  return (letter: string): number => (set.has(letter) ? cost : -14)
}

/** The languages of the lists that people bring, with sets of characters that only a decoder can give. */
export const languagesOf = (sets: {
  readonly hangul: ReadonlySet<string>
  readonly simplified: ReadonlySet<string>
  readonly traditional: ReadonlySet<string>
  readonly kanji: ReadonlySet<string>
}): readonly Language[] => [
  language('ru', russian),
  language('uk', ukrainian),
  language('be', new Map([...russian, ['і', -2.9], ['ў', -4.2]])),
  language(
    'sr',
    new Map([...russian, ['ј', -3], ['њ', -4.8], ['љ', -5], ['ћ', -4.8], ['ђ', -6], ['џ', -7], ['і', -11]]),
  ),
  latin('fr', 'éèàêçôùâîûëïœæÿü'),
  latin('de', 'üäößéèàáç'),
  latin('es', 'óáíéñúüçªº'),
  latin('pt', 'ãçáéíóõêâúàôü'),
  latin('it', 'èàùòìéî'),
  latin('nordic', 'åäöøæéüðþíáóúý'),
  latin('nl', 'éëïüöèçó'),
  latin('pl', 'łęąóżśćńźé'),
  latin('cs', 'áíěéřýščžůúňóťďäľĺôŕ'),
  latin('hu', 'éáöőóüíúű'),
  latin('ro', 'ăîâşţșț'),
  latin('hr', 'čšžćđ'),
  latin('tr', 'ıüşöçğİâî'),
  language('ko', new Map(hangul), rest(sets.hangul, 0.13)),
  language('zh', new Map(common), rest(sets.simplified, 0.19)),
  language('zh-hant', new Map(traditional), rest(sets.traditional, 0.24)),
  language('ja', new Map(japanese), rest(sets.kanji, 0.09)),
]
