import type { Failure } from '../../../../shared/result.ts'
import type { ImportProblem } from '../../../../shared/import.ts'
import { packTexts, TextReader, type PackedTexts } from '../packed-texts.ts'
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
  /** JSON arrays of the drafts: several, since V8 takes what comes of a long text for what will last. */
  readonly drafts: readonly string[]
  /** For each line `width` numbers, in the order of the constants below. */
  readonly numbers: Uint32Array<ArrayBuffer>
  /** A JSON array of the problems of the few lines that have any, with their places. */
  readonly problems: string
  readonly raw: PackedTexts
  readonly found: PackedTexts
}

const [lineAt, flagsAt, marksAt, hashAt, cellsAt, width] = [0, 1, 2, 6, 8, 9]
const flag = { isRow: 1, isStrict: 2, isMarked: 4, isFound: 8 }
const draftsInOne = 50

/** A line and its draft as JSON, made once for all who need it. */
export type TextLine = ReadLine & { readonly draftText: string }

export function packLines(lines: readonly TextLine[]): PackedLines {
  const numbers = new Uint32Array(lines.length * width)
  const problems: [at: number, problems: readonly ImportProblem[]][] = []
  const cells: string[] = []
  const found: string[] = []
  lines.forEach((line, index) => {
    const at = index * width
    numbers[at + lineAt] = line.line
    numbers[at + flagsAt] =
      (line.isRow ? flag.isRow : 0) +
      (line.isStrict ? flag.isStrict : 0) +
      (line.marks ? flag.isMarked : 0) +
      (line.found ? flag.isFound : 0)
    if (line.marks) numbers.set(line.marks, at + marksAt)
    if (line.found) numbers.set(halves(line.found.statementHash), at + hashAt)
    numbers[at + cellsAt] = line.raw.length
    if (line.problems.length > 0) problems.push([index, line.problems])
    for (const cell of line.raw) cells.push(cell)
    if (line.found) found.push(line.found.text)
  })
  return {
    drafts: draftsOf(lines),
    numbers,
    problems: JSON.stringify(problems),
    raw: packTexts(cells),
    found: packTexts(found),
  }
}

function draftsOf(lines: readonly TextLine[]): string[] {
  const drafts: string[] = []
  for (let at = 0; at < lines.length; at += draftsInOne) {
    const some = lines.slice(at, at + draftsInOne).map(({ draftText }) => draftText)
    drafts.push(`[${some.join(',')}]`)
  }
  return drafts
}

/** What is given away with packed lines instead of being copied. */
export const buffersOf = ({ numbers, raw, found }: PackedLines): ArrayBuffer[] => [
  numbers.buffer,
  raw.lengths.buffer,
  found.lengths.buffer,
]

/** A hash of 48 bits as two numbers of 32. */
const halves = (hash: number): [high: number, low: number] => [Math.floor(hash / 2 ** 32), hash >>> 0]

/** The lines again; what stands in the file is put together for those only of which it is asked. */
export function unpackLines({ drafts, numbers, problems, raw, found }: PackedLines): ReadLine[] {
  const odd = new Map(JSON.parse(problems) as [number, readonly ImportProblem[]][])
  const rows = new PackedRows(raw, numbers)
  const texts = new TextReader(found)
  const lines: ReadLine[] = []
  for (const some of drafts) {
    for (const draft of JSON.parse(some) as ReadLine['draft'][]) {
      const index = lines.length
      const at = index * width
      const flags = numbers[at + flagsAt] ?? 0
      lines.push({
        line: numbers[at + lineAt] ?? 0,
        isRow: (flags & flag.isRow) !== 0,
        isStrict: (flags & flag.isStrict) !== 0,
        marks: (flags & flag.isMarked) === 0 ? null : marksIn(numbers, at + marksAt),
        draft,
        problems: odd.get(index) ?? none,
        found:
          (flags & flag.isFound) === 0
            ? null
            : {
                text: texts.next(),
                statementHash: (numbers[at + hashAt] ?? 0) * 2 ** 32 + (numbers[at + hashAt + 1] ?? 0),
              },
        get raw() {
          return rows.cells(index)
        },
      })
    }
  }
  return lines
}

const marksIn = (numbers: Uint32Array, at: number): Marks => [
  numbers[at] ?? 0,
  numbers[at + 1] ?? 0,
  numbers[at + 2] ?? 0,
  numbers[at + 3] ?? 0,
]

const none: readonly ImportProblem[] = []

/** The cells of rows, taken apart when the first of them is asked for. */
class PackedRows {
  readonly #packed: PackedTexts
  readonly #numbers: Uint32Array
  #rows: string[][] | undefined

  constructor(packed: PackedTexts, numbers: Uint32Array) {
    this.#packed = packed
    this.#numbers = numbers
  }

  cells(index: number): string[] {
    this.#rows ??= this.#takeApart()
    return this.#rows[index] ?? []
  }

  #takeApart(): string[][] {
    const texts = new TextReader(this.#packed)
    return Array.from({ length: this.#numbers.length / width }, (_, index) =>
      Array.from({ length: this.#numbers[index * width + cellsAt] ?? 0 }, () => texts.next()),
    )
  }
}
