import type { Fields } from '../../records/fields.ts'

/** A date's columns: `x_text` as written, `x` its EDTF, null where it could not be read; empty where the row does not say it. */
export type Dated = Readonly<Record<string, string | null>>

/** A document as a row names it: by its title, else its address; with neither, by its outlet alone. */
export interface NamedDocument {
  readonly title: string | null
  readonly outlet: string | null
  readonly url: string | null
  /** `published_text` and `published`. */
  readonly published: Dated
}

/** A record as one row of a list gives it: no key where the row says nothing. Other records stand by their names. */
export interface Draft {
  readonly ref: string | null
  /** The record's own columns. */
  readonly fields: Fields
  /** Columns that stand for another record, with the name that the row has for it. */
  readonly names: Readonly<Record<string, string>>
  /** Columns of several values: tags, aliases, participants. */
  readonly lists: Readonly<Record<string, readonly string[]>>
  readonly note: string | null
  /** Of claims only. */
  readonly measure: Fields | null
  readonly document: NamedDocument | null
  readonly grades: Readonly<Partial<Record<'reliability' | 'credibility', string>>>
}

const empty = { ref: null, fields: {}, names: {}, lists: {}, note: null, measure: null, document: null, grades: {} }

/** A draft of these parts and nothing else. */
export const draftOf = (parts: Partial<Draft>): Draft => ({ ...empty, ...parts })

/** The entries that are given: a record is made of what the file says, and the rest is left open. */
export function given<T>(fields: Readonly<Record<string, T | null | undefined>>): Record<string, T> {
  const kept: Record<string, T> = {}
  for (const field in fields) {
    const value = fields[field]
    if (value !== null && value !== undefined) kept[field] = value
  }
  return kept
}

/** The lists that have anything in them. */
export function filled(lists: Readonly<Record<string, readonly string[]>>): Record<string, readonly string[]> {
  const kept: Record<string, readonly string[]> = {}
  for (const name in lists) {
    const values = lists[name]
    if (values !== undefined && values.length > 0) kept[name] = values
  }
  return kept
}
