import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readBundle } from '../core/exports/stix/test-stix.ts'
import { exportFormats } from '../../shared/exports.ts'
import { cli, eachInFolder, ok } from './test-cli.ts'

const { path, folder, files } = eachInFolder(async (made, { write }) => {
  await ok('new', made, '--title', 'Korea')
  await ok('import', made, 'resources/sample/partnership-events.csv')
  await ok('import', made, 'resources/sample/partnership-claims.csv')
  await ok('import', made, write('marked.csv', 'ref,statement,tlp\nX1,Kept close,AMBER\nX2,Kept closer,RED\n'))
})

const out = (name: string): string => files.at(name)
const json = (name: string): unknown => JSON.parse(readFileSync(out(name), 'utf8'))
const export_ = (format: string, name: string, ...more: string[]): ReturnType<typeof cli> =>
  cli(['export', path, '--format', format, '--out', out(name), ...more])

describe('export', () => {
  it.each(exportFormats)(
    'writes %s of the list that it is for, and says what and how high its label is',
    async (format) => {
      const { code, out: printed, err } = await export_(format, 'out.file')
      expect([code, printed]).toEqual([0, ''])
      expect(err).toMatch(/^Wrote \d+ (claims|records|events|documents) to .*out\.file/)
      const isMarked = !['geojson', 'csl'].includes(format)
      expect(err.includes('The highest label in it is TLP:RED.')).toBe(isMarked)
      expect(existsSync(`${out('out.file')}-metadata.json`)).toBe(format === 'csv')
    },
  )

  it('leaves out what is above a label, in any of its spellings, and says how many', async () => {
    const green = await export_('jsonl', 'green.jsonl', '--tlp', 'green')
    expect(green.err).toMatch(/Wrote 17 claims .*\n2 above TLP:GREEN were left out\.\n$/)
    const strict = await export_('jsonl', 'strict.jsonl', '--tlp', 'TLP:AMBER+STRICT')
    expect(strict.err).toMatch(
      /Wrote 18 claims .*\nThe highest label in it is TLP:AMBER\.\n1 above TLP:AMBER\+STRICT was left out\.\n$/,
    )
    expect(readFileSync(out('strict.jsonl'), 'utf8')).not.toMatch(/Kept closer/)
    expect((await export_('jsonl', 'red.jsonl', '--tlp', 'red')).err).toMatch(/Nothing is above TLP:RED/)
    expect(await export_('jsonl', 'x', '--tlp', 'purple')).toMatchObject({ code: 2 })
  })

  it('takes a filter, a search and a saved view', async () => {
    await export_('claimreview', 'a.jsonld', '--search', 'Kursk', '--filter', '{"claimant":"Antony Blinken"}')
    expect(json('a.jsonld')).toMatchObject({ '@graph': [{ identifier: 'C08' }] })
    const views = [{ list: 'events', name: 'War', filter: { kind: ['war'] } }]
    const file = files.write('v.json', JSON.stringify({ format: 'parallax-views', version: 1, views }))
    await ok('views', path, 'import', file)
    await export_('geojson', 'war.geojson', '--view', 'War')
    expect(json('war.geojson')).toMatchObject({ features: [{ properties: { ref: 'E01' } }] })
    await export_('stix', 'war.json', '--list', 'events', '--view', 'War')
    const incidents = readBundle(readFileSync(out('war.json'), 'utf8')).filter(({ type }) => type === 'incident')
    expect(incidents).toHaveLength(1)
  })

  it('says what does not go together, and writes nothing', async () => {
    expect(await export_('geojson', 'x', '--list', 'claims')).toMatchObject({
      code: 2,
      err: 'parallax: GeoJSON is for events, not for claims. Export claims as csv or jsonl instead. Nothing was written.\n',
    })
    for (const narrowed of [
      ['--search', 'Kursk'],
      ['--filter', '{"topic":"treaty"}'],
      ['--sort', 'said'],
    ])
      expect(await export_('stix', 'x', ...narrowed)).toMatchObject({
        code: 2,
        err: expect.stringContaining('Say which list: claims or events.') as string,
      })
    expect(await cli(['export', path, '--format', 'csv', '--out', path])).toMatchObject({ code: 2 })
    expect(existsSync(out('x'))).toBe(false)
  })

  it('takes an interrupt as a cancel, and leaves neither the list nor its description', async () => {
    const before = readdirSync(folder)
    const watchInterrupt = () => ({ happened: () => true, stop: () => undefined })
    const cancelled = await cli(['export', path, '--format', 'csv', '--out', out('never.csv')], { watchInterrupt })
    expect(cancelled).toMatchObject({ code: 3, err: 'parallax: The export was cancelled.\n' })
    expect(readdirSync(folder)).toEqual(before)
  })

  it('leaves no list where its description cannot be written', async () => {
    mkdirSync(`${out('half.csv')}-metadata.json`)
    expect(await export_('csv', 'half.csv')).toMatchObject({ code: 3 })
    expect(readdirSync(folder).filter((name) => name.startsWith('half'))).toEqual(['half.csv-metadata.json'])
  })

  it('leaves no description where the list cannot be written', async () => {
    mkdirSync(out('half.csv'))
    expect(await export_('csv', 'half.csv')).toMatchObject({ code: 3 })
    expect(readdirSync(folder).filter((name) => name.startsWith('half'))).toEqual(['half.csv'])
  })

  it('shows how far it is on a terminal', async () => {
    const { err } = await cli(['export', path, '--format', 'stix', '--out', out('a.json')], { showsProgress: true })
    expect(err).toContain('\rExporting: 100 %\u001b[K\r')
  })
})
