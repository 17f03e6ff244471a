import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { damage } from '../store/backups/test-files.ts'
import { cli, eachInFolder, listOf, ok } from './test-cli.ts'

const { files, path } = eachInFolder(async (path, files) => {
  await ok('new', path)
  await ok('import', path, files.write('one.csv', 'ref,statement\nA1,As it was\n'))
})

const add = (): Promise<string> => ok('import', path, files.write('two.csv', 'ref,statement\nA2,As it became\n'))
const total = async (): Promise<number> => (await listOf(path, 'claims')).total

describe('backup, backups and restore', () => {
  it('make one, list it, and bring it back with the present file set aside', async () => {
    const made = (await ok('backup', path)).trim()
    await add()
    const { backups, bytes, mostBytes } = JSON.parse(await ok('backups', path, '--json')) as Record<string, never[]>
    expect(backups).toMatchObject([{ file: made, reason: 'manual', bytes: readFileSync(made).length }])
    expect([bytes, Number(mostBytes) > 1e6]).toEqual([readFileSync(made).length, true])
    const shown = await cli(['backups', path])
    expect(shown.out).toMatch(
      /^made \(UTC\) +reason +size +file\n\d{4}-\d\d-\d\d \d\d:\d\d:\d\d +by hand +\d+ kB +.*\.manual\.parallax\n$/,
    )
    expect(shown.err).toMatch(/^One backup takes \d+ kB of at most [\d.]+ GB in .*korea\.parallax-backups\.\n$/)
    expect(await total()).toBe(2)
    const { code, err } = await cli(['restore', path, '--from', basename(made)])
    expect([code, err]).toEqual([0, expect.stringMatching(/^The file that was there is kept as .*set-aside/)])
    expect(await total()).toBe(1)
    const aside = readdirSync(files.folder).find((name) => name.includes('.set-aside-')) ?? ''
    expect((await listOf(files.at(aside), 'claims')).total).toBe(2)
    const { replaced } = JSON.parse(await ok('backups', path, '--json')) as Record<string, unknown>
    expect(replaced).toEqual([{ file: files.at(aside), bytes: readFileSync(files.at(aside)).length }])
    expect((await cli(['backups', path])).err).toMatch(
      /One earlier file that was replaced is kept beside the case \(\d+ kB\)/,
    )
    expect(await ok('check', path)).toMatch(/No problems found/)
  })

  it('write to another place, over an older backup of the same case only', async () => {
    const to = files.at('copy.parallax')
    await ok('backup', path, '--to', to)
    await add()
    await ok('backup', path, '--to', to)
    expect((await listOf(to, 'claims')).total).toBe(2)
    expect(existsSync(files.at('korea.parallax-backups'))).toBe(false)
    const other = files.at('other.parallax')
    await ok('new', other)
    expect(await cli(['backup', path, '--to', other])).toMatchObject({ code: 3 })
    expect(await cli(['backup', path, '--to', path])).toMatchObject({ code: 2 })
    expect(await cli(['backup', path, '--to', files.at('none/copy.parallax')])).toMatchObject({ code: 3 })
    expect(await cli(['restore', path, '--from', other])).toMatchObject({ code: 3 })
    expect(await total()).toBe(2)
  })

  it('refuse what is damaged or no case, each with its exit code', async () => {
    const made = (await ok('backup', path)).trim()
    const text = files.write('text.parallax', 'no case '.repeat(100))
    expect(await cli(['backup', text])).toMatchObject({ code: 4 })
    expect(await cli(['restore', path, '--from', text])).toMatchObject({ code: 4 })
    expect(await cli(['restore', path, '--from', 'nothing.parallax'])).toMatchObject({ code: 3 })
    expect(await cli(['backups', files.at('none.parallax')])).toMatchObject({ code: 2 })
    const good = readFileSync(made)
    damage(path)
    expect(await cli(['backup', path])).toMatchObject({
      code: 4,
      err: expect.stringMatching(/the earlier ones stay/) as string,
    })
    expect(JSON.parse(await ok('backups', path, '--json'))).toMatchObject({ backups: [{ file: made }] })
    writeFileSync(files.at('spoilt.parallax'), good)
    damage(files.at('spoilt.parallax'))
    const before = readFileSync(path)
    expect(await cli(['restore', path, '--from', files.at('spoilt.parallax')])).toMatchObject({ code: 4 })
    expect(readFileSync(path).equals(before)).toBe(true)
    await ok('restore', path, '--from', made)
    expect(await ok('check', path)).toMatch(/No problems found/)
  })

  it('let nobody change a backup', async () => {
    const made = (await ok('backup', path)).trim()
    const before = readFileSync(made)
    const outcome = await cli(['import', made, files.write('two.csv', 'ref,statement\nA2,New\n')])
    expect(outcome).toMatchObject({
      code: 3,
      err: expect.stringMatching(/This is the backup of .* made by hand/) as string,
    })
    expect((await listOf(made, 'claims')).total).toBe(1)
    expect(readFileSync(made).equals(before)).toBe(true)
  })

  it('are made before a large import into a case that has something, and stop it in no case', async () => {
    const rows = (name: string, count: number): string => {
      const lines = Array.from({ length: count }, (_, at) => `${name}${at},Statement ${at} ${'of many '.repeat(30)}`)
      return files.write(`${name}.csv`, `ref,statement\n${lines.join('\n')}\n`)
    }
    const backups = async (): Promise<string[]> =>
      (JSON.parse(await ok('backups', path, '--json')) as { backups: { reason: string }[] }).backups.map(
        ({ reason }) => reason,
      )
    await ok('import', path, rows('few', 200))
    expect(await backups()).toEqual([])
    expect((await cli(['import', path, rows('many', 2500)])).err).toMatch(/^A backup was made first: .*\.import\./)
    expect(await backups()).toEqual(['import'])
    rmSync(files.at('korea.parallax-backups'), { recursive: true })
    files.write('korea.parallax-backups', 'a file where the folder should be')
    const { code, err } = await cli(['import', path, rows('more', 2500)])
    expect([code, err]).toEqual([0, expect.stringMatching(/^No backup was made of .*The import goes on\.\n/)])
    expect(await total()).toBe(5201)
  })
})
