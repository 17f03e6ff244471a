import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { KeptView } from '../../shared/views.ts'
import { cli, eachInFolder, listOf, ok } from './test-cli.ts'

const views = [
  {
    list: 'claims',
    name: 'Kursk',
    search: 'soldiers',
    filter: { place: 'Kursk region' },
    sort: [{ field: 'ref', desc: true }],
  },
  { list: 'claims', name: 'Old', filter: { weather: 'rain' } },
  { list: 'events', name: 'Treaties', filter: { kind: ['treaty'] } },
]
const fileOf = (given: unknown): string => JSON.stringify({ format: 'parallax-views', version: 1, views: given })

const { path, files } = eachInFolder(async (path, { write }) => {
  await ok('new', path)
  await ok('import', path, 'resources/sample/partnership-events.csv')
  await ok('import', path, 'resources/sample/partnership-claims.csv')
  await ok('views', path, 'import', write('views.json', fileOf(views)))
})

const refs = async (...argv: string[]): Promise<unknown[]> =>
  (await listOf(path, 'claims', ...argv)).rows.map(({ ref }) => ref)
const kept = async (of = path): Promise<KeptView[]> => JSON.parse(await ok('views', of, 'list', '--json')) as KeptView[]

it('lists by a saved view, narrowed or sorted otherwise where that is said', async () => {
  expect(await refs('--view', 'Kursk')).toEqual(['C10', 'C09', 'C08'])
  expect(await refs('--view', 'Kursk', '--search', '11,000')).toEqual(['C10'])
  expect(await refs('--view', 'Kursk', '--sort', 'ref')).toEqual(['C08', 'C09', 'C10'])
  expect(await refs('--view', 'Kursk', '--filter', '{"place":"Moscow"}')).toEqual([])
  expect((await listOf(path, 'events', '--view', 'Treaties')).rows).toMatchObject([{ kind: 'treaty' }])
})

it('draws a picture of a saved view', async () => {
  const out = files.at('numbers.svg')
  await ok('figure', path, 'numbers', '--view', 'Kursk', '--out', out)
  expect(readFileSync(out, 'utf8')).toMatch(/C10/)
  expect(readFileSync(out, 'utf8')).not.toMatch(/C11/)
})

it('says which views there are, and what a view goes by that is not there', async () => {
  expect(await cli(['list', path, 'claims', '--view', 'Moscow'])).toMatchObject({
    code: 2,
    err: 'parallax: There is no saved view “Moscow” of claims. There are: Kursk, Old.\n',
  })
  expect(await cli(['list', path, 'claims', '--view', 'Old'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('“Old” goes by weather, which claims do not have') as string,
  })
  expect(await ok('views', path, 'list')).toMatch(/claims +Old +weather +weather/)
})

it('takes views to another case and back, and replaces only where that is said', async () => {
  const [out, other] = [files.at('out.json'), files.at('other.parallax')]
  await ok('views', path, 'export', '--out', out)
  await ok('new', other)
  expect(await ok('views', other, 'import', out)).toBe('3 views new, 0 the same, 0 replaced.\n')
  const bare = (list: KeptView[]): unknown[] => list.map(({ id: _, ...view }) => view)
  expect(bare(await kept(other))).toEqual(bare(await kept()))

  const changed = files.write('changed.json', fileOf([{ ...views[0], search: 'troops' }, views[2]]))
  expect(await cli(['views', other, 'import', changed, '--json'])).toEqual({
    code: 1,
    out: '{"new":0,"same":1,"replaced":0,"left":[{"list":"claims","name":"Kursk"}]}\n',
    err: 'The case has another view “Kursk” of claims, which stays. --replace puts this one there.\n',
  })
  expect((await kept(other))[0]?.search).toBe('soldiers')
  expect(await ok('views', other, 'import', changed, '--replace')).toBe('0 views new, 1 the same, 1 replaced.\n')
  expect((await kept(other))[0]?.search).toBe('troops')
  expect(await ok('undo', other)).toContain('save view “Kursk”')
})

it('refuses what is no file of views, and says what is missing', async () => {
  const wrong = files.write('wrong.json', '{"format":"parallax-import-profile","version":1}')
  expect(await cli(['views', path, 'import', wrong])).toMatchObject({ code: 2 })
  expect(await cli(['views', path, 'import', files.at('none.json')])).toMatchObject({ code: 3 })
  expect(await cli(['views', path, 'import'])).toMatchObject({
    code: 2,
    err: 'parallax: Name the file of views to import.\n',
  })
  expect(await cli(['views', path, 'export'])).toMatchObject({ code: 2 })
  await ok('new', files.at('empty.parallax'))
  expect(await cli(['views', files.at('empty.parallax'), 'export', '--out', files.at('x.json')])).toMatchObject({
    code: 3,
  })
  expect(await kept()).toHaveLength(3)
})
