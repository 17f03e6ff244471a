import { encodings, type Encoding } from '../../../../shared/encodings.ts'
import { ExpectedError } from '../../../../shared/result.ts'

/** What a character takes: one byte, one or more, or two at least. */
export type EncodingFamily = 'utf-8' | 'wide' | 'single' | 'multi'

const multi: ReadonlySet<Encoding> = new Set(['cp949', 'shift_jis', 'euc-jp', 'gb18030', 'big5'])

export function familyOf(encoding: Encoding): EncodingFamily {
  if (encoding === 'utf-8') return 'utf-8'
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return 'wide'
  return multi.has(encoding) ? 'multi' : 'single'
}

/** Other names in use, without their case, hyphens, underscores and spaces. */
const aliases: Readonly<Record<Encoding, readonly string[]>> = {
  'utf-8': ['utf8bom', 'utf8sig', 'ascii', 'usascii', 'unicode11utf8', 'cp65001', '65001'],
  'utf-16le': ['utf16', 'unicode', 'ucs2', 'ucs2le', 'iso10646ucs2', 'cp1200', '1200'],
  'utf-16be': ['ucs2be', 'cp1201', '1201'],
  'windows-1251': ['cp1251', 'win1251', '1251', 'ansi1251'],
  'koi8-r': ['koi8', 'cp20866'],
  'koi8-u': ['koi8ru', 'cp21866'],
  cp866: ['ibm866', '866', 'dos866'],
  'iso-8859-5': ['cyrillic', 'cp28595', 'isoir144'],
  cp949: ['euckr', 'uhc', 'ksc5601', 'ksc56011987', 'ksx1001', 'ms949', 'windows949', 'korean', '949', 'cp51949'],
  'windows-1252': ['cp1252', 'win1252', '1252', 'ansi'],
  'iso-8859-1': ['latin1', 'l1', 'cp819', 'isoir100', 'cp28591'],
  'iso-8859-15': ['latin9', 'latin0', 'l9', 'cp28605'],
  'windows-1250': ['cp1250', 'win1250', '1250'],
  'iso-8859-2': ['latin2', 'l2', 'cp28592'],
  shift_jis: ['sjis', 'cp932', 'ms932', 'mskanji', 'windows31j', 'windows932', 'xsjis', 'cswindows31j', '932'],
  'euc-jp': ['xeucjp', 'ujis'],
  gb18030: ['gbk', 'gb2312', 'cp936', 'ms936', 'windows936', 'euccn', 'xgbk', 'chinese', 'cp54936', '936'],
  big5: ['big5hkscs', 'cp950', 'cnbig5', 'xxbig5', '950'],
  'windows-1253': ['cp1253', 'win1253', '1253'],
  'windows-1254': ['cp1254', 'win1254', '1254'],
  'windows-1255': ['cp1255', 'win1255', '1255'],
  'windows-1256': ['cp1256', 'win1256', '1256'],
  'windows-1257': ['cp1257', 'win1257', '1257'],
  'windows-1258': ['cp1258', 'win1258', '1258'],
  'iso-8859-3': ['latin3', 'l3'],
  'iso-8859-4': ['latin4', 'l4'],
  'iso-8859-7': ['greek'],
  'iso-8859-9': ['latin5', 'l5'],
  'iso-8859-10': ['latin6', 'l6'],
  'iso-8859-13': ['latin7', 'l7'],
  'iso-8859-14': ['latin8', 'l8'],
  'iso-8859-16': ['latin10', 'l10'],
  'windows-874': ['cp874', 'tis620', 'iso885911'],
  macintosh: ['macroman', 'mac', 'xmacroman'],
  'x-mac-cyrillic': ['maccyrillic', 'xmacukrainian'],
  cp437: ['ibm437', '437'],
  cp850: ['ibm850', '850'],
  cp852: ['ibm852', '852'],
}

const plain = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[-_\s.]/g, '')

const byName: ReadonlyMap<string, Encoding> = new Map(
  encodings.flatMap((encoding) => [encoding, ...aliases[encoding]].map((name) => [plain(name), encoding] as const)),
)

/** The encoding of this name as people, IANA, Python, Windows or iconv write it; undefined where it is none known. */
export const findEncoding = (name: string): Encoding | undefined => byName.get(plain(name))

/** The encoding that a person names; refuses a name that is none, with those that are. */
export function encodingNamed(name: string): Encoding {
  const found = findEncoding(name)
  if (found) return found
  throw new ExpectedError(
    'invalid-input',
    `“${name}” is no encoding that Parallax knows. It knows ${encodings.join(', ')}. Nothing was imported.`,
  )
}

/** The encoding to read by: of the plain name “UTF-16” the file's mark says which of the two it is. */
export function encodingAsked(name: string, mark: Mark | null): Encoding {
  const encoding = encodingNamed(name)
  const isOpen = encoding === 'utf-16le' && !/le$/i.test(plain(name))
  return isOpen && mark?.encoding === 'utf-16be' ? 'utf-16be' : encoding
}

/** The bytes at the start of a file that only say how it is encoded. */
export interface Mark {
  readonly encoding: Encoding
  readonly length: number
}

const marks: readonly { readonly encoding: Encoding; readonly bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
  // GB18030's own form of the mark.
  { encoding: 'gb18030', bytes: [0x84, 0x31, 0x95, 0x33] },
]

/** The mark that these first bytes of a file begin with, or null. */
export function markOf(head: Uint8Array): Mark | null {
  const mark = marks.find(({ bytes }) => bytes.every((byte, index) => head[index] === byte))
  return mark ? { encoding: mark.encoding, length: mark.bytes.length } : null
}
