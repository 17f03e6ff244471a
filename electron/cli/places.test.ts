import { expect, it } from 'vitest'
import { cli, eachInFolder, ok } from './test-cli.ts'

const { path, files } = eachInFolder()

it('tells what is known of places, in any script', async () => {
  const out = await ok('places', path, 'Курская область; Crimea; Front line')
  expect(out).toContain('Kursk region ⊂ European Russia ⊂ Russia\n  region, from the gazetteer\n')
  expect(out).toContain('  besides in: Eastern Europe, Europe\n')
  expect(out).toContain('  disputed: Internationally counted to Ukraine')
  expect(out).toContain('Front line: not known\n')
})

it('tells the same as JSON', async () => {
  const parts = JSON.parse(await ok('places', path, '평양; Front line', '--json')) as unknown[]
  expect(parts).toMatchObject([
    { text: 'Pyongyang', facts: { key: 'KP-01' } },
    { text: 'Front line', facts: null },
  ])
})

it('lists the case’s own', async () => {
  expect(JSON.parse(await ok('list', path, 'places', '--json'))).toEqual({ total: 0, rows: [] })
  expect(await ok('list', path, 'places', '--csv')).toMatch(/^id,name,aliases,within,latitude,longitude,precision,/)
})

it('says that a case is not there', async () => {
  expect(await cli(['places', files.at('none.parallax'), 'Kursk'])).toMatchObject({ code: 3 })
})
