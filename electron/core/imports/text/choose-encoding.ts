import { isUtf8 } from 'node:buffer'
import { ExpectedError } from '../../../../shared/result.ts'
import { decodeAll } from './decode.ts'
import { detect, readIn, type Detection, type EncodingCandidate } from './detect.ts'
import type { Encoding } from '../../../../shared/encodings.ts'
import { familyOf } from './encodings.ts'
import type { Survey } from './survey.ts'
import { utf16Of } from './utf16.ts'
import { cutUtf8 } from './utf8.ts'

/** Why a person should look at how a file is read. */
export interface EncodingDoubt {
  /**
   * `ambiguous`: the detectors do not agree, or two encodings are nearly as plausible. `does-not-fit`: the encoding that was
   * named, or the file's own mark, does not fit its bytes.
   */
  readonly code: 'ambiguous' | 'does-not-fit'
  readonly message: string
  /** The best first, each with the same lines as they read in it. The one in use is among them. */
  readonly candidates: readonly EncodingCandidate[]
}

export interface Choice {
  readonly encoding: Encoding
  readonly doubt: EncodingDoubt | null
}

/** The encoding of a file that was looked through: what was asked for, the mark, UTF-8 where all is, or what it looks like. */
export async function chooseEncoding(seen: Survey, name: string, isForced: boolean): Promise<Choice> {
  const { asked, wide } = seen
  if (asked !== null) return { encoding: asked, doubt: await doubtOf(seen, asked, isForced) }
  if (wide) return { encoding: wide, doubt: null }
  if (seen.isUtf8) return sure('utf-8')
  if (isBinary(seen.head)) throw notText(name)
  return choiceOf(await detect(seen.excerpts))
}

const sure = (encoding: Encoding): Choice => ({ encoding, doubt: null })

function choiceOf({ encoding, isSure, candidates }: Detection): Choice {
  if (isSure) return sure(encoding)
  const others = candidates.slice(1).map((candidate) => candidate.encoding)
  const message = `The file may be in ${[encoding, ...others].join(' or ')}. Compare how its lines read and choose.`
  return { encoding, doubt: { code: 'ambiguous', message, candidates } }
}

/** What speaks against the encoding that a person or the file's mark named. */
async function doubtOf(seen: Survey, asked: Encoding, isForced: boolean): Promise<EncodingDoubt | null> {
  const better = await betterThan(seen, asked, isForced)
  if (better === null) return null
  const candidates = [...better.filter(({ encoding }) => encoding !== asked), readIn(linesOf(seen), asked)]
  const from = isForced ? `${asked}, as you asked` : `${asked}, as its first bytes say`
  const message = `The file is read as ${from}, but looks like ${candidates[0]?.encoding}. Compare how its lines read and choose.`
  return { code: 'does-not-fit', message, candidates }
}

/** Lines that tell encodings apart; in UTF-16 all do. */
const linesOf = ({ excerpts, head }: Survey): readonly Buffer[] =>
  excerpts.length > 0 ? excerpts : [head.subarray(0, 500)]

/** Encodings that fit better than the one asked for, or null where it fits. */
async function betterThan(
  seen: Survey,
  asked: Encoding,
  isForced: boolean,
): Promise<readonly EncodingCandidate[] | null> {
  if (isForced && seen.mark && seen.mark.encoding !== asked) return [readIn(linesOf(seen), seen.mark.encoding)]
  if (familyOf(asked) === 'wide') return isForced ? narrower(seen, asked) : null
  if (seen.isUtf8) {
    const isSame = asked === 'utf-8' || seen.excerpts.every((line) => decodeAll(line, asked) === line.toString('utf8'))
    return isSame ? null : [readIn(seen.excerpts, 'utf-8')]
  }
  if (!seen.excerpts.some((line) => decodeAll(line, asked).includes('\uFFFD'))) return null
  const { encoding, candidates } = await detect(seen.excerpts)
  // A few broken characters among many sound ones are a problem of their lines, not a doubt about the whole.
  return encoding === asked ? null : candidates
}

/** UTF-16 that was asked for of a file whose zero bytes do not stand as in UTF-16. */
async function narrower({ head }: Survey, asked: Encoding): Promise<readonly EncodingCandidate[] | null> {
  const wide = utf16Of(head)
  if (wide === asked || head.length === 0) return null
  const start = [head.subarray(0, 500)]
  return [readIn(start, wide ?? (isUtf8(head.subarray(0, cutUtf8(head))) ? 'utf-8' : (await detect(start)).encoding))]
}

const isControl = (byte: number): boolean =>
  byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c && byte !== 0x00

/** Bytes that no text of any encoding has, in numbers that no accident brings. */
function isBinary(head: Buffer): boolean {
  const sample = head.subarray(0, 2 ** 16)
  return sample.filter(isControl).length > sample.length / 20
}

const notText = (name: string): ExpectedError =>
  new ExpectedError('cannot-read', `${name} is no text in any encoding. Is it the right file? Nothing was imported.`)
