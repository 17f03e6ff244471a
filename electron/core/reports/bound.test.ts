import { writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { claimColumns, type ClaimColumn, type ClaimsBinding } from '../../../shared/claims-table.ts'
import type { BlockId, ClaimId, ReportId } from '../../../shared/ids.ts'
import { longestTable } from '../../../shared/report-templates.ts'
import { mappingOf } from '../../../shared/mapping.ts'
import { BlockContent } from '../../../shared/report.ts'
import { SavedView } from '../../../shared/views.ts'
import { makeTestCase, type TestCase } from '../test-case.ts'
import { faults, partsOf, words } from './docx/test-docx.ts'
import { columnWidths, drawnColumns } from './claims-table.ts'
import { modelOf, sectionOf, sectionsOf } from './test-model.ts'
import { makeReport } from './test-sample.ts'

let file: TestCase
beforeEach(() => {
  file = makeTestCase()
})
afterEach(() => file.remove())

const claim = async (ref: string, patch: object = {}): Promise<ClaimId> =>
  (await file.call('claims.create', { patch: { ref, statement: `Statement of ${ref}`, ...patch } })).ids[0] as ClaimId

const everything = { filter: {}, search: '', sort: [], trashed: false }
const table = (from: ClaimsBinding | undefined, columns?: ClaimColumn[]): BlockContent => ({
  ...{ kind: 'claims', claimIds: [], from, columns },
})
const ofPlace = (place: string): ClaimsBinding => ({ view: { ...everything, filter: { place: { in: [place] } } } })
const rendered = async (id: ReportId, format: 'html' | 'md' | 'docx'): Promise<string> => {
  const { bytes } = await file.call('reports.render', { id, format })
  return format === 'docx' ? words(partsOf(bytes)['word/document.xml'] ?? '') : new TextDecoder().decode(bytes)
}
const refs = (id: ReportId): string[] => sectionOf(modelOf(file, id), 'claims').claims.map(({ ref }) => ref)

describe('a claims table of a filter', () => {
  it('shows what matches whenever it is drawn, in the order of the view', async () => {
    await claim('C01', { place: 'Kursk' })
    await claim('C02', { place: 'Rason' })
    const view = { ...everything, filter: { place: { in: ['Kursk'] } }, sort: [{ field: 'ref', desc: true }] }
    const id = await makeReport(file.call, [table({ view })])
    expect(refs(id)).toEqual(['C01'])
    const later = await claim('C03', { place: 'Kursk' })
    expect(refs(id)).toEqual(['C03', 'C01'])
    await file.call('claims.trash', { selection: { ids: [later] } })
    expect(refs(id)).toEqual(['C01'])
    await file.call('history.undo')
    await file.call('history.undo')
    expect(refs(id)).toEqual(['C01'])
  })

  it('takes a search, as the list does', async () => {
    await claim('C01', { statement: 'Треба більше солдатів' })
    await claim('C02')
    const id = await makeReport(file.call, [table({ view: { ...everything, search: 'солдатів' } })])
    expect(refs(id)).toEqual(['C01'])
  })

  it('says in each format that nothing matches, where a table of chosen claims falls away', async () => {
    const id = await makeReport(file.call, [table(ofPlace('Nowhere')), table(undefined)])
    expect(sectionsOf(modelOf(file, id), 'claims').map(({ note, label }) => [note, label])).toEqual([
      ['There is no claim to show.', undefined],
    ])
    for (const format of ['html', 'md', 'docx'] as const)
      expect(await rendered(id, format), format).toContain('There is no claim to show.')
  })

  it('keeps what is above the label out of it, and lists it as withheld', async () => {
    await claim('C01', { place: 'Kursk' })
    await claim('C02', { place: 'Kursk', tlp: 'RED', statement: 'Only for few' })
    const id = await makeReport(file.call, [table(ofPlace('Kursk'), [...claimColumns])])
    expect(refs(id)).toEqual(['C01'])
    expect(sectionOf(modelOf(file, id), 'withheld').refs).toEqual(['C02'])
    for (const format of ['html', 'md', 'docx'] as const)
      expect(await rendered(id, format), format).not.toContain('Only for few')
  })

  it('is cut off where too many match, and says so', async () => {
    const count = longestTable + 7
    const csv = `ref,statement\n${Array.from({ length: count }, (_, at) => `C${at},Statement ${at}`).join('\n')}\n`
    const path = `${file.folder}/many.csv`
    writeFileSync(path, csv)
    await file.call('imports.run', { path, job: 'many', kind: 'claims', mapping: mappingOf(['ref', 'statement']) })
    const id = await makeReport(file.call, [table({ view: everything })])
    const { claims, note } = sectionOf(modelOf(file, id), 'claims')
    expect(claims).toHaveLength(longestTable)
    expect(note).toBe('Of 5,007 claims that match, the first 5,000 are looked at here.')
  })

  it('shows nothing where its filter goes by a field that claims do not have, and says so', async () => {
    await claim('C01')
    const id = await makeReport(file.call, [table({ view: { ...everything, filter: { colour: { in: ['red'] } } } })])
    const { claims, note } = sectionOf(modelOf(file, id), 'claims')
    expect(claims).toEqual([])
    expect(note).toBe('The filter of this table goes by colour, which claims do not have.')
    const { rows } = await file.call('reports.checklist', { id })
    const found = rows.flatMap(({ findings }) => findings).find(({ code }) => code === 'unbound table')
    expect(found).toMatchObject({ sentence: note, level: 'not met', place: { kind: 'block' } })
  })
})

describe('a claims table of a saved view', () => {
  const view: SavedView = SavedView.parse({ list: 'claims', name: 'Front', filter: { place: { in: ['Kursk'] } } })
  const saved = async (): Promise<string> => (await file.call('views.save', { views: [view] })).ids[0] ?? ''

  it('follows the view: its filter, its new name, its end and its coming back', async () => {
    await claim('C01', { place: 'Kursk' })
    await claim('C02', { place: 'Rason' })
    const savedView = await saved()
    const id = await makeReport(file.call, [table({ savedView, name: 'Front' })])
    expect(refs(id)).toEqual(['C01'])
    await file.call('views.save', { views: [{ ...view, filter: { place: { in: ['Rason'] } } }] })
    expect(refs(id)).toEqual(['C02'])
    await file.call('views.rename', { id: savedView, name: 'Rear' })
    expect(refs(id)).toEqual(['C02'])
    await file.call('views.remove', { id: savedView })
    const gone = 'The saved view “Front”, which this table shows, is not in the case any more.'
    expect(sectionOf(modelOf(file, id), 'claims')).toMatchObject({ claims: [], note: gone })
    for (const format of ['html', 'md', 'docx'] as const) expect(await rendered(id, format), format).toContain(gone)
    // Another view of that name is another view.
    await file.call('views.save', { views: [view] })
    expect(sectionOf(modelOf(file, id), 'claims').note).toBe(gone)
    await file.call('history.undo')
    await file.call('history.undo')
    expect(refs(id)).toEqual(['C02'])
  })

  it('of another list shows nothing', async () => {
    const { ids } = await file.call('views.save', { views: [{ list: 'events', name: 'Front' }] })
    const id = await makeReport(file.call, [table({ savedView: ids[0] ?? '', name: 'Front' })])
    expect(sectionOf(modelOf(file, id), 'claims').note).toMatch(
      /^The saved view “Front”, .* is not in the case any more\.$/,
    )
  })
})

describe('what reads the claims of blocks', () => {
  it('knows those of a bound table: the evidence that a report carries, its sources, and the checklist', async () => {
    const claimId = await claim('C01', { place: 'Kursk' })
    await file.call('carriages.add', { claimId, carriage: { document: 'Briefing', role: 'origin', linkRead: null } })
    const id = await makeReport(file.call, [table(ofPlace('Kursk')), { kind: 'sources' }])
    const html = await rendered(id, 'html')
    expect(html).toContain('Briefing')
    expect(html.match(new RegExp(claimId, 'g'))?.length).toBeGreaterThan(0)
    const { rows } = await file.call('reports.checklist', { id })
    expect(rows.flatMap(({ findings }) => findings.map(({ code }) => code))).toContain('unread source')
  })

  it('adds claims by hand to a table of chosen claims only', async () => {
    const one = await claim('C01')
    const id = await makeReport(file.call, [table(ofPlace('Kursk'))])
    await file.call('reports.include', { reportId: id, claims: { ids: [one] } })
    const { blocks } = await file.call('reports.get', { id })
    expect(blocks.map(({ content }) => content)).toEqual([
      { kind: 'claims', claimIds: [], from: ofPlace('Kursk') },
      { kind: 'claims', claimIds: [one] },
    ])
    await file.call('blocks.update', {
      id: blocks[1]?.id as BlockId,
      content: { kind: 'claims', claimIds: [one], columns: ['statement'] },
    })
    const two = await claim('C02')
    await file.call('reports.include', { reportId: id, claims: { ids: [two] } })
    expect((await file.call('reports.get', { id })).blocks[1]?.content).toEqual({
      ...{ kind: 'claims', claimIds: [one, two], columns: ['statement'] },
    })
  })

  it('reads tables of earlier versions as they are', () => {
    const old = { kind: 'claims', claimIds: [] }
    expect(BlockContent.parse(old)).toEqual(old)
  })
})

describe('columns', () => {
  const told = {
    ...{ place: 'Kursk', topic: 'Manpower', event: 'A battle', tags: ['north', 'south'], claimant: 'Seoul' },
    ...{ basis: 'official', quote: 'Sie sind da', translation: 'They are there', status: 'disputed' },
    ...{ reliability: 'B', credibility: '2' },
  }

  it('are those that were chosen, in their order, in each format', async () => {
    await claim('C01', { ...told, tlp: 'GREEN' })
    const id = await makeReport(file.call, [table({ view: everything }, ['tlp', 'tags', 'topic', 'place', 'event'])])
    await file.call('reports.update', { id, patch: { tlp: 'AMBER' } })
    const md = await rendered(id, 'md')
    expect(md).toContain('| Ref | Topic | Event | Place | Tags | TLP |')
    expect(md).toContain('| C01 | Manpower | A battle | Kursk | north; south | GREEN |')
    for (const format of ['html', 'docx'] as const) {
      const text = await rendered(id, format)
      // That name is the label's in the style sheet.
      expect(text).not.toMatch(/<t[dh][^>]*class="tlp"/)
      for (const word of ['Manpower', 'A battle', 'Kursk', 'north; south', 'GREEN']) expect(text).toContain(word)
      if (format === 'docx')
        for (const word of ['Statement of C01', 'Seoul', 'Sie sind da']) expect(text).not.toContain(word)
    }
  })

  it('that belong together stand in one cell, and by themselves where one is alone', async () => {
    await claim('C01', told)
    const rows = async (columns: ClaimColumn[] | undefined): Promise<string[]> =>
      (await rendered(await makeReport(file.call, [table({ view: everything }, columns)]), 'md'))
        .split('\n')
        .filter((line) => line.startsWith('| Ref') || line.startsWith('| C01'))
    expect(await rows(undefined)).toEqual([
      '| Ref | Statement | Claimant and basis | Said | Number | Reliability | Credibility | Notes |',
      '| C01 | Statement of C01<br>“Sie sind da”<br>“They are there” (translation)<br>Disputed | Seoul<br>official | – | – | B | 2 | – |',
    ])
    expect(await rows(['quote', 'basis', 'status'])).toEqual([
      '| Ref | Quotation | Status | Basis |',
      '| C01 | “Sie sind da”<br>“They are there” (translation) | Disputed | official |',
    ])
  })

  it('fit on the page, however many there are, and cite documents that no column shows', async () => {
    const claimId = await claim('C01', told)
    await file.call('carriages.add', { claimId, carriage: { document: 'Briefing', role: 'origin', linkRead: true } })
    const id = await makeReport(file.call, [
      table({ view: everything }, [...claimColumns]),
      table({ view: everything }, ['statement']),
      { kind: 'sources' },
    ])
    for (const columns of [[...claimColumns], ['statement'], ['claimant', 'said'], []] as ClaimColumn[][]) {
      const widths = columnWidths(drawnColumns(columns), 9800)
      expect(Math.abs(widths.reduce((sum, width) => sum + width, 0) - 9800)).toBeLessThan(20)
      expect(Math.min(...widths)).toBeGreaterThan(400)
    }
    const only = await makeReport(file.call, [table({ view: everything }, ['statement']), { kind: 'sources' }])
    expect(sectionOf(modelOf(file, only), 'sources').sources.map(({ title, note }) => [title, note])).toEqual([
      ['Briefing', null],
    ])
    const docx = partsOf((await file.call('reports.render', { id, format: 'docx' })).bytes)
    expect(faults(docx)).toEqual([])
    expect(words(docx['word/document.xml'] ?? '')).toContain('Said Number Topic, event, place, tags')
  })
})
