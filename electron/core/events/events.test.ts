import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input, Output } from '../../../shared/contract.ts'
import { foldText } from '../../../shared/text.ts'
import { makeTestCase, type TestCase } from '../test-case.ts'

type Patch = Input<'events.create'>['patch']
type Detail = Output<'events.get'>

let file: TestCase
beforeEach(() => {
  file = makeTestCase()
})
afterEach(() => file.remove())

const make = async (patch: Patch): Promise<string> => (await file.call('events.create', { patch })).ids[0] ?? ''
const get = (id: string): Promise<Detail> => file.call('events.get', { id })
const update = (ids: string[], patch: Patch): Promise<Output<'events.update'>> =>
  file.call('events.update', { selection: { ids }, patch })
const titles = async (view: Input<'events.page'>): Promise<string[]> =>
  (await file.call('events.page', view)).rows.map((row) => row.title)
const lastLabel = async (): Promise<string | null> => (await file.call('history.state')).undo
const actors = async (): Promise<string[]> => (await file.call('actors.page', {})).rows.map((row) => row.name)

describe('making events', () => {
  it('makes an event with its participants in their order, and undoes and redoes it whole', async () => {
    const id = await make({
      title: 'Troops seen in Kursk',
      when: '2024-10~/2024-11',
      place: 'Kursk region',
      latitude: 51.73,
      longitude: 36.19,
      placePrecision: 'region',
      kind: 'deployment',
      participants: ['Russian Armed Forces', 'Korean People’s Army'],
      status: 'assessed',
    })
    const { total, rows } = await file.call('events.page', {})
    expect(total).toBe(1)
    expect(rows[0]).toMatchObject({
      id,
      ref: 'E01',
      when: '2024-10~/2024-11',
      whenText: '2024-10~/2024-11',
      latitude: 51.73,
      placePrecision: 'region',
      participants: ['Russian Armed Forces', 'Korean People’s Army'],
      status: 'assessed',
      claims: 0,
      notes: 0,
    })
    expect(await file.call('history.undo')).toEqual({ label: 'add event E01' })
    expect((await file.call('events.page', {})).total).toBe(0)
    expect(await actors()).toEqual([])
    await file.call('history.redo')
    const changed = expect.any(String) as string
    expect((await file.call('events.page', {})).rows).toEqual(rows.map((row) => ({ ...row, changed })))
  })

  it('gives the next reference, whatever lies in the trash or looks like one', async () => {
    const first = await make({ title: 'a' })
    await make({ title: 'b', ref: 'E12' })
    await make({ title: 'c', ref: 'E2024-11' })
    const trashed = await make({ title: 'd', ref: null })
    await file.call('events.trash', { selection: { ids: [first, trashed] } })
    await make({ title: 'e' })
    const { rows } = await file.call('events.page', {})
    expect(rows.map((row) => row.ref)).toEqual(['E12', 'E2024-11', 'E14'])
  })

  it('refuses what cannot be an event, and says why', async () => {
    await expect(make({ place: 'Kursk' })).rejects.toThrow('Give the new event a title.')
    await expect(make({ title: ' ' })).rejects.toThrow('patch.title: must not be empty')
    await expect(make({ title: 'x', latitude: 91 })).rejects.toThrow(/patch\.latitude/)
    await expect(make({ title: 'x', when: '10/11/2024', participants: ['New actor'] })).rejects.toThrow(
      /“10\/11\/2024” is not an EDTF date/,
    )
    expect(await actors()).toEqual([])
  })
})

describe('editing events', () => {
  it('names each step by what it does', async () => {
    const [one, two, three] = [await make({ title: 'a' }), await make({ title: 'b' }), await make({ title: 'c' })]
    await update([two], { place: 'Kursk region' })
    expect(await lastLabel()).toBe('set place of E02 to Kursk region')
    await update([one, two, three], { status: 'confirmed' })
    expect(await lastLabel()).toBe('set status of 3 events to confirmed')
    await update([one], { participants: ['NIS', 'GUR'] })
    expect(await lastLabel()).toBe('set participants of E01 to NIS; GUR')
    await update([one], { place: 'Rason', kind: 'meeting' })
    expect(await lastLabel()).toBe('edit E01')
    await update([one], { place: null })
    expect(await lastLabel()).toBe('set place of E01 to unset')
    await file.call('events.trash', { selection: { ids: [one, two, three] } })
    expect(await lastLabel()).toBe('delete 3 events')
  })

  it('changes all that a view shows as one step, counts only what changed, and keeps the reason', async () => {
    await make({ title: 'a', kind: 'talks', place: 'Moscow' })
    await make({ title: 'b', kind: 'talks' })
    await make({ title: 'c' })
    const selection = { view: { filter: { kind: 'talks' } } }
    const { count } = await file.call('events.update', { selection, patch: { place: 'Moscow' }, reason: 'as reported' })
    expect(count).toBe(1)
    expect((await file.call('history.list', {}))[0]).toMatchObject({ command: 'update-events', reason: 'as reported' })
    expect(await titles({ filter: { place: 'Moscow' } })).toEqual(['a', 'b'])
    await file.call('history.undo')
    expect(await titles({ filter: { place: 'Moscow' } })).toEqual(['a'])
  })

  it('takes no step when nothing changes', async () => {
    const id = await make({ title: 'a', participants: ['NIS'] })
    expect((await update([id], { title: 'a', participants: ['nis'] })).count).toBe(0)
    expect(await lastLabel()).toBe('add event E01')
  })

  it('sets and clears the date, and refuses one that is none', async () => {
    const id = await make({ title: 'a', when: '2024-10' })
    await update([id], { when: '2024-11-04?' })
    expect(await get(id)).toMatchObject({ when: '2024-11-04?', whenText: '2024-11-04?' })
    await expect(update([id], { when: 'last autumn', place: 'x' })).rejects.toThrow(/not an EDTF date/)
    file.pass(3000)
    await update([id], { when: null })
    expect(await get(id)).toMatchObject({ when: null, whenText: null, place: null })
    await file.call('history.undo')
    expect((await get(id)).when).toBe('2024-11-04?')
  })

  it('refuses an id that is not in the case', async () => {
    const id = '01920000-0000-7000-8000-000000000000'
    await expect(update([id], { title: 'x' })).rejects.toMatchObject({ code: 'not-found' })
    await expect(get(id)).rejects.toThrow(/no event with the id/)
    await expect(file.call('events.trash', { selection: { ids: [id] } })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('pastes a patch per event as one step, two rows of one event together', async () => {
    const [one, two] = [await make({ title: 'a' }), await make({ title: 'b' })]
    const rows = [
      { id: one, patch: { place: 'Kursk', participants: ['NIS'] } },
      { id: two, patch: { place: 'Rason', participants: ['NIS'] } },
      { id: one, patch: { place: 'Sudzha' } },
    ]
    expect(await file.call('events.paste', { rows })).toMatchObject({ count: 2 })
    expect((await get(one)).place).toBe('Sudzha')
    expect(await actors()).toEqual(['NIS'])
    expect(await file.call('history.undo')).toEqual({ label: 'paste into 2 events' })
    expect((await file.call('events.page', {})).rows.map((row) => [row.place, row.participants])).toEqual([
      [null, []],
      [null, []],
    ])
    await expect(file.call('events.paste', { rows: [] })).rejects.toThrow(/rows/)
  })

  it('trashes and restores, and keeps them when closed and opened again', async () => {
    const [one, two] = [await make({ title: 'a' }), await make({ title: 'b' })]
    expect(await file.call('events.trash', { selection: { ids: [one] } })).toEqual({ count: 1, ids: [one] })
    expect((await file.call('events.trash', { selection: { ids: [one, two] } })).ids).toEqual([two])
    file = file.reopen()
    expect(await titles({ trashed: true })).toEqual(['a', 'b'])
    expect((await get(one)).trashed).not.toBeNull()
    await file.call('history.undo')
    expect(await titles({})).toEqual(['b'])
    await file.call('events.restore', { selection: { view: { trashed: true } } })
    expect(await titles({})).toEqual(['a', 'b'])
    expect(await file.call('history.undo')).toEqual({ label: 'restore E01 from the trash' })
    expect(await titles({})).toEqual(['b'])
  })
})

describe('participants', () => {
  it('removes who is gone, adds who is new, keeps the order asked for, and undoes it', async () => {
    const id = await make({ title: 'a', participants: ['Putin', 'Lavrov', 'Choe Son-hui'] })
    const { changed } = await get(id)
    // The clock of the file counts milliseconds.
    await new Promise((resolve) => setTimeout(resolve, 5))
    await update([id], { participants: ['Choe Son-hui', 'Kim Jong-un', 'Putin'] })
    expect((await get(id)).participants).toEqual(['Choe Son-hui', 'Kim Jong-un', 'Putin'])
    await update([id], { participants: ['Putin', 'Kim Jong-un', 'Choe Son-hui'] })
    expect((await get(id)).participants).toEqual(['Putin', 'Kim Jong-un', 'Choe Son-hui'])
    expect((await get(id)).changed > changed).toBe(true)
    await file.call('history.undo')
    await file.call('history.undo')
    expect((await get(id)).participants).toEqual(['Putin', 'Lavrov', 'Choe Son-hui'])
    await update([id], { participants: [] })
    expect((await get(id)).participants).toEqual([])
    expect(await lastLabel()).toBe('set participants of E01 to none')
  })

  it('knows an actor by an alias and in another case, and takes nobody twice', async () => {
    await file.call('actors.create', {
      patch: { name: '국가정보원', aliases: ['NIS', 'National Intelligence Service'] },
    })
    const id = await make({ title: 'a', participants: ['nis', 'Пётр Ильин', '국가정보원', 'ПЕТР ИЛЬИН'] })
    expect((await get(id)).participants).toEqual(['국가정보원', 'Пётр Ильин'])
    expect(await actors()).toEqual(['Пётр Ильин', '국가정보원'])
  })

  it('still shows and keeps an actor that lies in the trash', async () => {
    const id = await make({ title: 'a', participants: ['GRU', 'SVR'] })
    const { ids } = await file.call('actors.ids', { search: 'gru' })
    await file.call('actors.trash', { selection: { ids } })
    await update([id], { participants: ['GRU', 'SVR', 'FSB'] })
    expect((await get(id)).participants).toEqual(['GRU', 'SVR', 'FSB'])
    expect(await actors()).toEqual(['FSB', 'SVR'])
  })

  it('sets the same participants on many events, who stays staying', async () => {
    const ids = [await make({ title: 'a', participants: ['NIS'] }), await make({ title: 'b', participants: ['GUR'] })]
    expect((await update(ids, { participants: ['GUR', 'CIA'] })).count).toBe(2)
    expect((await file.call('events.page', {})).rows.map((row) => row.participants)).toEqual([
      ['GUR', 'CIA'],
      ['GUR', 'CIA'],
    ])
    expect(await actors()).toEqual(['CIA', 'GUR', 'NIS'])
  })
})

describe('any list of participants', () => {
  const lists = fc.array(fc.array(fc.constantFrom('A', 'Б', '다', 'd', 'D'), { maxLength: 5 }), { maxLength: 4 })

  it('is shown as it was set, each name once, and undone step by step', async () => {
    await fc.assert(
      fc.asyncProperty(lists, async (wanted) => {
        const id = await make({ title: 'a' })
        const shown: string[][] = [[]]
        for (const participants of wanted) {
          const { count } = await update([id], { participants })
          if (count > 0) shown.push((await get(id)).participants)
          const folded = (await get(id)).participants.map(foldText)
          expect(folded).toEqual([...new Set(participants.map(foldText))])
        }
        for (const before of shown.slice(0, -1).reverse()) {
          await file.call('history.undo')
          expect((await get(id)).participants).toEqual(before)
        }
      }),
      { numRuns: 25 },
    )
  })
})

describe('the list of events', () => {
  beforeEach(async () => {
    await make({ title: 'Treaty signed', when: '2024-06-19', place: 'Pyongyang', participants: ['Putin', 'Kim'] })
    await make({ title: 'Эшелон прибыл', when: '../2024-10', latitude: 51.7, status: 'confirmed' })
    await make({ title: '파병 확인', when: '2024-10-18', participants: ['국정원'] })
    await make({ title: 'No date yet', placePrecision: 'country' })
  })

  it('sorts by any field, what is not set last either way', async () => {
    const by = (field: string, desc = false): Promise<string[]> => titles({ sort: [{ field, desc }] })
    const [treaty, train, nis, none] = ['Treaty signed', 'Эшелон прибыл', '파병 확인', 'No date yet']
    expect(await by('when')).toEqual([train, treaty, nis, none])
    expect(await by('when', true)).toEqual([nis, treaty, train, none])
    expect((await by('participants')).slice(0, 2)).toEqual([treaty, nis])
    expect((await by('title'))[0]).toBe(none)
    for (const field of ['ref', 'place', 'latitude', 'longitude', 'placePrecision', 'kind', 'status', 'claims'])
      expect(await by(field, true)).toHaveLength(4)
    await expect(by('nonsense')).rejects.toThrow(/no field “nonsense”/)
  })

  it('filters by words, numbers, dates and participants', async () => {
    expect(await titles({ filter: { when: { min: '2024-10', max: '2024-10' } } })).toEqual([
      'Эшелон прибыл',
      '파병 확인',
    ])
    expect(await titles({ filter: { when: { set: false } } })).toEqual(['No date yet'])
    expect(await titles({ filter: { participants: ['Kim', '국정원'] } })).toEqual(['Treaty signed', '파병 확인'])
    expect(await titles({ filter: { participants: { contains: 'PUT' } } })).toEqual(['Treaty signed'])
    expect(await titles({ filter: { latitude: { min: 50 } } })).toEqual(['Эшелон прибыл'])
    expect(await titles({ filter: { status: 'confirmed', placePrecision: null } })).toEqual(['Эшелон прибыл'])
  })

  it('finds its words, its participants and the notes pinned to it', async () => {
    const { ids } = await file.call('events.ids', { search: 'treaty' })
    await file.call('notes.create', {
      patch: { body: 'Дата по ТАСС', pins: ids.map((id) => ({ kind: 'event' as const, id })) },
    })
    for (const [search, title] of [
      ['ЭШЕЛОН', 'Эшелон прибыл'],
      ['파병', '파병 확인'],
      ['국정원', '파병 확인'],
      ['kim treaty', 'Treaty signed'],
      ['тасс', 'Treaty signed'],
    ])
      expect(await titles({ search }), search).toEqual([title])
    expect(await titles({ search: 'nothing like it' })).toEqual([])
  })

  it('answers pages and ids in the view’s order', async () => {
    const view = { sort: [{ field: 'ref', desc: true }] }
    const { total, rows } = await file.call('events.page', { ...view, start: 1, end: 3 })
    expect([total, ...rows.map((row) => row.ref)]).toEqual([4, 'E03', 'E02'])
    const { ids } = await file.call('events.ids', view)
    expect(ids.slice(1, 3)).toEqual(rows.map((row) => row.id))
  })
})

describe('an event’s surroundings', () => {
  it('shows its live claims, newest first, its relations, pinned notes and backlinks', async () => {
    const id = await make({ title: 'Deployment' })
    for (const statement of ['one', 'two', 'three'])
      await file.call('claims.create', { patch: { statement, event: 'Deployment' } })
    const { ids: claims } = await file.call('claims.ids', {})
    await file.call('claims.trash', { selection: { ids: claims.slice(1, 2) } })
    await file.call('relations.add', {
      from: { kind: 'claim', id: claims[0] ?? '' },
      to: { kind: 'event', id },
      type: 'about',
    })
    await file.call('notes.create', { patch: { title: 'Pinned', pins: [{ kind: 'event', id }] } })
    await file.call('notes.create', { patch: { title: 'By reference', body: 'See [[e01]].' } })
    await file.call('notes.create', { patch: { title: 'By title', body: 'See [[deployment|it]].' } })
    const detail = await get(id)
    expect(detail).toMatchObject({ claims: 2, notes: 1, trashed: null })
    expect(detail.claimLinks.map((link) => [link.label, link.detail])).toEqual([
      ['C03', 'three'],
      ['C01', 'one'],
    ])
    expect(detail.relations).toMatchObject([{ direction: 'in', type: 'about', other: { label: 'C01' } }])
    expect(detail.pinned.map((note) => note.title)).toEqual(['Pinned'])
    expect(detail.backlinks.map((link) => link.label).sort()).toEqual(['By reference', 'By title'])
  })

  it('keeps its name in the claims when it goes to the trash', async () => {
    const id = await make({ title: 'Deployment' })
    await file.call('claims.create', { patch: { statement: 's', event: 'Deployment' } })
    await file.call('events.trash', { selection: { ids: [id] } })
    expect((await file.call('claims.page', {})).rows[0]?.event).toBe('Deployment')
    expect((await get(id)).claims).toBe(1)
  })
})
