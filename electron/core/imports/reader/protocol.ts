import type { Failure } from '../../../../shared/result.ts'
import type { ImportProblem } from '../../../../shared/import.ts'
import type { ReadLine } from './row-source.ts'
import type { ListFacts, Portion } from './row-source.ts'

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
  /** A JSON array of the drafts. */
  readonly drafts: string
  /** For each line `width` numbers: its number, whether it is a row and strict (bits), whether it has marks, and these; then how many cells it has. */
  readonly numbers: Uint32Array<ArrayBuffer>
  /** A JSON array of the problems of the few lines that have any, with their places. */
  readonly problems: string
  /** All cells one after the other, and how long each is. */
  readonly raw: string
  readonly lengths: Uint32Array<ArrayBuffer>
}

const width = 8

/** A line and its draft as JSON, made once for all who need it. */
export type TextLine = ReadLine & { readonly draftText: string }

export function packLines(lines: readonly TextLine[]): PackedLines {
  const numbers = new Uint32Array(lines.length * width)
  const problems: [at: number, problems: readonly ImportProblem[]][] = []
  const cells: string[] = []
  lines.forEach(({ line, isRow, isStrict, marks, raw, problems: odd }, at) => {
    numbers.set(
      [line, (isRow ? 1 : 0) + (isStrict ? 2 : 0), marks ? 1 : 0, ...(marks ?? [0, 0, 0, 0]), raw.length],
      at * width,
    )
    if (odd.length > 0) problems.push([at, odd])
    cells.push(...raw)
  })
  return {
    drafts: `[${lines.map(({ draftText }) => draftText).join(',')}]`,
    numbers,
    problems: JSON.stringify(problems),
    raw: cells.join(''),
    lengths: Uint32Array.from(cells, (cell) => cell.length),
  }
}

/** The lines again; what stands in the file is put together for those only of which it is asked. */
export function unpackLines({ drafts, numbers, problems, raw, lengths }: PackedLines): ReadLine[] {
  const odd = new Map(JSON.parse(problems) as [number, readonly ImportProblem[]][])
  const number = (at: number): number => numbers[at] ?? 0
  let rows: string[][] | undefined
  return (JSON.parse(drafts) as ReadLine['draft'][]).map((draft, index): ReadLine => {
    const at = index * width
    const bits = number(at + 1)
    return {
      line: number(at),
      isRow: (bits & 1) !== 0,
      isStrict: (bits & 2) !== 0,
      marks: number(at + 2) === 0 ? null : [number(at + 3), number(at + 4), number(at + 5), number(at + 6)],
      draft,
      problems: odd.get(index) ?? none,
      get raw() {
        rows ??= cellsOf(raw, lengths, numbers)
        return rows[index] ?? []
      },
    }
  })
}

const none: readonly ImportProblem[] = []

function cellsOf(raw: string, lengths: Uint32Array, numbers: Uint32Array): string[][] {
  let next = 0
  let from = 0
  return Array.from({ length: numbers.length / width }, (_, index) =>
    Array.from({ length: numbers[index * width + width - 1] ?? 0 }, () => {
      const end = from + (lengths[next++] ?? 0)
      const cell = raw.slice(from, end)
      from = end
      return cell
    }),
  )
}
