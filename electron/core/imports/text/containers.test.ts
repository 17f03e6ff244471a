import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { utils, write as writeBook, type BookType, type WorkBook } from '@e965/xlsx'
import iconv from 'iconv-lite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { guarded } from './expansion.ts'
import { openText } from './open-text.ts'
import { listEntries } from './source.ts'
import { tempFiles, textOf, zipOf, type TempFiles } from './temp-files.ts'

let files: TempFiles
beforeEach(() => (files = tempFiles()))
afterEach(() => files.remove())

const text = 'ref,statement\r\nC1,Около 11 тысяч военных в Курской области\r\nC2,Кремль не подтвердил\r\n'
const rows = 'C1,some row of a list that is long enough to be packed\n'.repeat(50_000)

describe('gzip', () => {
  it('is told by its bytes, unpacked on the way, and hashed as it lies on disk', async () => {
    const path = files.write('list.csv', gzipSync(iconv.encode(text, 'windows-1251')))
    const file = await openText(path)
    expect(file).toMatchObject({ name: 'list.csv', container: 'gzip', encoding: 'windows-1251', head: text })
    expect(file.sha256).toBe(createHash('sha256').update(readFileSync(path)).digest('hex'))
    expect(await textOf(file)).toBe(text)
    expect(file.read).toBe(file.size)
    expect(await listEntries(path)).toEqual([])
  })

  it('may be of several members', async () => {
    const file = await openText(files.write('a.gz', Buffer.concat([gzipSync(rows), gzipSync(text)])))
    expect(await textOf(file)).toBe(rows + text)
  })

  it('is refused when it is cut off, damaged, or holds another archive', async () => {
    const whole = gzipSync(rows)
    const broken = Buffer.from(whole)
    broken.fill(0x55, 200, 260)
    for (const bytes of [whole.subarray(0, whole.length - 20), broken])
      await expect(openText(files.write('a.gz', bytes))).rejects.toMatchObject({
        code: 'damaged',
        message: expect.stringMatching(/cut off or damaged.*Nothing was imported/) as string,
      })
    await expect(openText(files.write('b.gz', gzipSync(gzipSync(rows))))).rejects.toThrow(/inside an archive/)
  })
})

describe('zip', () => {
  const archive = [
    { name: '__MACOSX/._claims.csv', content: 'x' },
    { name: 'readme.txt', content: 'read me' },
    { name: 'data/', content: '', method: 0 },
    { name: 'data/claims.csv', content: text },
    { name: 'events.tsv', content: rows, method: 0 },
  ]

  it('opens the first table, or the one that is named', async () => {
    const path = files.write('list.zip', zipOf(archive))
    const first = await openText(path)
    expect(first).toMatchObject({ name: 'list.zip › data/claims.csv', container: 'zip', head: text })
    expect(await textOf(first)).toBe(text)
    expect(first.read).toBe(first.size)
    expect(first.sha256).toBe(createHash('sha256').update(readFileSync(path)).digest('hex'))
    expect(await textOf(await openText(path, { entry: 'events.tsv' }))).toBe(rows)
    expect((await listEntries(path)).map(({ name, size, isFirst }) => [name, size, isFirst])).toEqual([
      ['readme.txt', 7, false],
      ['data/claims.csv', Buffer.byteLength(text), true],
      ['events.tsv', rows.length, false],
    ])
  })

  it('reads names in the encoding of the system that made the archive', async () => {
    for (const [name, encoding] of [
      ['주장 목록.csv', 'cp949'],
      ['Список утверждений.csv', 'cp866'],
    ] as const) {
      const path = files.write('names.zip', zipOf([{ name: iconv.encode(name, encoding), content: text }]))
      expect((await openText(path)).name).toBe(`names.zip › ${name}`)
      expect((await openText(path, { entry: name })).head).toBe(text)
    }
  })

  it('says what it holds when there is no such table', async () => {
    const path = files.write('list.zip', zipOf(archive))
    await expect(openText(path, { entry: 'nope.csv' })).rejects.toThrow(/no file “nope.csv”, but .*“events.tsv”/)
    const pictures = [
      { name: 'a.png', content: 'x' },
      { name: 'b.png', content: 'y' },
    ]
    await expect(openText(files.write('p.zip', zipOf(pictures)))).rejects.toThrow(
      /no .csv, .tsv or .txt file, but “a.png”/,
    )
    await expect(openText(files.write('e.zip', zipOf([])))).rejects.toThrow(/but nothing/)
    await expect(openText(files.write('a.csv', text), { entry: 'x' })).rejects.toThrow(/is no zip archive/)
  })

  it('is refused when it is locked, cut off, damaged, packed oddly, or holds another archive', async () => {
    const open = (bytes: Buffer): Promise<unknown> => openText(files.write('a.zip', bytes))
    const whole = zipOf([{ name: 'a.csv', content: rows }])
    await expect(open(zipOf([{ name: 'a.csv', content: text, flags: 1 }]))).rejects.toThrow(/locked with a password/)
    await expect(open(zipOf([{ name: 'a.csv', content: text, flags: 0x41 }]))).rejects.toThrow(/locked with a password/)
    await expect(open(zipOf([{ name: 'a.csv', content: text, method: 12 }]))).rejects.toThrow(/packed in a way/)
    await expect(open(whole.subarray(0, whole.length - 40))).rejects.toMatchObject({ code: 'damaged' })
    const broken = Buffer.from(whole)
    broken.fill(0x55, 60, 120)
    await expect(open(broken)).rejects.toMatchObject({ code: 'damaged' })
    const stored = zipOf([{ name: 'a.csv', content: text, method: 0 }])
    stored.write('X', 45)
    await expect(open(stored)).rejects.toThrow(/checksum differs/)
    await expect(open(zipOf([{ name: 'a.csv', content: gzipSync(text) }]))).rejects.toThrow(/inside an archive/)
    await expect(open(zipOf([{ name: 'word/document.xml', content: '<x/>' }]))).rejects.toThrow(/text document/)
  })
})

describe('an archive that unpacks to too much', () => {
  it('is stopped by its size and by how many times its own size it is', async () => {
    const read = async (
      packed: number,
      limits: { bytes: number; ratio: number; ratioFrom: number },
    ): Promise<number> => {
      let total = 0
      const chunks = (async function* () {
        for (let turn = 0; turn < 100; turn++) yield await Promise.resolve(Buffer.alloc(1000))
      })()
      for await (const chunk of guarded(chunks, 'bomb.zip', () => packed, limits)) total += chunk.length
      return total
    }
    expect(await read(200, { bytes: 1e6, ratio: 1000, ratioFrom: 5e4 })).toBe(100_000)
    await expect(read(200, { bytes: 5e4, ratio: 1000, ratioFrom: 5e4 })).rejects.toThrow(/unpacks to more than/)
    await expect(read(10, { bytes: 1e6, ratio: 1000, ratioFrom: 5e3 })).rejects.toThrow(/unpacks to more than/)
  })
})

function book(): WorkBook {
  const sheet = utils.aoa_to_sheet([
    ['A list of the ministry'],
    [],
    ['ref', 'statement', 'said', 'best', 'share'],
    [
      'C1',
      'says "so", and\nmore',
      { t: 'n', v: 45589, z: 'dd.mm.yyyy' },
      { t: 'n', v: 11000, z: '#,##0' },
      { t: 'n', v: 0.125, z: '0.0%' },
    ],
    ['C2', '북한군', { t: 'n', v: 45589, z: 'm/d/yy' }, 1.5, true],
  ])
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 4 } }]
  const made = utils.book_new()
  utils.book_append_sheet(made, utils.aoa_to_sheet([['secret']]), 'Hidden')
  utils.book_append_sheet(made, utils.aoa_to_sheet([]), 'Empty')
  utils.book_append_sheet(made, sheet, 'Claims')
  utils.book_append_sheet(made, utils.aoa_to_sheet([[], [null, 'x', 'y']]), 'Other')
  made.Workbook = { Sheets: [{ Hidden: 1 }, {}, {}, {}] }
  return made
}

const claims = [
  'A list of the ministry,,,,',
  '',
  'ref,statement,said,best,share',
  'C1,"says ""so"", and\nmore",24.10.2024,"11,000",12.5%',
  'C2,북한군,2024-10-24,1.5,TRUE',
  '',
].join('\r\n')

describe('workbooks', () => {
  const make = (bookType: BookType, name = `book.${bookType}`): string =>
    files.write(name, writeBook(book(), { type: 'buffer', bookType }) as Buffer)

  it('gives the first visible sheet that holds something, its cells as they are displayed', async () => {
    const path = make('xlsx', 'book.csv')
    const file = await openText(path)
    expect(file).toMatchObject({
      name: 'book.csv › Claims',
      container: 'xlsx',
      encoding: 'utf-8',
      bom: false,
      doubt: null,
    })
    expect(await textOf(file)).toBe(claims)
    expect(file.read).toBe(file.size)
    expect(file.sha256).toBe(createHash('sha256').update(readFileSync(path)).digest('hex'))
  })

  it('lists the sheets, and opens the one that is named, hidden or not', async () => {
    const path = make('xlsx')
    expect(
      (await listEntries(path)).map(({ name, size, isHidden, isFirst }) => [name, size, isHidden, isFirst]),
    ).toEqual([
      ['Hidden', 1, true, false],
      ['Empty', 0, false, false],
      ['Claims', 5, false, true],
      ['Other', 2, false, false],
    ])
    expect((await openText(path, { sheet: 'Other' })).head).toBe('\r\nx,y\r\n')
    expect((await openText(path, { sheet: 'Hidden' })).head).toBe('secret\r\n')
    expect((await openText(path, { sheet: 'Empty' })).head).toBe('')
    await expect(openText(path, { sheet: 'Nope' })).rejects.toThrow(/no sheet “Nope”. It has “Hidden”, “Empty”/)
  })

  it.each(['xlsb', 'biff8', 'ods'] as const)('reads %s too', async (type) => {
    const file = await openText(make(type), { sheet: 'Claims' })
    const lines = file.head.split('\r\n')
    expect(lines.filter((line) => /^(ref|C2)/.test(line)).map((line) => line.split(',').slice(0, 2))).toEqual([
      ['ref', 'statement'],
      ['C2', '북한군'],
    ])
  })

  it.each([
    ['dd.mm.yyyy', '24.10.2024'],
    ['yyyy. m. d.', '2024. 10. 24.'],
    ['yyyy"년" m"월" d"일"', '2024년 10월 24일'],
    ['[$-419]dd.mm.yyyy hh:mm', '24.10.2024 12:00'],
    ['d.m.yy;@', '24.10.24'],
    ['0.00', '45589.50'],
    ['#,##0.0', '"45,589.5"'],
  ])('shows a number in the form %s as a spreadsheet does: %s', async (z, shown) => {
    const made = utils.book_new()
    utils.book_append_sheet(made, utils.aoa_to_sheet([[{ t: 'n', v: 45589.5, z }]]))
    const path = files.write('form.xlsx', writeBook(made, { type: 'buffer', bookType: 'xlsx' }) as Buffer)
    expect((await openText(path)).head).toBe(`${shown}\r\n`)
  })

  it('is refused when it is damaged', async () => {
    const whole = readFileSync(make('xlsx'))
    await expect(openText(files.write('cut.xlsx', whole.subarray(0, whole.length - 100)))).rejects.toMatchObject({
      code: 'damaged',
    })
    const old = readFileSync(make('biff8'))
    await expect(openText(files.write('cut.xls', old.subarray(0, 600)))).rejects.toThrow(/cannot be read as a workbook/)
  })
})
