import type { Input, Output } from '../../../shared/contract.ts'
import type { RecordKind, RecordLink } from '../../../shared/ids.ts'
import type { Changed, Selection, ViewInput } from '../../../shared/list.ts'
import { call } from '../../data/call.ts'

/** The records that are listed in grids. */
export const entities = ['claims', 'events', 'actors', 'outlets', 'documents', 'places'] as const
export type Entity = (typeof entities)[number]

export interface Rows {
  readonly claims: Output<'claims.page'>['rows'][number]
  readonly events: Output<'events.page'>['rows'][number]
  readonly actors: Output<'actors.page'>['rows'][number]
  readonly outlets: Output<'outlets.page'>['rows'][number]
  readonly documents: Output<'documents.page'>['rows'][number]
  readonly places: Output<'places.page'>['rows'][number]
}
export interface Patches {
  readonly claims: Input<'claims.update'>['patch']
  readonly events: Input<'events.update'>['patch']
  readonly actors: Input<'actors.update'>['patch']
  readonly outlets: Input<'outlets.update'>['patch']
  readonly documents: Input<'documents.update'>['patch']
  readonly places: Input<'places.update'>['patch']
}

export interface PageInput extends ViewInput {
  readonly start?: number
  readonly end?: number
}
interface Update<Patch> {
  readonly selection: Selection
  readonly patch: Patch
  readonly reason?: string
}
type FirstInput = Input<'claims.first'>
interface Choice {
  readonly selection: Selection
}

/** The calls of one kind of record, so that one grid serves them all. */
export interface EntityApi<Row, Patch> {
  readonly entity: Entity
  readonly kind: RecordKind
  /** "claim" and "claims". */
  readonly one: string
  readonly many: string
  readonly page: (request: PageInput) => Promise<{ total: number; rows: Row[] }>
  /** The first rows of a view as soon as they are known, of lists that grow long: the total is null where it is not counted yet. */
  readonly first?: (request: FirstInput) => Promise<{ total: number | null; rows: Row[]; isReady: boolean }>
  readonly ids: (view: ViewInput) => Promise<{ ids: string[] }>
  readonly update: (input: Update<Patch>) => Promise<Changed>
  /** One patch per record, as one step. */
  readonly paste: (rows: readonly { id: string; patch: Patch }[]) => Promise<Changed>
  readonly create: (input: { patch: Patch }) => Promise<Changed>
  readonly trash: (choice: Choice) => Promise<Changed>
  readonly restore: (choice: Choice) => Promise<Changed>
}

/** Where the contract has no paste: one update per record. */
const pasteOneByOne =
  <Patch>(update: (input: Update<Patch>) => Promise<Changed>) =>
  async (rows: readonly { id: string; patch: Patch }[]): Promise<Changed> => {
    const ids: string[] = []
    for (const { id, patch } of rows) {
      await update({ selection: { ids: [id] }, patch })
      ids.push(id)
    }
    return { count: ids.length, ids }
  }

export const apis: { readonly [E in Entity]: EntityApi<Rows[E], Patches[E]> } = {
  claims: {
    entity: 'claims',
    kind: 'claim',
    one: 'claim',
    many: 'claims',
    page: (request) => call('claims.page', request),
    first: (request) => call('claims.first', request),
    ids: (view) => call('claims.ids', view),
    update: (input) => call('claims.update', input),
    paste: (rows) => call('claims.paste', { rows: [...rows] }),
    create: (input) => call('claims.create', input),
    trash: (choice) => call('claims.trash', choice),
    restore: (choice) => call('claims.restore', choice),
  },
  events: {
    entity: 'events',
    kind: 'event',
    one: 'event',
    many: 'events',
    page: (request) => call('events.page', request),
    ids: (view) => call('events.ids', view),
    update: (input) => call('events.update', input),
    paste: (rows) => call('events.paste', { rows: [...rows] }),
    create: (input) => call('events.create', input),
    trash: (choice) => call('events.trash', choice),
    restore: (choice) => call('events.restore', choice),
  },
  actors: {
    entity: 'actors',
    kind: 'actor',
    one: 'actor',
    many: 'actors',
    page: (request) => call('actors.page', request),
    ids: (view) => call('actors.ids', view),
    update: (input) => call('actors.update', input),
    paste: pasteOneByOne((input) => call('actors.update', input)),
    create: (input) => call('actors.create', input),
    trash: (choice) => call('actors.trash', choice),
    restore: (choice) => call('actors.restore', choice),
  },
  outlets: {
    entity: 'outlets',
    kind: 'outlet',
    one: 'outlet',
    many: 'outlets',
    page: (request) => call('outlets.page', request),
    ids: (view) => call('outlets.ids', view),
    update: (input) => call('outlets.update', input),
    paste: pasteOneByOne((input) => call('outlets.update', input)),
    create: (input) => call('outlets.create', input),
    trash: (choice) => call('outlets.trash', choice),
    restore: (choice) => call('outlets.restore', choice),
  },
  documents: {
    entity: 'documents',
    kind: 'document',
    one: 'document',
    many: 'documents',
    page: (request) => call('documents.page', request),
    ids: (view) => call('documents.ids', view),
    update: (input) => call('documents.update', input),
    paste: pasteOneByOne((input) => call('documents.update', input)),
    create: (input) => call('documents.create', input),
    trash: (choice) => call('documents.trash', choice),
    restore: (choice) => call('documents.restore', choice),
  },
  places: {
    entity: 'places',
    kind: 'place',
    one: 'place',
    many: 'places',
    page: (request) => call('places.page', request),
    ids: (view) => call('places.ids', view),
    update: (input) => call('places.update', input),
    paste: pasteOneByOne((input) => call('places.update', input)),
    create: (input) => call('places.create', input),
    trash: (choice) => call('places.trash', choice),
    restore: (choice) => call('places.restore', choice),
  },
}

export const entityOfKind: Readonly<Record<Exclude<RecordKind, 'note'>, Entity>> = {
  claim: 'claims',
  event: 'events',
  actor: 'actors',
  outlet: 'outlets',
  document: 'documents',
  place: 'places',
}

export const pathOfEntity: Readonly<Record<Entity, string>> = {
  claims: '/claims',
  events: '/events',
  actors: '/sources/actors',
  outlets: '/sources/outlets',
  documents: '/sources/documents',
  places: '/sources/places',
}

export type RecordTarget = Pick<RecordLink, 'kind' | 'id'>
