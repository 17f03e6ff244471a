import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Input, Output } from '../../../shared/contract.ts'
import type { ClaimId } from '../../../shared/ids.ts'
import type { FigureRequest, MapData, MeasureData, OriginsData, TimelineData } from '../../../shared/figures/data.ts'
import { drawFigure } from '../../../shared/figures/draw.ts'
import { frame } from '../../../shared/figures/test-data.ts'
import { configure, connect } from '../../store/connection.ts'
import type { ReadDb } from '../../store/db.ts'
import { makeTestCase, type TestCase } from '../test-case.ts'
import { addSample } from '../reports/test-sample.ts'
import { figureData } from './figure-data.ts'
import { outlines } from './outlines.ts'

let file: TestCase
let ids: ReadonlyMap<string, string>
beforeAll(async () => {
  file = makeTestCase()
  ids = new Map(await addSample(file))
})
afterAll(() => file.remove())

const ask = async <T extends Output<'figures.data'>>(request: Input<'figures.data'>): Promise<T> =>
  (await file.call('figures.data', request)) as T
const refs = ({ measures }: MeasureData): (string | null)[] => measures.map(({ ref }) => ref)
const id = (ref: string): ClaimId => (ids.get(ref) ?? '') as ClaimId

function read<T>(work: (db: ReadDb) => T): T {
  const db = connect(file.path, { readOnly: true })
  try {
    configure(db, true)
    return work(db)
  } finally {
    db.close()
  }
}

describe('what a picture is drawn from', () => {
  it('is every number of the claims that a filter shows, in their order', async () => {
    const all = await ask<MeasureData>({ figure: 'numbers' })
    expect(all.counts.records).toBe((await file.call('claims.page', {})).total)
    expect(refs(all)).toEqual(expect.arrayContaining(['C07', 'C10']))
    const filter = { place: 'Kursk region' }
    const some = await ask<MeasureData>({
      figure: 'matrix',
      claims: { view: { filter, sort: [{ field: 'ref', desc: true }] } },
    })
    const page = await file.call('claims.page', { filter, sort: [{ field: 'ref', desc: true }] })
    expect(some.counts.records).toBe(page.total)
    expect(refs(some)).toEqual(page.rows.flatMap(({ ref, measures }) => measures.map(() => ref)))
  })

  it('is the chosen claims, without what is in the trash, and the events that they are about', async () => {
    const chosen = { ids: [id('C10'), id('C07')] }
    expect(refs(await ask({ figure: 'numbers', claims: chosen }))).toEqual(['C10', 'C07'])
    await file.call('claims.trash', { selection: { ids: [id('C07')] } })
    expect(refs(await ask({ figure: 'numbers', claims: chosen }))).toEqual(['C10'])
    await file.call('claims.restore', { selection: { ids: [id('C07')] } })
    const { items } = await ask<TimelineData>({ figure: 'timeline', claims: { ids: [id('C10')] } })
    const { rows } = await file.call('claims.page', {})
    const event = rows.find(({ ref }) => ref === 'C10')?.eventId
    expect(items.map(({ record }) => record.id)).toEqual([...(event ? [event] : []), id('C10')])
  })

  it('is the chain of the chosen claims together, or of one event', async () => {
    const labels = ({ chain }: OriginsData): string[] => chain.nodes.map(({ label }) => label)
    const two = await ask<OriginsData>({ figure: 'origins', claims: { ids: [id('C08'), id('C10')] } })
    expect(two).toMatchObject({ called: '2 claims', counts: { records: 2, usable: 2, withheld: 0 } })
    expect(labels(two)).toEqual(expect.arrayContaining(['C08', 'C10', 'Antony Blinken', 'Volodymyr Zelenskyy']))
    const one = await ask<OriginsData>({ figure: 'origins', claims: { ids: [id('C08')] } })
    expect(one.called).toBe('C08')
    expect(labels(one)).not.toContain('C10')
    const { rows } = await file.call('claims.page', {})
    const event = rows.find(({ ref }) => ref === 'C10')
    const about = await ask<OriginsData>({ figure: 'origins', events: { ids: [event?.eventId as never] } })
    expect(about.called).toBe(event?.event)
    expect(labels(about)).toContain('C10')
  })

  it('is the chain of so many claims as can be read, and says so', async () => {
    const many = makeTestCase()
    const patches = Array.from({ length: 230 }, (_, at) => ({ statement: `Statement ${at}` }))
    for (const patch of patches) await many.call('claims.create', { patch })
    const data = (await many.call('figures.data', { figure: 'origins' })) as OriginsData
    expect(data).toMatchObject({ counts: { records: 230, usable: 230 }, traced: 200, called: '200 claims' })
    const { notes } = drawFigure(data, {}, frame, null)
    expect(notes.join(' ')).toContain('The first 200 of 230 claims are drawn.')
    many.remove()
  })

  it('says of what lies above the label of a report only that something stands there', async () => {
    const { ids: made } = await file.call('relations.add', {
      from: { kind: 'claim', id: id('C10') },
      to: { kind: 'claim', id: id('C08') },
      type: 'repeats',
    })
    await file.call('claims.update', { selection: { ids: [id('C08')] }, patch: { tlp: 'RED' } })
    const request: FigureRequest = { figure: 'origins', claims: { ids: [id('C10')] } }
    const [all, green] = [null, 'GREEN' as const].map((limit) =>
      read((db) => figureData(db, request, limit)),
    ) as OriginsData[]
    expect(JSON.stringify(all)).toMatch(/"C08".*Antony Blinken|Antony Blinken.*"C08"/)
    expect(JSON.stringify(green)).not.toMatch(/C08|8,000|Blinken/)
    expect(green?.counts.withheld).toBe(1)
    expect(green?.findings).toEqual([])
    expect(green?.chain.nodes.length).toBe(all?.chain.nodes.length)
    expect(green?.chain.nodes.some(({ label }) => label === 'C10')).toBe(true)
    await file.call('claims.update', { selection: { ids: [id('C08')] }, patch: { tlp: null } })
    await file.call('relations.remove', { id: made[0] as never })
  })

  it('has pairs that contradict by hand, until they are rejected or gone', async () => {
    const contradictions = async (): Promise<number> =>
      (await ask<MeasureData>({ figure: 'numbers' })).contradictions.length
    expect(await contradictions()).toBe(0)
    const { ids: made } = await file.call('relations.add', {
      from: { kind: 'claim', id: id('C07') },
      to: { kind: 'claim', id: id('C10') },
      type: 'contradicts',
    })
    expect(await contradictions()).toBe(1)
    await file.call('relations.remove', { id: made[0] as never })
    expect(await contradictions()).toBe(0)
  })

  it('groups events by place, and counts those without coordinates', async () => {
    const point = { latitude: 51.73, longitude: 36.19, placePrecision: 'region' as const, place: 'Kursk region' }
    for (const title of ['One', 'Two']) await file.call('events.create', { patch: { title, ...point } })
    await file.call('events.create', { patch: { title: 'Nowhere' } })
    const data = await ask<MapData>({ figure: 'map' })
    expect(data.places.find(({ name }) => name === 'Kursk region')).toMatchObject({
      precision: 'region',
      count: expect.any(Number) as number,
    })
    expect(data.counts.records).toBeGreaterThan(data.counts.usable)
    const east = await ask<MapData>({ figure: 'map', events: { view: { filter: { longitude: { min: 100 } } } } })
    expect(east.places).toEqual([])
  })

  it('leaves out claims above the label of the report that shows it, and counts them', async () => {
    await file.call('claims.update', { selection: { ids: [id('C10')] }, patch: { tlp: 'AMBER' } })
    const open = read((db) => figureData(db, { figure: 'numbers' }, 'GREEN'))
    const closed = read((db) => figureData(db, { figure: 'numbers' }, 'AMBER'))
    expect(open.figure === 'numbers' && refs(open)).not.toContain('C10')
    expect(closed.figure === 'numbers' && refs(closed)).toContain('C10')
    expect([open.counts.withheld, closed.counts.withheld]).toEqual([1, 0])
  })

  it('is coloured by independent origin: those of one affiliation have one in common', async () => {
    const before = read((db) => figureData(db, { figure: 'numbers' }))
    if (before.figure !== 'numbers') throw new Error('Not numbers')
    const originOf = (data: typeof before, ref: string) => data.measures.find((mark) => mark.ref === ref)?.origin.name
    expect([originOf(before, 'C08'), originOf(before, 'C10')]).toEqual(['Antony Blinken', 'Volodymyr Zelenskyy'])
    const { rows } = await file.call('actors.page', {
      filter: { name: { in: ['Antony Blinken', 'Volodymyr Zelenskyy'] } },
    })
    const ids = rows.map((row) => row.id)
    await file.call('actors.update', { selection: { ids }, patch: { affiliation: 'A common owner' } })
    const after = read((db) => figureData(db, { figure: 'numbers' }))
    if (after.figure !== 'numbers') throw new Error('Not numbers')
    expect([originOf(after, 'C08'), originOf(after, 'C10')]).toEqual(['A common owner', 'A common owner'])
  })

  it('tells which field a filter does not know', async () => {
    await expect(ask({ figure: 'numbers', claims: { view: { filter: { colour: 'red' } } } })).rejects.toThrow(
      'There is no field “colour”',
    )
  })
})

describe('the outlines', () => {
  it('have the countries of the sample, name themselves and say how they treat Crimea', () => {
    const { name, treatment, countries } = outlines()
    expect(name).toContain('Natural Earth')
    expect(treatment).toContain('Crimea')
    expect(countries.map((country) => country.name)).toEqual(
      expect.arrayContaining(['Russia', 'Ukraine', 'North Korea', 'South Korea']),
    )
    expect(countries.every(({ rings }) => rings.length > 0)).toBe(true)
  })
})

describe('the fonts of a picture', () => {
  it('hold Cyrillic and Hangul where its texts do', async () => {
    const rules = async (text: string): Promise<number> =>
      (await file.call('figures.fonts', { text })).split('@font-face').length - 1
    expect(await rules('numbers')).toBe(3)
    expect(await rules('쿠르스크 Курск')).toBe(5)
  })
})
