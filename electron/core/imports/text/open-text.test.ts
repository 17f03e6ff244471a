import { createHash } from 'node:crypto'
import { appendFileSync, chmodSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { asOrdinaryUser } from '../../../store/test-user.ts'
import { openText } from './open-text.ts'
import { tempFiles, textOf, type TempFiles } from './temp-files.ts'

let files: TempFiles
beforeEach(() => (files = tempFiles()))
afterEach(() => files.remove())

const write = (content: Uint8Array | string, name = 'list.csv'): string => files.write(name, content)

const korean = 'ref,statement\r\nC1,북한군 약 1만 명이 쿠르스크에 있다\r\nC2,러시아는 부인했다\r\n'
const russian = 'ref;statement\nC1;Около 11 тысяч военных в Курской области\nC2;Кремль не подтвердил\n'

describe('opening a text', () => {
  it('tells of a UTF-8 file what it is', async () => {
    const path = write(russian)
    const file = await openText(path)
    expect(file).toMatchObject({ name: 'list.csv', container: 'plain', encoding: 'utf-8', bom: false, doubt: null })
    expect(file).toMatchObject({ newline: 'lf', lineEnds: { lf: 3, crlf: 0, cr: 0 }, head: russian, read: 0 })
    expect(file.sha256).toBe(createHash('sha256').update(readFileSync(path)).digest('hex'))
    expect(await textOf(file)).toBe(russian)
    expect(file.read).toBe(file.size)
    expect(file.problems).toMatchObject({ undecodable: { count: 0, lines: [] }, nul: { count: 0, lines: [] } })
  })

  it('reads an empty file, one of a mark alone, and one of a single byte', async () => {
    for (const [content, bom] of [
      [[], false],
      [[0xef, 0xbb, 0xbf], true],
      [[0xff, 0xfe], true],
    ] as const) {
      const file = await openText(write(Buffer.from(content)))
      expect(file).toMatchObject({ head: '', bom, newline: 'none' })
      expect(await textOf(file)).toBe('')
    }
    expect(await openText(write('a'))).toMatchObject({ head: 'a', encoding: 'utf-8' })
  })

  it.each([
    ['utf-8', 'utf8', [0xef, 0xbb, 0xbf]],
    ['utf-16le', 'utf-16le', [0xff, 0xfe]],
    ['utf-16be', 'utf-16be', [0xfe, 0xff]],
  ] as const)('believes the mark of %s, and finds it without one', async (encoding, name, mark) => {
    const bytes = iconv.encode(korean, name, { addBOM: false })
    const marked = await openText(write(Buffer.concat([Buffer.from(mark), bytes])))
    const bare = await openText(write(bytes, 'bare.csv'))
    expect([marked.encoding, marked.bom, marked.doubt, marked.head]).toEqual([encoding, true, null, korean])
    expect([bare.encoding, bare.bom, bare.doubt, bare.newline]).toEqual([encoding, false, null, 'crlf'])
    expect([await textOf(marked), await textOf(bare)]).toEqual([korean, korean])
  })

  it.each(['windows-1251', 'koi8-r', 'cp949'])('finds %s by itself', async (encoding) => {
    const text = encoding === 'cp949' ? korean : russian
    const file = await openText(write(iconv.encode(text, encoding)))
    expect([file.encoding, file.doubt, file.head]).toEqual([encoding, null, text])
    expect(await textOf(file)).toBe(text)
  })

  it('finds the encoding of a file whose first megabytes are ASCII', async () => {
    const head = 'C1,nothing but ASCII in this row of the list\n'.repeat(60_000)
    const tail = 'C9,북한군 병력이 확인되었다,국방부\n'
    const file = await openText(write(iconv.encode(head + tail + head, 'cp949')))
    expect([file.encoding, file.doubt]).toEqual(['cp949', null])
    expect(await textOf(file)).toBe(head + tail + head)
    const utf8 = await openText(write(head + tail))
    expect(utf8.encoding).toBe('utf-8')
  })

  it('gives a head of 256 K characters, never cut within one', async () => {
    const text = `a${'😀'.repeat(2 ** 17)}`
    const file = await openText(write(text))
    expect(file.head).toBe(text.slice(0, 2 ** 18 - 1))
    for await (const chunk of file.chunks()) expect(chunk.isWellFormed()).toBe(true)
  })

  it.each([
    ['a\r\nb\r\n', 'crlf'],
    ['a\rb\r', 'cr'],
    ['a\nb\r\n', 'mixed'],
    ['a\rb\r\n', 'mixed'],
    ['a', 'none'],
  ])('counts the line ends of %j: %s', async (text, newline) => {
    expect((await openText(write(text))).newline).toBe(newline)
    expect((await openText(write(iconv.encode(text, 'utf-16be', { addBOM: true })))).newline).toBe(newline)
  })

  it('is read once more from the start, and let go of at any time', async () => {
    const file = await openText(write('a,b\n'.repeat(100_000)))
    for await (const chunk of file.chunks()) {
      expect(chunk.length).toBeGreaterThan(0)
      break
    }
    const reading = file.chunks()
    await reading.next()
    await file.close()
    await file.close()
    expect((await reading.next()).done).toBe(true)
    expect((await textOf(file)).length).toBe(400_000)
  })

  it('reads any text in any of the usual encodings back', async () => {
    const pieces = fc.constantFrom('Привет', '북한군', 'Müller', ',', '"', '\n', '\r\n', 'x'.repeat(70_000), '1 500 €')
    const text = fc.array(pieces, { maxLength: 20 }).map((all) => all.join(''))
    const encoding = fc.constantFrom(
      'utf-8',
      'utf-16le',
      'utf-16be',
      'windows-1251',
      'cp949',
      'windows-1252',
      'gb18030',
    )
    await fc.assert(
      fc.asyncProperty(text, encoding, async (any, name) => {
        const bytes = iconv.encode(any, name, { addBOM: false })
        const file = await openText(write(bytes), { encoding: name })
        expect(await textOf(file)).toBe(iconv.decode(bytes, name))
      }),
      { numRuns: 60 },
    )
  })
})

describe('what is odd in a text', () => {
  it('names the lines of undecodable bytes, and keeps all else', async () => {
    const bytes = Buffer.concat([
      Buffer.from('ref,statement\r\nC1,Курск и область\r\nC2,сло'),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('ва\r\nC3,Белгород, район\r\nC4,'),
      Buffer.from([0xd0]),
    ])
    const file = await openText(write(bytes))
    const text = await textOf(file)
    expect([file.encoding, file.doubt]).toEqual(['utf-8', null])
    expect(text).toBe('ref,statement\r\nC1,Курск и область\r\nC2,сло\uFFFD\uFFFDва\r\nC3,Белгород, район\r\nC4,\uFFFD')
    expect(file.problems.undecodable).toMatchObject({ count: 3, lines: [3, 5] })
  })

  it('names the line of an undecodable byte in other encodings, across chunks', async () => {
    const rows = 'C1,북한군 약 1만 명이 있다\n'.repeat(10_000)
    const bytes = Buffer.concat([
      iconv.encode(rows, 'cp949'),
      Buffer.from([0x43, 0xff, 0x0a]),
      iconv.encode(rows, 'cp949'),
    ])
    const file = await openText(write(bytes))
    expect(await textOf(file)).toBe(`${rows}C\uFFFD\n${rows}`)
    expect(file.problems.undecodable).toMatchObject({ count: 1, lines: [10_001] })
  })

  it('leaves stray NULs out and names their lines, in every encoding', async () => {
    const text = 'ref,statement\r\nC1,a\0b\r\nC2,\0\0\r\nC3,без нулей\r\n'
    for (const encoding of ['utf-8', 'utf-16le', 'windows-1251']) {
      const file = await openText(write(iconv.encode(text, encoding)), encoding === 'utf-16le' ? { encoding } : {})
      expect([file.encoding, file.head]).toEqual([encoding, text.replaceAll('\0', '')])
      expect(await textOf(file)).toBe(text.replaceAll('\0', ''))
      expect(file.problems.nul).toMatchObject({ count: 3, lines: [2, 3] })
    }
  })

  it('tells stray NULs from UTF-16', async () => {
    const padded = 'name\0\0\0\0,place\0\0\0\r\nPetrov\0\0,Kursk\0\0\0\r\n'
    expect(await openText(write(padded))).toMatchObject({ encoding: 'utf-8', head: padded.replaceAll('\0', '') })
  })

  it('keeps a bounded list of lines', async () => {
    const file = await openText(write('a\0\n'.repeat(5000)))
    await textOf(file)
    expect(file.problems.nul.count).toBe(5000)
    expect(file.problems.nul.lines).toHaveLength(1000)
  })
})

describe('doubt about an encoding', () => {
  it('asks where little speaks for one, and shows how lines read in each', async () => {
    const file = await openText(write(iconv.encode('ref,by\r\n1,ТАСС\r\n', 'cp866')))
    expect(file.doubt).toMatchObject({ code: 'ambiguous' })
    expect(file.doubt?.candidates[0]).toEqual({ encoding: file.encoding, lines: [expect.stringMatching(/^1,/)] })
    expect(file.doubt?.candidates.map(({ lines }) => lines[0])).toContain('1,ТАСС')
  })

  it('has none of an encoding that a person named and that fits', async () => {
    const file = await openText(write(iconv.encode(russian, 'koi8-r')), { encoding: 'KOI8-R' })
    expect([file.encoding, file.doubt, file.head]).toEqual(['koi8-r', null, russian])
  })

  it('says when the encoding that a person named does not fit', async () => {
    const cases = [
      [Buffer.from(russian), 'windows-1251', 'utf-8'],
      [iconv.encode(russian, 'windows-1251'), 'utf-8', 'windows-1251'],
      [iconv.encode(korean, 'cp949'), 'UTF8', 'cp949'],
      [Buffer.from(russian), 'utf-16le', 'utf-8'],
      [iconv.encode(russian, 'utf-16le', { addBOM: true }), 'utf-8', 'utf-16le'],
    ] as const
    for (const [bytes, encoding, better] of cases) {
      const file = await openText(write(bytes), { encoding })
      const offered = file.doubt?.candidates.map((candidate) => candidate.encoding)
      expect([file.doubt?.code, offered?.[0], offered?.at(-1)]).toEqual(['does-not-fit', better, file.encoding])
    }
  })

  it('refuses an encoding that is none before it reads anything', async () => {
    await expect(openText(write('a'), { encoding: 'nonsense' })).rejects.toThrow(/no encoding that Parallax knows/)
  })
})

describe('files that cannot be read', () => {
  it('says so of what is missing or a folder', async () => {
    await expect(openText(join(files.folder, 'none.csv'))).rejects.toMatchObject({ code: 'cannot-read' })
    await expect(openText(files.folder)).rejects.toMatchObject({ code: 'cannot-read' })
  })

  it('says so of what may not be read', async () => {
    const path = write('a')
    chmodSync(path, 0)
    await asOrdinaryUser(() => expect(openText(path)).rejects.toMatchObject({ code: 'cannot-read' }))
  })

  it('refuses what is no text, by what is in it', async () => {
    await expect(openText(write('%PDF-1.7 …'))).rejects.toThrow(/is a PDF file, not a table/)
    await expect(openText(write('SQLite format 3\0'))).rejects.toThrow(/is an SQLite database/)
    const noise = Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256))
    await expect(openText(write(noise))).rejects.toThrow(/no text in any encoding/)
  })

  it('refuses a file that changes between the look and the reading', async () => {
    const path = write(russian)
    const file = await openText(path)
    appendFileSync(path, 'C3;ещё\n')
    await expect(textOf(file)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/changed while it was read/) as string,
    })
  })

  it('refuses a file that changes while it is read, also when its size stays', async () => {
    const path = write('a,b\n'.repeat(200_000))
    const file = await openText(path)
    const reading = file.chunks()
    await reading.next()
    writeFileSync(path, 'c,d\n'.repeat(200_000))
    utimesSync(path, new Date(), new Date(Date.now() + 5000))
    await expect(
      (async () => {
        for await (const _ of reading);
      })(),
    ).rejects.toMatchObject({ code: 'conflict' })
  })

  it('refuses a file that changes during the look', async () => {
    const path = write('a,b\n'.repeat(1_000_000))
    const onLook = (): void => appendFileSync(path, 'x')
    await expect(openText(path, { onLook })).rejects.toMatchObject({ code: 'conflict' })
  })
})
