import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import type { ReadRow } from './read-rows.ts'

/** A file of JSON Lines, written as rows are read: one object a line, with the table and the row's number first. */
export class LinesFile {
  readonly #file: number
  #waiting: string[] = []
  #count = 0

  /** An existing file is never overwritten. */
  constructor(path: string) {
    this.#file = openSync(path, 'wx')
  }

  get count(): number {
    return this.#count
  }

  add(table: string, { num, row }: ReadRow, isPart = false): void {
    const cells = Object.entries(row).map(([name, cell]) => [name, toJson(cell)])
    this.#waiting.push(JSON.stringify({ table, num, ...(isPart && { partial: true }), ...Object.fromEntries(cells) }))
    this.#count += 1
    if (this.#waiting.length >= portion) this.#write()
  }

  close(): void {
    try {
      this.#write()
      fsyncSync(this.#file)
    } finally {
      closeSync(this.#file)
    }
  }

  #write(): void {
    if (this.#waiting.length === 0) return
    const bytes = Buffer.from(`${this.#waiting.join('\n')}\n`)
    for (let done = 0; done < bytes.length;) done += writeSync(this.#file, bytes, done)
    this.#waiting = []
  }
}

const portion = 1000

const toJson = (cell: unknown): unknown => (Buffer.isBuffer(cell) ? { base64: cell.toString('base64') } : cell)
