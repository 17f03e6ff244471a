import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decodeAll } from './decode.ts'
import { encodings } from '../../../../shared/encodings.ts'
import { encodingAsked, encodingNamed, findEncoding, markOf } from './encodings.ts'

describe('names of encodings', () => {
  it.each([
    ['UTF8', 'utf-8'],
    ['utf_8_sig', 'utf-8'],
    ['US-ASCII', 'utf-8'],
    ['UTF-16', 'utf-16le'],
    ['cp1251', 'windows-1251'],
    ['Win-1251', 'windows-1251'],
    ['KOI8R', 'koi8-r'],
    ['EUC-KR', 'cp949'],
    ['ks_c_5601-1987', 'cp949'],
    ['latin1', 'iso-8859-1'],
    ['ISO8859_15', 'iso-8859-15'],
    ['ansi', 'windows-1252'],
    ['Shift-JIS', 'shift_jis'],
    ['windows-31j', 'shift_jis'],
    ['GBK', 'gb18030'],
    ['gb2312', 'gb18030'],
    ['ibm866', 'cp866'],
  ])('knows %s as %s', (name, encoding) => {
    expect(encodingNamed(name)).toBe(encoding)
  })

  it('knows every encoding under its own name, and each decodes ASCII', () => {
    for (const encoding of encodings) {
      expect(findEncoding(encoding.toUpperCase())).toBe(encoding)
      const bytes = iconv.encode('a,1\r\n', encoding === 'x-mac-cyrillic' ? 'maccyrillic' : encoding)
      expect(decodeAll(bytes, encoding)).toBe('a,1\r\n')
    }
  })

  it('refuses a name that is none and names those that are', () => {
    expect(() => encodingNamed('klingon-1')).toThrow(/“klingon-1” is no encoding.*utf-8.*windows-1251.*cp949/)
  })

  it('lets the mark say which UTF-16 is meant', () => {
    const big = markOf(Buffer.from([0xfe, 0xff, 0, 0x61]))
    expect(encodingAsked('UTF-16', big)).toBe('utf-16be')
    expect(encodingAsked('UTF-16LE', big)).toBe('utf-16le')
    expect(encodingAsked('UTF-16', null)).toBe('utf-16le')
  })
})
