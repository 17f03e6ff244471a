import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decodeAll } from './decode.ts'
import { detect } from './detect.ts'
import { encodingNamed } from './encodings.ts'
import { samples } from './samples.ts'

const cases = samples.flatMap(({ language, encodings, text }) =>
  encodings.map((name) => ({ language, encoding: encodingNamed(name), text })),
)

/** The lines that are not ASCII, as the reader collects them. */
const excerptsOf = (text: string, encoding: string): readonly Buffer[] =>
  text
    .split('\r\n')
    .map((line) => iconv.encode(line, encoding))
    .filter((line) => line.some((byte) => byte > 0x7f))

describe('the encoding of a short list', () => {
  it.each(cases)('$language in $encoding: $text', async ({ encoding, text }) => {
    expect(iconv.decode(iconv.encode(text, encoding), encoding)).toBe(text)
    const found = await detect(excerptsOf(text, encoding))
    // Two encodings in which the list reads the same are equally right.
    expect(decodeAll(iconv.encode(text, encoding), found.encoding)).toBe(text)
    expect(found.candidates[0]?.encoding).toBe(found.encoding)
    expect(found.isSure).toBe(true)
  })

  it('is never wrong and sure even of one line, and then the right one is offered', async () => {
    const counts = { sure: 0, asked: 0, second: 0 }
    for (const { encoding, text } of cases)
      for (const line of excerptsOf(text, encoding)) {
        const right = decodeAll(line, encoding)
        const found = await detect([line])
        const isRight = decodeAll(line, found.encoding) === right
        expect(found.candidates.some((candidate) => candidate.lines[0] === right.slice(0, 200))).toBe(true)
        if (!isRight) expect(found.isSure).toBe(false)
        counts[isRight ? (found.isSure ? 'sure' : 'asked') : 'second']++
      }
    expect(counts.sure).toBeGreaterThan(150)
    expect(counts.second).toBeLessThan(5)
  })

  it('takes the usual name where two encodings read the same', async () => {
    const name = async (text: string, encoding: string): Promise<string> =>
      (await detect(excerptsOf(text, encoding))).encoding
    expect(await name('Müller,Köln\r\nWeiß,Lübeck', 'iso-8859-1')).toBe('windows-1252')
    expect(await name('Иван Петров,Курск\r\nАнна,Белгород', 'koi8-u')).toBe('koi8-r')
    expect(await name('국방부,북한군 병력\r\n외무성,부인', 'euc-kr')).toBe('cp949')
    expect(await name('王小明,北京\r\n李华,上海', 'gb2312')).toBe('gb18030')
  })

  it('keeps UTF-8 that a few bytes are broken of', async () => {
    const line = Buffer.concat([Buffer.from('Курск, район, солдаты '), Buffer.from([0xff]), Buffer.from(' и ещё')])
    expect(await detect([line])).toMatchObject({ encoding: 'utf-8', isSure: true })
  })
})
