import { rules, type Rule } from '../../../../shared/analysis.ts'
import type { Parsed } from '../../../../shared/contract.ts'
import type { Changed } from '../../../../shared/list.ts'
import { ExpectedError } from '../../../../shared/result.ts'
import { get, sql, type ReadDb } from '../../../store/db.ts'
import type { CommandContext } from '../../context.ts'
import { create, remove, update, type Change } from '../../records/changes.ts'
import { commitStep } from '../../records/step.ts'
import { findingOf, pairOfKey, type StoredFinding } from './findings.ts'
import { pairSides, reasonOf } from './sides.ts'

type Decision = Parsed<'analysis.decide'>

/** Confirms or rejects what rules and imports suggest, or takes such a word back: one step, whatever the number. */
export function decide(ctx: CommandContext, { keys, state, reason }: Decision): Changed {
  const called = pairCalled(ctx.db, keys[0] ?? '')
  const changes = keys.flatMap((key) => decision(ctx, key, state, reason))
  if (changes.length === 0) throw new ExpectedError('nothing-to-do', 'They are decided like this already.')
  const words = { confirmed: 'confirm', rejected: 'reject', suggested: 'leave open' }[state]
  const label = `${words} ${keys.length === 1 ? called : `${keys.length} suggestions`}`
  commitStep(ctx, { command: 'decide', label, reason, changes })
  return { count: changes.length, ids: changes.map(({ id }) => id) }
}

function decision(ctx: CommandContext, key: string, state: Decision['state'], reason: string | undefined): Change[] {
  const made = decidedAs(ctx, key)
  const said = { state, reason: reason ?? null, by: ctx.user, at: ctx.now() }
  // What an import or a person brought stays a relation; what a rule found is found again.
  if (made)
    return made.rule !== null && state === 'suggested'
      ? [remove(ctx.db, 'relation', made.id)]
      : changed(ctx, made, said)
  if (state === 'suggested') return []
  const finding = findingOf(ctx.db, key)
  if (!finding)
    throw new ExpectedError(
      'not-found',
      'This suggestion is gone: what it was about was changed. Look at the list again.',
    )
  return [
    create('relation', ctx.newId(), {
      ...endsOf(ctx, finding),
      ...said,
      type: rules[finding.rule],
      rule: finding.rule,
      inputs: finding.inputs,
      basis: reasonOf(ctx.db, finding),
    }),
  ]
}

interface Made {
  readonly id: string
  readonly rule: Rule | null
  readonly state: string
}

/** The relation by which something was said to a suggestion, or which is the suggestion. */
function decidedAs({ db }: CommandContext, key: string): Made | undefined {
  const { relation, rule, inputs } = partsOf(key)
  return relation === null
    ? get<Made>(
        db,
        sql`SELECT id, rule, state FROM relation WHERE rule = ${rule} AND inputs = ${inputs} ORDER BY num DESC LIMIT 1`,
      )
    : get<Made>(db, sql`SELECT id, rule, state FROM relation WHERE id = ${relation}`)
}

function changed(ctx: CommandContext, { id, state: before }: Made, said: { readonly state: string }): Change[] {
  return before === said.state ? [] : update(ctx.db, 'relation', id, said)
}

/** A key names a relation by its id, or a finding by its rule and what it looked at. */
function partsOf(key: string): { relation: string | null; rule: string; inputs: string } {
  const [head = '', ...rest] = key.split(':')
  return head === 'relation'
    ? { relation: rest.join(':'), rule: '', inputs: '' }
    : { relation: null, rule: head, inputs: rest.join(':') }
}

function endsOf({ db }: CommandContext, finding: StoredFinding): Record<string, unknown> {
  const kind = finding.fromEvent === null ? 'claim' : 'event'
  const [from, to] = kind === 'claim' ? [finding.fromClaim, finding.toClaim] : [finding.fromEvent, finding.toEvent]
  const idOf = (num: number | null): unknown =>
    get<{ id: string }>(
      db,
      kind === 'claim' ? sql`SELECT id FROM claim WHERE num = ${num}` : sql`SELECT id FROM event WHERE num = ${num}`,
    )?.id
  return { [`from_${kind}`]: idOf(from), [`to_${kind}`]: idOf(to) }
}

/** What a suggestion says, in short: "that C08 contradicts C10". */
function pairCalled(db: ReadDb, key: string): string {
  const pair = pairOfKey(db, key)
  if (!pair) return 'a suggestion'
  const { left, right } = pairSides(db, pair)
  return `that ${left.ref} ${pair.type === 'same as' || pair.type === 'about' ? 'is ' : ''}${pair.type} ${right.ref}`
}
