import type { ImportField } from '../../../../shared/import-lists.ts'
import { foldText } from '../../../../shared/text.ts'
import { get, sql } from '../../../store/db.ts'
import type { PlanContext } from '../../context.ts'
import { create, type Change } from '../../records/changes.ts'
import type { NameResolver } from '../../records/names.ts'
import { given, type NamedDocument } from '../rows/draft.ts'

const told = ['published', 'url'] as const
type Told = (typeof told)[number]

/** What is known of a document beside its title and outlet; null: nobody has said it yet. */
type Known = Record<Told, string | null>

/** Notes what is odd about a field of the row at hand. */
export type Flag = (field: ImportField, code: string, message: string) => void

/** What a row would add to the document that it names: its text for what nobody has said yet. */
export type Addition = Partial<Record<Told, string>>

/** The documents that rows name, and what is known of each by the rows before. */
export class DocumentBook {
  readonly #ctx: PlanContext
  readonly #names: NameResolver
  readonly #known = new Map<string, Known>()
  #last: { readonly named: NamedDocument; readonly known: Known } | undefined

  constructor(ctx: PlanContext, names: NameResolver) {
    this.#ctx = ctx
    this.#names = names
  }

  /** What a row adds to its document; what it says otherwise is flagged, and what is known stays. Nothing is noted yet. */
  additionOf(named: NamedDocument, flag: Flag): Addition {
    const title = named.title ?? named.url
    if (title === null) return {}
    const known = this.#knownOf(named, title)
    const said = saidOf(named)
    const addition: Addition = {}
    for (const field of told) {
      const text = said[field]
      if (text === null || text === known[field]) continue
      if (known[field] === null) addition[field] = text
      else flag(field, 'other-document', `“${title}” has ${known[field]} here already: “${text}” was not taken.`)
    }
    return addition
  }

  /** Notes that a row's addition will be made: the next row that says it adds nothing. */
  take(named: NamedDocument, addition: Addition): void {
    const title = named.title ?? named.url
    if (title !== null) Object.assign(this.#knownOf(named, title), addition)
  }

  /** The document that a row names, with the changes that make or complete it. */
  carrier(named: NamedDocument, addition: Addition): { readonly id: string; readonly changes: readonly Change[] } {
    const changes: Change[] = []
    const title = named.title ?? named.url
    const id = title === null ? this.#untitled(named, changes) : this.#titled(named, title, addition, changes)
    return { id, changes }
  }

  /** The carriage of a claim by the document that a row names, with the document itself where it is new. */
  carriage(named: NamedDocument, claim: string, position: number, addition: Addition): Change[] {
    const { id: document, changes } = this.carrier(named, addition)
    return [...changes, create('carriage', this.#ctx.newId(), { claim, document, position, role: 'carries' })]
  }

  /** Rows that name only an outlet do not thereby share a document: each gets its own. */
  #untitled({ outlet, published }: NamedDocument, changes: Change[]): string {
    const id = this.#ctx.newId()
    const fields = given<unknown>({ title: 'Untitled', outlet: this.#names.idOf('outlet', outlet), ...published })
    changes.push(create('document', id, fields))
    return id
  }

  #titled(named: NamedDocument, title: string, addition: Addition, changes: Change[]): string {
    const { url, published, outlet } = named
    const id = this.#names.documentId(title, outlet, given<unknown>({ url, ...published }))
    const isNew = this.#names.changes.at(-1)?.id === id
    if (!isNew) changes.push(...completion(id, named, addition))
    return id
  }

  /** A row asks several times for its own document. */
  #knownOf(named: NamedDocument, title: string): Known {
    if (this.#last?.named !== named) this.#last = { named, known: this.#lookUp(title, named.outlet) }
    return this.#last.known
  }

  #lookUp(title: string, outlet: string | null): Known {
    const key = `${foldText(title)}\n${outlet === null ? '' : foldText(outlet)}`
    const noted = this.#known.get(key)
    if (noted) return noted
    const known = this.#fromCase(title, outlet)
    this.#known.set(key, known)
    return known
  }

  #fromCase(title: string, outlet: string | null): Known {
    const id = this.#names.findDocument(title, outlet)
    const nothing = { published: null, url: null }
    if (id === undefined) return nothing
    const sought = sql`SELECT published_text AS published, url FROM document WHERE id = ${id}`
    return get<Known>(this.#ctx.db, sought) ?? nothing
  }
}

const saidOf = ({ url, published }: NamedDocument): Known => ({ url, published: published['published_text'] ?? null })

/** Only what was left open when the document was made is set, so that undoing the import takes both back in turn. */
export const completion = (id: string, { published }: NamedDocument, addition: Addition): Change[] => [
  ...(addition.published === undefined
    ? []
    : [{ entity: 'document', id, before: { published_text: null, published: null }, after: published } as const]),
  ...(addition.url === undefined
    ? []
    : [{ entity: 'document', id, before: { url: null }, after: { url: addition.url } } as const]),
]
