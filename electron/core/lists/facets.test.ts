import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Input, Output } from '../../../shared/contract.ts'
import { facetFields, mostFacetValues, type Facet } from '../../../shared/facets.ts'
import type { Condition } from '../../../shared/list.ts'
import { foldText } from '../../../shared/text.ts'
import { makeTestCase, type TestCase } from '../test-case.ts'
import { shownOf } from './facets.ts'

type Field = (typeof facetFields.claim)[number]
type Row = Output<'claims.page'>['rows'][number]
type Patch = Input<'claims.create'>['patch']

const words = {
  topic: ['treaty', 'troops', 'Ядерная тема', '파병'],
  claimant: ['Blinken', 'Лавров', '국정원'],
  place: ['Kursk', 'Курск', '"Moscow"; x'],
  outlet: ['Yonhap', 'ТАСС'],
  reliability: ['A', 'B', 'F'],
  credibility: ['2', '3', '6'],
  status: ['open', 'retracted'],
  tags: ['front line', 'числа', "o'clock"],
} as const satisfies Record<Field, readonly string[]>
const fields = facetFields.claim

const maybe = <T extends string>(values: readonly T[]): fc.Arbitrary<T | null> =>
  fc.option(fc.constantFrom(...values), { nil: null })
const claim = fc.record({
  patch: fc.record({
    statement: fc.constantFrom('Troops are in Kursk', 'A treaty was signed', 'Войска пришли'),
    topic: maybe(words.topic),
    claimant: maybe(words.claimant),
    place: maybe(words.place),
    reliability: maybe(words.reliability),
    credibility: maybe(words.credibility),
    status: fc.constantFrom(...words.status),
    tags: fc.uniqueArray(fc.constantFrom(...words.tags), { maxLength: 3 }),
  }),
  outlet: maybe(words.outlet),
  isTrashed: fc.boolean(),
})
const condition = (field: Field): fc.Arbitrary<Condition> => {
  const values = fc.uniqueArray(fc.option(fc.constantFrom(...words[field], 'never'), { nil: null }), { minLength: 1 })
  return fc.oneof(
    fc.record({ in: values }),
    fc.record({ notIn: values }),
    fc.record({ set: fc.boolean() }),
    fc.record({ contains: fc.constantFrom('к', 'r', 'o'), in: values }),
  )
}
const view = fc.record({
  filter: fc.record(
    Object.fromEntries(fields.map((field) => [field, condition(field)])) as Record<Field, fc.Arbitrary<Condition>>,
    { requiredKeys: [] },
  ),
  search: fc.constantFrom('', 'treaty', '-kursk', 'tags:"front line"'),
  trashed: fc.boolean(),
})

const valuesOf = (row: Row, field: Field): string[] =>
  field === 'tags' ? row.tags : row[field] === null ? [] : [row[field]]

/** What one condition says of a row, without SQL. */
function meets(row: Row, field: Field, given: Condition): boolean {
  const values = valuesOf(row, field)
  const among = (list: Condition['in']): boolean =>
    list !== undefined && list.some((one) => (one === null ? values.length === 0 : values.includes(String(one))))
  const { contains, set } = given
  if (given.in && !among(given.in)) return false
  if (given.notIn && among(given.notIn)) return false
  if (contains && !values.some((text) => foldText(text).includes(foldText(contains)))) return false
  return set === undefined || set === values.length > 0
}

function expected(rows: readonly Row[], filter: Partial<Record<Field, Condition>>, field: Field): Omit<Facet, 'field'> {
  const { in: chosen = [], ...own } = filter[field] ?? {}
  const left = rows.filter((row) =>
    fields.every((other) => meets(row, other, other === field ? own : (filter[other] ?? {}))),
  )
  const counts = new Map<string | null, number>(chosen.map((value) => [value as string | null, 0]))
  for (const row of left) {
    const values = valuesOf(row, field)
    for (const value of values.length === 0 ? [null] : values) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  const values = [...counts].map(([value, count]) => ({ value, count }))
  const order = new Intl.Collator('und', { sensitivity: 'base', numeric: true })
  values.sort((a, b) => b.count - a.count || order.compare(a.value ?? '', b.value ?? ''))
  return { values, more: 0 }
}

async function fill(file: TestCase, claims: readonly { patch: Patch; outlet: string | null; isTrashed: boolean }[]) {
  for (const [at, { patch, outlet, isTrashed }] of claims.entries()) {
    const [claimId] = (await file.call('claims.create', { patch })).ids as [Row['id']]
    if (outlet !== null)
      await file.call('carriages.add', { claimId, carriage: { document: `Article ${at}`, outlet, role: 'carries' } })
    if (isTrashed) await file.call('claims.trash', { selection: { ids: [claimId] } })
  }
}

describe('the facets of the claims', () => {
  it('count what is there when every row is looked at, whatever the filter and the search', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(claim, { maxLength: 14 }),
        fc.array(view, { minLength: 6, maxLength: 6 }),
        async (claims, views) => {
          const file = makeTestCase()
          try {
            await fill(file, claims)
            for (const { filter, search, trashed } of views) {
              const { rows } = await file.call('claims.page', { search, trashed })
              const facets = await file.call('claims.facets', { filter, search, trashed, sort: [{ field: 'place' }] })
              expect(facets.map(({ field }) => field)).toEqual([...fields])
              for (const { field, ...facet } of facets)
                expect([field, facet]).toEqual([field, expected(rows, filter, field as Field)])
            }
          } finally {
            file.remove()
          }
        },
      ),
      { numRuns: 12, seed: 6 },
    )
  }, 120_000)

  it('give a field alone, and of its values those with a text in them beside what is chosen', async () => {
    const file = makeTestCase()
    for (const place of ['Курск', 'Kursk', 'Moscow', 'Kyïv', null])
      await file.call('claims.create', { patch: { statement: 'Troops', place } })
    const found = async (find: string, chosen: string[]): Promise<unknown> =>
      file.call('claims.facets', { filter: { place: { in: chosen } }, fields: ['place', 'statement'], find })
    expect(await found('KUR', [])).toEqual([{ field: 'place', values: [{ value: 'Kursk', count: 1 }], more: 0 }])
    expect(await found('kyi', ['Moscow'])).toEqual([
      {
        field: 'place',
        values: [
          { value: 'Kyïv', count: 1 },
          { value: 'Moscow', count: 1 },
        ],
        more: 0,
      },
    ])
    file.remove()
  })

  it('refuse a filter by a field that is not there', async () => {
    const file = makeTestCase()
    await expect(file.call('claims.facets', { filter: { weather: 'bad' } })).rejects.toThrow(/no field “weather”/)
    file.remove()
  })
})

describe('the values that a facet shows', () => {
  const many = Array.from({ length: 300 }, (_, at) => ({
    value: `value ${String(at).padStart(3, '0')}`,
    count: 300 - at,
  }))

  it('are the most frequent, and all that are chosen or not set', () => {
    const { values, more } = shownOf([...many, { value: null, count: 1 }], ['value 250', 'gone'])
    expect(values.slice(0, mostFacetValues)).toEqual(many.slice(0, mostFacetValues))
    expect(values.slice(mostFacetValues)).toEqual([
      { value: 'value 250', count: 50 },
      { value: null, count: 1 },
      { value: 'gone', count: 0 },
    ])
    expect(more).toBe(99)
  })
})

describe.each([
  ['events.facets', facetFields.event],
  ['actors.facets', facetFields.actor],
  ['outlets.facets', facetFields.outlet],
  ['documents.facets', facetFields.document],
  ['places.facets', facetFields.place],
] as const)('%s', (method, names) => {
  it('counts the fields of its list', async () => {
    const file = makeTestCase()
    await file.call('events.create', { patch: { title: 'Parade', kind: 'parade', participants: ['Kim', 'Putin'] } })
    await file.call('outlets.create', { patch: { name: 'Yonhap', country: 'South Korea' } })
    await file.call('documents.create', { patch: { title: 'Article', outlet: 'Yonhap', readByMe: true } })
    await file.call('places.create', { patch: { name: 'Camp 9', within: 'Kursk' } })
    const facets = await file.call(method, {})
    expect(facets.map(({ field }) => field)).toEqual([...names])
    const total = (await file.call(method.replace('facets', 'page') as 'events.page', {})).total
    for (const { field, values } of facets) {
      const sum = values.reduce((all, { count }) => all + count, 0)
      expect([field, sum]).toEqual([field, field === 'participants' ? 2 : total])
    }
    file.remove()
  })
})
