import { foldText } from '../../../shared/text.ts'
import { all, run, sql, type ReadDb, type WriteDb } from '../../store/db.ts'
import { linkTexts } from '../notes/links.ts'
import { ownerOf, type Change } from './changes.ts'
import { numOf, readFields } from './fields.ts'
import { isSearched, searched, type Searched, type SearchTexts } from './search-text.ts'

/** Brings the derived columns and tables up to date with a step's changes: only for the records it touched, and not for those that `made` says were made with them. */
export function derive(db: WriteDb, texts: SearchTexts, changes: readonly Change[], made: ReadonlySet<string>): void {
  const touched = touchedRecords(db, changes)
  for (const kind of searched) for (const id of touched[kind]) if (made.has(id)) touched[kind].delete(id)
  for (const id of touched.claim) deriveClaim(db, id)
  for (const kind of searched) for (const id of touched[kind]) deriveSearch(db, texts, kind, id)
}

/** Brings what claims show of their parts up to date. */
export const deriveClaims = (db: WriteDb, ids: readonly string[]): void => ids.forEach((id) => deriveClaim(db, id))

function touchedRecords(db: ReadDb, changes: readonly Change[]): Record<Searched, Set<string>> {
  const touched = Object.fromEntries(searched.map((kind) => [kind, new Set<string>()])) as Record<Searched, Set<string>>
  for (const change of changes) {
    if (isSearched(change.entity)) touched[change.entity].add(change.id)
    if (change.entity === 'measure' || change.entity === 'carriage' || change.entity === 'rating') {
      const claim = ownerOf(db, change, 'claim')
      if (claim) touched.claim.add(claim)
      // A part that moves is missed where it was.
      const former = change.before?.['claim']
      if (typeof former === 'string') touched.claim.add(former)
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
      ref_key = order_key(ref),
      statement_key = order_key(statement),
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
  // A [[link]] leads to what the case is about; what a place is called says where something was.
  place: { text: ['name', 'aliases', 'within'], names: [] },
}

function deriveSearch(db: WriteDb, texts: SearchTexts, kind: Searched, id: string): void {
  const num = numOf(db, kind, id)
  // Undoing its making leaves nothing to find.
  if (num === undefined) return
  const { text, names } = searchFields[kind]
  const fields = readFields(db, kind, [id], [...new Set([...text, ...names])]).get(id) ?? {}
  texts.set(kind, num, searchTextOf(kind, fields))
  run(db, sql`DELETE FROM record_name WHERE kind = ${kind} AND num = ${num}`)
  for (const known of namesIn(kind, fields)) {
    run(db, sql`INSERT INTO record_name (kind, num, name) VALUES (${kind}, ${num}, ${known})`)
  }
  if (kind === 'note') deriveLinks(db, num, String(fields['body'] ?? ''))
}

/** Forgets by what a record was found that goes. */
export function dropFound(db: WriteDb, texts: SearchTexts, kind: Searched, num: number): void {
  texts.drop(kind, num)
  run(db, sql`DELETE FROM record_name WHERE kind = ${kind} AND num = ${num}`)
}

/** What a record is searched by: folded lines, of which each ends with a line break. */
export const searchTextOf = (kind: Searched, fields: Readonly<Record<string, unknown>>): string =>
  foldText(
    textsOf(fields, searchFields[kind].text)
      .map((text) => `${text}\n`)
      .join(''),
  )

/** The names by which a record is found, folded, each once. */
export const namesIn = (kind: Searched, fields: Readonly<Record<string, unknown>>): Set<string> =>
  new Set(textsOf(fields, searchFields[kind].names).map(foldText))

function textsOf(fields: Readonly<Record<string, unknown>>, names: readonly string[]): string[] {
  const found: string[] = []
  const add = (text: unknown): void => {
    if (typeof text === 'string' && text !== '') found.push(text)
  }
  for (const name of names) {
    const given = fields[name]
    if (Array.isArray(given)) given.forEach(add)
    else add(given)
  }
  return found
}

function deriveLinks(db: WriteDb, note: number, body: string): void {
  run(db, sql`DELETE FROM note_link WHERE note = ${note}`)
  for (const text of new Set(linkTexts(body).map(foldText))) {
    run(db, sql`INSERT INTO note_link (note, text) VALUES (${note}, ${text})`)
  }
}
