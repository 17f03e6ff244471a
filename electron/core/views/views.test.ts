import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '../../../shared/contract.ts'
import { ViewsFile } from '../../../shared/views.ts'
import { connect } from '../../store/connection.ts'
import { readJsonFile } from '../json-file.ts'
import { makeTestCase, type TestCase } from '../test-case.ts'
import { compareViews, viewNamed, viewsFile } from './views.ts'

type View = Input<'views.save'>['views'][number]

let file: TestCase
beforeEach(() => void (file = makeTestCase()))
afterEach(() => file.remove())

const kursk: View = {
  list: 'claims',
  name: ' Kursk, graded ',
  search: 'soldiers -trade',
  filter: { place: { in: ['Kursk region', null] }, said: { min: '2024-10', max: '2024-11' } },
  sort: [{ field: 'quantity', desc: true }],
  columns: [
    { field: 'ref', width: 58 },
    { field: 'statement', flex: 1 },
    { field: 'tags', isShown: false },
  ],
}
const search: View = { list: 'claims', name: 'Casualties', search: 'casualties' }
const names = async (): Promise<string[]> => (await file.call('views.list')).map(({ list, name }) => `${list}: ${name}`)
const save = (...views: View[]) => file.call('views.save', { views })
const idOf = async (name: string): Promise<string> => viewNamed(await file.call('views.list'), 'claims', name).id

describe('the saved views of a case', () => {
  it('keep filter, search, order and columns, also after a restart', async () => {
    await save(kursk, search, { list: 'events', name: 'All' })
    file = file.reopen()
    const [casualties, graded, ...others] = await file.call('views.list')
    expect(casualties).toMatchObject({ search: 'casualties', filter: {}, sort: null, columns: null, unknown: [] })
    expect(graded).toMatchObject({
      name: 'Kursk, graded',
      search: 'soldiers -trade',
      filter: kursk.filter,
      sort: [{ field: 'quantity', desc: true }],
      columns: [
        { field: 'ref', isShown: true, width: 58, flex: null },
        { field: 'statement', isShown: true, width: null, flex: 1 },
        { field: 'tags', isShown: false, width: null, flex: null },
      ],
    })
    expect(others.map(({ list, name }) => [list, name])).toEqual([['events', 'All']])
  })

  it('give way to one of the same list and name', async () => {
    await save(search, { ...search, list: 'events' })
    const id = await idOf('Casualties')
    expect(await save({ ...search, search: 'wounded' }, { ...search, search: 'dead or wounded' })).toEqual({
      count: 1,
      ids: [id],
    })
    expect(await save({ ...search, search: 'dead or wounded' })).toEqual({ count: 0, ids: [id] })
    expect(await names()).toEqual(['claims: Casualties', 'events: Casualties'])
    expect(viewNamed(await file.call('views.list'), 'claims', 'Casualties')).toMatchObject({
      id,
      search: 'dead or wounded',
    })
  })

  it('are made, renamed, replaced and removed by steps that undo and redo take, and that the history tells', async () => {
    await save(search)
    const id = await idOf('Casualties')
    file.pass(3000)
    await file.call('views.rename', { id, name: 'Losses' })
    await save({ ...search, name: 'Losses', search: 'losses' })
    await file.call('views.remove', { id })
    expect(await names()).toEqual([])
    const labels = (await file.call('history.list', {})).map(({ label }) => label)
    expect(labels).toEqual([
      'remove view “Losses”',
      'save view “Losses”',
      'rename view “Casualties” to “Losses”',
      'save view “Casualties”',
    ])
    await file.call('history.undo')
    await file.call('history.undo')
    expect(await file.call('views.list')).toMatchObject([{ id, name: 'Losses', search: 'casualties' }])
    await file.call('history.redo')
    expect(await file.call('views.list')).toMatchObject([{ id, name: 'Losses', search: 'losses' }])
    const [, step] = await file.call('history.list', { limit: 2 })
    const changes = await file.call('history.changes', { step: step?.id ?? 0 })
    expect(changes.map(({ field }) => field)).toContain('saved view: search')
    expect((await file.call('case.check', { deep: true })).problems).toEqual([])
  })

  it('refuse a name that is taken, and one that is gone', async () => {
    await save(search, kursk)
    const rename = async (id: string, name: string) => file.call('views.rename', { id, name })
    await expect(rename(await idOf('Casualties'), 'Kursk, graded')).rejects.toThrow(/There is a view “Kursk, graded”/)
    const id = await idOf('Casualties')
    await file.call('views.remove', { id })
    await expect(rename(id, 'Other')).rejects.toMatchObject({ code: 'not-found' })
    await expect(save({ ...search, name: ' ' })).rejects.toMatchObject({ code: 'invalid-input' })
    expect(await names()).toEqual(['claims: Kursk, graded'])
  })

  it('name the fields that their list does not have', async () => {
    const sort = [{ field: 'smell' }]
    await save({ ...search, filter: { weather: 'rain', topic: 'treaty' }, sort, columns: [{ field: 'colour' }] })
    const [view] = await file.call('views.list')
    expect(view?.unknown).toEqual(['weather', 'smell', 'colour'])
  })

  it('are found by their name, or the message says which there are', async () => {
    await save(kursk)
    const views = await file.call('views.list')
    expect(() => viewNamed(views, 'claims', 'Kursk')).toThrow(
      'There is no saved view “Kursk” of claims. There are: Kursk, graded.',
    )
    expect(() => viewNamed(views, 'events', 'Kursk, graded')).toThrow(/There are none yet/)
  })

  it('are in a copy of the case', async () => {
    await save(kursk)
    const path = `${file.folder}/copy.parallax`
    await file.call('case.copyTo', { path })
    const db = connect(path, { readOnly: true })
    expect(db.prepare('SELECT list, name FROM saved_view').all()).toEqual([{ list: 'claims', name: 'Kursk, graded' }])
    db.close()
  })
})

describe('a file of views', () => {
  const read = (text: string): ViewsFile => readJsonFile(ViewsFile, 'file of views', { text, fileName: 'views.json' })

  it('brings to another case what it was made from: new, the same, or in the place of another', async () => {
    await save(kursk, search)
    const { views } = read(JSON.stringify(viewsFile(await file.call('views.list'))))
    const other = makeTestCase()
    const verdicts = async (): Promise<string[]> =>
      compareViews(await other.call('views.list'), views).map(({ verdict }) => verdict)
    expect(await verdicts()).toEqual(['new', 'new'])
    await other.call('views.save', { views })
    expect(await verdicts()).toEqual(['same', 'same'])
    await other.call('views.save', { views: [{ ...search, search: 'wounded' }] })
    expect(await verdicts()).toEqual(['replaces', 'same'])
    other.remove()
  })

  it.each([
    ['[]', /no file of views of Parallax: .*expected object/],
    ['{', /no file of views of Parallax: .*JSON/],
    ['{"format":"parallax-import-profile","version":1,"views":[]}', /"parallax-views"/],
    ['{"format":"parallax-views","version":2,"views":[]}', /expected 1/],
    ['{"format":"parallax-views","version":1,"views":[{"list":"dreams","name":"x"}]}', /views\[0\]\.list/],
    [
      '{"format":"parallax-views","version":1,"views":[{"list":"claims","name":"x","filter":{"topic":{"is":1}}}]}',
      /filter/,
    ],
  ])('is refused where it is none: %s', (text, why) => {
    expect(() => read(text)).toThrow(why)
  })
})
