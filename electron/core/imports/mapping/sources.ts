import { listedFields, type ImportField } from '../../../../shared/import-lists.ts'
import type { Mapping } from '../../../../shared/mapping.ts'

/** A column, or one part of its cells. */
export interface Piece {
  readonly index: number
  /** Which part of the cell, counted from 0, and whether it is the last one, which takes the rest; null: all of it. */
  readonly part: { readonly separator: string; readonly at: number; readonly isLast: boolean } | null
}

/** Where a field's text comes from in a row. */
export interface FieldSource {
  readonly pieces: readonly Piece[]
  /** What the file calls its first column; null where the field is filled by a constant only. */
  readonly name: string | null
  readonly join: string
  /** What holds where the row itself says nothing. */
  readonly constant: string | null
  /** What parts several values in a cell. */
  readonly separator: string
}

/** The sources of the fields that a mapping fills. */
export type Sources = ReadonlyMap<ImportField, FieldSource>

/** What a column is called; one without a name by its place. */
export const columnName = (header: readonly string[], index: number): string =>
  header[index]?.trim() || `column ${index + 1}`

/** Where each field's text comes from, by a mapping of the file's columns. */
export function sourcesOf(header: readonly string[], { columns, constants, joins }: Mapping): Sources {
  const sources = new Map<ImportField, FieldSource>()
  columns.forEach(({ fields, separator }, index) => {
    fields.forEach((field, at) => {
      if (field === null) return
      const part = fields.length > 1 && separator !== null ? { separator, at, isLast: at === fields.length - 1 } : null
      const before = sources.get(field)
      sources.set(field, {
        pieces: [...(before?.pieces ?? []), { index, part }],
        name: before?.name ?? columnName(header, index),
        join: joins[field] ?? (listedFields.has(field) ? '; ' : ' '),
        constant: constants[field] ?? null,
        separator: (fields.length === 1 ? separator : null) ?? before?.separator ?? ';',
      })
    })
  })
  for (const [field, constant] of Object.entries(constants) as [ImportField, string][]) {
    if (sources.has(field)) continue
    sources.set(field, { pieces: [], name: null, join: ' ', constant, separator: ';' })
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

function pieceOf({ index, part }: Piece, cells: readonly string[]): string {
  const cell = cells[index] ?? ''
  if (part === null) return cell
  const parts = cell.split(part.separator)
  return part.isLast ? parts.slice(part.at).join(part.separator) : (parts[part.at] ?? '')
}
