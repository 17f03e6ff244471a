import { foldText } from '../../../shared/text.ts'
import { all, column, name, run, sql, value, type ReadDb, type WriteDb } from '../../store/db.ts'
import { linkTexts } from '../notes/links.ts'
import { ownerOf, type Change } from './changes.ts'
import { readFields } from './fields.ts'
import { searched, type Searched, type SearchTexts } from './search-text.ts'

/** Brings the derived columns and tables up to date with a step's changes: only for the records it touched, and not for those that `made` says were made with them. */
export function derive(db: WriteDb, texts: SearchTexts, changes: readonly Change[], made: ReadonlySet<string>): void {
  for (const id of claimsToDerive(db, changes)) if (!made.has(id)) deriveClaim(db, id)
  for (const kind of searched) {
    const ids = changes.filter((change) => change.entity === kind && isFoundOtherwise(kind, change)).map(({ id }) => id)
    // In the order of the index, which writes what it has gathered whenever a key is less than the one before.
    for (const num of numsOf(
      db,
      kind,
      ids.filter((id) => !made.has(id)),
    ))
      deriveSearch(db, texts, kind, num)
  }
}

/** Whether a change may touch the texts in which a record is searched, or the names by which it is found. */
function isFoundOtherwise(kind: Searched, { before, after }: Change): boolean {
  const { text, names } = searchFields[kind]
  return before === null || after === null || [...text, ...names].some((field) => field in after)
}

const numsOf = (db: ReadDb, kind: Searched, ids: readonly string[]): number[] =>
  ids.length === 0
    ? []
    : column(
        db,
        sql`SELECT DISTINCT t.num FROM json_each(${ids}) j JOIN ${name(kind)} t ON t.id = j.value ORDER BY t.num`,
      )

/** Brings what claims show of their parts up to date. */
export const deriveClaims = (db: WriteDb, ids: readonly string[]): void => ids.forEach((id) => deriveClaim(db, id))

/** The claims of which parts changed, or what is derived from their own fields. */
function claimsToDerive(db: ReadDb, changes: readonly Change[]): Set<string> {
  const claims = new Set<string>()
  for (const change of changes) {
    const { entity, id, before, after } = change
    if (entity === 'claim' && (!before || !after || 'statement' in after || 'ref' in after)) claims.add(id)
    if (entity === 'measure' || entity === 'carriage' || entity === 'rating') {
      const claim = ownerOf(db, change, 'claim')
      if (claim) claims.add(claim)
      // A part that moves is missed where it was.
      const former = before?.['claim']
      if (typeof former === 'string') claims.add(former)
    }
    // A document that moves to another outlet moves its claims there.
    if (entity === 'document' && before && 'outlet' in before) for (const led of claimsLedBy(db, id)) claims.add(led.id)
  }
  return claims
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
  // The few topics, places and tags are looked up by their values.
  claim: { text: ['ref', 'statement', 'quote', 'translation'], names: ['ref'] },
  event: { text: ['ref', 'title', 'place', 'kind'], names: ['ref', 'title'] },
  actor: { text: ['name', 'aliases'], names: ['name', 'aliases'] },
  outlet: { text: ['name', 'country', 'language'], names: ['name'] },
  document: { text: ['title', 'author', 'url'], names: ['title'] },
  note: { text: ['title', 'body'], names: ['title'] },
  // A [[link]] leads to what the case is about; what a place is called says where something was.
  place: { text: ['name', 'aliases', 'within'], names: [] },
}

function deriveSearch(db: WriteDb, texts: SearchTexts, kind: Searched, num: number): void {
  const { text, names } = searchFields[kind]
  const id = value<string>(db, sql`SELECT id FROM ${name(kind)} WHERE num = ${num}`) ?? ''
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
