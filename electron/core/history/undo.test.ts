import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ClaimPatch } from '../../../shared/claim.ts'
import { entities, entityNames } from '../records/entities.ts'
import { readFields, fieldNames } from '../records/fields.ts'
import { connect } from '../../store/connection.ts'
import { checkSearchIndex, makeTestCase, type TestCase } from '../test-case.ts'

/** Everything that is content in a case, and what is derived from it, read beside the program. */
function contents(path: string): Record<string, unknown> {
  checkSearchIndex(path)
  const db = connect(path, { readOnly: true })
  const found: Record<string, unknown> = {}
  for (const entity of entityNames) {
    const ids = db.prepare(`SELECT id FROM "${entity}" ORDER BY id`).pluck().all() as string[]
    found[entity] = Object.fromEntries(readFields(db, entity, ids, fieldNames(entity)))
    expect(Object.keys(entities[entity].columns).length).toBeGreaterThan(0)
  }
  found['grades'] = db
    .prepare('SELECT id, reliability, credibility, lead_quantity, said_from FROM claim ORDER BY id')
    .all()
  found['search'] = db.prepare('SELECT key >> 48 AS kind, text FROM search_text ORDER BY kind, text').all()
  db.close()
  return found
}

const patch = fc.record<ClaimPatch>(
  {
    statement: fc.constantFrom('a', 'b', '파병', 'ё'),
    claimant: fc.constantFrom('Blinken', 'Zelenskyy', null),
    topic: fc.constantFrom('treaty', null),
    said: fc.constantFrom('2024-11~', '2024', null),
    quantity: fc.constantFrom('8,000', 'about 11,000', null),
    credibility: fc.constantFrom('2', '3', null),
    tags: fc.constantFrom([], ['x'], ['y', 'x']),
  },
  { requiredKeys: [] },
)
const act = fc.oneof(
  fc.record({ type: fc.constant('create' as const), patch }),
  fc.record({ type: fc.constant('update' as const), patch, nth: fc.nat(5) }),
  fc.record({ type: fc.constant('trash' as const), nth: fc.nat(5) }),
  fc.record({ type: fc.constant('carry' as const), nth: fc.nat(5), outlet: fc.constantFrom('TASS', 'KCNA') }),
)
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never

async function perform(file: TestCase, made: string[], step: Act): Promise<void> {
  if (step.type === 'create') {
    const { ids } = await file.call('claims.create', {
      patch: { ...step.patch, statement: step.patch.statement ?? 's' },
    })
    made.push(...ids)
    return
  }
  const id = made[step.nth % Math.max(made.length, 1)]
  if (id === undefined) return
  if (step.type === 'update') await file.call('claims.update', { selection: { ids: [id] }, patch: step.patch })
  if (step.type === 'trash') await file.call('claims.trash', { selection: { ids: [id] } })
  if (step.type === 'carry')
    await file.call('carriages.add', { claimId: id, carriage: { document: 'D', outlet: step.outlet } })
}

const repeat = async (file: TestCase, name: 'history.undo' | 'history.redo'): Promise<number> => {
  for (let count = 0; ; count++) {
    const { undo, redo } = await file.call('history.state')
    if ((name === 'history.undo' ? undo : redo) === null) return count
    await file.call(name)
  }
}

it('undoes any sequence of commands to the start and redoes it to the end, also after a restart', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 12 }), async (steps) => {
      let file = makeTestCase()
      try {
        const start = contents(file.path)
        const made: string[] = []
        for (const step of steps) await perform(file, made, step)
        const end = contents(file.path)
        file = file.reopen()
        const undone = await repeat(file, 'history.undo')
        expect(contents(file.path)).toEqual(start)
        expect(await repeat(file, 'history.redo')).toBe(undone)
        expect(contents(file.path)).toEqual(end)
        expect((await file.call('case.check', { deep: true })).problems).toEqual([])
      } finally {
        file.remove()
      }
    }),
    { numRuns: 40 },
  )
}, 120_000)

it('drops what could be redone when something new is done', async () => {
  const file = makeTestCase()
  await file.call('claims.create', { patch: { statement: 'a' } })
  await file.call('history.undo')
  await file.call('claims.create', { patch: { statement: 'b' } })
  await expect(file.call('history.redo')).rejects.toMatchObject({ code: 'nothing-to-do' })
  file.remove()
})

it('brings back what was undone last, not what was dropped before', async () => {
  const file = makeTestCase()
  for (const statement of ['a', 'dropped']) await file.call('claims.create', { patch: { statement } })
  await file.call('history.undo')
  await file.call('claims.create', { patch: { statement: 'c' } })
  await repeat(file, 'history.undo')
  expect(await repeat(file, 'history.redo')).toBe(2)
  const { rows } = await file.call('claims.page', {})
  expect(rows.map(({ statement }) => statement)).toEqual(['a', 'c'])
  file.remove()
})
