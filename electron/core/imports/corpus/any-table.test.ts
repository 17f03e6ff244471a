import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { afterAll, expect, it } from 'vitest'
import { evenCells, openList } from '../list-file.ts'
import { tableText, type Style } from './write-table.ts'

const folder = mkdtempSync(join(tmpdir(), 'parallax-tables-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Sentences that each encoding can write, long enough to be told from one another. */
const spoken: Readonly<
  Record<string, { readonly encodings: readonly string[]; readonly sentences: readonly string[] }>
> = {
  russian: {
    encodings: ['utf8', 'utf-16le', 'win1251', 'koi8-r'],
    sentences: [
      'Министерство сообщило, что войска прибыли',
      'По их словам, это неправда',
      'Договор вступил в силу',
      'Число погибших не названо',
    ],
  },
  korean: {
    encodings: ['utf8', 'utf-16be', 'cp949'],
    sentences: [
      '국방부는 병력이 도착했다고 밝혔다',
      '정확한 숫자는 알려지지 않았다',
      '조약이 발효되었다고 보도했다',
      '관계자는 이를 부인했다',
    ],
  },
  german: {
    encodings: ['utf8', 'utf-16le', 'win1252'],
    sentences: [
      'Das Ministerium äußerte sich nicht',
      'Über die Zahl wird gestritten',
      'Der Vertrag ist gültig',
      'Genaue Angaben gibt es für März nicht',
    ],
  },
}

const written = fc.constantFrom(...Object.keys(spoken)).chain((language) =>
  fc.record({
    language: fc.constant(language),
    encoding: fc.constantFrom(...(spoken[language]?.encodings ?? [])),
    style: fc.record<Style>({
      delimiter: fc.constantFrom(',', ';', '\t', '|'),
      quote: fc.constant('"'),
      escape: fc.constant('"'),
      newline: fc.constantFrom('\r\n', '\n', '\r'),
      quoteAll: fc.boolean(),
    }),
    isEnded: fc.boolean(),
    // Marks of every dialect stand in the texts, and empty cells anywhere but in the columns by which rows are told.
    extras: fc.array(fc.constantFrom('', '', ' (so)', ', too', '; yet', ' "sic"', ' | etc.', '\nnext line', " it's"), {
      minLength: 12,
      maxLength: 30,
    }),
  }),
)

it('reads any table back the same, in whatever encoding and dialect it is written, with nothing said of it', async () => {
  await fc.assert(
    fc.asyncProperty(written, async ({ language, encoding, style, isEnded, extras }) => {
      const sentences = spoken[language]?.sentences ?? []
      const header = ['ref', 'said', 'number', 'statement', 'note']
      const newline = style.newline === '\n' ? '\n' : style.newline
      const rows = extras.map((extra, at) => [
        `C${at + 1}`,
        `2024-11-${String((at % 28) + 1).padStart(2, '0')}`,
        String(100 + at * 7),
        `${sentences[at % sentences.length] ?? ''}${extra.replace('\n', newline)}`,
        at % 3 === 0 ? '' : `${sentences[(at + 1) % sentences.length] ?? ''}${at}`,
      ])
      const text = tableText([header, ...rows], style)
      const path = join(folder, 'table.csv')
      writeFileSync(path, iconv.encode(isEnded ? text : text.slice(0, -style.newline.length), encoding))
      const list = await openList(path)
      const read: string[][] = []
      for await (const portion of list.table.rows())
        read.push(...portion.map((row) => evenCells(row, list.table.shape.width)))
      expect(list.table.shape.header).toEqual(header)
      expect(read).toEqual(rows)
    }),
    { numRuns: 150 },
  )
})
