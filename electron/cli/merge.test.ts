import { expect, it } from 'vitest'
import { cli, eachInFolder, listOf, ok } from './test-cli.ts'

const list =
  'ref,statement,claimant,outlet,document,tags\nA1,first,Blinken,TASS,D1,x\nA2,second,Kim,TASS agency,D2,y\nA3,third,TASS,,,\n'
const { path } = eachInFolder(async (path, files) => {
  await ok('new', path)
  await ok('import', path, files.write('list.csv', list))
})

it('makes two claims one with the values that are chosen, and undo makes them two again', async () => {
  expect(await ok('merge', path, 'a1', 'A2', '--field', 'statement=drop', '--reason', 'once said')).toBe(
    'A2 was merged into A1.\n',
  )
  const { rows } = await listOf(path, 'claims', '--sort', 'ref')
  expect(rows).toMatchObject([{ ref: 'A1', statement: 'second', claimant: 'Blinken' }, { ref: 'A3' }])
  expect(await ok('history', path)).toMatch(/merge A2 into A1 +once said/)
  await ok('undo', path)
  expect((await listOf(path, 'claims')).total).toBe(3)
})

it('knows outlets and actors of one name apart by their kind', async () => {
  expect(await cli(['merge', path, 'TASS', 'TASS agency'])).toMatchObject({
    code: expect.any(Number) as number,
    err: expect.stringContaining('2 records are called “TASS”') as string,
  })
  const done = await ok('merge', path, 'TASS', 'TASS agency', '--kind', 'outlet', '--json')
  expect(JSON.parse(done)).toEqual({ kind: 'outlet', keep: 'TASS', drop: 'TASS agency' })
  expect((await listOf(path, 'outlets')).total).toBe(1)
})

it('refuses what it cannot do, and says why', async () => {
  const failure = async (...argv: string[]): Promise<string> => {
    const { code, err } = await cli(['merge', path, ...argv])
    expect(code).not.toBe(0)
    return err
  }
  expect(await failure('A1', 'nobody')).toMatch(/no claim that is called “nobody”/)
  expect(await failure('A1', 'A2', '--field', 'colour=drop')).toMatch(/no field “colour”/)
  expect(await failure('A1', 'A2', '--field', 'statement')).toMatch(/field=drop/)
  expect(await failure('A1', 'A1')).toMatch(/with itself/)
  expect((await listOf(path, 'claims')).total).toBe(3)
})
