import iconv from 'iconv-lite'
import { header, rows } from './base-table.ts'
import { cellText, plain, rowText, tableText, type Style } from './write-table.ts'

/** A file with something odd about it, and what reading it comes to. */
export interface CorpusCase {
  readonly name: string
  readonly bytes: Buffer
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** "code@line" of each thing that is to be said of the file. */
  readonly problems: readonly string[]
}

const table = [header, ...rows]
const made = (
  name: string,
  text: string,
  changed: Partial<Omit<CorpusCase, 'name' | 'bytes'>> & { readonly encoding?: string } = {},
): CorpusCase => {
  const { encoding = 'utf8', ...expected } = changed
  return { name, bytes: iconv.encode(text, encoding), header, rows, problems: [], ...expected }
}

const styled = (name: string, style: Partial<Style>): CorpusCase => made(name, tableText(table, { ...plain, ...style }))

/** The line on which each row of the base table begins when the header is on line 1. */
const lines = rows.map((_, at) => 2 + rows.slice(0, at).reduce((sum, row) => sum + breaks(row), at))
function breaks(row: readonly string[]): number {
  return row.join('').split('\n').length - 1
}
const lineOf = (at: number): number => lines[at] ?? 0

/** The base table with one row written by hand. */
function withRow(name: string, at: number, text: string, cells: readonly string[], code: string): CorpusCase {
  const written = table.map((row, index) => (index === at + 1 ? text : rowText(row, plain)) + plain.newline).join('')
  return made(name, written, { rows: rows.with(at, cells), problems: [`${code}@${lineOf(at)}`] })
}

const row = (at: number): readonly string[] => rows[at] ?? []
const swap = (at: number, cell: number, text: string): string =>
  row(at)
    .map((value, index) => (index === cell ? text : cellText(value, plain)))
    .join(',')

/** Nothing encloses its cells, and the marks in them are their own. */
const noQuotes = table.map((cells) => cells.map((cell) => cell.replaceAll('\n', ' ')))

const dialects: readonly CorpusCase[] = [
  styled('delimiter-comma', {}),
  styled('delimiter-semicolon', { delimiter: ';' }),
  styled('delimiter-tab', { delimiter: '\t' }),
  styled('delimiter-pipe', { delimiter: '|' }),
  styled('delimiter-space', { delimiter: ' ' }),
  styled('delimiter-comma-space', { delimiter: ', ' }),
  styled('delimiter-two-bars', { delimiter: '||' }),
  made('quote-none', noQuotes.map((cells) => cells.join('\t') + '\r\n').join(''), { rows: noQuotes.slice(1) }),
  styled('quote-single', { quote: "'", escape: "'" }),
  styled('quote-all', { quoteAll: true }),
  styled('escape-backslash', { escape: '\\' }),
  styled('escape-none', { escape: '' }),
  styled('newline-lf', { newline: '\n' }),
  styled('newline-cr', { newline: '\r' }),
  made(
    'newline-mixed',
    table.map((cells, at) => rowText(cells, plain) + (['\r\n', '\n', '\r'][at % 3] ?? '')).join(''),
  ),
]

const ends: readonly CorpusCase[] = [
  made('end-without-newline', tableText(table).trimEnd()),
  made('end-two-newlines', `${tableText(table)}\r\n`),
  made('header-only', tableText([header]), { rows: [] }),
  made('one-row', tableText(table.slice(0, 2)), { rows: rows.slice(0, 1) }),
  made('blank-lines', table.map((cells) => `${rowText(cells, plain)}\r\n\r\n`).join('')),
]

const group = ['Claim', '', '', 'Quantity', 'Source', '', '']
const grouped = [
  'Claim ref',
  'Claim said',
  'Claim hour',
  'Quantity number',
  'Source claimant',
  'Source statement',
  'Source link',
]
const numbered = header.map((_, at) => `column ${at + 1}`)

const shapes: readonly CorpusCase[] = [
  made('header-none', tableText(rows), { header: numbered }),
  made('header-twice', tableText([header, ...table])),
  made('header-groups', tableText([group, ...table]), { header: grouped }),
  made('preamble', `Figures of the desk\r\nCompiled on 5 November 2024, by hand\r\n\r\n${tableText(table)}`, {
    problems: ['preamble@1', 'preamble@2'],
  }),
  made('preamble-delimited', `Figures of the desk,,,,,,\r\nCompiled by hand,,,,,,\r\n,,,,,,\r\n${tableText(table)}`, {
    problems: ['preamble@1', 'preamble@2'],
  }),
  made('footer', `${tableText(table)}\r\nTotal,,,30,,,\r\nSource: the desk\r\n`, {
    problems: [`footer@${lineOf(29) + 2}`, `footer@${lineOf(29) + 3}`],
  }),
  made('header-repeated', tableText([...table.slice(0, 16), header, ...table.slice(16)]), {
    problems: [`repeated-header@${lineOf(15)}`],
  }),
]

const second = [
  ['place', 'region', 'country'],
  ['Kursk', 'Kursk region', 'Russia'],
  ['Pyongyang', '', 'North Korea'],
]
const after = lineOf(29) + 2
const tables: readonly CorpusCase[] = [
  made('two-tables', `${tableText(table)}\r\n${tableText(second)}`, {
    rows: [...rows, ...second],
    problems: second.map((_, at) => `other-table@${after + at}`),
  }),
]

const oddRows: readonly CorpusCase[] = [
  withRow(
    'row-cell-missing',
    4,
    row(4)
      .slice(1)
      .map((cell) => cellText(cell, plain))
      .join(','),
    row(4).slice(1),
    'short-row',
  ),
  withRow(
    'row-cell-added',
    6,
    `${swap(6, 1, 'x,y')}`,
    [...row(6).slice(0, 1), 'x', 'y', ...row(6).slice(2)],
    'long-row',
  ),
  withRow('row-other-delimiter', 8, row(8).join('\t'), row(8), 'other-delimiter'),
  withRow('row-stray-quote-bare', 2, swap(2, 4, '"국가정보원'), row(2).with(4, '"국가정보원'), 'stray-quote'),
  withRow('row-stray-quote-first', 2, swap(2, 0, '"C03'), row(2).with(0, '"C03'), 'stray-quote'),
  withRow(
    'row-stray-quote-enclosed',
    3,
    swap(3, 5, '""A first group, about 1,500 strong, is in training"'),
    row(3).with(5, '"A first group, about 1,500 strong, is in training'),
    'stray-quote',
  ),
  withRow(
    'row-stray-quote-last',
    6,
    swap(6, 6, '"https://example.org/6?a=1;b=2'),
    row(6).with(6, '"https://example.org/6?a=1;b=2'),
    'stray-quote',
  ),
  withRow(
    'row-quotes-not-escaped',
    1,
    swap(1, 5, '"They speak of "several thousand" men, no more"'),
    row(1),
    'stray-quote',
  ),
]

const nul = tableText(table).replace('Both sides', 'Both\u0000 sides')
const koreanOnly = rows.map((cells) => cells.map((cell) => (/[\u0400-\u04ff]/.test(cell) ? '확인되지 않은 말' : cell)))
const russianOnly = rows.map((cells) =>
  cells
    .map((cell) => (/[\uac00-\ud7af]/.test(cell) ? 'По словам очевидцев' : cell))
    .map((cell) => cell.replaceAll(/[іїєґІЇЄҐ]/g, 'и')),
)
const western = rows.map((cells) =>
  cells.map((cell) => (/[\u0400-\u04ff\uac00-\ud7af]/.test(cell) ? 'Der Übersetzer weiß nichts – „später“' : cell)),
)
/** Texts of one language in place of those that its encodings cannot write. */
const spoken = (text: string): string[][] =>
  rows.map((cells, at) => cells.map((cell) => (/[^\0-\x7f]/.test(cell) ? `${text} (${at})` : cell)))
const japanese = spoken('北朝鮮の兵士が派遣されたと政府が発表した、詳細はまだ分からない')
const chinese = spoken('官方称朝鲜士兵已经抵达前线，具体人数尚未得到证实')
const polish = spoken('Żołnierze są już na froncie, twierdzą źródła; liczb nie potwierdzono')
const encoded = (name: string, body: readonly (readonly string[])[], encoding: string): CorpusCase =>
  made(name, tableText([header, ...body]), { rows: body, encoding })

const encodings: readonly CorpusCase[] = [
  made('encoding-utf-8-bom', `\ufeff${tableText(table)}`),
  made('encoding-utf-16le-bom', `\ufeff${tableText(table)}`, { encoding: 'utf-16le' }),
  made('encoding-utf-16be-bom', `\ufeff${tableText(table)}`, { encoding: 'utf-16be' }),
  encoded('encoding-utf-16le', rows, 'utf-16le'),
  encoded('encoding-utf-16be', rows, 'utf-16be'),
  encoded('encoding-cp949', koreanOnly, 'cp949'),
  encoded('encoding-windows-1251', russianOnly, 'win1251'),
  encoded('encoding-koi8-r', russianOnly, 'koi8-r'),
  encoded('encoding-windows-1252', western, 'win1252'),
  encoded('encoding-iso-8859-5', russianOnly, 'iso-8859-5'),
  encoded('encoding-iso-8859-2', polish, 'iso-8859-2'),
  encoded('encoding-shift-jis', japanese, 'shift_jis'),
  encoded('encoding-gb18030', chinese, 'gb18030'),
  made('nul-byte', nul, { problems: [`nul@${lineOf(11)}`] }),
]

/** Every oddity that the reading of lists must bear, one file each. */
export const corpus: readonly CorpusCase[] = [...dialects, ...ends, ...shapes, ...tables, ...oddRows, ...encodings]
