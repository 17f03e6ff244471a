import { TextRun, type IRunOptions } from 'docx'
import { languageOf, scriptLanguage } from '../words.ts'

export type Format = Omit<IRunOptions, 'children' | 'text' | 'break'>

/** A text as runs, each with the language of its script; `given` is the language of the whole. Its lines stay apart. */
export const textRuns = (text: string, format: Format = {}, given?: string | null): TextRun[] =>
  text.split(/\r\n|\r|\n/).flatMap((line, index) => lineRuns(line, index > 0, format, given))

function lineRuns(line: string, isNewLine: boolean, format: Format, given: string | null | undefined): TextRun[] {
  const start = isNewLine ? [new TextRun({ break: 1 })] : []
  const runs = spans(line, given).map(
    ({ text, language }) => new TextRun({ ...format, ...languageFormat(language, format), text }),
  )
  return [...start, ...runs]
}

interface Span {
  readonly text: string
  readonly language: string | undefined
}

/** Words of one script with what stands between them. */
const foreign =
  /\p{Script=Hangul}(?:[^\p{L}]*\p{Script=Hangul})*|\p{Script=Cyrillic}(?:[^\p{L}]*\p{Script=Cyrillic})*/gu

function spans(text: string, given: string | null | undefined): Span[] {
  const whole = languageOf(text, given)
  if (whole !== undefined && whole !== scriptLanguage(text)) return text === '' ? [] : [{ text, language: whole }]
  // Which Cyrillic it is shows in the text as a whole rather than in a word of it.
  const matches = [...text.matchAll(foreign)]
  const cyrillic = matches.length === 0 ? undefined : scriptLanguage(text.replaceAll(/\P{Script=Cyrillic}/gu, ''))
  const found: Span[] = []
  let end = 0
  for (const match of matches) {
    if (match.index > end) found.push({ text: text.slice(end, match.index), language: undefined })
    found.push({ text: match[0], language: scriptLanguage(match[0]) === 'ko' ? 'ko' : cyrillic })
    end = match.index + match[0].length
  }
  return end < text.length ? [...found, { text: text.slice(end), language: undefined }] : found
}

/** East Asian letters have a language of their own in Word, beside that of the letters around them. */
function languageFormat(language: string | undefined, { font }: Format): Format {
  if (language === undefined) return {}
  if (!/^(ko|ja|zh)\b/i.test(language)) return { language: { value: regional(language) } }
  // The hint sets the punctuation, which both kinds of font have, in the East Asian one.
  return { language: { eastAsia: regional(language) }, ...(font === undefined ? { font: { hint: 'eastAsia' } } : {}) }
}

/** Word knows its spelling dictionaries by country. */
const regional = (language: string): string =>
  ({ ko: 'ko-KR', ja: 'ja-JP', zh: 'zh-CN', ru: 'ru-RU', uk: 'uk-UA' })[language] ?? language

/** What no XML file may hold, and halves of characters, fall away; everything else stays as it was written. */
export const cleanText = (text: string): string =>
  // eslint-disable-next-line no-control-regex
  text.toWellFormed().replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')

/** The same value with all its texts clean. */
export function clean<Value>(value: Value): Value {
  if (typeof value === 'string') return cleanText(value) as Value
  if (Array.isArray(value)) return value.map(clean) as Value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clean(inner)])) as Value
}
