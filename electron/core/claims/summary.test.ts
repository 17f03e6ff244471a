import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ClaimSummary } from '../../../shared/facets.ts'
import { importSample } from '../analysis/engine/test-sample.ts'
import { makeTestCase } from '../test-case.ts'

describe('the summary of claims', () => {
  it('tells the numbers, the dates and how many sources the sample has, and those of a part of it', async () => {
    const file = makeTestCase()
    await importSample(file)
    expect(await file.call('claims.summary', { view: { search: 'claimant:blinken' } })).toEqual({
      count: 2,
      numbers: { count: 2, min: 8000, max: 10_000, median: 9000, subjects: 1 },
      said: { from: '2024-10-31', to: '2024-10-31' },
      claimants: 1,
      outlets: 1,
      documents: 1,
    } satisfies ClaimSummary)
    expect(await file.call('claims.summary', { view: { filter: { quantity: null } } })).toMatchObject({ numbers: null })
    const none = await file.call('claims.summary', { view: { search: 'nothing of the kind' } })
    expect(none).toEqual({
      ...{ count: 0, numbers: null, said: { from: null, to: null }, claimants: 0, outlets: 0, documents: 0 },
    })
    file.remove()
  })

  it('knows no day where a date is open', async () => {
    const file = makeTestCase()
    const said = async (...dates: string[]): Promise<ClaimSummary['said']> => {
      const ids: string[] = []
      for (const date of dates)
        ids.push(...(await file.call('claims.create', { patch: { statement: 'Troops', said: date } })).ids)
      return (await file.call('claims.summary', { ids })).said
    }
    expect(await said('../2024-12-01')).toEqual({ from: null, to: '2024-12-01' })
    expect(await said('2023/..')).toEqual({ from: '2023-01-01', to: null })
    expect(await said('2024-11', '../2024-12-01', '2023/..')).toEqual({ from: '2023-01-01', to: '2024-12-01' })
    file.remove()
  })

  it('is what one finds row by row, of a view and of chosen claims', async () => {
    const claim = fc.record({
      statement: fc.constant('Troops'),
      claimant: fc.option(fc.constantFrom('A', 'B', 'C'), { nil: null }),
      quantity: fc.option(fc.constantFrom('8000', '11000', 'about 10,000', '5'), { nil: null }),
      subject: fc.constantFrom('soldiers', 'shells'),
      topic: fc.constantFrom('x', 'y'),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(claim, { minLength: 1, maxLength: 10 }), async (patches) => {
        const file = makeTestCase()
        for (const patch of patches) await file.call('claims.create', { patch })
        const { rows } = await file.call('claims.page', { filter: { topic: 'x' } })
        const numbers = rows.flatMap(({ measures: [lead] }) => lead?.best ?? []).sort((a, b) => a - b)
        const last = numbers.length - 1
        const expected = {
          count: rows.length,
          claimants: new Set(rows.flatMap(({ claimant }) => claimant ?? [])).size,
          numbers:
            last < 0
              ? null
              : {
                  count: last + 1,
                  min: numbers[0],
                  max: numbers[last],
                  median: ((numbers[Math.floor(last / 2)] ?? 0) + (numbers[Math.ceil(last / 2)] ?? 0)) / 2,
                  subjects: new Set(
                    rows.flatMap(({ measures: [lead] }) => (lead && lead.best !== null ? [lead.subject] : [])),
                  ).size,
                },
        }
        expect(await file.call('claims.summary', { view: { filter: { topic: 'x' } } })).toMatchObject(expected)
        const ids = rows.map(({ id }) => id)
        if (ids.length > 0) expect(await file.call('claims.summary', { ids })).toMatchObject(expected)
        file.remove()
      }),
      { numRuns: 15, seed: 4 },
    )
  }, 60_000)
})
