import { readFileSync } from 'node:fs'
import { geoBounds } from 'd3-geo'
import type { FeatureCollection, Point } from 'geojson'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportFormats, fits, listNames } from '../../../shared/exports.ts'
import type { TestCase } from '../test-case.ts'
import { cslDate } from './csl.ts'
import { awkward, awkwardCase, exported, linesOf, relate } from './test-exports.ts'
import { webAddress } from './web-address.ts'

let file: TestCase
beforeAll(async () => {
  file = await awkwardCase()
  await relate(file, 'C02', 'C01', 'repeats')
})
afterAll(() => file.remove())

describe('JSON Lines', () => {
  it.each(listNames)('of %s have a line for each record, with the label that holds', async (list) => {
    const { text, told } = await exported(file, { format: 'jsonl', list })
    const { total } = await file.call(`${list}.page`, {})
    const lines = linesOf(text)
    expect(told).toMatchObject({ rows: total, withheld: 0 })
    expect(lines).toHaveLength(total)
    for (const line of lines)
      expect(line).toMatchObject({ list, tlp: expect.stringMatching(/^(CLEAR|AMBER)$/) as string })
  })

  it('have the names that the README tells, and no others', async () => {
    const [, told = ''] = readFileSync('README.md', 'utf8').split('**Names in JSON Lines.**')
    const [intro = ''] = told.split('\n')
    const namesIn = (line: string): string[] => [...line.matchAll(/`([a-z0-9_]+)`/g)].map(([, name = '']) => name)
    const common = namesIn(intro.split('(`record`')[0] ?? '')
    for (const list of listNames) {
      const line = told.split('\n').find((one) => one.startsWith(`- \`${list}\``)) ?? ''
      const [record = {}] = linesOf((await exported(file, { format: 'jsonl', list })).text)
      expect(Object.keys(record).toSorted(), list).toEqual(
        [...common, ...namesIn(line.slice(line.indexOf(':')))].toSorted(),
      )
    }
  })

  it('have all that a claim says, in words of their own case', async () => {
    const lines = linesOf((await exported(file, { format: 'jsonl', list: 'claims' })).text)
    expect(lines.find(({ ref }) => ref === 'X1')).toMatchObject({
      statement: awkward,
      claimant_basis: 'unknown',
      quote: 'по меньшей мере 1 500',
      quote_language: 'ru',
      tlp: 'AMBER',
      tlp_of: 'record',
      measures: [{ low: 1500, high: null, qualifier: 'at least', as_of: null }],
      carriages: [{ role: 'origin', document: '국정원 "브리핑"', published: '2024-10~', link_read: null }],
      grades: [{ axis: 'credibility', value: '6', rater: 'Ana' }],
      notes: [{ title: awkward, body: awkward }],
    })
    expect(lines.find(({ ref }) => ref === 'C02')).toMatchObject({
      tlp: 'CLEAR',
      tlp_of: 'case',
      relations: [{ type: 'repeats', state: 'confirmed', direction: 'out', kind: 'claim', basis: awkward }],
    })
  })

  it('have the long texts of documents and notes', async () => {
    const documents = linesOf((await exported(file, { format: 'jsonl', list: 'documents' })).text)
    expect(documents).toContainEqual(expect.objectContaining({ text: awkward, author: awkward }))
    const notes = linesOf((await exported(file, { format: 'jsonl', list: 'notes' })).text)
    expect(notes).toContainEqual(expect.objectContaining({ title: awkward, body: awkward }))
  })

  it('hold a note that is pinned to a claim for no lower than the claim', async () => {
    const notes = linesOf((await exported(file, { format: 'jsonl', list: 'notes' })).text)
    expect(notes.find(({ title }) => title === awkward)).toMatchObject({ tlp: 'AMBER', tlp_of: 'claim' })
    const green = await exported(file, { format: 'jsonl', list: 'notes', tlp: 'GREEN' })
    expect(green.told).toMatchObject({ withheld: 1, highest: 'CLEAR' })
    expect(green.text).not.toMatch(/зачем/)
    expect((await exported(file, { format: 'csv', list: 'notes' })).told.highest).toBe('AMBER')
  })

  it('tell of no record above the label, not even that something relates to it', async () => {
    await relate(file, 'X1', 'C03', 'contradicts')
    const { text, told } = await exported(file, { format: 'jsonl', list: 'claims', tlp: 'GREEN' })
    expect(told).toMatchObject({ withheld: 1, highest: 'CLEAR' })
    expect(text).not.toMatch(/X1|contradicts/)
    await relate(file, 'C04', 'C03', 'contradicts')
    expect((await exported(file, { format: 'jsonl', list: 'claims', tlp: 'GREEN' })).text).toMatch(/contradicts/)
  })
})

describe('ClaimReview', () => {
  const reviews = async (): Promise<Record<string, unknown>[]> => {
    const { text } = await exported(file, { format: 'claimreview' })
    return (JSON.parse(text) as { '@graph': Record<string, unknown>[] })['@graph']
  }

  it('rates in the words of the scale, by who graded, and not what nobody graded', async () => {
    await file.call('claims.create', { patch: { ref: 'X3', statement: 'Nobody graded it' } })
    await file.call('claims.create', { patch: { ref: 'X4', statement: 'It was retracted', status: 'retracted' } })
    const found = new Map((await reviews()).map((review) => [review['identifier'], review]))
    expect(found.get('C01')).toMatchObject({
      '@type': 'ClaimReview',
      author: { name: 'Ana' },
      reviewRating: { alternateName: 'probably true', author: { name: 'Ana' } },
      itemReviewed: {
        '@type': 'Claim',
        author: { name: 'Russian state media' },
        appearance: [{ name: 'Seed article' }],
      },
    })
    expect(found.get('X1')).toMatchObject({
      claimReviewed: awkward,
      conditionsOfAccess: 'TLP:AMBER',
      reviewRating: { alternateName: 'truth cannot be judged' },
      itemReviewed: {
        text: 'по меньшей мере 1 500',
        datePublished: '2024-10-18',
        firstAppearance: [{ name: '국정원 "브리핑"', url: 'https://example.org/a%20b?q=%221%22' }],
      },
    })
    expect(found.get('X3')).not.toHaveProperty('reviewRating')
    expect(found.get('X4')).toMatchObject({ reviewRating: { alternateName: 'retracted' } })
  })

  it('can be put into a page: nothing in it ends a script', async () => {
    expect((await exported(file, { format: 'claimreview' })).text).not.toMatch(/[<]/)
  })
})

describe('GeoJSON', () => {
  it('has each event where it was, else where its place is, else nowhere', async () => {
    const { text } = await exported(file, { format: 'geojson' })
    const { type, features } = JSON.parse(text) as FeatureCollection<Point | null>
    expect(type).toBe('FeatureCollection')
    const of = (title: string): unknown => features.find(({ properties }) => properties?.['title'] === title)
    expect(of('North Korean troops deploy to Russia')).toMatchObject({
      geometry: { type: 'Point', coordinates: [36.19, 51.73] },
      properties: {
        when: '2024-10~/..',
        earliest: '2024-10-01',
        latest: null,
        coordinates_from: 'event',
        precision: 'region',
        tlp: 'CLEAR',
      },
    })
    expect(of(awkward)).toMatchObject({
      geometry: { coordinates: [36.2, 51.7] },
      properties: { coordinates_from: 'place', known_place: 'Kursk region', participants: ['Russia'] },
    })
    expect(of('Somewhere')).toMatchObject({ geometry: null, properties: { coordinates_from: null } })
    const [[west, south], [east, north]] = geoBounds({
      type: 'FeatureCollection',
      features: features.filter(({ geometry }) => geometry !== null),
    } as FeatureCollection)
    for (const degree of [west, east]) expect(Math.abs(degree)).toBeLessThanOrEqual(180)
    for (const degree of [south, north]) expect(Math.abs(degree)).toBeLessThanOrEqual(90)
  })
})

describe('CSL-JSON', () => {
  it('has the documents as items, with addresses of the web only', async () => {
    const items = JSON.parse((await exported(file, { format: 'csl' })).text) as Record<string, unknown>[]
    const item = items.find(({ title }) => title === '국정원 "브리핑"')
    expect(item).toMatchObject({
      type: 'article-newspaper',
      author: [{ literal: awkward }],
      issued: { 'date-parts': [[2024, 10]], circa: true },
      'container-title': '연합뉴스',
      publisher: 'Yonhap Foundation',
      URL: 'https://example.org/a%20b?q=%221%22',
      custom: { tlp: 'CLEAR' },
    })
    expect(item).not.toHaveProperty('archive_location')
  })

  it.each([
    ['2024', { 'date-parts': [[2024]] }],
    ['2024-10-31', { 'date-parts': [[2024, 10, 31]] }],
    ['2024-10-31T14:30:00Z', { 'date-parts': [[2024, 10, 31]] }],
    ['2024-11?', { 'date-parts': [[2024, 11]], circa: true }],
    ['2024-11-XX', { 'date-parts': [[2024, 11]], circa: true }],
    ['2024-23~', { 'date-parts': [[2024]], season: 3, circa: true }],
    [
      '2024-10/2024-11-05',
      {
        'date-parts': [
          [2024, 10],
          [2024, 11, 5],
        ],
      },
    ],
    ['2024-10~/..', { literal: '2024-10~/..' }],
    ['late autumn', { literal: 'late autumn' }],
  ])('reads the date %s', (text, date) => {
    expect(cslDate(text)).toEqual(date)
  })

  it.each([
    ['https://example.org/x', 'https://example.org/x'],
    ['HTTP://example.org', 'http://example.org/'],
    ['javascript:alert(1)', null],
    [' java\nscript:alert(1)', null],
    ['file:///etc/passwd', null],
    ['example.org', null],
    [null, null],
  ])('takes %s for the address %s', (text, address) => {
    expect(webAddress(text)).toBe(address)
  })
})

describe('formats and lists', () => {
  const pairs = exportFormats.flatMap((format) => listNames.map((list) => [format, list] as const))
  it.each(pairs.filter(([format, list]) => !fits(format, list)))(
    '%s does not hold %s, and says so',
    async (format, list) => {
      await expect(exported(file, { format, list })).rejects.toThrow(/is for .*, not for .*Nothing was written/)
    },
  )
})
