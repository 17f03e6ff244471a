import type { ImportField } from '../../../../shared/import-lists.ts'
import { foldText } from '../../../../shared/text.ts'
import { get, sql } from '../../../store/db.ts'
import type { PlanContext } from '../../context.ts'
import { create, type Change } from '../../records/changes.ts'
import type { Carrier } from '../../records/new-claims.ts'
import type { NameResolver } from '../../records/names.ts'
import { given, type NamedDocument } from '../rows/draft.ts'

const told = ['published', 'url'] as const
type Told = (typeof told)[number]

/** What is known of a document beside its title and outlet; null: nobody has said it yet. */
interface Known extends Record<Told, string | null> {
  /** Null until it is made. */
  document: Carrier | null
}

/** Notes what is odd about a field of the row at hand. */
export type Flag = (field: ImportField, code: string, message: string) => void

/** What a row would add to the document that it names: its text for what nobody has said yet. */
export type Addition = Partial<Record<Told, string>>

/** The documents that rows name, and what is known of each by the rows before. */
export class DocumentBook {
  readonly #ctx: PlanContext
  readonly #names: NameResolver
  readonly #known = new Map<string, Known>()
  readonly #outlets = new Map<string, string>()
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
  carrier(
    named: NamedDocument,
    addition: Addition,
  ): { readonly document: Carrier; readonly changes: readonly Change[] } {
    const title = named.title ?? named.url
    // Rows that name only an outlet do not thereby share a document: each gets its own.
    if (title === null) return this.#made(named, 'Untitled')
    const known = this.#knownOf(named, title)
    if (known.document) return { document: known.document, changes: completion(known.document.id, named, addition) }
    const made = this.#made(named, title)
    known.document = made.document
    return made
  }

  /** The carriage of a claim by the document that a row names, with the document itself where it is new. */
  carriage(named: NamedDocument, claim: string, position: number, addition: Addition): Change[] {
    const { document, changes } = this.carrier(named, addition)
    return [
      ...changes,
      create('carriage', this.#ctx.newId(), { claim, document: document.id, position, role: 'carries' }),
    ]
  }

  #made({ url, published, outlet }: NamedDocument, title: string): { document: Carrier; changes: Change[] } {
    const id = this.#ctx.newId()
    const outletId = this.#names.idOf('outlet', outlet)
    const fields = given<unknown>({ title, outlet: outletId, url, ...published })
    return { document: { id, row: null }, changes: [create('document', id, fields)] }
  }

  /** A row asks several times for its own document. */
  #knownOf(named: NamedDocument, title: string): Known {
    if (this.#last?.named !== named) this.#last = { named, known: this.#lookUp(title, named.outlet) }
    return this.#last.known
  }

  #lookUp(title: string, outlet: string | null): Known {
    const key = `${foldText(title)}\n${outlet === null ? '' : this.#outletKey(outlet)}`
    const noted = this.#known.get(key)
    if (noted) return noted
    const known = this.#fromCase(title, outlet)
    this.#known.set(key, known)
    return known
  }

  /** The same for all names of an outlet that the case has, and for a new one before and after it is made. */
  #outletKey(outlet: string): string {
    const folded = foldText(outlet)
    const noted = this.#outlets.get(folded)
    if (noted !== undefined) return noted
    const key = this.#names.find('outlet', outlet) ?? folded
    this.#outlets.set(folded, key)
    return key
  }

  #fromCase(title: string, outlet: string | null): Known {
    const outletId = outlet === null ? null : this.#names.find('outlet', outlet)
    const id = outletId === undefined ? undefined : this.#names.findDocument(title, outletId)
    if (id === undefined) return { published: null, url: null, document: null }
    const sought = sql`SELECT published_text AS published, url FROM document WHERE id = ${id}`
    const said = get<Record<Told, string | null>>(this.#ctx.db, sought)
    return { published: null, url: null, ...said, document: { id, row: null } }
  }
}

const saidOf = ({ url, published }: NamedDocument): Record<Told, string | null> => ({
  url,
  published: published['published_text'] ?? null,
})

/** Only what was left open when the document was made is set, so that undoing the import takes both back in turn. */
export const completion = (id: string, { published }: NamedDocument, addition: Addition): Change[] => [
  ...(addition.published === undefined
    ? []
    : [{ entity: 'document', id, before: { published_text: null, published: null }, after: published } as const]),
  ...(addition.url === undefined
    ? []
    : [{ entity: 'document', id, before: { url: null }, after: { url: addition.url } } as const]),
]
