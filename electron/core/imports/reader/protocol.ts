import type { Failure } from '../../../../shared/result.ts'
import type { ImportProblem } from '../../../../shared/import.ts'
import { packTexts, TextReader, textsIn, type PackedTexts } from '../packed-texts.ts'
import type { Marks } from '../plan/row-index.ts'
import type { ListFacts, Portion, ReadLine } from './row-source.ts'

/** What the thread that reads a list tells. */
export type FromReader =
  | { readonly type: 'facts'; readonly facts: ListFacts }
  | { readonly type: 'portion'; readonly lines: PackedLines; readonly read: Portion['read'] }
  | { readonly type: 'end' }
  | { readonly type: 'failed'; readonly error: Failure }

/** Portions that may be under way at once: enough that neither thread waits for the other, and few enough to hold. */
export const mostUnderWay = 8

/** Lines on their way to another thread: texts and numbers pass as they are, objects are taken apart and put together cell by cell. */
export interface PackedLines {
  /** JSON arrays of the claims, if the list is one of claims: several, since V8 takes what comes of a long text for what will last. */
  readonly claims: readonly string[]
  /** Each draft as JSON. */
  readonly drafts: PackedTexts
  /** For each line `width` numbers, in the order of the constants below. */
  readonly numbers: Uint32Array<ArrayBuffer>
  /** A JSON array of the problems of the few lines that have any, with their places. */
  readonly problems: string
  readonly raw: PackedTexts
}

const [lineAt, flagsAt, marksAt, cellsAt, width] = [0, 1, 2, 6, 7]
const flag = { isRow: 1, isStrict: 2, isMarked: 4, isRecord: 8 }
const claimsInOne = 50

/** A line and its draft as JSON, made once for all who need it. */
export type TextLine = ReadLine & { readonly draftText: string }

export function packLines(lines: readonly TextLine[]): PackedLines {
  const numbers = new Uint32Array(lines.length * width)
  const problems: [at: number, problems: readonly ImportProblem[]][] = []
  const cells: string[] = []
  lines.forEach((line, index) => {
    const at = index * width
    numbers[at + lineAt] = line.line
    numbers[at + flagsAt] =
      (line.isRow ? flag.isRow : 0) +
      (line.isStrict ? flag.isStrict : 0) +
      (line.marks ? flag.isMarked : 0) +
      (line.isRecord ? flag.isRecord : 0)
    if (line.marks) numbers.set(line.marks, at + marksAt)
    numbers[at + cellsAt] = line.raw.length
    if (line.problems.length > 0) problems.push([index, line.problems])
    for (const cell of line.raw) cells.push(cell)
  })
  return {
    claims: lines.some(({ claim }) => claim) ? claimsOf(lines) : [],
    drafts: packTexts(lines.map(({ draftText }) => draftText)),
    numbers,
    problems: JSON.stringify(problems),
    raw: packTexts(cells),
  }
}

function claimsOf(lines: readonly TextLine[]): string[] {
  const claims: string[] = []
  for (let at = 0; at < lines.length; at += claimsInOne)
    claims.push(JSON.stringify(lines.slice(at, at + claimsInOne).map(({ claim }) => claim)))
  return claims
}

/** What is given away with packed lines instead of being copied. */
export const buffersOf = ({ numbers, raw, drafts }: PackedLines): ArrayBuffer[] => [
  numbers.buffer,
  raw.lengths.buffer,
  drafts.lengths.buffer,
]

/** The lines again; drafts, and what stands in the file, are put together for those only of which they are asked. */
export function unpackLines({ claims, drafts, numbers, problems, raw }: PackedLines): ReadLine[] {
  const odd = new Map(JSON.parse(problems) as [number, readonly ImportProblem[]][])
  const rows = new PackedRows(raw, drafts, numbers)
  const known = claims.flatMap((some) => JSON.parse(some) as ReadLine['claim'][])
  return Array.from({ length: numbers.length / width }, (_, index) => {
    const at = index * width
    const flags = numbers[at + flagsAt] ?? 0
    return {
      line: numbers[at + lineAt] ?? 0,
      isRow: (flags & flag.isRow) !== 0,
      isStrict: (flags & flag.isStrict) !== 0,
      marks: (flags & flag.isMarked) === 0 ? null : marksIn(numbers, at + marksAt),
      isRecord: (flags & flag.isRecord) !== 0,
      get draft() {
        return rows.draft(index)
      },
      claim: known[index] ?? null,
      problems: odd.get(index) ?? none,
      get raw() {
        return rows.cells(index)
      },
    }
  })
}

const marksIn = (numbers: Uint32Array, at: number): Marks => [
  numbers[at] ?? 0,
  numbers[at + 1] ?? 0,
  numbers[at + 2] ?? 0,
  numbers[at + 3] ?? 0,
]

const none: readonly ImportProblem[] = []

/** What is put together when it is first asked for. */
class PackedRows {
  readonly #raw: PackedTexts
  readonly #drafts: PackedTexts
  readonly #numbers: Uint32Array
  #cells: string[][] | undefined
  #read: ReadLine['draft'][] | undefined

  constructor(raw: PackedTexts, drafts: PackedTexts, numbers: Uint32Array) {
    this.#raw = raw
    this.#drafts = drafts
    this.#numbers = numbers
  }

  cells(index: number): string[] {
    this.#cells ??= this.#takeApart()
    return this.#cells[index] ?? []
  }

  draft(index: number): ReadLine['draft'] {
    this.#read ??= JSON.parse(`[${textsIn(this.#drafts).join(',')}]`) as ReadLine['draft'][]
    return this.#read[index] ?? null
  }

  #takeApart(): string[][] {
    const texts = new TextReader(this.#raw)
    return Array.from({ length: this.#numbers.length / width }, (_, index) =>
      Array.from({ length: this.#numbers[index * width + cellsAt] ?? 0 }, () => texts.next()),
    )
  }
}
