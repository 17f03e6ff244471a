import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ClaimColumn, ClaimsBinding } from '../../../shared/claims-table.ts'
import type { ClaimId, ReportId } from '../../../shared/ids.ts'
import { reportTemplates, templateNames } from '../../../shared/report-templates.ts'
import type { BlockContent, Report } from '../../../shared/report.ts'
import { TemplateFile } from '../../../shared/template-methods.ts'
import { jsonBytes, readJsonFile } from '../json-file.ts'
import { makeTestCase, type TestCase } from '../test-case.ts'
import { kindsOf, makeJudgement, makeReport } from './test-sample.ts'

let file: TestCase
let claims: string[]
let events: string[]
let judgement: string
beforeEach(async () => {
  file = makeTestCase('Troops')
  const made = async (method: 'claims.create' | 'events.create', patch: object): Promise<string> =>
    (await file.call(method, { patch } as never)).ids[0] ?? ''
  claims = [
    await made('claims.create', { ref: 'C1', statement: 'About 11,000 soldiers are in Kursk' }),
    await made('claims.create', { ref: 'C2', statement: 'Nobody is there' }),
  ]
  events = [await made('events.create', { ref: 'E1', title: 'A treaty is signed', when: '2024-06-19' })]
  judgement = await makeJudgement(file.call, { statement: 'Soldiers are there' })
})
afterEach(() => file.remove())

async function made(template?: string, title?: string): Promise<Report> {
  const { ids } = await file.call('reports.create', { template, title })
  return file.call('reports.get', { id: (ids[0] ?? '') as ReportId })
}
const contentOf = <K extends BlockContent['kind']>({ blocks }: Report, kind: K): BlockContent | undefined =>
  blocks.find(({ content }) => content.kind === kind)?.content

describe('templates', () => {
  it.each(templateNames)('make a report of their blocks in order: %s', async (name) => {
    const report = await made(name)
    expect(kindsOf(report)).toEqual(reportTemplates[name].blocks.map(({ kind }) => kind))
    const written = report.blocks.flatMap(({ content }) => ('markdown' in content ? [content.markdown] : []))
    expect(written.filter((text) => text !== '')).toEqual([])
    for (const format of ['html', 'md', 'docx'] as const)
      expect((await file.call('reports.render', { id: report.id, format })).bytes.length).toBeGreaterThan(20)
  })

  it('put in the records that they are about, and leave the other tables empty', async () => {
    const review = await made('claims-review')
    expect(contentOf(review, 'claims')).toEqual({ kind: 'claims', claimIds: claims })
    expect(contentOf(review, 'key-judgements')).toEqual({ kind: 'key-judgements', judgementIds: [judgement] })
    const note = await made('situation-note')
    expect(contentOf(note, 'events')).toEqual({ kind: 'events', eventIds: events })
    expect(contentOf(note, 'claims')).toEqual({ kind: 'claims', claimIds: [] })
    expect(contentOf(await made('assessment'), 'claims')).toEqual({ kind: 'claims', claimIds: [] })
  })

  it('name the report, where nobody did, and are one step with it', async () => {
    expect((await made('source-audit')).title).toBe('Source audit: Troops')
    expect((await made('blank')).title).toBe('Report: Troops')
    expect((await made()).title).toBe('Assessment: Troops')
    expect((await made('claims-review', 'Weekly')).title).toBe('Weekly')
    expect((await file.call('history.undo')).label).toBe('add report “Weekly”')
    expect(await file.call('reports.list')).toHaveLength(3)
  })

  it('refuse a name that none has, with those that there are', async () => {
    await expect(made('essay')).rejects.toThrow(/no template “essay”\. There are: assessment, situation-note,/)
    expect(await file.call('reports.list')).toEqual([])
  })
})

describe('templates of one’s own', () => {
  const blocks: BlockContent[] = [
    { kind: 'text', markdown: 'For use within the desk.' },
    {
      kind: 'figure',
      request: { figure: 'numbers' },
      options: { bands: 'place', scale: 'log', lanes: 'actor', period: 'all' },
    },
  ]
  const save = (name: string, contents: BlockContent[] = blocks): Promise<unknown> =>
    file.call('templates.save', { template: { name, blocks: contents } })
  const names = async (): Promise<string[]> => (await file.call('templates.list')).map(({ name }) => name)

  it('keep the blocks without the records in them, and make reports by their name', async () => {
    const ids = claims as ClaimId[]
    const id = await makeReport(file.call, [
      ...blocks,
      { kind: 'claims', claimIds: ids },
      {
        kind: 'figure',
        request: {
          figure: 'matrix',
          claims: { ids },
          events: { view: { filter: {}, search: 'x', sort: [], trashed: false } },
        },
        options: { bands: 'category', scale: 'auto', lanes: 'actor', period: 'year' },
      },
      { kind: 'key-judgements', judgementIds: [] },
    ])
    const before = (await file.call('history.state')).undo
    await save(
      'Weekly note',
      (await file.call('reports.get', { id })).blocks.map(({ content }) => content),
    )
    expect((await file.call('history.state')).undo).toBe(before)
    file = file.reopen()
    const report = await made('weekly NOTE')
    expect(report.title).toBe('Weekly note: Troops')
    expect(report.blocks.map(({ content }) => content)).toEqual([
      ...blocks,
      { kind: 'claims', claimIds: [] },
      {
        kind: 'figure',
        request: { figure: 'matrix', events: { view: { filter: {}, search: 'x', sort: [], trashed: false } } },
        options: { bands: 'category', scale: 'auto', lanes: 'actor', period: 'year' },
      },
      { kind: 'key-judgements', judgementIds: [judgement] },
    ])
  })

  it('are listed by name, replaced and removed, and go with a copy of the case', async () => {
    await save('Zebra')
    await save('북한')
    await save('Alpha')
    await save('ALPHA', [])
    expect(await names()).toEqual(['ALPHA', 'Zebra', '북한'])
    const path = `${file.folder}/copy.parallax`
    await file.call('case.copyTo', { path })
    await file.call('templates.remove', { name: 'zebra' })
    expect(await names()).toEqual(['ALPHA', '북한'])
    await expect(file.call('templates.remove', { name: 'Zebra' })).rejects.toMatchObject({ code: 'not-found' })
    expect((await file.call('case.check', { deep: true })).problems).toEqual([])
  })

  it('do not take the name of one of Parallax', async () => {
    for (const name of ['Blank', 'source-audit', 'CLAIMS REVIEW'])
      await expect(save(name)).rejects.toThrow(/is a template of Parallax itself/)
    await expect(save('  ')).rejects.toMatchObject({ code: 'invalid-input' })
    expect(await names()).toEqual([])
  })

  it('that cannot be read are left out', async () => {
    await save('Good')
    for (const [key, value] of [
      ['template:torn', '{'],
      ['template:newer', '{"name":"Newer","blocks":[{"kind":"hologram"}]}'],
    ] as const)
      await file.call('viewState.set', { key, value })
    expect(await names()).toEqual(['Good'])
  })

  it('go to another case as a file, where a saved view becomes what it shows', async () => {
    const filter = { place: { in: ['Kursk'] } }
    const { ids } = await file.call('views.save', { views: [{ list: 'claims', name: 'Front', filter }] })
    const columns: ClaimColumn[] = ['statement', 'grade']
    const bound = (from: ClaimsBinding): BlockContent => ({ kind: 'claims', claimIds: [], from, columns })
    const parts: BlockContent[] = [{ kind: 'appendix' }, { kind: 'glossary' }]
    await save('Desk', [bound({ savedView: ids[0] ?? '', name: 'Front' }), ...parts])
    const written = new TextDecoder().decode(jsonBytes(await file.call('templates.file', { name: 'desk' })))
    const other = makeTestCase('Other')
    try {
      const { template } = readJsonFile(TemplateFile, 'report template', { text: written, fileName: 'Desk.json' })
      await other.call('templates.save', { template })
      const made = await other.call('reports.create', { template: 'Desk' })
      const report = await other.call('reports.get', { id: (made.ids[0] ?? '') as ReportId })
      expect(report.title).toBe('Desk: Other')
      expect(report.blocks.map(({ content }) => content)).toEqual([
        bound({ view: { filter, search: '', sort: [], trashed: false } }),
        ...parts,
      ])
    } finally {
      other.remove()
    }
  })

  it.each([
    ['{', /^T\.json is no report template of Parallax: /],
    ['{"format":"parallax-views","version":1,"views":[]}', /no report template of Parallax: .*Nothing was changed\.$/],
    ['{"format":"parallax-template","version":2,"template":{"name":"N","blocks":[]}}', /version/],
    ['{"format":"parallax-template","version":1,"template":{"name":"","blocks":[]}}', /must not be empty/],
    ['{"format":"parallax-template","version":1,"template":{"name":"N","blocks":[{"kind":"hologram"}]}}', /kind/],
    ['{"format":"parallax-template","version":1,"template":{"name":"N","blocks":[],"run":"x"}}', /run/],
  ])('of a file that is none are refused, and told why: %s', (text, why) => {
    expect(() => readJsonFile(TemplateFile, 'report template', { text, fileName: 'T.json' })).toThrow(why)
  })
})
