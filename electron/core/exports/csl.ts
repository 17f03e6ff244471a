import type { Tlp } from '../../../shared/scales.ts'
import type { DocumentRow } from '../../../shared/source.ts'
import type { DocumentDetails } from './details.ts'
import { webAddress } from './web-address.ts'
import { withoutEmpty } from './without-empty.ts'

/** A date of CSL-JSON 1.0: parts where there are any, else the words. */
export interface CslDate {
  readonly 'date-parts'?: readonly (readonly number[])[]
  readonly circa?: true
  readonly season?: 1 | 2 | 3 | 4
  readonly literal?: string
}

const types: Readonly<Record<string, string>> = {
  agency: 'article-newspaper',
  newspaper: 'article-newspaper',
  broadcaster: 'broadcast',
  'official site': 'webpage',
  channel: 'post',
  'think tank': 'report',
}

/** A document as an item of CSL-JSON 1.0.2. */
export function cslItem(document: DocumentRow, { outletKind, owner, fileSha256 }: DocumentDetails, tlp: Tlp): object {
  const { id, title, author, outlet, url, archiveUrl, published, publishedText, captured, language } = document
  const isReport = outletKind === 'think tank'
  const address = webAddress(url)
  return withoutEmpty({
    id,
    type: (outletKind !== null && types[outletKind]) || (address === null ? 'document' : 'webpage'),
    title,
    // Who is named is taken as a whole: parts of names are not guessed.
    author: author === null ? null : [{ literal: author }],
    issued: cslDate(published ?? publishedText),
    accessed: cslDate(captured),
    'container-title': isReport ? null : outlet,
    publisher: isReport ? outlet : owner,
    URL: address,
    archive_location: webAddress(archiveUrl),
    language,
    custom: withoutEmpty({ tlp, read_by_me: document.readByMe, sha256: fileSha256 }),
  })
}

/** A date as written or in EDTF: an interval is two dates; `~`, `?` and digits left open make it circa. */
export function cslDate(text: string | null): CslDate | null {
  if (text === null) return null
  const season = /^(\d{4})-2([1-4])([~?%]?)$/.exec(text)
  if (season)
    return {
      'date-parts': [[Number(season[1])]],
      season: Number(season[2]) as 1 | 2 | 3 | 4,
      ...circa(season[3] !== ''),
    }
  const sides = text.split('/').map(partsOf)
  const [from, to] = sides
  if (sides.length > 2 || !from || (sides.length === 2 && !to)) return { literal: text }
  return { 'date-parts': sides.map((side) => side?.parts ?? []), ...circa(sides.some((side) => side?.isCirca)) }
}

const circa = (is: boolean): { circa?: true } => (is ? { circa: true } : {})

/** Year, month and day as far as they are written out; undefined for what is no such date. */
function partsOf(text: string): { parts: number[]; isCirca: boolean } | undefined {
  const [, year, month, day, mark] = /^(\d{4})(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?([~?%]?)(?:T.*)?$/.exec(text) ?? []
  if (year === undefined || Number(month) > 12) return undefined
  const written = [
    year,
    ...(month === undefined || month === 'XX' ? [] : [month, ...(day === undefined || day === 'XX' ? [] : [day])]),
  ]
  return { parts: written.map(Number), isCirca: mark !== '' || month === 'XX' || day === 'XX' }
}
