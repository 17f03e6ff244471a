import type { CommandContext } from '../context.ts'
import { create, type Change } from '../records/changes.ts'
import { NameResolver } from '../records/names.ts'
import { DocumentBook } from './document-book.ts'
import { RefBook } from './ref-book.ts'
import type { RowReader } from './row-reader.ts'

/** What an import of a list carries from row to row. */
export interface ListImport {
  readonly ctx: CommandContext
  readonly names: NameResolver
  readonly documents: DocumentBook
  readonly refs: RefBook
  /** Whether the file has no column of references, so that its records get the case's next ones. */
  readonly numbers: boolean
  /** The reason of the grades it brings: "imported from list.csv". */
  readonly reason: string
}

/** Turns a row into what it changes in the case; null when it is rejected, with the reasons in the row's problems. */
export type ReadRow = (row: RowReader) => Change[] | null

export function listImport(
  ctx: CommandContext,
  options: { readonly kind: 'claim' | 'event'; readonly numbers: boolean; readonly fileName: string },
): ListImport {
  const names = new NameResolver(ctx)
  return {
    ctx,
    names,
    documents: new DocumentBook(ctx, names),
    refs: new RefBook(ctx, options.kind),
    numbers: options.numbers,
    reason: `imported from ${options.fileName}`,
  }
}

/** A row's own changes after those that make what it names. */
export const withNames = ({ names }: ListImport, own: readonly Change[]): Change[] => [
  ...names.changes.splice(0),
  ...own,
]

/** The note of a row, pinned to its record. */
export function noteChanges(
  { ctx }: ListImport,
  row: RowReader,
  target: { readonly kind: 'claim' | 'event'; readonly id: string; readonly title: string },
): Change[] {
  const body = row.text('note')
  if (body === null) return []
  const note = ctx.newId()
  return [
    create('note', note, { title: target.title, body }),
    create('note_pin', ctx.newId(), { note, [target.kind]: target.id }),
  ]
}

/** The first words of a text, for a title: at most 60 characters, cut at a space where there is one. */
export function firstWords(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  if (line.length <= 60) return line
  const cut = line.slice(0, 60)
  return `${/\s/.test(cut) ? cut.replace(/\s\S*$/, '') : [...cut].slice(0, -1).join('')}…`
}
