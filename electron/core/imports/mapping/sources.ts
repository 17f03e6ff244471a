import { listedFields, type ImportField } from '../../../../shared/import-lists.ts'
import type { Mapping } from '../../../../shared/mapping.ts'
import { splitValues } from '../../../../shared/text.ts'

/** A column, or one part of its cells. */
interface Piece {
  readonly index: number
  /** Which part of the cell, counted from 0, and whether it is the last one, which takes the rest; null: all of it. */
  readonly part: { readonly separator: string; readonly at: number; readonly isLast: boolean } | null
  /** What parts several values in it. */
  readonly separator: string
}

/** Where a field's text comes from in a row. */
export interface FieldSource {
  readonly pieces: readonly Piece[]
  /** What the file calls its first column; null where the field is filled by a constant only. */
  readonly name: string | null
  readonly join: string
  /** What holds where the row itself says nothing. */
  readonly constant: string | null
}

/** The sources of the fields that a mapping fills. */
export type Sources = ReadonlyMap<ImportField, FieldSource>

/** What a column is called; one without a name by its place. */
export const columnName = (header: readonly string[], index: number): string =>
  header[index]?.trim() || `column ${index + 1}`

/** What parts several values where nothing else was said. */
const usualSeparator = ';'

/** Where each field's text comes from, by a mapping of the file's columns. */
export function sourcesOf(header: readonly string[], { columns, constants, joins }: Mapping): Sources {
  const sources = new Map<ImportField, FieldSource>()
  columns.forEach(({ fields, separator }, index) => {
    fields.forEach((field, at) => {
      if (field === null) return
      const part = fields.length > 1 && separator !== null ? { separator, at, isLast: at === fields.length - 1 } : null
      const piece = { index, part, separator: (part === null ? separator : null) ?? usualSeparator }
      const before = sources.get(field)
      sources.set(field, {
        pieces: [...(before?.pieces ?? []), piece],
        name: before?.name ?? columnName(header, index),
        join: joins[field] ?? (listedFields.has(field) ? '; ' : ' '),
        constant: constants[field] ?? null,
      })
    })
  })
  for (const [field, constant] of Object.entries(constants) as [ImportField, string][]) {
    if (sources.has(field)) continue
    sources.set(field, { pieces: [], name: null, join: ' ', constant })
  }
  return sources
}

/** A field's text in a row, not yet trimmed; empty where the row says nothing. */
export function textOf({ pieces, join }: FieldSource, cells: readonly string[]): string {
  const [only] = pieces
  if (only !== undefined && pieces.length === 1) return pieceOf(only, cells)
  return pieces
    .map((piece) => pieceOf(piece, cells).trim())
    .filter((text) => text !== '')
    .join(join)
}

/** The several values of a field in a row: each column's are parted by its own mark, and by semicolons, which no value may hold. */
export function valuesOf({ pieces, constant }: FieldSource, cells: readonly string[]): string[] {
  const texts = pieces.map((piece) => pieceOf(piece, cells).replaceAll(piece.separator, usualSeparator))
  const own = splitValues(texts.join(usualSeparator))
  return own.length > 0 ? own : splitValues(constant ?? '')
}

function pieceOf({ index, part }: Piece, cells: readonly string[]): string {
  const cell = cells[index] ?? ''
  if (part === null) return cell
  const parts = cell.split(part.separator)
  return part.isLast ? parts.slice(part.at).join(part.separator) : (parts[part.at] ?? '')
}
