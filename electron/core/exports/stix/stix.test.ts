import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TestCase } from '../../test-case.ts'
import { awkward, awkwardCase, exported, relate } from '../test-exports.ts'
import { markingId } from './markings.ts'
import { readBundle, type Found } from './test-stix.ts'

let file: TestCase
beforeEach(async () => {
  file = await awkwardCase()
})
afterEach(() => file.remove())

const stix = async (asked: Partial<Parameters<typeof exported>[1]> = {}): Promise<readonly Found[]> =>
  readBundle((await exported(file, { format: 'stix', ...asked })).text)
const of = (objects: readonly Found[], type: Found['type']): Found[] => objects.filter((one) => one.type === type)
const noteOf = (objects: readonly Found[], ref: string): Found | undefined =>
  objects.find((one) => 'external_references' in one && one.external_references?.[0]?.external_id === ref)
const view = (filter: object) => ({
  view: { filter: filter as Record<string, never>, search: '', sort: [], trashed: false },
})

describe('a bundle', () => {
  it('is STIX 2.1, refers to nothing that is not in it, and has the whole case', async () => {
    const objects = await stix()
    const counts = await file.call('case.counts')
    expect(of(objects, 'note')).toHaveLength(counts.claims + counts.notes)
    expect(of(objects, 'incident')).toHaveLength(counts.events)
    expect(of(objects, 'report')).toHaveLength(counts.documents)
    // With the analyst and Parallax itself.
    expect(of(objects, 'identity')).toHaveLength(counts.actors + counts.outlets + 2)
    expect(of(objects, 'grouping')).toMatchObject([{ name: 'The "partnership" </script>', context: 'unspecified' }])
  })

  it('has the same ids, and the same bytes, each time', async () => {
    const first = await exported(file, { format: 'stix' })
    const again = await exported(file, { format: 'stix' })
    expect(again.text).toBe(first.text)
    const [record] = (await file.call('claims.page', { filter: { ref: 'C01' } })).rows
    file.pass(5000)
    await file.call('claims.update', { selection: { ids: [record?.id ?? ''] }, patch: { statement: 'Otherwise' } })
    const before = noteOf(readBundle(first.text), 'C01')
    const after = noteOf(await stix(), 'C01')
    expect(after).toMatchObject({ id: before?.id, created: record?.created, content: 'Otherwise' })
    expect(after && 'modified' in after && after.modified > (record?.changed ?? '')).toBe(true)
  })

  it('carries what STIX has no property for in one extension, and text as it was written', async () => {
    const note = noteOf(await stix(), 'X1')
    expect(note).toMatchObject({ content: awkward, labels: ['=cmd', '지원'] })
    expect(Object.values((note && 'extensions' in note && note.extensions) || {})).toMatchObject([
      {
        extension_type: 'property-extension',
        claimant: '국가정보원',
        credibility: '6',
        quote: 'по меньшей мере 1 500',
        measures: [{ low: 1500, qualifier: 'at least', category: 'sent' }],
      },
    ])
  })

  it('keeps references that look like those of another source', async () => {
    await file.call('claims.create', { patch: { ref: 'CVE-2024-1234', statement: 'Named like a vulnerability' } })
    const note = (await stix()).find((one) => 'content' in one && one.content === 'Named like a vulnerability')
    expect(note).toMatchObject({ external_references: [{ source_name: 'Parallax', description: 'CVE-2024-1234' }] })
  })

  it('takes confidence and opinions from credibility, and none from what cannot be judged or is unset', async () => {
    const objects = await stix()
    const ungraded = (await file.call('claims.create', { patch: { ref: 'X2', statement: 'Ungraded' } })).ids[0]
    expect(noteOf(objects, 'C01')).toMatchObject({ confidence: 70 })
    expect(noteOf(objects, 'X1')).not.toHaveProperty('confidence')
    expect(noteOf(await stix(), 'X2')).not.toHaveProperty('confidence')
    const graded = (await file.call('claims.page', {})).rows.filter(
      ({ credibility, id }) => credibility !== null && credibility !== '6' && id !== ungraded,
    )
    expect(of(objects, 'opinion')).toHaveLength(graded.length)
    expect(of(objects, 'opinion')).toContainEqual(
      expect.objectContaining({ opinion: 'agree', object_refs: [noteOf(objects, 'C01')?.id], authors: ['Ana'] }),
    )
  })

  it('has confirmed relations, under the higher label of their ends', async () => {
    await relate(file, 'X1', 'C01', 'contradicts')
    await relate(file, 'C02', 'C01', 'repeats')
    const objects = await stix()
    const between = (from: string): Found[] =>
      of(objects, 'relationship').filter(
        (one) =>
          'source_ref' in one &&
          one.source_ref === noteOf(objects, from)?.id &&
          one.target_ref === noteOf(objects, 'C01')?.id,
      )
    expect(between('X1')).toMatchObject([
      { relationship_type: 'contradicts', object_marking_refs: [markingId('AMBER')] },
    ])
    expect(between('C02')).toMatchObject([
      { relationship_type: 'derived-from', object_marking_refs: [markingId('CLEAR')] },
    ])
  })

  it('says where events happened, as far as that is known', async () => {
    const objects = await stix()
    const names = of(objects, 'location').map((one) => 'latitude' in one && one.name)
    expect(names).toContain('Kursk region')
    expect(names).not.toContain('a place that nobody knows')
    const links = of(objects, 'report').flatMap(
      (one) => ('external_references' in one && one.external_references) || [],
    )
    expect(links.map(({ url }) => url)).toEqual(['https://example.org/a%20b?q=%221%22'])
  })
})

describe('a bundle of a list', () => {
  it('has the claims and what they name, and nothing else', async () => {
    const objects = await stix({ list: 'claims', selection: view({ ref: 'X1' }) })
    expect(of(objects, 'note')).toMatchObject([{ content: awkward }])
    expect(of(objects, 'incident')).toMatchObject([{ name: 'Вторая встреча' }])
    expect(of(objects, 'report')).toMatchObject([{ name: '국정원 "브리핑"', published: '2024-10-01T00:00:00.000Z' }])
    const names = of(objects, 'identity').map((one) => 'identity_class' in one && one.name)
    expect(names.toSorted()).toEqual(['Parallax', 'Yonhap Foundation', '국가정보원', '연합뉴스'].toSorted())
  })

  it('has the events with who took part', async () => {
    const objects = await stix({ list: 'events', selection: view({ ref: 'E02' }) })
    expect(of(objects, 'incident')).toHaveLength(1)
    expect(of(objects, 'note')).toEqual([])
    expect(of(objects, 'relationship').map((one) => 'relationship_type' in one && one.relationship_type)).toEqual([
      'located-at',
      'participates-in',
      'participates-in',
    ])
  })

  it('of nothing is still a bundle', async () => {
    const objects = await stix({ list: 'claims', selection: view({ ref: 'none such' }) })
    expect(of(objects, 'note')).toEqual([])
    expect(of(objects, 'grouping')).toHaveLength(1)
  })

  it('is not guessed from a filter', async () => {
    await expect(exported(file, { format: 'stix', selection: view({ ref: 'X1' }) })).rejects.toThrow(/Say which list/)
  })
})

describe('a label', () => {
  it('marks each object, by TLP 2.0 as published', async () => {
    const objects = await stix()
    expect(noteOf(objects, 'X1')).toMatchObject({ object_marking_refs: [markingId('AMBER')] })
    expect(noteOf(objects, 'C01')).toMatchObject({ object_marking_refs: [markingId('CLEAR')] })
    const pinned = objects.find((one) => 'abstract' in one && one.abstract === awkward)
    expect(pinned).toMatchObject({ object_marking_refs: [markingId('AMBER')] })
    expect(of(objects, 'marking-definition').find(({ id }) => id === markingId('AMBER'))).toMatchObject({
      id: 'marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421',
      name: 'TLP:AMBER',
      extensions: { 'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d': { tlp_2_0: 'amber' } },
    })
  })

  it('keeps out what is above it, with its relations, and counts that', async () => {
    await relate(file, 'X1', 'C01', 'contradicts')
    const { text, told } = await exported(file, { format: 'stix', tlp: 'GREEN' })
    const objects = readBundle(text)
    // The claim, and the note that is pinned to it.
    expect(told).toMatchObject({ withheld: 2, highest: 'CLEAR' })
    expect(noteOf(objects, 'X1')).toBeUndefined()
    expect(text).not.toMatch(/contradicts|по меньшей мере|"abstract":"=SUM/)
  })

  it('of the case holds for what has none: its title too stays inside', async () => {
    await file.call('case.update', { patch: { tlp: 'RED' } })
    const { text, told } = await exported(file, { format: 'stix', tlp: 'AMBER' })
    const objects = readBundle(text)
    expect(of(objects, 'note')).toMatchObject([{ content: awkward }])
    expect(of(objects, 'grouping')).toMatchObject([{ name: 'Records of a case' }])
    expect(text).not.toMatch(/partnership|Вторая встреча/)
    expect(told).toMatchObject({ rows: 1, highest: 'AMBER' })
  })
})
