import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import subsetFont from 'subset-font'
import { Kept } from './kept.ts'

/** The faces of IBM Plex Sans that reports are set in; Korean has no italics. */
const files = {
  'latin-400': 'ibm-plex-sans/400Regular/IBMPlexSans_400Regular.ttf',
  'latin-600': 'ibm-plex-sans/600SemiBold/IBMPlexSans_600SemiBold.ttf',
  'latin-700': 'ibm-plex-sans/700Bold/IBMPlexSans_700Bold.ttf',
  'latin-italic': 'ibm-plex-sans/400Regular_Italic/IBMPlexSans_400Regular_Italic.ttf',
  'korean-400': 'ibm-plex-sans-kr/IBMPlexSansKR_400Regular.ttf',
  'korean-600': 'ibm-plex-sans-kr/IBMPlexSansKR_600SemiBold.ttf',
  'korean-700': 'ibm-plex-sans-kr/IBMPlexSansKR_700Bold.ttf',
} as const
export type FaceName = keyof typeof files
type FontFormat = 'woff' | 'truetype'

/** Hangul, and what Korean text has beside: Han characters, full-width forms and punctuation. */
const eastAsian = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u
const cyrillic = /\p{Script=Cyrillic}/u

/** What the words of a report itself are written with; always in, so that one subset serves most reports. */
const basic = `${range(0x20, 0x7e)}\u00a0§±·×–—‘’“”„…•←→↩≈≠≤≥−`
const russian = `${range(0x410, 0x44f)}ЁёЄєІіЇїҐґ№«»`

function range(from: number, to: number): string {
  return String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, index) => from + index))
}

/** The characters of a text that each script's faces are needed for. */
export interface Characters {
  readonly latin: string
  /** Empty: no Korean face is needed. */
  readonly korean: string
}

export const charactersIn = (text: string): Characters => charactersOf(distinct(text))

/** Each character of a text, as fonts have them. */
export const distinct = (text: string): ReadonlySet<string> => new Set(text.normalize('NFC'))

export function charactersOf(used: Iterable<string>): Characters {
  const all = [...new Set(used)].filter((character) => character >= ' ')
  const known = all.some((character) => cyrillic.test(character)) ? basic + russian : basic
  const korean = all.filter((character) => eastAsian.test(character))
  const latin = new Set([...known, ...all.filter((character) => !eastAsian.test(character))])
  return { latin: [...latin].sort().join(''), korean: korean.sort().join('') }
}

/** The latest subsets: a report is drawn again and again while it is written, mostly with the same characters. */
const subsets = new Kept<Promise<Buffer>>(20)

/** A face cut down to the characters that are used; empty when it has nothing to do. */
export function subsetFace(face: FaceName, characters: Characters, format: FontFormat): Promise<Buffer> {
  const text = face.startsWith('korean') ? characters.korean : characters.latin
  return subsets.get(`${face} ${format} ${text}`, () => makeSubset(face, text, format))
}

async function makeSubset(face: FaceName, text: string, targetFormat: FontFormat): Promise<Buffer> {
  const font = await readFace(face)
  // WOFF 2 would be a quarter smaller and take seven times as long. Small capitals, old-style figures and the like are never asked for.
  return subsetFont(font, text, { targetFormat, noHinting: targetFormat === 'woff', keepFeatures })
}

const keepFeatures = ['kern', 'mark', 'mkmk', 'ccmp', 'locl', 'liga', 'tnum']

/** Where a face lies. */
export const fontFile = (face: FaceName): string =>
  createRequire(import.meta.url).resolve(`@expo-google-fonts/${files[face]}`)

const readFace = (face: FaceName): Promise<Buffer> => readFile(fontFile(face))
