import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input, Output } from '../../../shared/contract.ts'
import { makeTestCase, type TestCase } from '../test-case.ts'

let file: TestCase
beforeEach(() => {
  file = makeTestCase()
})
afterEach(() => file.remove())

const actor = async (patch: Input<'actors.create'>['patch']): Promise<string> =>
  (await file.call('actors.create', { patch })).ids[0] ?? ''
const outlet = async (patch: Input<'outlets.create'>['patch']): Promise<string> =>
  (await file.call('outlets.create', { patch })).ids[0] ?? ''
const document = async (patch: Input<'documents.create'>['patch']): Promise<string> =>
  (await file.call('documents.create', { patch })).ids[0] ?? ''
const claim = async (patch: Input<'claims.create'>['patch']): Promise<string> =>
  (await file.call('claims.create', { patch })).ids[0] ?? ''
const carry = (claimId: string, title: string, name: string | null): Promise<Output<'carriages.add'>> =>
  file.call('carriages.add', { claimId, carriage: { document: title, outlet: name } })
const lastLabel = async (): Promise<string | null> => (await file.call('history.state')).undo
const anyTime = expect.any(String) as string
const nowhere = '01920000-0000-7000-8000-000000000000'

describe('actors', () => {
  const names = async (view: Input<'actors.page'>): Promise<string[]> =>
    (await file.call('actors.page', view)).rows.map((row) => row.name)

  it('makes one with the actor it is affiliated to, and undoes both', async () => {
    const id = await actor({
      name: '국가정보원',
      kind: 'service',
      aliases: ['NIS', 'NIS', 'НРС'],
      affiliation: 'South Korea',
    })
    const { rows } = await file.call('actors.page', {})
    expect(rows).toMatchObject([
      { name: 'South Korea', kind: null, aliases: [], affiliation: null, affiliationId: null },
      { id, name: '국가정보원', kind: 'service', aliases: ['NIS', 'НРС'], affiliation: 'South Korea', claims: 0 },
    ])
    expect(rows[1]?.affiliationId).toBe(rows[0]?.id)
    expect(await file.call('history.undo')).toEqual({ label: 'add actor 국가정보원' })
    expect(await names({})).toEqual([])
    await file.call('history.redo')
    expect((await file.call('actors.page', {})).rows).toEqual(rows.map((row) => ({ ...row, changed: anyTime })))
  })

  it('takes an existing actor by its alias', async () => {
    const nis = await actor({ name: '국가정보원', aliases: ['NIS'] })
    const id = await actor({ name: 'Spokesman', affiliation: 'nis' })
    expect(await file.call('actors.get', { id })).toMatchObject({ affiliation: '국가정보원', affiliationId: nis })
  })

  it('refuses an actor that is affiliated to itself, however it is named', async () => {
    const id = await actor({ name: 'Минобороны', aliases: ['MoD'] })
    const other = await actor({ name: 'Konashenkov' })
    const update = (ids: string[], patch: Input<'actors.create'>['patch']): Promise<unknown> =>
      file.call('actors.update', { selection: { ids }, patch })
    for (const affiliation of ['минобороны', 'mod'])
      await expect(update([other, id], { affiliation })).rejects.toThrow(/cannot be affiliated to itself/)
    await expect(update([id], { name: 'Ministry', affiliation: 'ministry' })).rejects.toThrow(/to itself/)
    await expect(actor({ name: 'A', aliases: ['B'], affiliation: 'b' })).rejects.toMatchObject({
      code: 'invalid-input',
    })
    expect(await names({})).toEqual(['Konashenkov', 'Минобороны'])
  })

  it('updates many, with labels, and undoes', async () => {
    const ids = [await actor({ name: 'Putin' }), await actor({ name: 'Kim' })]
    const update = (selection: string[], patch: Input<'actors.create'>['patch']): Promise<{ count: number }> =>
      file.call('actors.update', { selection: { ids: selection }, patch })
    expect((await update(ids, { kind: 'person' })).count).toBe(2)
    expect(await lastLabel()).toBe('set kind of 2 actors to person')
    await update(ids.slice(0, 1), { affiliation: 'Russia' })
    expect(await lastLabel()).toBe('set affiliation of Putin to Russia')
    await file.call('history.undo')
    expect(await names({})).toEqual(['Kim', 'Putin'])
    await update(ids.slice(1), { aliases: ['김정은'], name: 'Kim Jong-un' })
    expect(await names({ search: '김정은' })).toEqual(['Kim Jong-un'])
    await file.call('history.undo')
    expect(await names({ search: '김정은' })).toEqual([])
    await expect(update([nowhere], { kind: null })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('refuses what cannot be an actor', async () => {
    await expect(actor({ kind: 'person' })).rejects.toThrow('Give the new actor a name.')
    await expect(actor({ name: '' })).rejects.toThrow('patch.name: must not be empty')
    await expect(file.call('actors.get', { id: nowhere })).rejects.toThrow(/no actor with the id/)
  })

  it('counts and shows the live claims it made, and keeps its name in the trash', async () => {
    const id = await actor({ name: 'Zelenskyy', affiliation: 'Ukraine' })
    const [, second] = [
      await claim({ statement: 'one', claimant: 'Zelenskyy' }),
      await claim({ statement: 'two', claimant: 'Zelenskyy' }),
    ]
    await claim({ statement: 'three', claimant: 'Zelenskyy' })
    await claim({ statement: 'other' })
    await file.call('claims.trash', { selection: { ids: [second] } })
    await file.call('notes.create', {
      patch: { title: 'On him', body: '[[zelenskyy]]', pins: [{ kind: 'actor', id }] },
    })
    const detail = await file.call('actors.get', { id })
    expect(detail).toMatchObject({ claims: 2, notes: 1, pinned: [{ title: 'On him' }] })
    expect(detail.claimLinks.map((link) => link.label)).toEqual(['C03', 'C01'])
    expect(detail.backlinks.map((link) => link.label)).toEqual(['On him'])
    const { ids } = await file.call('actors.ids', {})
    await file.call('actors.trash', { selection: { ids } })
    expect(await lastLabel()).toBe('delete 2 actors')
    expect((await file.call('claims.page', {})).rows[0]?.claimant).toBe('Zelenskyy')
    expect(await file.call('actors.get', { id })).toMatchObject({ affiliation: 'Ukraine', claims: 2 })
    await file.call('actors.restore', { selection: { ids: [id] } })
    expect(await names({})).toEqual(['Zelenskyy'])
    await file.call('history.undo')
    expect(await names({ trashed: true })).toEqual(['Ukraine', 'Zelenskyy'])
  })

  it('sorts, filters and pages', async () => {
    await actor({ name: 'B', kind: 'person', affiliation: 'Organisation', aliases: ['бета'] })
    await actor({ name: 'A', kind: 'unit' })
    await claim({ statement: 's', claimant: 'A' })
    expect(await names({ sort: [{ field: 'affiliation' }] })).toEqual(['B', 'A', 'Organisation'])
    expect(await names({ sort: [{ field: 'claims', desc: true }] })).toEqual(['A', 'B', 'Organisation'])
    expect(await names({ filter: { claims: { min: 1 } } })).toEqual(['A'])
    expect(await names({ filter: { aliases: ['бета'], kind: 'person' } })).toEqual(['B'])
    expect(await names({ filter: { kind: null } })).toEqual(['Organisation'])
    expect(await names({ search: 'organisation' })).toEqual(['B', 'Organisation'])
    expect(await file.call('actors.page', { start: 1, end: 2 })).toMatchObject({ total: 3, rows: [{ name: 'B' }] })
    for (const field of ['name', 'kind', 'aliases', 'created', 'changed'])
      expect(await names({ sort: [{ field }] })).toHaveLength(3)
  })
})

describe('outlets', () => {
  const names = async (view: Input<'outlets.page'>): Promise<string[]> =>
    (await file.call('outlets.page', view)).rows.map((row) => row.name)

  it('makes, edits and undoes one with its owner', async () => {
    const id = await outlet({ name: 'ТАСС', kind: 'agency', owner: 'Russia', country: 'Россия', language: 'ru' })
    expect(await lastLabel()).toBe('add outlet ТАСС')
    expect(await file.call('outlets.get', { id })).toMatchObject({
      owner: 'Russia',
      stateControlled: 'unknown',
      country: 'Россия',
      documents: 0,
    })
    await file.call('outlets.update', { selection: { ids: [id] }, patch: { stateControlled: 'yes' } })
    expect(await lastLabel()).toBe('set “state-controlled” of ТАСС to yes')
    await file.call('history.undo')
    expect((await file.call('outlets.get', { id })).stateControlled).toBe('unknown')
    await file.call('history.undo')
    expect(await names({})).toEqual([])
    expect((await file.call('actors.page', {})).total).toBe(0)
    await expect(outlet({ country: 'x' })).rejects.toThrow('Give the new outlet a name.')
  })

  it('counts a claim once, however many of its documents carry it', async () => {
    const id = await outlet({ name: 'Yonhap' })
    const [one, two, gone] = [
      await claim({ statement: '1' }),
      await claim({ statement: '2' }),
      await claim({ statement: '3' }),
    ]
    await carry(one, 'First report', 'Yonhap')
    await carry(one, 'Second report', 'Yonhap')
    await carry(two, 'Another agency’s', 'Reuters')
    await carry(two, 'Second report', 'Yonhap')
    await carry(gone, 'First report', 'Yonhap')
    await file.call('claims.trash', { selection: { ids: [gone] } })
    const { ids: documents } = await file.call('documents.ids', { search: 'second' })
    await file.call('documents.trash', { selection: { ids: documents } })
    const detail = await file.call('outlets.get', { id })
    expect(detail).toMatchObject({ documents: 1, claims: 2 })
    expect(detail.claimLinks.map((link) => link.label)).toEqual(['C02', 'C01'])
    expect(await names({ sort: [{ field: 'claims', desc: true }] })).toEqual(['Yonhap', 'Reuters'])
  })

  it('lists, trashes and restores, and keeps its name in its documents', async () => {
    const id = await outlet({ name: '연합뉴스', kind: 'agency', owner: 'Yonhap Corp', language: 'ko' })
    await outlet({ name: 'Bild', kind: 'newspaper' })
    await document({ title: 'D', outlet: '연합뉴스' })
    for (const [search, found] of [
      ['연합', '연합뉴스'],
      ['corp', '연합뉴스'],
      ['bild', 'Bild'],
    ])
      expect(await names({ search }), search).toEqual([found])
    expect(await names({ filter: { owner: { set: true }, documents: { min: 1 } } })).toEqual(['연합뉴스'])
    for (const field of ['name', 'kind', 'owner', 'stateControlled', 'country', 'language', 'created', 'changed'])
      expect(await names({ sort: [{ field }] })).toHaveLength(2)
    expect((await file.call('outlets.ids', { filter: { kind: 'agency' } })).ids).toEqual([id])
    await file.call('outlets.trash', { selection: { view: { search: '연합' } } })
    expect(await lastLabel()).toBe('delete 연합뉴스')
    expect((await file.call('documents.page', {})).rows[0]?.outlet).toBe('연합뉴스')
    await file.call('outlets.restore', { selection: { ids: [id] } })
    expect(await names({})).toEqual(['Bild', '연합뉴스'])
    await file.call('history.undo')
    expect(await names({})).toEqual(['Bild'])
  })
})

describe('documents', () => {
  const titles = async (view: Input<'documents.page'>): Promise<string[]> =>
    (await file.call('documents.page', view)).rows.map((row) => row.title)

  it('makes one with its outlet and text, and undoes both', async () => {
    const patch = {
      title: 'Справка',
      author: 'И. Петров',
      url: 'https://example.org/1',
      archiveUrl: 'https://archive.example/1',
      published: '2024-11~',
      captured: '2024-11-05T14:30:00Z',
      language: 'ru',
      readByMe: false,
    }
    const id = await document({ ...patch, outlet: 'ТАСС', text: 'Полный текст' })
    const detail = await file.call('documents.get', { id })
    expect(detail).toMatchObject({ ...patch, outlet: 'ТАСС', publishedText: '2024-11~', text: 'Полный текст' })
    expect(detail.fileSha256).toBeNull()
    expect(await file.call('history.undo')).toEqual({ label: 'add document “Справка”' })
    expect((await file.call('outlets.page', {})).total).toBe(0)
    await file.call('history.redo')
    expect(await file.call('documents.get', { id })).toEqual({ ...detail, changed: anyTime })
  })

  it('refuses dates that are none, and a document without a title', async () => {
    await expect(document({ title: 'x', published: 'May' })).rejects.toThrow(/“May” is not an EDTF date/)
    await expect(document({ title: 'x', captured: 'yesterday' })).rejects.toThrow(/Captured “yesterday” is not a date/)
    await expect(document({ outlet: 'x' })).rejects.toThrow('Give the new document a title.')
    expect(await titles({})).toEqual([])
  })

  it('takes its claims along to another outlet, and back when undone', async () => {
    const claimId = await claim({ statement: 's' })
    await carry(claimId, 'Report', 'Wrong name')
    const selection = { view: {} }
    await file.call('documents.update', { selection, patch: { outlet: 'Reuters' } })
    expect((await file.call('claims.page', {})).rows[0]?.outlet).toBe('Reuters')
    expect(await lastLabel()).toBe('set outlet of “Report” to Reuters')
    await file.call('history.undo')
    expect((await file.call('claims.page', {})).rows[0]?.outlet).toBe('Wrong name')
    await file.call('documents.update', { selection, patch: { readByMe: true } })
    expect(await lastLabel()).toBe('set “read by me” of “Report” to yes')
  })

  it('shows its live claims once each, and its name in them from the trash', async () => {
    const [one, two] = [await claim({ statement: '1' }), await claim({ statement: '2' })]
    for (const id of [one, one, two]) await carry(id, 'Report', null)
    const { ids } = await file.call('documents.ids', {})
    const id = ids[0] ?? ''
    await file.call('notes.create', { patch: { body: '[[report]]', pins: [{ kind: 'document', id }] } })
    expect(await file.call('documents.get', { id })).toMatchObject({
      claims: 2,
      notes: 1,
      claimLinks: [{ label: 'C02' }, { label: 'C01' }],
      backlinks: [{ label: 'report' }],
    })
    await file.call('claims.trash', { selection: { ids: [two] } })
    await file.call('documents.trash', { selection: { ids } })
    expect(await titles({})).toEqual([])
    expect((await file.call('claims.get', { id: one })).document).toBe('Report')
    expect(await file.call('documents.get', { id })).toMatchObject({ claims: 1, trashed: expect.any(String) as string })
    await file.call('documents.restore', { selection: { ids } })
    expect(await titles({})).toEqual(['Report'])
    await file.call('history.undo')
    expect(await titles({})).toEqual([])
  })

  it('sorts, filters, searches and pages', async () => {
    await document({ title: 'Read', outlet: 'Bild', published: '2024-10-18', readByMe: true, url: 'https://a.example' })
    await document({ title: 'Cited', published: '../2024-06', readByMe: false, author: '김' })
    await document({ title: 'Unsaid', captured: '2024-11-05' })
    expect(await titles({ filter: { readByMe: 'no' } })).toEqual(['Cited'])
    expect(await titles({ filter: { readByMe: { set: false } } })).toEqual(['Unsaid'])
    expect(await titles({ sort: [{ field: 'published' }] })).toEqual(['Cited', 'Read', 'Unsaid'])
    expect(await titles({ filter: { published: { max: '2024-07' } } })).toEqual(['Cited'])
    expect(await titles({ filter: { published: { set: true } } })).toEqual(['Cited', 'Read'])
    for (const [search, found] of [
      ['bild', 'Read'],
      ['a.example', 'Read'],
      ['김', 'Cited'],
    ])
      expect(await titles({ search }), search).toEqual([found])
    for (const field of ['title', 'outlet', 'author', 'url', 'archiveUrl', 'captured', 'language', 'claims', 'changed'])
      expect(await titles({ sort: [{ field, desc: true }] })).toHaveLength(3)
    expect(await file.call('documents.page', { start: 2, end: 9 })).toMatchObject({
      total: 3,
      rows: [{ title: 'Unsaid' }],
    })
  })
})
