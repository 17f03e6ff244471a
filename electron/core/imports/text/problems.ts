import { LineEndCounter } from './line-ends.ts'

/** Where in a text something was odd. */
export interface OddLines {
  /** How many characters, all over the file. */
  readonly count: number
  /** The lines that hold them, counted from 1: the first of them, at most a thousand. */
  readonly lines: readonly number[]
}

/** What was odd about a file's characters. */
export interface TextProblems {
  /** Bytes that are none of the encoding: U+FFFD stands in their place. */
  readonly undecodable: OddLines
  /** NUL characters: they are left out. */
  readonly nul: OddLines
}

const most = 1000

class Finds implements OddLines {
  count = 0
  readonly lines: number[] = []

  add(line: number): void {
    this.count++
    if (this.lines.at(-1) !== line && this.lines.length < most) this.lines.push(line)
  }
}

/** Takes the NULs out of a text that comes in parts, and notes them and what could not be decoded with their lines. */
export class Cleaner implements TextProblems {
  readonly undecodable = new Finds()
  readonly nul = new Finds()
  readonly #ends = new LineEndCounter()

  clean(text: string, isSuspect: boolean): string {
    const parts = text.includes('\0') ? text.split('\0') : [text]
    parts.forEach((part, index) => {
      if (index > 0) this.nul.add(this.#line)
      this.#pass(part, isSuspect)
    })
    return parts.length === 1 ? text : parts.join('')
  }

  get #line(): number {
    return this.#ends.lines + 1
  }

  #pass(part: string, isSuspect: boolean): void {
    if (!isSuspect || !part.includes('\uFFFD')) return this.#ends.addText(part)
    const pieces = part.split('\uFFFD')
    pieces.forEach((piece, index) => {
      if (index > 0) this.undecodable.add(this.#line)
      this.#ends.addText(piece)
    })
  }
}
