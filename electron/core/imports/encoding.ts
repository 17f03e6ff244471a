import { isUtf8 } from 'node:buffer'
import { ExpectedError } from '../../../shared/result.ts'
import type { FileBytes } from './file-bytes.ts'

/** How a file's bytes stand for text, and how many bytes at its start are only the mark that says so. */
export interface Encoding {
  readonly name: 'utf-8' | 'utf-16le' | 'utf-16be'
  readonly mark: number
}

const marks: readonly { readonly name: Encoding['name']; readonly bytes: readonly number[] }[] = [
  { name: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { name: 'utf-16le', bytes: [0xff, 0xfe] },
  { name: 'utf-16be', bytes: [0xfe, 0xff] },
]

/** A line longer than this is no line of a list: memory must not depend on it. */
const longestLine = 2 ** 24

/** The encoding that the mark at the start names; UTF-8 where there is none. */
export function encodingOf({ head, name }: FileBytes): Encoding {
  const mark = marks.find(({ bytes }) => bytes.every((byte, index) => head[index] === byte))
  if (mark) return { name: mark.name, mark: mark.bytes.length }
  if (head.includes(0)) throw unreadable(name, 'it holds bytes that no UTF-8 text has')
  return { name: 'utf-8', mark: 0 }
}

/** The first characters of a file, to look at: what a cut at its end broke is not reported. */
export const headText = ({ head }: FileBytes, { name, mark }: Encoding): string =>
  new TextDecoder(name).decode(head.subarray(mark))

/** The text in whole lines of UTF-8 without a mark, strictly decoded: a byte that is none of the encoding ends the reading. */
export async function* utf8Chunks(file: FileBytes, encoding: Encoding): AsyncGenerator<Buffer> {
  const bytes = withoutMark(file.chunks(), encoding.mark)
  yield* wholeLines(encoding.name === 'utf-8' ? bytes : transcoded(bytes, encoding.name, file.name), file.name)
}

async function* withoutMark(chunks: AsyncIterable<Buffer>, mark: number): AsyncGenerator<Buffer> {
  let left = mark
  for await (const chunk of chunks) {
    yield chunk.subarray(left)
    left = Math.max(0, left - chunk.length)
  }
}

/** Regroups and checks by lines, so that a failure can name its line. A cut at a line's end never parts a character. */
async function* wholeLines(chunks: AsyncIterable<Buffer>, fileName: string): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0)
  let line = 1
  for await (const chunk of chunks) {
    const joined = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    const end = lastLineEnd(joined)
    rest = joined.subarray(end)
    if (rest.length > longestLine) throw unreadable(fileName, `the line after line ${line} is too long for a list`)
    const lines = joined.subarray(0, end)
    line = expectUtf8(lines, line, fileName)
    yield lines
  }
  expectUtf8(rest, line, fileName)
  yield rest
}

/** The place after the last line that is whole; a CR at the very end may be half of a CRLF. */
const lastLineEnd = (bytes: Buffer): number => {
  const lf = bytes.lastIndexOf(0x0a)
  return (lf >= 0 ? lf : bytes.lastIndexOf(0x0d, bytes.length - 2)) + 1
}

/** The number of the line after these bytes; throws where they are not UTF-8. */
function expectUtf8(bytes: Buffer, firstLine: number, fileName: string): number {
  const isGood = isUtf8(bytes)
  let line = firstLine
  let start = 0
  for (let end = bytes.indexOf(0x0a); end >= 0; end = bytes.indexOf(0x0a, start)) {
    if (!isGood && !isUtf8(bytes.subarray(start, end))) throw notUtf8(fileName, line)
    line++
    start = end + 1
  }
  if (!isGood) throw notUtf8(fileName, line)
  return line
}

async function* transcoded(chunks: AsyncIterable<Buffer>, encoding: string, fileName: string): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
  const decode = (chunk?: Buffer): Buffer => {
    try {
      return Buffer.from(decoder.decode(chunk, { stream: chunk !== undefined }))
    } catch {
      throw unreadable(fileName, `it begins as ${encoding.toUpperCase()} and holds bytes that are not`)
    }
  }
  for await (const chunk of chunks) yield decode(chunk)
  yield decode()
}

const notUtf8 = (fileName: string, line: number): ExpectedError =>
  unreadable(fileName, `line ${line} holds bytes that are not UTF-8`)

const unreadable = (fileName: string, why: string): ExpectedError =>
  new ExpectedError(
    'cannot-read',
    `${fileName} cannot be read as UTF-8 text: ${why}. Save it as UTF-8 (in a spreadsheet: “CSV UTF-8”) and try again. Nothing was imported.`,
  )
