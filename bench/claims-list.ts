import { createWriteStream } from 'node:fs'
import { once } from 'node:events'

// Lists of claims to measure with: the same bytes for the same number of rows, on every machine.

/** Mulberry32, a public-domain generator of 32 bits: fast, and the same everywhere. */
export function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The words of statements: English, Korean, Russian, Ukrainian. */
export const words: readonly (readonly string[])[] = [
  `the soldiers were reported near Kursk region by officials who said that troops trained in eastern Russia before they
   moved to the front and that the treaty obliges each side to give military and other assistance without delay according
   to an intelligence assessment shared with allies about artillery shells rockets and ballistic missiles delivered by rail`.split(
    /\s+/,
  ),
  `북한군 병력이 쿠르스크 지역에 배치되었다고 국가정보원이 밝혔으며 러시아 동부에서 훈련을 받은 뒤 전선으로 이동했다 조약은 양국이 지체 없이 군사적 원조를 제공할
   의무를 규정한다 포탄과 미사일이 철도로 운송되었다는 보도가 있었다`.split(/\s+/),
  `северокорейские военные находятся в Курской области сообщили официальные лица солдаты прошли подготовку на востоке России
   прежде чем были отправлены на фронт договор обязывает стороны оказывать военную помощь без промедления снаряды ракеты
   доставлялись по железной дороге`.split(/\s+/),
  `північнокорейські військові перебувають у Курській області повідомили офіційні особи солдати пройшли підготовку на сході
   Росії перш ніж були відправлені на фронт договір зобов'язує сторони надавати допомогу без зволікання снаряди ракети
   доставлялися залізницею`.split(/\s+/),
]
const topics = ['deployment', 'treaty', 'arms transfers', 'casualties', 'training', 'diplomacy', 'sanctions']
const places = ['Kursk region', 'Vladivostok', 'Pyongyang', 'Belgorod', 'Wonsan', 'Moscow', 'Sudzha', 'Khabarovsk']
const bases = ['official', 'hearsay', 'intelligence-based', 'anonymous officials', 'firsthand', 'analysis']
const categories = ['present', 'sent', 'expected', 'killed', 'trained', 'casualties']
const statuses = ['open', 'disputed', 'settled', 'superseded']

export const claimColumns = [
  'ref',
  'statement',
  'claimant',
  'claimant_basis',
  'outlet',
  'document',
  'published',
  'said',
  'topic',
  'place',
  'measure',
  'measure_category',
  'reliability',
  'credibility',
  'status',
  'tags',
] as const

/** Writes a list of `count` claims: 16 columns and about 300 bytes a row, in four languages, with quotes, line breaks and uncertain dates. */
export async function writeClaims(path: string, count: number, prefix = 'R'): Promise<void> {
  const stream = createWriteStream(path)
  stream.write(`${claimColumns.join(',')}\n`)
  const next = random(count)
  let text = ''
  for (let at = 1; at <= count; at += 1) {
    text += row(next, `${prefix}${at}`, count)
    if (text.length < 2 ** 18) continue
    if (!stream.write(text)) await once(stream, 'drain')
    text = ''
  }
  stream.end(text)
  await once(stream, 'finish')
}

function row(next: () => number, ref: string, count: number): string {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T
  const upTo = (most: number): number => Math.floor(next() * most)
  const language = words[upTo(10) < 7 ? 0 : 1 + upTo(3)] ?? []
  let statement = `${upTo(count)}`
  const length = 60 + upTo(language === words[0] ? 140 : 70)
  while (statement.length < length) statement += ` ${pick(language)}`
  if (upTo(20) === 0) statement += ', “as he put it”'
  if (upTo(50) === 0) statement += ' said "yes"'
  if (upTo(100) === 0) statement += '\nand more'
  const day = `2024-${two(1 + upTo(12))}-${two(1 + upTo(28))}`
  const said = pick([day, day, day, `${day}~`, day.slice(0, 7), `${day.slice(0, 7)}~`, '2024'])
  const figure = (1 + upTo(120)) * 100
  const measure = pick([
    `${figure}`,
    `about ${figure.toLocaleString('en')}`,
    `at least ${figure}`,
    '',
    '',
    `${figure}–${figure * 2}`,
  ])
  const report = upTo(Math.max(10, Math.floor(count / 5)))
  const published = `2024-${two(1 + (report % 12))}-${two(1 + (report % 28))}`
  const cells = [
    ref,
    statement,
    `Official ${upTo(500)}`,
    pick(bases),
    `Outlet ${report % 200}`,
    `Report ${report}`,
    published,
    said,
    pick(topics),
    pick(places),
    measure,
    measure === '' ? '' : pick(categories),
    pick(['A', 'B', 'C', 'D', '', '']),
    pick(['1', '2', '3', '4', '', '']),
    pick(statuses),
    pick(['figures', 'figures; Kursk', 'treaty', '']),
  ]
  return `${cells.map(enclosed).join(',')}\n`
}

const two = (value: number): string => String(value).padStart(2, '0')

const enclosed = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
