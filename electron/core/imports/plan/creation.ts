import type { ImportKind } from '../../../../shared/import-lists.ts'
import type { PlanContext } from '../../context.ts'
import { participantChanges } from '../../events/participants.ts'
import { create, type Change } from '../../records/changes.ts'
import { entities } from '../../records/entities.ts'
import { NameResolver } from '../../records/names.ts'
import type { MadeClaim } from '../../records/new-claims.ts'
import type { ClaimRow } from '../rows/claim-row.ts'
import type { Draft } from '../rows/draft.ts'
import { importedFrom } from '../import-reason.ts'
import { DocumentBook, type Addition } from './document-book.ts'
import { entityOf, isReferenced, type ListEntity } from './kinds.ts'
import type { End } from './match.ts'
import { NextRefs } from './next-refs.ts'

/** The ends of a relation, found. */
export interface Ends {
  readonly from: End
  readonly to: End
}

/** What the plan of a row has found out for the making of its record. */
export interface HowMade {
  readonly isRefTaken: boolean
  readonly ends: Ends | null
  /** What the row adds to the document that it names. */
  readonly addition: Addition
}

/** What a row comes to. */
export interface Making {
  /** The changes that make what it names and its own record, or that change it. */
  readonly changes: readonly Change[]
  /** A claim that is made, after these. */
  readonly claim: MadeClaim | null
  /** What refers to that claim. */
  readonly after: readonly Change[]
}

/** Of a row that is left alone. */
export const nothing: Making = { changes: [], claim: null, after: [] }

/** What an import carries from row to row to make its records: names once made are known to the next row. */
export class Maker {
  readonly ctx: PlanContext
  readonly kind: ImportKind
  readonly names: NameResolver
  readonly documents: DocumentBook
  /** The reason of the grades it brings: "imported from list.csv". */
  readonly reason: string
  readonly #refs: NextRefs | null
  readonly #numbers: boolean

  constructor(
    ctx: PlanContext,
    kind: ImportKind,
    options: {
      readonly fileName: string
      /** Whether its records get the case's next references. */ readonly numbers: boolean
    },
  ) {
    this.ctx = ctx
    this.kind = kind
    this.names = new NameResolver(ctx)
    this.documents = new DocumentBook(ctx, this.names)
    this.reason = `${importedFrom}${options.fileName}`
    this.#refs = isReferenced(kind) ? new NextRefs(ctx.db, kind) : null
    this.#numbers = options.numbers
  }

  /** The changes that make a row's record; a reference that is taken gives way to the case's next one. */
  make(draft: Draft, how: HowMade): Making {
    const entity = entityOf[this.kind]
    const id = this.ctx.newId()
    return this.making(how.ends ? [this.#relation(id, draft, how.ends)] : this.#record(entity, id, draft, how))
  }

  /** The same for a claim that has the form of its rows. */
  makeClaim(row: ClaimRow, how: Pick<HowMade, 'isRefTaken' | 'addition'>): Making {
    const id = this.ctx.newId()
    const ref = this.#refOf(row, how.isRefTaken)
    const { claimant, event } = row.names
    const carrier = row.document ? this.documents.carrier(row.document, how.addition) : null
    const claim: MadeClaim = {
      claim: row,
      id,
      ref,
      claimant: this.names.idOf('actor', claimant ?? null),
      event: this.names.idOf('event', event ?? null),
      document: carrier?.document ?? null,
      reason: this.reason,
    }
    const called = (): string => ref ?? firstWords(String(row.own[0]))
    const after = row.note === null ? [] : this.note(row.note, { id, called: called() })
    return { changes: [...this.names.changes.splice(0), ...(carrier?.changes ?? [])], claim, after }
  }

  /** Changes after those that make what they name. */
  making(own: readonly Change[]): Making {
    return { changes: [...this.names.changes.splice(0), ...own], claim: null, after: [] }
  }

  /** The note of a row, pinned to its record. */
  note(body: string, target: { readonly id: string; readonly called: string }): Change[] {
    const note = this.ctx.newId()
    return [
      create('note', note, { title: target.called, body }),
      create('note_pin', this.ctx.newId(), { note, [entityOf[this.kind]]: target.id }),
    ]
  }

  #record(entity: ListEntity, id: string, draft: Draft, how: HowMade): Change[] {
    const ref = this.#refOf(draft, how.isRefTaken)
    const called = ref ?? firstWords(String(draft.fields['statement'] ?? draft.fields['title'] ?? draft.fields['name']))
    const { participants, ...lists } = draft.lists
    const fields = { ...draft.fields, ...lists, ...this.#named(entity, draft), ...(ref !== null && { ref }) }
    if (entity === 'actor' || entity === 'outlet')
      this.names.know(entity, id, [String(draft.fields['name']), ...(draft.lists['aliases'] ?? [])])
    if (entity === 'event') this.names.know(entity, id, [String(draft.fields['title']), ...(ref === null ? [] : [ref])])
    return [
      create(entity, id, fields),
      ...(participants ? participantChanges(this.ctx, this.names, [id], participants) : []),
      ...(draft.note === null ? [] : this.note(draft.note, { id, called })),
    ]
  }

  #refOf({ ref }: Pick<Draft, 'ref'>, isTaken: boolean): string | null {
    if (this.#refs === null) return null
    return (isTaken ? null : ref) ?? (this.#numbers || isTaken ? this.#refs.next() : null)
  }

  #named(entity: ListEntity, { names }: Draft): Record<string, string | null> {
    const { columns } = entities[entity]
    return Object.fromEntries(
      Object.entries(names).map(([column, text]) => {
        const kind = columns[column]
        const named = typeof kind === 'object' ? kind.ref : undefined
        if (named !== 'actor' && named !== 'outlet' && named !== 'event') throw new Error(`${column} names no record`)
        return [column, this.names.idOf(named, text)]
      }),
    )
  }

  #relation(id: string, { fields }: Draft, { from, to }: Ends): Change {
    return create('relation', id, {
      state: 'confirmed',
      ...fields,
      [`from_${from.kind}`]: from.id,
      [`to_${to.kind}`]: to.id,
      by: this.ctx.user,
      at: this.ctx.now(),
    })
  }
}

/** The first words of a text, for a title: at most 60 characters, cut at a space where there is one. */
function firstWords(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  if (line.length <= 60) return line
  const cut = line.slice(0, 60)
  return `${/\s/.test(cut) ? cut.replace(/\s\S*$/, '') : [...cut].slice(0, -1).join('')}…`
}
