import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeTestCase, type TestCase } from '../../test-case.ts'
import { bundled } from './gazetteer.ts'
import type { OwnPlace } from './known.ts'
import { PlaceBook, type PlaceRelation } from './places.ts'

const own = (name: string, more: Partial<OwnPlace> = {}): OwnPlace => ({
  id: name,
  name,
  aliases: [],
  within: null,
  latitude: null,
  longitude: null,
  precision: null,
  ...more,
})

describe('places of the user’s own', () => {
  it('are known by name and alias, and lie in what they are said to lie in', () => {
    const book = new PlaceBook([own('Camp 7', { aliases: ['Лагерь 7'], within: 'Kursk region' })])
    expect(book.lookUp('лагерь 7')?.name).toBe('Camp 7')
    expect(book.relate('Camp 7', 'Россия')).toBe('within')
    expect(book.relate('Camp 7', 'Ukraine')).toBe('apart')
  })

  it('go before the gazetteer, which fills in what they leave open', () => {
    const book = new PlaceBook([own('Kursk region', { aliases: ['Kursk', 'the bulge'] })])
    expect(book.relate('Kursk', 'the bulge')).toBe('same')
    expect(book.relate('Sudzha', 'the bulge')).toBe('within')
    expect(book.relate('the bulge', 'Russia')).toBe('within')
    expect(book.lookUp('Курская область')).toMatchObject({ name: 'Kursk region', latitude: 51.7, radius: 98 })
  })

  it('say alone what they lie in, where they say it: of a disputed place too', () => {
    const book = new PlaceBook([own('Crimea', { within: 'Ukraine' })])
    expect(book.relate('Crimea', 'Ukraine')).toBe('within')
    expect(book.relate('Crimea', 'Russia')).toBe('apart')
    expect(book.relate('Simferopol', 'Russia')).toBe('apart')
  })

  it('may lie in several, and in each other', () => {
    const book = new PlaceBook([
      own('Front', { within: 'Kursk region; Belgorod region' }),
      own('Sector A', { within: 'Front' }),
    ])
    expect(book.relate('Sector A', 'Belgorod region')).toBe('within')
    expect(book.relate('Front', 'Sector A')).toBe('contains')
  })

  it.each<[string, OwnPlace[], PlaceRelation]>([
    ['nothing is said of where it is', [own('X')], 'unknown'],
    ['what it lies in is not known', [own('X', { within: 'Somewhere' })], 'unknown'],
    ['it is somewhere in what holds both', [own('X', { within: 'Russia' })], 'unknown'],
    [
      'its point is far away',
      [own('X', { within: 'Russia', latitude: 43, longitude: 132, precision: 'exact' })],
      'apart',
    ],
    [
      'its point is near',
      [own('X', { within: 'Russia', latitude: 51.7, longitude: 36.2, precision: 'exact' })],
      'unknown',
    ],
    ['what it lies in is apart', [own('X', { within: 'North Korea' })], 'apart'],
  ])('against a place of the gazetteer, where %s', (_, places, relation) => {
    expect(new PlaceBook(places).relate('X', 'Kursk region')).toBe(relation)
  })

  it('that the user tells apart are apart', () => {
    const book = new PlaceBook([
      own('North range', { within: 'Kursk region' }),
      own('South range', { within: 'Kursk region' }),
    ])
    expect(book.relate('North range', 'South range')).toBe('apart')
  })

  it('that would lie in themselves lie in nothing, and say so', () => {
    const book = new PlaceBook([own('A', { within: 'B' }), own('B', { within: 'A' }), own('C', { within: 'A' })])
    expect(book.isCircular('own:A') && book.isCircular('own:B')).toBe(true)
    expect(book.isCircular('own:C')).toBe(false)
    expect(book.relate('A', 'B')).toBe('unknown')
    expect(book.relate('C', 'A')).toBe('within')
  })

  it('cannot put a country into its own region', () => {
    const book = new PlaceBook([own('Russia', { within: 'Kursk region' })])
    expect(book.isCircular('RU')).toBe(true)
    expect(book.relate('Kursk region', 'Russia')).toBe('within')
  })

  it('are drawn where their point is, as large as their precision says', () => {
    const book = new PlaceBook([own('X', { latitude: 1, longitude: 2, precision: 'vicinity' }), own('Y')])
    expect(book.pointOf('X')).toMatchObject({ latitude: 1, longitude: 2, precision: 'vicinity', radius: 5 })
    expect(book.pointOf('Y')).toBeUndefined()
    expect(book.pointOf('X; Moscow')).toBeUndefined()
    expect(book.pointsOf('X; Moscow').map(({ name }) => name)).toEqual(['X', 'Moscow'])
  })
})

describe('relations of any places', () => {
  const names = [...bundled.places.map(({ names }) => names.en?.[0] ?? ''), 'Front line', 'A', 'B', 'C', 'D']
  const text = fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 3 }).map((some) => some.join('; '))
  const letter = fc.constantFrom('A', 'B', 'C', 'D')
  const ownPlaces = fc
    .uniqueArray(
      fc.record({
        name: letter,
        within: fc.option(
          fc.oneof(letter, fc.constantFrom('Russia', 'Kursk region', 'Europe', 'Nowhere', 'Kursk region; A')),
        ),
        latitude: fc.option(fc.constantFrom(51.7, 43)),
        longitude: fc.option(fc.constantFrom(36.2, 132)),
      }),
      { selector: ({ name }) => name, maxLength: 4 },
    )
    .map((some) => some.map(({ name, ...more }) => own(name, more)))
  const settings = { seed: 5, numRuns: 120 }

  it('are the same from both sides', () => {
    fc.assert(
      fc.property(ownPlaces, text, text, (places, a, b) => {
        const book = new PlaceBook(places)
        const opposite: Record<PlaceRelation, PlaceRelation> = {
          same: 'same',
          within: 'contains',
          contains: 'within',
          overlaps: 'overlaps',
          apart: 'apart',
          unknown: 'unknown',
        }
        expect(book.relate(b, a)).toBe(opposite[book.relate(a, b)])
        expect(new PlaceBook(places).relate(b, a)).toBe(opposite[book.relate(a, b)])
        expect(book.relate(a, a)).toBe('same')
      }),
      settings,
    )
  })

  it('are handed on: what lies in a part lies in the whole', () => {
    const one = fc.constantFrom(...names)
    let met = 0
    fc.assert(
      fc.property(ownPlaces, one, one, one, (places, a, b, c) => {
        const book = new PlaceBook(places)
        // Random places seldom lie in each other: those that the first lies in are taken as well.
        const [key] = book.keysIn(a)
        const areas = book.areasOf(key ?? '')
        for (const mid of [b, ...areas.map(({ name }) => name)]) {
          for (const out of [c, ...book.areasOf(book.keysIn(mid)[0] ?? '').map(({ name }) => name)]) {
            if (book.relate(a, mid) !== 'within' || book.relate(mid, out) !== 'within') continue
            met += 1
            expect(book.relate(a, out)).toBe('within')
          }
        }
      }),
      settings,
    )
    expect(met).toBeGreaterThan(100)
  })

  it('do not depend on the order of the user’s places', () => {
    fc.assert(
      fc.property(ownPlaces, text, text, (places, a, b) => {
        expect(new PlaceBook(places.toReversed()).relate(a, b)).toBe(new PlaceBook(places).relate(a, b))
      }),
      settings,
    )
  })
})

describe('a case with places', () => {
  let file: TestCase
  beforeEach(() => (file = makeTestCase()))
  afterEach(() => file.remove())

  const add = async (patch: Record<string, unknown>): Promise<string> => {
    const { ids } = await file.call('places.create', { patch: { name: 'X', ...patch } })
    return ids[0] ?? ''
  }

  it('lists, sorts, filters and searches them', async () => {
    await add({ name: 'Camp 7', within: 'Kursk region', aliases: ['Лагерь 7'] })
    await add({ name: 'Base', latitude: 51.2, longitude: 35.3, precision: 'exact' })
    const names = async (view: object): Promise<string[]> =>
      (await file.call('places.page', view)).rows.map(({ name }) => name)
    expect(await names({})).toEqual(['Base', 'Camp 7'])
    expect(await names({ sort: [{ field: 'name', desc: true }] })).toEqual(['Camp 7', 'Base'])
    expect(await names({ search: 'лагерь' })).toEqual(['Camp 7'])
    expect(await names({ filter: { latitude: { min: 50 } } })).toEqual(['Base'])
    expect((await file.call('places.ids', {})).ids).toHaveLength(2)
    expect((await file.call('case.counts')).places).toBe(2)
  })

  it('knows at once what changed, and forgets it with undo', async () => {
    const id = await add({ name: 'Camp 7', within: 'Kursk region' })
    const chain = async (): Promise<string[] | undefined> =>
      (await file.call('places.tree', { text: 'camp 7' }))[0]?.facts?.chain.map(({ name }) => name)
    expect(await chain()).toEqual(['Kursk region', 'European Russia', 'Russia'])
    await file.call('places.update', { selection: { ids: [id] }, patch: { within: 'Wonsan' } })
    expect(await chain()).toContain('North Korea')
    await file.call('history.undo')
    expect((await chain())?.at(-1)).toBe('Russia')
    await file.call('history.undo')
    expect(await chain()).toBeUndefined()
  })

  it('tells of each place of a text what it lies in and from where that is known', async () => {
    const id = await add({ name: 'Camp 7', within: 'Kursk region' })
    const parts = await file.call('places.tree', { text: 'Camp 7; Front line; 평양' })
    expect(parts.map(({ text, facts }) => [text, facts?.from])).toEqual([
      ['Camp 7', 'own'],
      ['Front line', undefined],
      ['Pyongyang', 'gazetteer'],
    ])
    expect(parts[0]?.facts).toMatchObject({
      id,
      isListed: false,
      others: [{ name: 'Eastern Europe' }, { name: 'Europe' }],
    })
  })

  it('refuses a place that would lie in itself, and keeps what was', async () => {
    const outer = await add({ name: 'Outer' })
    await add({ name: 'Inner', within: 'Outer' })
    const update = file.call('places.update', { selection: { ids: [outer] }, patch: { within: 'Inner' } })
    await expect(update).rejects.toThrow('“Outer” would lie in itself')
    expect((await file.call('places.get', { id: outer })).within).toBeNull()
  })

  it('shows beside a place the claims and events there, or in what lies there', async () => {
    const id = await add({ name: 'Kursk region' })
    for (const place of ['Курская область', 'Sudzha', 'Moscow'])
      await file.call('claims.create', { patch: { statement: place, place } })
    await file.call('events.create', { patch: { title: 'E', place: 'Kursk oblast; Moscow' } })
    const { claimLinks, eventLinks } = await file.call('places.get', { id })
    expect(claimLinks.map(({ detail }) => detail).sort()).toEqual(['Sudzha', 'Курская область'])
    expect(eventLinks).toHaveLength(1)
  })

  it('completes places from the case, the user’s own and the gazetteer', async () => {
    await add({ name: 'Kursk camp', within: 'Kursk region' })
    await file.call('claims.create', { patch: { statement: 's', place: 'Kursk front' } })
    expect((await file.call('claims.values', { field: 'place', search: 'kursk' })).slice(0, 4)).toEqual([
      'Kursk front',
      'Kursk camp',
      'Kursk region',
      'Kursk',
    ])
    expect(await file.call('claims.values', { field: 'place', search: 'Приморс' })).toContain('Приморский край')
    expect(await file.call('claims.values', { field: 'topic', search: 'kursk' })).toEqual([])
    expect((await file.call('places.find', { search: 'sudz' }))[0]).toMatchObject({
      name: 'Sudzha',
      detail: 'city in Kursk region',
    })
  })

  it('keeps them in history and trash like any record', async () => {
    const id = await add({ name: 'Camp 7' })
    await file.call('places.update', { selection: { ids: [id] }, patch: { precision: 'exact' } })
    await file.call('places.trash', { selection: { ids: [id] } })
    expect(await file.call('trash.list')).toMatchObject([{ kind: 'place', id, called: 'Camp 7' }])
    expect(await file.call('places.tree', { text: 'Camp 7' })).toEqual([{ text: 'Camp 7', facts: null }])
    expect((await file.call('places.get', { id })).facts.name).toBe('Camp 7')
    await file.call('trash.restore', { records: [{ kind: 'place', id }] })
    expect((await file.call('history.list', { kind: 'place' })).map(({ label }) => label)).toEqual([
      'restore Camp 7 from the trash',
      'delete Camp 7',
      'set precision of Camp 7 to exact',
      'add place Camp 7',
    ])
    expect((await file.call('records.find', { query: 'camp' }))[0]).toMatchObject({ kind: 'place', label: 'Camp 7' })
  })

  it('purges them with the trash', async () => {
    const id = await add({ name: 'Secret camp', within: 'Kursk region' })
    await file.call('places.trash', { selection: { ids: [id] } })
    expect(await file.call('trash.empty')).toMatchObject({ records: 1 })
    expect(JSON.stringify(await file.call('history.list', {}))).not.toContain('Secret')
    await expect(file.call('places.get', { id })).rejects.toThrow('There is no place')
  })
})
