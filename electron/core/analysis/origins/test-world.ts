import { sql, value, type WriteDb } from '../../../store/db.ts'
import { asWriteDb, connect } from '../../../store/connection.ts'
import { createSchema } from '../../../store/migrate.ts'
import type { CarriageRole, RelationType } from './graph.ts'

interface ClaimFields {
  /** The claimant's name; left out, the claim is unattributed. */
  readonly by?: string
  readonly basis?: string
  /** Titles of documents: "a", or "a:origin", "a:comments". */
  readonly in?: readonly string[]
  readonly event?: string
  readonly status?: string
  readonly trashed?: boolean
  readonly credibility?: string
  readonly reason?: string
}

interface DocumentFields {
  readonly outlet?: string
  readonly language?: string
  readonly trashed?: boolean
}

/** A small case in words; what is named and not described is made with nothing else known of it. */
export interface World {
  readonly claims?: Readonly<Record<string, ClaimFields>>
  readonly documents?: Readonly<Record<string, DocumentFields>>
  /** Owners by outlet. */
  readonly outlets?: Readonly<Record<string, string>>
  /** Affiliations by actor. */
  readonly actors?: Readonly<Record<string, string>>
  readonly events?: Readonly<Record<string, { readonly kind?: string; readonly trashed?: boolean }>>
  /** "B repeats A", "B maybe repeats A" (only suggested), "B not repeats A" (rejected); each a claim, document or event. */
  readonly relations?: readonly string[]
}

export interface MadeWorld {
  readonly db: WriteDb
  readonly num: (table: 'claim' | 'document' | 'event' | 'outlet' | 'actor', name: string) => number
  readonly name: (table: 'claim' | 'document' | 'event' | 'outlet' | 'actor', num: number) => string
  /** Gives the database back: all that was put into it is rolled back. */
  readonly done: () => void
}

const at = '2024-11-01T00:00:00.000Z'
const roles: readonly string[] = ['origin', 'carries', 'comments'] satisfies CarriageRole[]
const relationForm = /^(.+?) (?:(maybe|not) )?(repeats|cites|supports|same as|about|retracts|contradicts) (.+)$/

/** Databases that no world is in: making the schema takes longer than all that is done with a world. */
const spare: WriteDb[] = []

function emptyCase(): WriteDb {
  const db = spare.pop() ?? asWriteDb(connect(':memory:', { readOnly: false, mustExist: false }))
  if (!value(db, sql`SELECT 1 FROM sqlite_schema WHERE name = 'claim'`)) createSchema(db)
  db.exec('BEGIN')
  return db
}

/** Puts a world into a real database with today's schema, its records in the order in which they are given. */
export function makeWorld(world: World): MadeWorld {
  const db = emptyCase()
  const nums = { claim: new Map<string, number>(), document: new Map<string, number>() } as Record<
    string,
    Map<string, number>
  >
  let ids = 0
  const insert = (table: string, fields: Record<string, unknown>): number => {
    const columns = Object.keys(fields)
    const text = `INSERT INTO ${table} (id, ${columns.map((column) => `"${column}"`).join(', ')}) VALUES (?${', ?'.repeat(columns.length)})`
    return Number(db.prepare(text).run(`id-${(ids += 1)}`, ...Object.values(fields)).lastInsertRowid)
  }
  const named = (table: string, name: string, fields: () => Record<string, unknown>): number => {
    const known = (nums[table] ??= new Map<string, number>())
    const num = known.get(name) ?? insert(table, { created: at, changed: at, ...fields() })
    known.set(name, num)
    return num
  }
  const trashed = (isTrashed: boolean | undefined): string | null => (isTrashed ? at : null)
  const actor = (name: string): number => named('actor', name, () => ({ name }))
  const outlet = (name: string): number => named('outlet', name, () => ({ name }))
  const document = (title: string, fields: DocumentFields = {}): number =>
    named('document', title, () => ({
      title,
      outlet: fields.outlet === undefined ? null : outlet(fields.outlet),
      language: fields.language ?? null,
      trashed: trashed(fields.trashed),
    }))
  const event = (title: string, fields: { kind?: string; trashed?: boolean } = {}): number =>
    named('event', title, () => ({ title, kind: fields.kind ?? null, trashed: trashed(fields.trashed) }))
  const claim = (name: string, fields: ClaimFields = {}): number => {
    const num = named('claim', name, () => ({
      ref: name,
      statement: `What ${name} says`,
      claimant: fields.by === undefined ? null : actor(fields.by),
      basis: fields.basis ?? (fields.by === undefined ? 'unknown' : 'official'),
      event: fields.event === undefined ? null : event(fields.event),
      status: fields.status ?? 'open',
      credibility: fields.credibility ?? null,
      trashed: trashed(fields.trashed),
    }))
    const { credibility, reason } = fields
    if (credibility)
      insert('rating', {
        claim: num,
        axis: 'credibility',
        value: credibility,
        reason: reason ?? null,
        rater: 'Ana',
        at,
      })
    fields.in?.forEach((text, position) => {
      const [title = '', role = 'carries'] = text.split(':')
      if (!roles.includes(role)) throw new Error(`${text}: no such role`)
      insert('carriage', { claim: num, document: document(title), position, role })
    })
    return num
  }

  for (const [name, fields] of Object.entries(world.documents ?? {})) document(name, fields)
  for (const [name, fields] of Object.entries(world.events ?? {})) event(name, fields)
  for (const [name, fields] of Object.entries(world.claims ?? {})) claim(name, fields)
  for (const [name, owner] of Object.entries(world.outlets ?? {})) {
    db.prepare('UPDATE outlet SET owner = ? WHERE num = ?').run(actor(owner), outlet(name))
  }
  for (const [name, affiliation] of Object.entries(world.actors ?? {})) {
    db.prepare('UPDATE actor SET affiliation = ? WHERE num = ?').run(actor(affiliation), actor(name))
  }
  const end = (name: string): readonly [string, number] => {
    for (const table of ['claim', 'document', 'event']) {
      const num = nums[table]?.get(name)
      if (num !== undefined) return [table, num]
    }
    return ['document', document(name)]
  }
  for (const text of world.relations ?? []) {
    const [, from = '', mark, type, to = ''] = relationForm.exec(text) ?? []
    if (!type) throw new Error(`${text}: no relation`)
    const [[fromKind, fromNum], [toKind, toNum]] = [end(from), end(to)]
    const state = mark === 'maybe' ? 'suggested' : mark === 'not' ? 'rejected' : 'confirmed'
    const fields = {
      [`from_${fromKind}`]: fromNum,
      [`to_${toKind}`]: toNum,
      type: type as RelationType,
      state,
      by: 'Ana',
      at,
    }
    insert('relation', fields)
  }
  return {
    db,
    num: (table, name) => nums[table]?.get(name) ?? -1,
    name: (table, num) => [...(nums[table] ?? [])].find(([, known]) => known === num)?.[0] ?? '',
    done: () => {
      db.exec('ROLLBACK')
      spare.push(db)
    },
  }
}
