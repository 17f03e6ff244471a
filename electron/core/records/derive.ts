import { foldText } from '../../../shared/text.ts'
import { all, get, run, sql, type ReadDb, type WriteDb } from '../../store/db.ts'
import { linkTexts } from '../notes/links.ts'
import { ownerOf, type Change } from './changes.ts'
import { readFields } from './fields.ts'
import type { EntityName } from './entities.ts'

/** Brings the derived columns and tables up to date with a step's changes: only for the records it touched, and not for those that `made` says were made with them. */
export function derive(db: WriteDb, changes: readonly Change[], made: ReadonlySet<string> = new Set()): void {
  const touched = touchedRecords(db, changes)
  for (const kind of searched) for (const id of touched[kind]) if (made.has(id)) touched[kind].delete(id)
  for (const id of touched.claim) deriveClaim(db, id)
  for (const kind of searched) {
    const gone = [...touched[kind]].filter((id) => !deriveSearch(db, kind, id))
    // Once for all of them: each time reads the whole table, and undoing an import removes thousands.
    if (gone.length > 0) dropOrphans(db, kind)
  }
}

const searched = ['claim', 'event', 'actor', 'outlet', 'document', 'note'] as const
type Searched = (typeof searched)[number]
export const isSearched = (entity: EntityName): entity is Searched => (searched as readonly string[]).includes(entity)

function touchedRecords(db: ReadDb, changes: readonly Change[]): Record<Searched, Set<string>> {
  const touched = Object.fromEntries(searched.map((kind) => [kind, new Set<string>()])) as Record<Searched, Set<string>>
  for (const change of changes) {
    if (isSearched(change.entity)) touched[change.entity].add(change.id)
    if (change.entity === 'measure' || change.entity === 'carriage' || change.entity === 'rating') {
      const claim = ownerOf(db, change, 'claim')
      if (claim) touched.claim.add(claim)
    }
    // A document that moves to another outlet moves its claims there.
    if (change.entity === 'document' && change.before && 'outlet' in change.before) {
      for (const { id } of claimsLedBy(db, change.id)) touched.claim.add(id)
    }
  }
  return touched
}

const claimsLedBy = (db: ReadDb, documentId: string): { id: string }[] =>
  all(db, sql`SELECT c.id FROM document d JOIN claim c ON c.lead_document = d.num WHERE d.id = ${documentId}`)

/** The newest rating of each axis, the first carriage and the first measure of a claim. */
function deriveClaim(db: WriteDb, id: string): void {
  run(
    db,
    sql`UPDATE claim SET
      reliability = (SELECT value FROM rating WHERE claim = claim.num AND axis = 'reliability' ORDER BY at DESC, num DESC LIMIT 1),
      credibility = (SELECT value FROM rating WHERE claim = claim.num AND axis = 'credibility' ORDER BY at DESC, num DESC LIMIT 1),
      lead_document = (SELECT document FROM carriage WHERE claim = claim.num ORDER BY position, num LIMIT 1),
      lead_outlet = (SELECT d.outlet FROM carriage ca JOIN document d ON d.num = ca.document WHERE ca.claim = claim.num ORDER BY ca.position, ca.num LIMIT 1),
      lead_category = (SELECT category FROM measure WHERE claim = claim.num ORDER BY position, num LIMIT 1),
      statement_hash = statement_hash(statement),
      lead_quantity = (SELECT coalesce(best, (low + high) / 2, low, high) FROM measure WHERE claim = claim.num ORDER BY position, num LIMIT 1)
      WHERE id = ${id}`,
  )
}

/** The fields in which each kind is searched, and those that are names a [[link]] can use. */
const searchFields: Readonly<
  Record<Searched, { readonly text: readonly string[]; readonly names: readonly string[] }>
> = {
  claim: { text: ['ref', 'statement', 'quote', 'translation', 'topic', 'place', 'tags'], names: ['ref'] },
  event: { text: ['ref', 'title', 'place', 'kind'], names: ['ref', 'title'] },
  actor: { text: ['name', 'aliases'], names: ['name', 'aliases'] },
  outlet: { text: ['name', 'country', 'language'], names: ['name'] },
  document: { text: ['title', 'author', 'url'], names: ['title'] },
  note: { text: ['title', 'body'], names: ['title'] },
}

/** Answers false when there is no such record: undoing its making leaves nothing to find. */
function deriveSearch(db: WriteDb, kind: Searched, id: string): boolean {
  const row = get<{ num: number }>(db, sql`SELECT num FROM ${tables[kind]} WHERE id = ${id}`)
  if (!row) return false
  const { text, names } = searchFields[kind]
  const fields = readFields(db, kind, [id], [...new Set([...text, ...names])]).get(id) ?? {}
  run(
    db,
    sql`INSERT INTO search_text (kind, num, text) VALUES (${kind}, ${row.num}, ${searchTextOf(kind, fields)})
    ON CONFLICT (kind, num) DO UPDATE SET text = excluded.text`,
  )
  run(db, sql`DELETE FROM record_name WHERE kind = ${kind} AND num = ${row.num}`)
  for (const known of namesIn(kind, fields)) {
    run(db, sql`INSERT INTO record_name (kind, num, name) VALUES (${kind}, ${row.num}, ${known})`)
  }
  if (kind === 'note') deriveLinks(db, row.num, String(fields['body'] ?? ''))
  return true
}

const tables = {
  claim: sql`claim`,
  event: sql`event`,
  actor: sql`actor`,
  outlet: sql`outlet`,
  document: sql`document`,
  note: sql`note`,
} satisfies Record<Searched & EntityName, unknown>

/** What a record is searched by. */
export const searchTextOf = (kind: Searched, fields: Readonly<Record<string, unknown>>): string =>
  foldText(texts(fields, searchFields[kind].text).join('\n'))

/** The names by which a record is found, folded, each once. */
export const namesIn = (kind: Searched, fields: Readonly<Record<string, unknown>>): Set<string> =>
  new Set(texts(fields, searchFields[kind].names).map(foldText))

function texts(fields: Readonly<Record<string, unknown>>, names: readonly string[]): string[] {
  return names
    .flatMap((field): unknown[] => (Array.isArray(fields[field]) ? fields[field] : [fields[field]]))
    .filter((text): text is string => typeof text === 'string' && text !== '')
}

/** Drops what was found of records that are gone; their old row numbers are unknown by then. */
function dropOrphans(db: WriteDb, kind: Searched): void {
  run(db, sql`DELETE FROM search_text WHERE kind = ${kind} AND num NOT IN (SELECT num FROM ${tables[kind]})`)
  run(db, sql`DELETE FROM record_name WHERE kind = ${kind} AND num NOT IN (SELECT num FROM ${tables[kind]})`)
}

function deriveLinks(db: WriteDb, note: number, body: string): void {
  run(db, sql`DELETE FROM note_link WHERE note = ${note}`)
  for (const text of new Set(linkTexts(body).map(foldText))) {
    run(db, sql`INSERT INTO note_link (note, text) VALUES (${note}, ${text})`)
  }
}
