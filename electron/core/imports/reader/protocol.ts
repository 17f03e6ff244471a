import type { Failure } from '../../../../shared/result.ts'
import type { ImportProblem } from '../../../../shared/import.ts'
import { packTexts, TextReader, textsIn, type PackedTexts } from '../packed-texts.ts'
import type { Marks } from '../plan/row-index.ts'
import type { ListFacts, Portion, ReadLine, ReadRequest } from './row-source.ts'

/** What the thread that reads a list is told. */
export interface ReaderData {
  readonly request: ReadRequest
  /** Whether drafts will be asked for: not those of claims that nothing is held against. */
  readonly needsDrafts: boolean
}

/** What the thread that reads a list tells. */
export type FromReader =
  | { readonly type: 'facts'; readonly facts: ListFacts }
  | { readonly type: 'portion'; readonly lines: readonly PackedLines[]; readonly read: Portion['read'] }
  | { readonly type: 'end' }
  | { readonly type: 'failed'; readonly error: Failure }

/** Portions that may be under way at once: enough that neither thread waits for the other, and few enough to hold. */
export const mostUnderWay = 2

/** How many lines are packed together: few, so that what is made of them goes again while it is young. */
export const linesInPack = 50

/** How many packs are sent together. */
export const packsInPortion = 4

/** Lines on their way to another thread: texts and numbers pass as they are, objects are taken apart and put together cell by cell. */
export interface PackedLines {
  /** A JSON array of the claims; null if the list is none of claims. */
  readonly claims: string | null
  /** Each draft as JSON; null where nobody will ask for them. */
  readonly drafts: PackedTexts | null
  /** For each line `width` numbers, in the order of the constants below. */
  readonly numbers: Uint32Array<ArrayBuffer>
  /** A JSON array of the problems of the few lines that have any, with their places. */
  readonly problems: string
  readonly raw: PackedTexts
}

const [lineAt, flagsAt, marksAt, cellsAt, width] = [0, 1, 2, 6, 7]
const flag = { isRow: 1, isStrict: 2, isMarked: 4, isRecord: 8 }

/** A line with its claim, or another record's draft, as JSON: made once for all who need it. */
export type TextLine = ReadLine & { readonly content: string }

export function packLines(lines: readonly TextLine[], needsDrafts: boolean): PackedLines {
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
    claims: lines.some(({ claim }) => claim) ? `[${lines.map(({ content }) => content).join(',')}]` : null,
    drafts: needsDrafts
      ? packTexts(lines.map(({ claim, content, draft }) => (claim ? JSON.stringify(draft) : content)))
      : null,
    numbers,
    problems: JSON.stringify(problems),
    raw: packTexts(cells),
  }
}

/** What is given away with packed lines instead of being copied. */
export const buffersOf = ({ numbers, raw, drafts }: PackedLines): ArrayBuffer[] => [
  numbers.buffer,
  raw.lengths.buffer,
  ...(drafts ? [drafts.lengths.buffer] : []),
]

/** The lines again; drafts, and what stands in the file, are put together for those only of which they are asked. */
export function unpackLines({ claims, drafts, numbers, problems, raw }: PackedLines): ReadLine[] {
  const odd = new Map(JSON.parse(problems) as [number, readonly ImportProblem[]][])
  const rows = new PackedRows(raw, drafts, numbers)
  const known = claims === null ? [] : (JSON.parse(claims) as ReadLine['claim'][])
  return Array.from(
    { length: numbers.length / width },
    (_, index) => new PackedLine(rows, numbers, index, known[index] ?? null, odd.get(index) ?? none),
  )
}

/** A class, not a literal with getters: of each such literal V8 makes a shape of its own, which holds all it refers to. */
class PackedLine implements ReadLine {
  readonly line: number
  readonly isRow: boolean
  readonly isStrict: boolean
  readonly isRecord: boolean
  readonly marks: Marks | null
  readonly claim: ReadLine['claim']
  readonly problems: readonly ImportProblem[]
  readonly #rows: PackedRows
  readonly #index: number

  constructor(
    rows: PackedRows,
    numbers: Uint32Array,
    index: number,
    claim: ReadLine['claim'],
    problems: readonly ImportProblem[],
  ) {
    const at = index * width
    const flags = numbers[at + flagsAt] ?? 0
    this.line = numbers[at + lineAt] ?? 0
    this.isRow = (flags & flag.isRow) !== 0
    this.isStrict = (flags & flag.isStrict) !== 0
    this.isRecord = (flags & flag.isRecord) !== 0
    this.marks = (flags & flag.isMarked) === 0 ? null : marksIn(numbers, at + marksAt)
    this.claim = claim
    this.problems = problems
    this.#rows = rows
    this.#index = index
  }

  get draft(): ReadLine['draft'] {
    return this.#rows.draft(this.#index)
  }

  get raw(): readonly string[] {
    return this.#rows.cells(this.#index)
  }
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
  readonly #drafts: PackedTexts | null
  readonly #numbers: Uint32Array
  #cells: string[][] | undefined
  #read: ReadLine['draft'][] | undefined

  constructor(raw: PackedTexts, drafts: PackedTexts | null, numbers: Uint32Array) {
    this.#raw = raw
    this.#drafts = drafts
    this.#numbers = numbers
  }

  cells(index: number): string[] {
    this.#cells ??= this.#takeApart()
    return this.#cells[index] ?? []
  }

  draft(index: number): ReadLine['draft'] {
    if (!this.#drafts) throw new Error('The drafts of these lines were left out')
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
