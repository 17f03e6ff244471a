import { keyFields, type ImportField, type ImportKind } from '../../../../shared/import-lists.ts'
import { ExpectedError } from '../../../../shared/result.ts'
import { foldText } from '../../../../shared/text.ts'
import { all, column, join, name, sql, type ReadDb, type Sql } from '../../../store/db.ts'
import { statementHash } from '../../../store/text-hash.ts'
import type { Draft } from '../rows/draft.ts'
import { draftText, entityOf, isReferenced, keyColumn, keyTables } from './kinds.ts'

/** Records of the case that a row may be about. */
export interface Candidates {
  /** By what they were found: a reference or a key names one record, content may be that of several. */
  readonly by: 'ref' | 'key' | 'content'
  readonly ids: readonly string[]
}

/** Finds the live records that rows are about: by reference, else by a chosen key, else by what they say. */
export class Matcher {
  readonly #db: ReadDb
  readonly #kind: ImportKind
  readonly #key: readonly ImportField[]
  /** The import that is on its way: what it made itself is none of the case's records. */
  readonly #batch: number | null
  /** Whether the case has no such record, so that none can be found. */
  readonly isEmpty: boolean
  #keyed: Map<string, string[]> | undefined

  constructor(
    db: ReadDb,
    kind: ImportKind,
    options: { readonly key: readonly ImportField[]; readonly batch: number | null },
  ) {
    this.#db = db
    this.#kind = kind
    this.#key = options.key
    this.#batch = options.batch
    this.isEmpty = !hasAny(db, kind)
    checkKey(kind, options.key)
  }

  /** The candidates of each draft, in their order; null where the case has none. */
  find(drafts: readonly Draft[]): (Candidates | null)[] {
    if (this.isEmpty) return drafts.map(() => null)
    const found: (Candidates | null)[] = drafts.map(() => null)
    const seek = (by: Candidates['by'], look: (open: readonly number[]) => Map<number, string[]>): void => {
      const open = drafts.flatMap((_, at) => (found[at] === null ? [at] : []))
      for (const [at, ids] of open.length > 0 ? look(open) : []) if (ids.length > 0) found[at] = { by, ids }
    }
    if (isReferenced(this.#kind)) seek('ref', (open) => this.#byRef(drafts, open))
    if (this.#key.length > 0) seek('key', (open) => this.#byKey(drafts, open))
    // An event that a claim named by its reference is that one, whatever other events have the row's title; an actor of the
    // row's name goes before those that have it beside their own.
    if (this.#kind === 'events') seek('content', (open) => this.#named(drafts, open, refOf, sql`t.ref IS NULL`))
    if (this.#kind === 'actors')
      seek('content', (open) => this.#named(drafts, open, titleOf, sql`fold(t.name) = j.value`))
    seek('content', (open) => this.#byContent(drafts, open))
    return found
  }

  #byRef(drafts: readonly Draft[], open: readonly number[]): Map<number, string[]> {
    const refs = open.flatMap((at) => {
      const ref = drafts[at]?.ref ?? null
      return ref === null ? [] : [{ at, name: foldText(ref) }]
    })
    const table = name(entityOf[this.#kind])
    return byPlace(
      this.#db,
      refs,
      sql`CROSS JOIN record_name n ON n.kind = ${entityOf[this.#kind]} AND n.name = j.value CROSS JOIN ${table} t ON t.num = n.num
          WHERE fold(t.ref) = j.value AND t.trashed IS NULL AND t.batch IS NOT ${this.#batch}`,
    )
  }

  /** All records by their keys, read once: a key may be any field, and none of them has an index of its own. */
  #byKey(drafts: readonly Draft[], open: readonly number[]): Map<number, string[]> {
    this.#keyed ??= this.#readKeys()
    const found = new Map<number, string[]>()
    for (const at of open) {
      const draft = drafts[at]
      const key = draft ? keyOf(this.#key.map((field) => draftText(draft, field))) : null
      if (key !== null) found.set(at, this.#keyed.get(key) ?? [])
    }
    return found
  }

  #readKeys(): Map<string, string[]> {
    const parts = this.#key.map((field) => keyColumn(this.#kind, field))
    const rows = all<{ id: string; parts: string }>(
      this.#db,
      sql`SELECT t.id, json_array(${join(parts, ', ')}) AS parts FROM ${keyTables[this.#kind]} WHERE t.trashed IS NULL AND t.batch IS NOT ${this.#batch}`,
    )
    const keyed = new Map<string, string[]>()
    for (const { id, parts: texts } of rows) {
      const key = keyOf(JSON.parse(texts) as (string | null)[])
      if (key !== null) keyed.set(key, [...(keyed.get(key) ?? []), id])
    }
    return keyed
  }

  #byContent(drafts: readonly Draft[], open: readonly number[]): Map<number, string[]> {
    switch (this.#kind) {
      case 'claims':
        return byPlace(
          this.#db,
          open.map((at) => ({ at, name: statementHash(String(drafts[at]?.fields['statement'])) })),
          sql`CROSS JOIN claim t ON t.statement_hash = j.value WHERE t.trashed IS NULL AND t.batch IS NOT ${this.#batch}`,
        )
      case 'events':
      case 'actors':
      case 'outlets':
      case 'documents':
        return this.#named(drafts, open, titleOf, sql`1`)
      case 'relations':
        return new Map(
          open.map((at): [number, string[]] => {
            const draft = drafts[at]
            return [at, draft ? relationsLike(this.#db, draft) : []]
          }),
        )
    }
  }

  /** Those of which a name is what `textOf` a draft says, and that fulfil a condition. */
  #named(
    drafts: readonly Draft[],
    open: readonly number[],
    textOf: (draft: Draft) => string,
    condition: Sql,
  ): Map<number, string[]> {
    const entity = entityOf[this.#kind]
    const texts = open.map((at) => ({ at, name: drafts[at] ? foldText(textOf(drafts[at])) : '' }))
    return byPlace(
      this.#db,
      texts.filter(({ name: text }) => text !== ''),
      sql`CROSS JOIN record_name n ON n.kind = ${entity} AND n.name = j.value CROSS JOIN ${name(entity)} t ON t.num = n.num
          WHERE t.trashed IS NULL AND t.batch IS NOT ${this.#batch} AND ${condition}`,
    )
  }
}

/** Whether the case holds a record of the kind of a list. */
export const hasAny = (db: ReadDb, kind: ImportKind): boolean =>
  column(db, sql`SELECT 1 FROM ${name(entityOf[kind])} LIMIT 1`).length > 0

const refOf = ({ ref }: Draft): string => ref ?? ''
const titleOf = ({ fields }: Draft): string => String(fields['title'] ?? fields['name'] ?? '')

/**
 * The ids that `joined` finds for each name, by the place of the row that has it. It joins crosswise, from the names on:
 * left to itself SQLite reads all names of the case for each of them.
 */
function byPlace(
  db: ReadDb,
  names: readonly { readonly at: number; readonly name: string | number }[],
  joined: ReturnType<typeof sql>,
): Map<number, string[]> {
  const rows = all<{ place: number; id: string }>(
    db,
    sql`SELECT j.key AS place, t.id FROM json_each(${names.map(({ name: text }) => text)}) j ${joined} ORDER BY j.key, t.num`,
  )
  const found = new Map<number, string[]>()
  for (const { place, id } of rows) {
    const at = names[place]?.at ?? -1
    const ids = found.get(at) ?? []
    if (!ids.includes(id)) found.set(at, [...ids, id])
  }
  return found
}

/** Folded, with what parts texts nowhere else; null where no part says anything. */
function keyOf(texts: readonly (string | number | null)[]): string | null {
  if (texts.every((text) => text === null)) return null
  return texts.map((text) => foldText(String(text ?? '')).trim()).join('\u0000')
}

function checkKey(kind: ImportKind, key: readonly ImportField[]): void {
  const known = keyFields[kind]
  const foreign = key.find((field) => !known.includes(field))
  if (foreign === undefined) return
  throw new ExpectedError(
    'invalid-input',
    known.length === 0
      ? `Rows of ${kind} are known by what they say; a key cannot be chosen. Nothing was imported.`
      : `“${foreign}” cannot be a key of ${kind}. Keys: ${known.join(', ')}. Nothing was imported.`,
  )
}

/** A record at an end of a relation. */
export interface End {
  readonly kind: 'claim' | 'event' | 'document'
  readonly id: string
}

/** The claims, else events, else documents that a relations list calls so: by id, reference or title. */
export function endsCalled(db: ReadDb, text: string): End[] {
  const folded = foldText(text)
  const rows = (['claim', 'event', 'document'] as const).map(
    (kind) =>
      sql`SELECT ${kind} AS kind, t.id FROM ${name(kind)} t WHERE t.trashed IS NULL AND (t.id = ${folded}
          OR t.num IN (SELECT n.num FROM record_name n WHERE n.kind = ${kind} AND n.name = ${folded}))`,
  )
  const ends = rows.map((query) => all<End>(db, query))
  return ends.find((found) => found.length > 0) ?? []
}

function relationsLike(db: ReadDb, { names, fields }: Draft): string[] {
  const [[from], [to]] = [endsCalled(db, names['from'] ?? ''), endsCalled(db, names['to'] ?? '')]
  if (!from || !to) return []
  return column(
    db,
    sql`SELECT r.id FROM relation r WHERE r.type = ${fields['type']}
        AND r.${name(`from_${from.kind}`)} = (SELECT num FROM ${name(from.kind)} WHERE id = ${from.id})
        AND r.${name(`to_${to.kind}`)} = (SELECT num FROM ${name(to.kind)} WHERE id = ${to.id}) ORDER BY r.num`,
  )
}
