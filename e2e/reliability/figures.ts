import { appendFileSync, readFileSync } from 'node:fs'

/** One line of the table that `npm run reliability` prints. */
export interface Figure {
  readonly what: string
  readonly count: number
  /** How they ended. */
  readonly outcome: string
}

/** Where the runs note their figures: a file of JSON Lines that the script reads at the end. */
const path = process.env['PARALLAX_FIGURES']

export function note(figure: Figure): void {
  if (path) appendFileSync(path, `${JSON.stringify(figure)}\n`)
}

export const figuresIn = (file: string): Figure[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Figure)
