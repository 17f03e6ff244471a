import fc from 'fast-check'
import { expect, it } from 'vitest'
import { all, raw } from '../../../store/db.ts'
import { connect } from '../../../store/connection.ts'
import { makeTestCase, type TestCase } from '../../test-case.ts'
import { settle } from './test-settle.ts'

// After any edits the analysis is what it would be if the whole case were computed anew, and undo leads back to what it was.

const statements = [
  'About 10,000 North Korean soldiers are in Russia',
  'North Korean soldiers, about 10,000 of them, are in Russia',
  'North Korean soldiers are not in Russia, about 10,000 or otherwise',
  'Около 10 000 северокорейских солдат находятся в России',
  'The treaty was ratified in Moscow on Saturday',
]
const places = ['Kursk region', 'Russia', 'Sudzha', null]
const claimants = ['Antony Blinken', 'Volodymyr Zelenskyy', null]
const days = ['2024-10-30', '2024-11-04', '2024-11', '2024-11~', null]
const quantities = ['8,000', 'about 11,000', 'at least 9,000', 'up to 7,000', '10,000–12,000', null]
const categories = ['present', 'sent', 'killed', 'casualties', null] as const

const one = <T>(values: readonly T[]) => fc.constantFrom(...values)
const patch = fc.record(
  {
    statement: one(statements),
    claimant: one(claimants),
    said: one(days),
    place: one(places),
    quantity: one(quantities),
    category: one(categories),
    subject: one(['DPRK soldiers', 'DPRK soldiers', null]),
    status: one(['open', 'open', 'retracted'] as const),
  },
  { requiredKeys: [] },
)
const act = fc.oneof(
  { weight: 3, arbitrary: fc.record({ type: fc.constant('create' as const), patch }) },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('update' as const), at: fc.nat(20), patch }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('trash' as const), at: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('restore' as const), at: fc.nat(20) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('relate' as const),
      from: fc.nat(20),
      to: fc.nat(20),
      relation: one(['repeats', 'contradicts', 'supports', 'same as'] as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('carry' as const),
      at: fc.nat(20),
      document: fc.nat(3),
      outlet: fc.nat(1),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('decide' as const),
      at: fc.nat(5),
      state: one(['confirmed', 'rejected', 'suggested'] as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('undo' as const) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('redo' as const) }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('settle' as const) }) },
)
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never

/** What is stored of the analysis, without the row numbers of findings. */
function stored(file: TestCase): unknown {
  const db = connect(file.path, { readOnly: true })
  try {
    return {
      findings: all(
        db,
        raw(`SELECT rule, from_claim, to_claim, from_event, to_event, from_measure, to_measure, kind, similarity, inputs
             FROM finding ORDER BY rule, from_claim, to_claim, from_measure, to_measure, from_event, to_event`),
      ),
      claims: all(db, raw('SELECT n.* FROM claim_analysis n ORDER BY claim')),
      comparable: all(db, raw('SELECT * FROM comparable ORDER BY measure')),
    }
  } finally {
    db.close()
  }
}

async function carryOut(file: TestCase, ids: string[], step: Act): Promise<void> {
  const idAt = (at: number): string | undefined => ids[at % Math.max(1, ids.length)]
  // Edits of the same fields within two seconds would fold, and undo would take both back.
  file.pass(5000)
  switch (step.type) {
    case 'create': {
      const { ids: made } = await file.call('claims.create', {
        patch: { statement: statements[0] ?? '', ...step.patch },
      })
      return void ids.push(...made)
    }
    case 'update':
      return void (await file.call('claims.update', { selection: { ids: [idAt(step.at) ?? ''] }, patch: step.patch }))
    case 'trash':
      return void (await file.call('claims.trash', { selection: { ids: [idAt(step.at) ?? ''] } }))
    case 'restore':
      return void (await file.call('claims.restore', { selection: { ids: [idAt(step.at) ?? ''] } }))
    case 'relate': {
      const [from, to] = [step.from, step.to].map((at) => ({ kind: 'claim' as const, id: idAt(at) ?? '' }))
      if (from && to) await file.call('relations.add', { from, to, type: step.relation })
      return
    }
    case 'carry': {
      const carriage = { document: `Document ${step.document}`, outlet: `Outlet ${step.outlet}` }
      return void (await file.call('carriages.add', { claimId: idAt(step.at) as never, carriage }))
    }
    case 'decide': {
      const { rows } = await file.call('analysis.findings', { state: 'any' })
      const key = rows[step.at % Math.max(1, rows.length)]?.key
      return key === undefined
        ? undefined
        : void (await file.call('analysis.decide', { keys: [key], state: step.state }))
    }
    case 'undo':
      return void (await file.call('history.undo'))
    case 'redo':
      return void (await file.call('history.redo'))
    case 'settle':
      return settle(file.session)
  }
}

/** What a person may try in vain: there is nothing to undo, the record is in the trash … */
const inVain = new Set(['nothing-to-do', 'not-found', 'invalid-input', 'conflict', 'depends'])

it('an edit leads to what a computation of the whole case leads to', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 25 }), async (steps) => {
      const file = makeTestCase()
      const ids: string[] = []
      try {
        await settle(file.session)
        for (const step of steps) {
          try {
            await carryOut(file, ids, step)
          } catch (error) {
            if (!inVain.has((error as { code?: string }).code ?? '')) throw error
          }
        }
        await settle(file.session)
        const incremental = stored(file)
        const db = connect(file.path, { readOnly: false })
        db.exec("INSERT INTO analysis_todo VALUES ('all', 0, 1)")
        db.close()
        await settle(file.session)
        expect(incremental).toEqual(stored(file))
      } finally {
        file.remove()
      }
    }),
    { numRuns: Number(process.env['PARALLAX_RUNS'] ?? 25), seed: 20_261_127, endOnFailure: false },
  )
})
