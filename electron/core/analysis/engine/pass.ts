import { all, column, sql, value, type ReadDb } from '../../../store/db.ts'
import type { QueryContext } from '../../context.ts'
import type { Duplicates } from '../duplicates/duplicates.ts'
import { basisOf } from './basis.ts'
import { allEvents, eventsOf } from './events.ts'
import { allFigures, figuresOf } from './figures.ts'
import { allOrigins, someOrigins } from './origins.ts'
import type { Portion } from './portion.ts'
import { contradicting, withPartners } from './store.ts'
import { allTexts, someTexts } from './texts.ts'
import type { TodoKind } from './todo.ts'

/** From so many claims on it is quicker to compute the whole case anew. */
const mostOneByOne = 500

/** What a pass keeps from one portion to the next, and what the next pass need not make anew. */
export interface AnalysisMemory {
  pass?: Iterator<Portion> | undefined
  texts?: Duplicates | undefined
}

/** The next portion of what is due; null: nothing is. `restart`: what the last one came to was not stored. */
export function nextPortion({ db, memory }: QueryContext, restart: boolean): Portion | null {
  if (restart) memory.pass = undefined
  memory.pass ??= passOf(db, memory)
  const { value: portion, done } = memory.pass.next()
  if (!done) return portion
  memory.pass = undefined
  return null
}

interface Todo {
  readonly kind: TodoKind
  readonly num: number
}

function* passOf(db: ReadDb, memory: AnalysisMemory): Generator<Portion, undefined> {
  // Read before what is due: what comes in between is computed once more, never left out.
  const stamp = value<number | null>(db, sql`SELECT max(stamp) FROM analysis_todo`) ?? null
  if (stamp === null) return
  // Of many, or of all, it need not be known which they are.
  const todo = all<Todo>(
    db,
    sql`SELECT kind, num FROM analysis_todo ORDER BY kind = 'all' DESC LIMIT ${mostOneByOne + 1}`,
  )
  const claims = claimsIn(db, todo)
  if (claims === 'all') yield* wholeCase(db, memory)
  else yield* some(db, memory, todo, claims)
  yield { kind: 'end', stamp }
}

/** The claims that were touched themselves; all of them where that is quicker. */
function claimsIn(db: ReadDb, todo: readonly Todo[]): number[] | 'all' {
  if (todo.some(({ kind }) => kind === 'all') || todo.length > mostOneByOne) return 'all'
  const after = todo.filter(({ kind }) => kind === 'claims after').map(({ num }) => num)
  const made =
    after.length === 0
      ? []
      : column<number>(db, sql`SELECT num FROM claim WHERE num > ${Math.min(...after)} LIMIT ${mostOneByOne + 1}`)
  const documents = todo.filter(({ kind }) => kind === 'document').map(({ num }) => num)
  // When a document was published orders the claims that it carries first.
  const led = column<number>(
    db,
    sql`SELECT num FROM claim WHERE lead_document IN (SELECT value FROM json_each(${documents}))`,
  )
  const claims = new Set([...made, ...led, ...todo.filter(({ kind }) => kind === 'claim').map(({ num }) => num)])
  return claims.size > mostOneByOne ? 'all' : [...claims]
}

function* wholeCase(db: ReadDb, memory: AnalysisMemory): Generator<Portion> {
  const basis = basisOf(db)
  yield* allFigures(db, basis)
  yield* allEvents(db, basis)
  for (const portion of allOrigins(db)) {
    yield portion
    // What contradicts is stored by then.
    if (portion.kind === 'origins') yield { kind: 'counts', of: portion.of, scope: portion.scope }
  }
  // Texts take the longest: what is known without them is told before.
  const before = deniedBy(db)
  const denials: number[] = []
  for (const portion of allTexts(db, memory)) {
    if (portion.kind === 'pairs')
      for (const { rule, from, to } of portion.rows) if (contradicting.includes(rule)) denials.push(from, to)
    yield portion
  }
  const scope = [...new Set([...before, ...denials])]
  for (let at = 0; at < scope.length; at += countedInPortion)
    yield { kind: 'counts', of: 'claim', scope: scope.slice(at, at + countedInPortion) }
}

/** The claims that stand against another by its text, as far as it was known before. */
const deniedBy = (db: ReadDb): number[] =>
  column(
    db,
    sql`SELECT from_claim FROM finding WHERE rule = 'denial' UNION SELECT to_claim FROM finding WHERE rule = 'denial'`,
  )

const countedInPortion = 2000

function* some(
  db: ReadDb,
  memory: AnalysisMemory,
  todo: readonly Todo[],
  claims: readonly number[],
): Generator<Portion> {
  const basis = basisOf(db)
  const events = todo.filter(({ kind }) => kind === 'event').map(({ num }) => num)
  // Whom they stood against before: what is told of those changes too.
  const before = { claim: withPartners(db, 'claim', claims), event: withPartners(db, 'event', events) }
  yield* someOrigins(db, todo, claims)
  yield* figuresOf(db, claims, basis)
  yield* eventsOf(db, events, basis)
  yield* someTexts(db, memory, claims)
  for (const [of, touched] of [
    ['claim', claims],
    ['event', events],
  ] as const) {
    if (before[of].length > 0) yield { kind: 'counts', of, scope: before[of], around: touched }
  }
}
