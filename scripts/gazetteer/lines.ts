import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The lines of a hand-written file of data, each as its cells; a cell is a list at semicolons. */
export function linesOf(name: string): { readonly cells: readonly string[]; readonly where: string }[] {
  const text = readFileSync(join(import.meta.dirname, 'data', `${name}.txt`), 'utf8')
  return text.split('\n').flatMap((line, at) => {
    if (line.trim() === '' || line.startsWith('#')) return []
    return [{ cells: line.split('|').map((cell) => cell.trim()), where: `${name}.txt, line ${at + 1}` }]
  })
}

/** The parts of a cell. */
export const partsOf = (cell = ''): string[] =>
  cell
    .split(';')
    .map((part) => part.trim().normalize('NFC'))
    .filter((part) => part !== '')

/** A whole cell as a number. */
export function numberOf(cell: string | undefined, where: string): number {
  const number = Number(cell)
  if (cell === undefined || cell === '' || !Number.isFinite(number))
    throw new Error(`${where}: “${cell}” is no number.`)
  return number
}
