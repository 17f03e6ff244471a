import { readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { cli, eachInFolder, ok } from './test-cli.ts'

const { path, files } = eachInFolder(async (made) => {
  await ok('new', made, '--title', 'Korea')
  await ok('import', made, 'resources/sample/partnership-claims.csv')
})

const written = async (format: 'html' | 'docx'): Promise<string> => {
  const out = files.at(`report.${format}`)
  await ok('report', path, '--format', format, '--out', out)
  return out
}
const read = async (...args: string[]): Promise<Record<string, unknown>> =>
  JSON.parse(await ok('read', ...args, '--json')) as Record<string, unknown>

it('tells what a report carries, with no case', async () => {
  const told = await read(await written('docx'))
  expect(Object.keys(told)).toEqual(['made', 'by', 'hash', 'new', 'changed', 'same', 'conflicts'])
  expect(told).toMatchObject({ hash: 'ok', changed: 0, same: 0, conflicts: 0 })
  expect(told['new']).toBeGreaterThan(17)
})

it('holds it against a case, changes nothing in a dry run, and brings it in as one step', async () => {
  const report = await written('html')
  expect(await read(report, '--into', path)).toMatchObject({ new: 0, changed: 0, conflicts: 0 })
  const other = files.at('other.parallax')
  await ok('new', other)
  const dry = await read(report, '--into', other, '--dry-run')
  expect(dry).toMatchObject({ hash: 'ok', same: 0 })
  expect(JSON.parse(await ok('list', other, 'claims', '--json'))).toMatchObject({ total: 0 })
  expect(await read(report, '--into', other)).toEqual(dry)
  expect(JSON.parse(await ok('list', other, 'claims', '--json'))).toMatchObject({ total: 17 })
  expect(await read(report, '--into', other)).toMatchObject({ new: 0, same: dry['new'] })
  await ok('undo', other)
  expect(JSON.parse(await ok('list', other, 'claims', '--json'))).toMatchObject({ total: 0 })
})

it('refuses what was altered, and what carries nothing', async () => {
  const report = await written('html')
  writeFileSync(report, readFileSync(report, 'utf8').replaceAll('"place":"Kursk region"', '"place":"Moscow"'))
  expect(await read(report)).toMatchObject({ hash: 'bad' })
  const altered = await cli(['read', report, '--into', path])
  expect(altered.code).not.toBe(0)
  expect(altered.err).toMatch(/altered after it was made\. Nothing was changed/)
  const plain = files.write('plain.html', '<p>none</p>')
  expect(await read(plain)).toMatchObject({ hash: 'none', made: null, by: null, new: 0 })
  expect((await cli(['read', plain, '--into', path])).err).toMatch(/carries no evidence/)
  expect((await cli(['read', files.at('nowhere.pdf')])).err).toMatch(/nowhere\.pdf cannot be read/)
})
