import type { Inspection } from '../../../shared/import.ts'

/** Pixels of the columns that the table has of its own: line, verdict, what to do. */
export const ownWidths = [56, 72, 104] as const

const narrowest = 156
const widestPx = 360
const perCharacter = 7
const around = 20

/** Characters that take the place of two. */
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/g

const lengthOf = (text: string): number => text.length + (text.match(wide)?.length ?? 0)

/**
 * The widths of a file's columns in pixels, by its first rows alone: they stay as they are while one maps the columns.
 * `widest` is the column that takes the space that is left over.
 */
export function columnWidths({ header, preview }: Pick<Inspection, 'header' | 'preview'>): {
  readonly widths: readonly number[]
  readonly widest: number
} {
  const lengths = header.map((name, at) =>
    Math.max(lengthOf(name), ...preview.map((cells) => lengthOf(cells[at] ?? ''))),
  )
  const widths = lengths.map((length) => Math.min(widestPx, Math.max(narrowest, length * perCharacter + around)))
  return { widths, widest: lengths.indexOf(Math.max(...lengths)) }
}
