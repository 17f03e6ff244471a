import { get, sql } from '../../store/db.ts'
import type { CommandContext } from '../context.ts'
import { create, type Change } from '../records/changes.ts'
import type { NameResolver } from '../records/names.ts'
import { given, type RowReader } from './row-reader.ts'

/** What rows may say about a document beside its title and outlet, as it is known so far. */
interface Known {
  published: string | null
  url: string | null
}

/** The documents that rows name, and what is known of each. */
export class DocumentBook {
  readonly #ctx: CommandContext
  readonly #names: NameResolver
  readonly #known = new Map<string, Known>()

  constructor(ctx: CommandContext, names: NameResolver) {
    this.#ctx = ctx
    this.#names = names
  }

  /** The carriage of a row's claim by the document it names; no changes when it names none. */
  carriage(row: RowReader, claim: string): Change[] {
    const date = row.date('published', 'published')
    const [title, outlet, url] = [row.text('document'), row.text('outlet'), row.text('url')]
    if (title === null && outlet === null && url === null && !('published' in date)) return []
    const changes: Change[] = []
    const name = title ?? url
    const document = name === null ? this.#untitled(row, date, changes) : this.#titled(row, name, date, changes)
    return [...changes, create('carriage', this.#ctx.newId(), { claim, document, position: 0, role: 'carries' })]
  }

  /** Rows that name only an outlet do not thereby share a document: each gets its own. */
  #untitled(row: RowReader, date: Record<string, string | null>, changes: Change[]): string {
    const id = this.#ctx.newId()
    const outlet = this.#names.idOf('outlet', row.text('outlet'))
    changes.push(create('document', id, given({ title: 'Untitled', outlet, ...date })))
    row.flag('document', 'untitled-document', 'No document is named: one called “Untitled” was made for this row.')
    return id
  }

  #titled(row: RowReader, title: string, date: Record<string, string | null>, changes: Change[]): string {
    const more = given({ url: row.text('url'), ...date })
    const id = this.#names.documentId(title, row.text('outlet'), more)
    const isNew = this.#names.changes.at(-1)?.id === id
    const known = this.#known.get(id) ?? (isNew ? said(more) : this.#fromCase(id))
    this.#known.set(id, known)
    if (!isNew) changes.push(...complete(row, id, title, known, more))
    return id
  }

  #fromCase(id: string): Known {
    const sought = sql`SELECT published_text AS published, url FROM document WHERE id = ${id}`
    return get<Known>(this.#ctx.db, sought) ?? { published: null, url: null }
  }
}

const said = (more: Readonly<Record<string, unknown>>): Known => ({
  published: typeof more['published_text'] === 'string' ? more['published_text'] : null,
  url: typeof more['url'] === 'string' ? more['url'] : null,
})

/** Adds what a row says and is not known yet; where the row says otherwise, what is known stays and the row is flagged. */
function complete(
  row: RowReader,
  id: string,
  title: string,
  known: Known,
  more: Readonly<Record<string, unknown>>,
): Change[] {
  const found = said(more)
  return (['published', 'url'] as const).flatMap((field) => {
    const text = found[field]
    if (text === null || text === known[field]) return []
    if (known[field] === null) {
      known[field] = text
      return [completion(id, field, more)]
    }
    row.flag(field, 'other-document', `“${title}” has ${known[field]} here already: “${text}” was not taken.`)
    return []
  })
}

/** Only what was left open when the document was made is set, so that undoing the import takes both back in turn. */
const completion = (id: string, field: keyof Known, more: Readonly<Record<string, unknown>>): Change =>
  field === 'url'
    ? { entity: 'document', id, before: { url: null }, after: { url: more['url'] } }
    : {
        entity: 'document',
        id,
        before: { published_text: null, published: null },
        after: { published_text: more['published_text'], published: more['published'] ?? null },
      }
