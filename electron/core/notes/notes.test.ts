import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input, Output } from '../../../shared/contract.ts'
import { makeTestCase, type TestCase } from '../test-case.ts'

type Patch = Input<'notes.create'>['patch']

let file: TestCase
beforeEach(() => {
  file = makeTestCase()
})
afterEach(() => file.remove())

const make = async (patch: Patch): Promise<string> => (await file.call('notes.create', { patch })).ids[0] ?? ''
const get = (id: string): Promise<Output<'notes.get'>> => file.call('notes.get', { id })
const update = (id: string, patch: Patch): Promise<Output<'notes.update'>> => file.call('notes.update', { id, patch })
const titles = async (view: Input<'notes.page'>): Promise<string[]> =>
  (await file.call('notes.page', view)).rows.map((row) => row.title)
const claim = async (statement: string, more: object = {}): Promise<string> =>
  (await file.call('claims.create', { patch: { statement, ...more } })).ids[0] ?? ''
const event = async (title: string): Promise<string> =>
  (await file.call('events.create', { patch: { title } })).ids[0] ?? ''
const linked = (detail: Output<'notes.get'>): (string | null)[] =>
  detail.links.map(({ target }) => target?.label ?? null)
const lastLabel = async (): Promise<string | null> => (await file.call('history.state')).undo
const nowhere = '01920000-0000-7000-8000-000000000000'

describe('notes', () => {
  it('makes a note with its pins, and undoes and redoes it whole', async () => {
    const [claimId, eventId] = [await claim('s'), await event('Deployment')]
    const pins = [
      { kind: 'claim' as const, id: claimId },
      { kind: 'event' as const, id: eventId },
      { kind: 'claim' as const, id: claimId },
    ]
    const id = await make({ title: 'Заметка', body: '  Текст\n\nи ещё\t[[C01|ссылка]]  ', pins })
    const { total, rows } = await file.call('notes.page', {})
    expect(total).toBe(1)
    expect(rows[0]).toMatchObject({ id, title: 'Заметка', excerpt: 'Текст и ещё ссылка' })
    expect(rows[0]?.pins.map(({ kind, label, detail }) => [kind, label, detail])).toEqual([
      ['claim', 'C01', 's'],
      ['event', 'E01', 'Deployment'],
    ])
    expect((await get(id)).body).toBe('  Текст\n\nи ещё\t[[C01|ссылка]]  ')
    expect((await file.call('claims.get', { id: claimId })).pinned.map((note) => note.title)).toEqual(['Заметка'])
    expect(await file.call('history.undo')).toEqual({ label: 'add note “Заметка”' })
    expect((await file.call('notes.page', {})).total).toBe(0)
    expect((await file.call('claims.get', { id: claimId })).pinned).toEqual([])
    await file.call('history.redo')
    expect((await file.call('notes.page', {})).rows).toMatchObject([{ id, pins: rows[0]?.pins }])
  })

  it('takes its first line with words as its title', async () => {
    await make({ body: '\n## [[E01|Развёртывание]] в Курске\nText' })
    await make({ body: '---\n> 파병 보고\n' })
    await make({ body: ' \n' })
    await make({})
    expect(await titles({})).toEqual(['Развёртывание в Курске', '파병 보고', 'Untitled note', 'Untitled note'])
  })

  it('updates text and title, and undoes', async () => {
    const id = await make({ title: 'A', body: 'old' })
    await update(id, { title: 'Б' })
    expect(await lastLabel()).toBe('set title of “A” to Б')
    await update(id, { body: 'line one\nline two' })
    expect(await lastLabel()).toBe('set text of “Б”')
    expect(await get(id)).toMatchObject({ title: 'Б', body: 'line one\nline two', excerpt: 'line one line two' })
    expect((await update(id, { title: 'Б' })).count).toBe(0)
    await file.call('history.undo')
    await file.call('history.undo')
    expect(await get(id)).toMatchObject({ title: 'A', body: 'old' })
    await expect(update(id, { title: ' ' })).rejects.toThrow('patch.title: must not be empty')
    await expect(update(nowhere, { title: 'x' })).rejects.toMatchObject({ code: 'not-found' })
    await expect(get(nowhere)).rejects.toThrow(/no note with the id/)
  })

  it('pins to every kind of record, unpins those gone, and undoes', async () => {
    const actor = (await file.call('actors.create', { patch: { name: 'NIS' } })).ids[0] ?? ''
    const outlet = (await file.call('outlets.create', { patch: { name: 'ТАСС' } })).ids[0] ?? ''
    const document = (await file.call('documents.create', { patch: { title: 'D', outlet: 'ТАСС' } })).ids[0] ?? ''
    const id = await make({ title: 'N', pins: [{ kind: 'actor', id: actor }] })
    const labels = async (): Promise<string[]> => (await get(id)).pins.map((link) => link.label)
    await update(id, {
      pins: [
        { kind: 'outlet', id: outlet },
        { kind: 'document', id: document },
      ],
    })
    expect(await labels()).toEqual(['ТАСС', 'D'])
    expect(await lastLabel()).toBe('set pins of “N”')
    expect((await file.call('documents.get', { id: document })).notes).toBe(1)
    expect((await file.call('actors.get', { id: actor })).notes).toBe(0)
    await file.call('documents.trash', { selection: { ids: [document] } })
    expect(await labels()).toEqual(['ТАСС', 'D'])
    await file.call('history.undo')
    await file.call('history.undo')
    expect(await labels()).toEqual(['NIS'])
    await update(id, { pins: [] })
    expect(await labels()).toEqual([])
    await expect(update(id, { pins: [{ kind: 'note', id }] })).rejects.toThrow(/not pinned to a note/)
    await expect(update(id, { pins: [{ kind: 'claim', id: nowhere }] })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('trashes and restores; what it is pinned to shows it only while it is live', async () => {
    const claimId = await claim('s')
    const id = await make({ title: 'N', body: '[[C01]]', pins: [{ kind: 'claim', id: claimId }] })
    await file.call('notes.trash', { selection: { ids: [id] } })
    expect(await lastLabel()).toBe('delete “N”')
    expect(await file.call('claims.get', { id: claimId })).toMatchObject({ notes: 0, pinned: [], backlinks: [] })
    expect((await get(id)).trashed).not.toBeNull()
    file = file.reopen()
    await file.call('notes.restore', { selection: { view: { trashed: true } } })
    expect(await file.call('claims.get', { id: claimId })).toMatchObject({ notes: 1, backlinks: [{ label: 'N' }] })
    await file.call('history.undo')
    expect(await titles({ trashed: true })).toEqual(['N'])
    await file.call('history.undo')
    expect(await titles({})).toEqual(['N'])
  })

  it('sorts, filters, searches and pages', async () => {
    await make({ title: 'b', body: 'Численность войск' })
    await make({ title: 'c', body: '병력 규모' })
    await make({ title: 'a', body: 'Strength' })
    expect(await titles({ sort: [{ field: 'title' }] })).toEqual(['a', 'b', 'c'])
    expect(await titles({ sort: [{ field: 'changed', desc: true }] })).toHaveLength(3)
    expect(await titles({ sort: [{ field: 'body' }, { field: 'created' }] })).toEqual(['a', 'b', 'c'])
    expect(await titles({ search: 'ВОЙСК' })).toEqual(['b'])
    expect(await titles({ search: '병력' })).toEqual(['c'])
    expect(await titles({ filter: { body: { contains: 'strength' } } })).toEqual(['a'])
    expect(await file.call('notes.page', { start: 1, end: 2 })).toMatchObject({ total: 3, rows: [{ title: 'c' }] })
    expect((await file.call('notes.ids', { search: 'strength' })).ids).toHaveLength(1)
    await expect(titles({ filter: { pins: 'x' } })).rejects.toThrow(/no field “pins”/)
  })
})

describe('links', () => {
  it('lead to references, names and aliases, folded, whatever words they show', async () => {
    await claim('s', { claimant: 'Пётр Ильин' })
    await event('Развёртывание')
    await file.call('actors.create', { patch: { name: '국가정보원', aliases: ['NIS'] } })
    const other = await make({ title: 'Gaps' })
    const id = await make({
      title: 'N',
      body: '[[c01]] [[РАЗВЕРТЫВАНИЕ|там]] [[nis]] [[ петр ильин ]] [[Gaps]] | [[E01\\|table]] | [[C01]] [[nothing]] [[]]',
    })
    const detail = await get(id)
    expect(linked(detail)).toEqual(['C01', 'E01', '국가정보원', 'Пётр Ильин', 'Gaps', 'E01', 'C01', null])
    expect(detail.links.map(({ text }) => text).slice(0, 2)).toEqual(['c01', 'РАЗВЕРТЫВАНИЕ'])
    expect((await get(other)).backlinks.map((link) => link.label)).toEqual(['N'])
    const [actor] = (await file.call('actors.ids', { search: 'петр' })).ids
    expect((await file.call('actors.get', { id: actor ?? '' })).backlinks).toMatchObject([{ label: 'N', kind: 'note' }])
  })

  it('lead to a record that is made only later, and follow a new name', async () => {
    const id = await make({ title: 'N', body: '[[쿠르스크]] [[Kursk]]' })
    expect(linked(await get(id))).toEqual([null, null])
    const target = await event('쿠르스크')
    expect(linked(await get(id))).toEqual(['E01', null])
    expect((await file.call('events.get', { id: target })).backlinks).toMatchObject([{ id, label: 'N' }])
    await file.call('events.update', { selection: { ids: [target] }, patch: { title: 'Kursk' } })
    expect(linked(await get(id))).toEqual([null, 'E01'])
    expect((await file.call('events.get', { id: target })).backlinks).toHaveLength(1)
    await file.call('history.undo')
    await file.call('history.undo')
    expect(linked(await get(id))).toEqual([null, null])
  })

  it('lead to one record: live first, then by kind, then the oldest; only it has the backlink', async () => {
    const first = await event('Kursk')
    const second = await event('Kursk')
    const actor = (await file.call('actors.create', { patch: { name: 'Kursk' } })).ids[0] ?? ''
    const id = await make({ title: 'N', body: '[[kursk]]' })
    const target = async (): Promise<string | undefined> => (await get(id)).links[0]?.target?.id
    const backlinks = async (): Promise<number[]> => [
      (await file.call('events.get', { id: first })).backlinks.length,
      (await file.call('events.get', { id: second })).backlinks.length,
      (await file.call('actors.get', { id: actor })).backlinks.length,
    ]
    expect([await target(), ...(await backlinks())]).toEqual([first, 1, 0, 0])
    await file.call('events.trash', { selection: { ids: [first] } })
    expect([await target(), ...(await backlinks())]).toEqual([second, 0, 1, 0])
    await file.call('events.trash', { selection: { ids: [second] } })
    expect([await target(), ...(await backlinks())]).toEqual([actor, 0, 0, 1])
    await file.call('actors.trash', { selection: { ids: [actor] } })
    expect([await target(), ...(await backlinks())]).toEqual([first, 1, 0, 0])
  })

  it('are taken up and let go as the text changes, and a note is no backlink of itself', async () => {
    const claimId = await claim('s')
    const id = await make({ title: 'N', body: 'See [[N]]' })
    const backlinks = async (): Promise<number> => (await file.call('claims.get', { id: claimId })).backlinks.length
    expect((await get(id)).backlinks).toEqual([])
    await update(id, { body: 'See [[C01]]' })
    expect(await backlinks()).toBe(1)
    file.pass(3000)
    await update(id, { body: 'See nothing' })
    expect(await backlinks()).toBe(0)
    await file.call('history.undo')
    expect(await backlinks()).toBe(1)
  })

  it('resolve in the order asked for', async () => {
    await claim('s')
    await event('Deployment')
    const found = await file.call('records.resolve', { texts: ['deployment|x', 'none', 'E01', 'c01', ' C01 '] })
    expect(found.map((link) => link?.label ?? null)).toEqual(['E01', null, 'E01', 'C01', 'C01'])
    expect(await file.call('records.resolve', { texts: [] })).toEqual([])
  })
})
