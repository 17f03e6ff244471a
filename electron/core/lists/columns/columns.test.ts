import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Condition, View } from '../../../../shared/list.ts'
import { ok } from '../../../../shared/result.ts'
import { connectToRead } from '../../../store/connection.ts'
import { all, column, sql } from '../../../store/db.ts'
import { settle } from '../../analysis/engine/test-settle.ts'
import { claimList } from '../../claims/list.ts'
import { attempt, command, type Desk } from '../../history/random-commands.ts'
import { Session } from '../../session.ts'
import { makeTestCase, type TestCase } from '../../test-case.ts'
import { addFunctions, viewSql } from '../list.ts'

// Views by columns in memory are held against plain SQL, with anything done to the case in between.

const fields = Object.keys(claimList.fields)

const texts = ['treaty', 'Blinken', 'TASS', 'x', 'a', '파병', 'E', 'D', 'official', 'open', '2', '2024', 'Renamed']
const text = fc.constantFrom(...texts)
const dates = fc.constantFrom('2024', '2024-11', '2024-11-03', '2023~', '2025')
const condition: fc.Arbitrary<[string, Condition]> = fc.oneof(
  fc.tuple(
    fc.constantFrom(...fields),
    fc.oneof(
      fc.record({ in: fc.array(fc.option(text), { minLength: 1, maxLength: 3 }) }),
      fc.record({ notIn: fc.array(fc.option(text), { minLength: 1, maxLength: 3 }) }),
      fc.record({ contains: text }),
      fc.record({ notContains: text }),
      fc.record({ set: fc.boolean() }),
    ),
  ),
  fc.tuple(
    fc.constantFrom('quantity', 'carriers', 'origins', 'contradictions'),
    fc.oneof(
      fc.record({ min: fc.constantFrom(0, 1, 8000) }),
      fc.record({ in: fc.constant<(string | number | null)[]>([1, 8000, null]) }),
    ),
  ),
  fc.tuple(fc.constant('said'), fc.record({ min: dates, max: dates })),
)
const words = [
  'treaty',
  '파병',
  '파',
  'first',
  'st',
  's',
  'tas',
  'Blink',
  '"first"',
  '-treaty',
  'claimant:blin',
  'tags:x',
  'said:2024..2025',
  'quantity:8000',
  'topic:""',
  '-claimant:zel',
  'X1',
  'Ren',
  'ref:x',
  'N',
]
const view: fc.Arbitrary<View> = fc.record({
  filter: fc.array(condition, { maxLength: 2 }).map((conditions) => Object.fromEntries(conditions)),
  search: fc.array(fc.constantFrom(...words), { maxLength: 2 }).map((parts) => parts.join(' ')),
  sort: fc.uniqueArray(fc.record({ field: fc.constantFrom(...fields), desc: fc.boolean() }), {
    maxLength: 2,
    selector: ({ field }) => field,
  }),
  trashed: fc.nat(5).map((chance) => chance === 0),
})

type Other =
  | { readonly type: 'rate'; readonly nth: number; readonly value: 'A' | 'F' }
  | { readonly type: 'rename'; readonly name: string }
  | { readonly type: 'moveDocument'; readonly outlet: string }
  | { readonly type: 'settle' }
  | { readonly type: 'empty' }
  | { readonly type: 'undoImport' }
const other = fc.oneof(
  fc.record({ type: fc.constant('rate' as const), nth: fc.nat(7), value: fc.constantFrom('A' as const, 'F' as const) }),
  fc.record({ type: fc.constant('rename' as const), name: fc.constantFrom('Blinken', 'Renamed', 'Ärger') }),
  fc.record({ type: fc.constant('moveDocument' as const), outlet: fc.constantFrom('KCNA', 'Yonhap') }),
  ...(['settle', 'empty', 'undoImport'] as const).map((type) => fc.constant({ type })),
)

/** What analysts do beside the commands of the history's model. */
async function doOther({ file, claims }: Desk, act: Other): Promise<void> {
  const [actor] = (await file.call('actors.ids', {})).ids
  const [document] = (await file.call('documents.ids', {})).ids
  const [batch] = await file.call('imports.list')
  const claim = 'nth' in act ? claims[act.nth % Math.max(claims.length, 1)] : undefined
  if (act.type === 'settle') await settle(file.session)
  if (act.type === 'empty') await file.call('trash.empty')
  // What is refused (a name that another has, an import taken back already) changes nothing.
  if (act.type === 'rate' && claim)
    await file.session.call('claims.rate', { id: claim, rating: { axis: 'reliability', value: act.value } })
  if (act.type === 'undoImport' && batch)
    await file.session.call('imports.takeBack', { batch: batch.id, job: 'job', edited: 'keep' })
  if (act.type === 'rename' && actor)
    await file.session.call('actors.update', { selection: { ids: [actor] }, patch: { name: act.name } })
  if (act.type === 'moveDocument' && document)
    await file.call('documents.update', { selection: { ids: [document] }, patch: { outlet: act.outlet } })
}

/** What plain SQL says that a view shows. */
function bySql({ path }: TestCase, shown: View): string[] {
  const db = connectToRead(path)
  try {
    addFunctions(db)
    const nums = column<number>(db, viewSql(claimList, shown))
    const ids = new Map(
      all<{ num: number; id: string }>(db, sql`SELECT num, id FROM claim`).map(({ num, id }) => [num, id]),
    )
    return nums.map((num) => ids.get(num) ?? '')
  } finally {
    db.close()
  }
}

it('shows what plain SQL would, whatever is done in between', async () => {
  const step = fc.record({
    act: fc.oneof(
      { weight: 3, arbitrary: command.map((model) => ({ model })) },
      { weight: 1, arbitrary: other.map((beside) => ({ beside })) },
    ),
    // Edits within two seconds are folded into one step of the log.
    pause: fc.constantFrom(0, 3000),
    view,
  })
  // Some views are asked for after each step: they are kept as long as they hold.
  const asked = fc.array(view, { minLength: 2, maxLength: 3 })
  await fc.assert(
    fc.asyncProperty(asked, fc.array(step, { minLength: 20, maxLength: 40, size: 'max' }), async (again, steps) => {
      const desk: Desk = { file: makeTestCase(), claims: [] }
      const reader = new Session({ path: desk.file.path, role: 'reader', user: () => 'Ana' })
      try {
        for (const { act, pause, view: shown } of steps) {
          desk.file.pass(pause)
          if ('model' in act) await attempt(desk, act.model)
          else await doOther(desk, act.beside)
          const expected = bySql(desk.file, shown)
          expect((await desk.file.call('claims.ids', shown)).ids, JSON.stringify(shown)).toEqual(expected)
          const first = await desk.file.call('claims.first', { ...shown, count: 3 })
          expect(first.rows.map(({ id }) => id)).toEqual(expected.slice(0, 3))
          expect([null, expected.length]).toContain(first.total)
          for (const kept of again) {
            const { result } = await reader.call('claims.ids', kept)
            expect(result, JSON.stringify(kept)).toEqual(ok({ ids: bySql(desk.file, kept) }))
          }
        }
      } finally {
        reader.close()
        desk.file.remove()
      }
    }),
    { numRuns: 40, seed: 6, endOnFailure: true },
  )
}, 300_000)

it('follows changes of many rows at once, and single ones after them', async () => {
  const file = makeTestCase()
  const sorted: View = { filter: {}, search: '', sort: [{ field: 'topic', desc: true }], trashed: false }
  const same = async (): Promise<void> =>
    expect((await file.call('claims.ids', sorted)).ids).toEqual(bySql(file, sorted))
  try {
    const ids: string[] = []
    for (let at = 0; at < 150; at += 1)
      ids.push(...(await file.call('claims.create', { patch: { statement: `s ${at}`, topic: `t ${at % 7}` } })).ids)
    await same()
    await file.call('claims.update', { selection: { ids: ids.slice(20) }, patch: { topic: 'many' } })
    await same()
    for (const topic of ['one', 'many', 'one']) {
      await file.call('claims.update', { selection: { ids: ids.slice(30, 31) }, patch: { topic } })
      await same()
    }
    await file.call('history.undo')
    await same()
    await file.call('history.undo')
    await same()
  } finally {
    file.remove()
  }
})
