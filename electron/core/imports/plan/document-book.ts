import type { ImportField } from '../../../../shared/import-lists.ts'
import { get, sql } from '../../../store/db.ts'
import type { PlanContext } from '../../context.ts'
import { create, type Change } from '../../records/changes.ts'
import type { NameResolver } from '../../records/names.ts'
import { given, type NamedDocument } from '../rows/draft.ts'

/** What rows may say about a document beside its title and outlet, as it is known so far. */
interface Known {
  published: string | null
  url: string | null
}

/** A field of a document that was left open and that a row fills. */
interface Completion {
  readonly field: keyof Known
  readonly text: string
  readonly changes: () => Change[]
}

/** Notes what is odd about a field of the row at hand. */
export type Flag = (field: ImportField, code: string, message: string) => void

/** The documents that rows name, and what is known of each. */
export class DocumentBook {
  readonly #ctx: PlanContext
  readonly #names: NameResolver
  readonly #known = new Map<string, Known>()

  constructor(ctx: PlanContext, names: NameResolver) {
    this.#ctx = ctx
    this.#names = names
  }

  /** The carriage of a claim by the document that a row names, with the document itself where it is new. */
  carriage(named: NamedDocument, claim: string, position: number, flag: Flag): Change[] {
    const changes: Change[] = []
    const title = named.title ?? named.url
    const document = title === null ? this.#untitled(named, changes) : this.#titled(named, title, flag, changes)
    return [...changes, create('carriage', this.#ctx.newId(), { claim, document, position, role: 'carries' })]
  }

  /** What a row adds to a document that carries its claim already: nothing is added before a change is asked for. */
  completions(named: NamedDocument, document: string, flag: Flag): Completion[] {
    const known = this.#known.get(document) ?? this.#fromCase(document)
    this.#known.set(document, known)
    return complete(flag, document, named.title ?? named.url ?? 'Untitled', known, said(named))
  }

  /** Rows that name only an outlet do not thereby share a document: each gets its own. */
  #untitled({ outlet, published }: NamedDocument, changes: Change[]): string {
    const id = this.#ctx.newId()
    const fields = given({ title: 'Untitled', outlet: this.#names.idOf('outlet', outlet), ...published })
    changes.push(create('document', id, fields))
    return id
  }

  #titled(named: NamedDocument, title: string, flag: Flag, changes: Change[]): string {
    const more = said(named)
    const id = this.#names.documentId(title, named.outlet, more)
    const isNew = this.#names.changes.at(-1)?.id === id
    const known = this.#known.get(id) ?? (isNew ? knownFrom(more) : this.#fromCase(id))
    this.#known.set(id, known)
    if (!isNew) changes.push(...complete(flag, id, title, known, more).flatMap(({ changes: fill }) => fill()))
    return id
  }

  #fromCase(id: string): Known {
    const sought = sql`SELECT published_text AS published, url FROM document WHERE id = ${id}`
    return get<Known>(this.#ctx.db, sought) ?? { published: null, url: null }
  }
}

const said = ({ url, published }: NamedDocument): Record<string, unknown> => given<unknown>({ url, ...published })

const knownFrom = (more: Readonly<Record<string, unknown>>): Known => ({
  published: typeof more['published_text'] === 'string' ? more['published_text'] : null,
  url: typeof more['url'] === 'string' ? more['url'] : null,
})

/** What a row says of a document and is not known yet; where it says otherwise, what is known stays and the row is flagged. */
function complete(
  flag: Flag,
  id: string,
  title: string,
  known: Known,
  more: Readonly<Record<string, unknown>>,
): Completion[] {
  const found = knownFrom(more)
  return (['published', 'url'] as const).flatMap((field): Completion[] => {
    const text = found[field]
    if (text === null || text === known[field]) return []
    if (known[field] === null) return [{ field, text, changes: () => fill(id, field, text, known, more) }]
    flag(field, 'other-document', `“${title}” has ${known[field]} here already: “${text}” was not taken.`)
    return []
  })
}

/** An earlier row may have filled it since this one was looked at. */
function fill(
  id: string,
  field: keyof Known,
  text: string,
  known: Known,
  more: Readonly<Record<string, unknown>>,
): Change[] {
  if (known[field] !== null) return []
  known[field] = text
  return [completionOf(id, field, more)]
}

/** Only what was left open when the document was made is set, so that undoing the import takes both back in turn. */
const completionOf = (id: string, field: keyof Known, more: Readonly<Record<string, unknown>>): Change =>
  field === 'url'
    ? { entity: 'document', id, before: { url: null }, after: { url: more['url'] } }
    : {
        entity: 'document',
        id,
        before: { published_text: null, published: null },
        after: { published_text: more['published_text'], published: more['published'] ?? null },
      }
