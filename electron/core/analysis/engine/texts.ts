import type { Rule } from '../../../../shared/analysis.ts'
import { all, iterate, raw, sql, value, type ReadDb, type Sql } from '../../../store/db.ts'
import { knownClaim, type DuplicateClaim } from '../duplicates/duplicate-claim.ts'
import { reasonOf as reasonOfPair, type DuplicatePair, type DuplicateRule } from '../duplicates/duplicate-pair.ts'
import { Duplicates } from '../duplicates/duplicates.ts'
import { NameTable } from '../duplicates/names.ts'
import type { StoredFinding } from './findings.ts'
import { isLive } from './load.ts'
import type { AnalysisMemory } from './pass.ts'
import type { FoundPair, Portion } from './portion.ts'
import { inPortions } from './portions.ts'

const textRules: readonly Rule[] = ['same words', 'entered twice', 'denial']

/** What says nearly the same, or denies it, in the whole case. The index stays in memory for the next edits. */
export function* allTexts(db: ReadDb, memory: AnalysisMemory): Generator<Portion> {
  const duplicates = indexOf(db)
  memory.texts = duplicates
  yield* inPortions(
    duplicates.pairs(),
    ({ from }) => from,
    (scope, pairs) => ({
      ...{ kind: 'pairs', of: 'claim', side: 'from', scope, rows: pairs.map(foundPair), rules: textRules },
    }),
  )
}

/** The same for some claims. A pair belongs to the claim that it is from; what an edit changes for others comes with it. */
export function* someTexts(db: ReadDb, memory: AnalysisMemory, claims: readonly number[]): Generator<Portion> {
  if (claims.length === 0) return
  const affected = new Set<number>(claims)
  const now = new Map(
    loadClaims(db, sql`c.num IN (SELECT value FROM json_each(${claims}))`).map((claim) => [claim.num, claim]),
  )
  // The first edit since the case was opened makes the index of what all others say; the pairs of the claims around an
  // edited one before it are known by what is stored.
  if (!memory.texts) {
    memory.texts = indexOf(db, claims)
    for (const num of storedPartners(db, claims)) affected.add(num)
  }
  for (const num of claims) {
    const claim = now.get(num)
    for (const other of claim ? memory.texts.set(claim) : memory.texts.remove(num)) affected.add(other)
  }
  const rows = [...affected].flatMap((num) => memory.texts?.pairsFrom(num) ?? []).map(foundPair)
  yield { kind: 'pairs', of: 'claim', side: 'from', rules: textRules, scope: [...affected], rows }
}

/** The reasoning of a finding about texts, told anew. */
export function textReason(db: ReadDb, { rule, kind, similarity, fromClaim, toClaim }: StoredFinding): string {
  const claims = loadClaims(db, sql`c.num IN (${fromClaim}, ${toClaim})`)
  const [from, to] = [fromClaim, toClaim].map((num) => claims.find((claim) => claim.num === num))
  if (!from || !to || kind === null) return ''
  return reasonOfPair(knownClaim(from), knownClaim(to), { rule: rule as DuplicateRule, kind, similarity })
}

function indexOf(db: ReadDb, without: readonly number[] = []): Duplicates {
  const duplicates = new Duplicates(namesOf(db), value<number>(db, sql`SELECT max(num) + 1 FROM claim`) ?? undefined)
  const left = new Set(without)
  for (const claim of iterate<DuplicateClaim>(db, claimsWhere(raw('1'))))
    if (!left.has(claim.num)) duplicates.add(claim)
  return duplicates
}

/** Actors under all their names. */
function namesOf(db: ReadDb): NameTable {
  const actors = all<{ name: string; aliases: string }>(
    db,
    sql`SELECT name, aliases FROM actor WHERE trashed IS NULL AND aliases <> '[]'`,
  )
  return new NameTable(actors.map(({ name, aliases }) => ({ name, aliases: JSON.parse(aliases) as string[] })))
}

const loadClaims = (db: ReadDb, condition: Sql): DuplicateClaim[] => all(db, claimsWhere(condition))

const claimsWhere = (condition: Sql): Sql =>
  sql`SELECT c.num, coalesce(c.ref, substr(c.statement, 1, 40)) AS ref, c.statement, c.translation, a.id AS claimant, c.said, d.published,
          c.topic, c.event, c.lead_outlet AS outlet
        FROM claim c LEFT JOIN actor a ON a.num = c.claimant LEFT JOIN document d ON d.num = c.lead_document
        WHERE ${isLive} AND (${condition}) ORDER BY c.num`

const storedPartners = (db: ReadDb, claims: readonly number[]): number[] =>
  all<{ num: number }>(
    db,
    sql`SELECT from_claim AS num FROM finding WHERE to_claim IN (SELECT value FROM json_each(${claims})) AND rule IN (SELECT value FROM json_each(${textRules}))`,
  ).map(({ num }) => num)

const foundPair = ({ rule, kind, from, to, similarity, inputs }: DuplicatePair): FoundPair => ({
  ...{ rule, kind, from, to, similarity, inputs },
  ...{ fromMeasure: null, toMeasure: null },
})
