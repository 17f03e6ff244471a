import { expect, it } from 'vitest'
import type { ChangeSet, Version } from '../../shared/history.ts'
import { Session } from '../core/session.ts'
import { cli, eachInFolder, listOf, ok } from './test-cli.ts'

const { path } = eachInFolder(async (path, files) => {
  await ok('new', path)
  await ok('import', path, files.write('list.csv', 'ref,statement,topic\nA1,first,treaty\nA2,second,treaty\n'))
  await ok('import', path, files.write('again.csv', 'ref,statement,topic\nA1,first,troops\n'))
})

const steps = async (...argv: string[]): Promise<ChangeSet[]> =>
  JSON.parse(await ok('history', path, '--json', ...argv)) as ChangeSet[]
const topics = async (): Promise<unknown[]> =>
  (await listOf(path, 'claims', '--sort', 'ref')).rows.map((row) => row['topic'])

/** What the window would do. */
async function inWindow(name: string, input: unknown): Promise<void> {
  const session = new Session({ path, role: 'writer', user: () => 'Boris' })
  const { result } = await session.call(name, input)
  session.close()
  expect(result).toMatchObject({ ok: true })
}

it('tells what was changed, by whom, of a case and of one record', async () => {
  expect((await steps()).map(({ label, by }) => [label, by])).toEqual([
    ['import again.csv: 1 claim', 'ana'],
    ['import list.csv: 2 claims', 'ana'],
  ])
  expect(await ok('history', path)).toMatch(
    /^step +at +by +what +reason\n\d+ +20\d\d-.* ana +import again\.csv: 1 claim\n/,
  )
  const versions = JSON.parse(await ok('history', path, 'A1', '--json')) as Version[]
  expect(versions.map(({ label, fields }) => [label, fields.length])).toEqual([
    ['import again.csv: 1 claim', 1],
    ['import list.csv: 2 claims', 0],
  ])
  expect(await ok('history', path, 'a1')).toMatch(/import again\.csv: 1 claim\n {4}topic: treaty → troops\n/)
  expect(await cli(['history', path, 'nobody'])).toMatchObject({
    code: 2,
    err: expect.stringMatching(/no record that is called “nobody”/) as string,
  })
  expect(await steps('--by', 'nobody')).toEqual([])
  expect(await steps('--kind', 'note')).toEqual([])
})

it('takes back one step, and brings it back', async () => {
  const [row] = (await listOf(path, 'claims', '--sort', 'ref')).rows
  await inWindow('claims.update', { selection: { ids: [row?.['id']] }, patch: { place: 'Kursk' } })
  const [, changed] = await steps()
  expect(await cli(['undo', path, '--step', String(changed?.id)])).toMatchObject({
    code: 3,
    err: expect.stringMatching(/taken back under Imports/) as string,
  })
  expect(JSON.parse(await ok('undo', path, '--json'))).toEqual({ label: 'set place of A1 to Kursk' })
  expect(await ok('undo', path, '--step', String(changed?.id))).toBe('Undone: import again.csv: 1 claim.\n')
  expect(await topics()).toEqual(['treaty', 'treaty'])
  expect(await ok('redo', path)).toBe('Done again: import again.csv: 1 claim.\n')
  expect(await topics()).toEqual(['troops', 'treaty'])
  expect(await ok('redo', path, '--json')).toBe('{"label":"set place of A1 to Kursk"}\n')
  expect((await cli(['redo', path])).err).toMatch(/nothing to redo/)
})

it('lists the trash, restores from it and empties it only when told so', async () => {
  const { rows } = await listOf(path, 'claims', '--sort', 'ref')
  await inWindow('claims.trash', { selection: { ids: rows.map((row) => row['id']) } })
  expect(await ok('trash', path, 'list')).toMatch(/^kind +record +deleted +by +parts\nclaim +A\d +20.* Boris +0\n/)
  expect(await cli(['trash', path, 'restore', 'A3'])).toMatchObject({ code: 2 })
  expect(await ok('trash', path, 'restore', 'a2')).toBe('Done: restore A2 from the trash.\n')
  expect(await topics()).toEqual(['treaty'])
  expect(await cli(['trash', path, 'empty'])).toMatchObject({ code: 2, err: expect.stringMatching(/--yes/) as string })
  expect(await ok('trash', path, 'empty', '--yes')).toBe('1 records and 0 parts and links were purged for good.\n')
  expect(await ok('trash', path, 'list', '--json')).toBe('[]\n')
  expect(await ok('check', path)).toMatch(/1 claims, .*\nNo problems found/)
})
