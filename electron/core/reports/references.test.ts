import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ClaimId, JudgementId, ReportId } from '../../../shared/ids.ts'
import { FigureOptions } from '../../../shared/figures/data.ts'
import type { BlockContent } from '../../../shared/report.ts'
import { makeTestCase, type TestCase } from '../test-case.ts'
import { attributes, faults, partsOf, words } from './docx/test-docx.ts'
import { modelOf } from './test-model.ts'
import { makeJudgement, makeReport } from './test-sample.ts'

let file: TestCase
let claimIds: ClaimId[]
let judgement: JudgementId
beforeEach(async () => {
  file = makeTestCase()
  const patch = {
    ref: 'C01',
    statement: 'About 11,000 are there',
    quantity: '11,000',
    subject: 'soldiers',
    category: 'present',
    said: '2024-10-23',
  } as const
  claimIds = [(await file.call('claims.create', { patch: { ...patch, reliability: 'B' } })).ids[0] as ClaimId]
  judgement = await makeJudgement(file.call, { statement: 'They [fight] there', likelihood: 'likely' })
})
afterEach(() => file.remove())

const heading = (text: string): BlockContent => ({ kind: 'heading', text })
const text = (markdown: string): BlockContent => ({ kind: 'text', markdown })
const claims = (): BlockContent => ({ kind: 'claims', claimIds })
const judgements = (): BlockContent => ({ kind: 'key-judgements', judgementIds: [judgement] })
const figure: BlockContent = { kind: 'figure', request: { figure: 'numbers' }, options: FigureOptions.parse({}) }
const titles = (id: ReportId): (string | null)[] => modelOf(file, id).sections.map(({ title }) => title)
const inFormat = async (id: ReportId, format: 'html' | 'md'): Promise<string> =>
  new TextDecoder().decode((await file.call('reports.render', { id, format })).bytes)
const findings = async (id: ReportId) =>
  (await file.call('reports.checklist', { id })).rows
    .flatMap((row) => row.findings)
    .filter(({ code }) => code === 'loose reference')

const seen = text(
  'See [[#Table: Evidence]], [[#figure: numbers]], [[#judgement: They fight there]], [[#Method|how]] and [[#Evidence]].[^n]\n\n[^n]: As in [[#Table: Evidence]].',
)

describe('references within a report', () => {
  it('read as what they lead to, with a link to it, in every format', async () => {
    const blocks = [seen, judgements(), heading('Evidence'), claims(), heading('Numbers'), figure]
    const id = await makeReport(file.call, [...blocks, heading('Method'), text('By hand.'), { kind: 'sources' }])
    const html = await inFormat(id, 'html')
    const anchors = new Map(modelOf(file, id).sections.map(({ title, anchor }) => [title, anchor]))
    expect(html).toContain(`See <a href="#${anchors.get('Evidence')}">Table 1</a>`)
    expect(html).toContain(`<a href="#${anchors.get('Numbers')}">Figure 1</a>`)
    expect(html).toContain('<a href="#judgement-1">judgement 1</a>')
    expect(html).toContain(`<a href="#${anchors.get('Method')}">how</a>`)
    expect(html).toContain(`<a href="#${anchors.get('Evidence')}">section “Evidence”</a>`)
    expect(html).toContain(`As in <a href="#${anchors.get('Evidence')}">Table 1</a>`)
    expect(html).toContain('Table 1. 1 claim: what was said')
    expect(html).toContain('Figure 1. ')
    const md = await inFormat(id, 'md')
    expect(md).toContain(`[Table 1](#${anchors.get('Evidence')})`)
    expect(md).toContain(`## <a id="${anchors.get('Evidence')}"></a>Evidence`)
    const parts = partsOf((await file.call('reports.render', { id, format: 'docx' })).bytes)
    expect(faults(parts)).toEqual([])
    const document = parts['word/document.xml'] ?? ''
    expect(words(document)).toContain('See Table 1, Figure 1, judgement 1, how and section “Evidence”')
    expect(attributes(document, 'w:hyperlink', 'w:anchor')).toContain('judgement_1')
    expect(await findings(id)).toEqual([])
  })

  it('are right after blocks are moved', async () => {
    const blocks = [text('[[#Table: Second]]'), heading('First'), claims(), heading('Second'), claims()]
    const id = await makeReport(file.call, blocks)
    expect(await inFormat(id, 'md')).toContain('[Table 2](#')
    const report = await file.call('reports.get', { id })
    const [, first, , second, table] = report.blocks
    await file.call('blocks.move', { id: second?.id ?? ('' as never), before: first?.id ?? null })
    await file.call('blocks.move', { id: table?.id ?? ('' as never), before: first?.id ?? null })
    expect(titles(id).slice(0, 3)).toEqual([null, 'Second', 'First'])
    expect(await inFormat(id, 'md')).toContain('[Table 1](#')
  })

  it('that lead nowhere are words, and a finding at their place; so is one that may mean two places', async () => {
    const id = await makeReport(file.call, [text('As [[#Gone]] says, [[#Table: Claims]].'), claims(), claims()])
    expect(await inFormat(id, 'md')).toContain('As Gone says, [Table 1](#section-2)')
    const [{ id: block } = { id: '' }] = (await file.call('reports.get', { id })).blocks
    expect(await findings(id)).toEqual([
      {
        ...{ code: 'loose reference', level: 'not met', place: { kind: 'block', id: block, label: 'Text' } },
        sentence: 'The reference “#Gone” leads to no section, table, figure or judgement that the report shows.',
      },
      expect.objectContaining({
        sentence: 'The reference “#Table: Claims” may mean 2 places: give them headings of their own.',
      }),
    ])
  })

  it('in a judgement are found at the judgement', async () => {
    await file.call('judgements.update', { id: judgement, patch: { assumptions: 'See [[#Nothing]].' } })
    const id = await makeReport(file.call, [judgements()])
    expect(await findings(id)).toEqual([
      expect.objectContaining({ place: expect.objectContaining({ kind: 'judgement', id: judgement }) as unknown }),
    ])
  })

  it('lead to the first place of a judgement that stands in two', async () => {
    const id = await makeReport(file.call, [text('[[#Judgement: They fight there]]'), judgements(), judgements()])
    expect(await inFormat(id, 'md')).toContain('[judgement 1](#judgement-1)')
    expect(await findings(id)).toEqual([])
  })

  it('give way to a record of that name, and lead to a part only that the report shows', async () => {
    await file.call('claims.create', { patch: { ref: '#12', statement: 'Numbered so' } })
    const id = await makeReport(file.call, [text('[[#12]] and [[#Claims]]'), { kind: 'claims', claimIds: [] }])
    expect((await findings(id)).map(({ sentence }) => sentence)).toEqual([
      expect.stringMatching(/^The reference “#Claims” leads to no section/),
    ])
    expect(await inFormat(id, 'md')).toMatch(/#12\[\^1\] and Claims/)
  })

  it('are offered by names that lead back, however long', async () => {
    const long = await makeJudgement(file.call, { statement: 'Many words '.repeat(30), likelihood: 'likely' })
    const both: BlockContent = { kind: 'key-judgements', judgementIds: [judgement, long] }
    const id = await makeReport(file.call, [both, claims(), figure])
    const places = await file.call('reports.places', { id })
    expect(places.map(({ words: how }) => how)).toEqual([
      ...['section “Key judgements”', 'judgement 1', 'judgement 2', 'section “Claims”', 'Table 1'],
      ...[expect.stringMatching(/^section “/) as unknown as string, 'Figure 1', 'section “Terms and scales”'],
    ])
    const report = await file.call('reports.get', { id })
    const all = text(places.map(({ name }) => `[[#${name}]]`).join(' · '))
    await file.call('blocks.add', { reportId: id, content: all, before: report.blocks[0]?.id })
    expect(await findings(id)).toEqual([])
    const model = modelOf(file, id)
    const [first] = model.sections
    expect(JSON.stringify(first).match(/"type":"link"/g)).toHaveLength(places.length)
  })
})

describe('appendices', () => {
  const blocks = (): BlockContent[] => [
    ...[text('Main.'), { kind: 'appendix' } as const, heading('Method'), text('By hand.')],
    ...[claims(), text('More of it.'), heading('Empty'), heading('Last')],
  ]

  it('are the sections after the mark, lettered, on pages of their own', async () => {
    const id = await makeReport(file.call, [...blocks(), text('See [[#Method]] and [[#Table: Claims]].')])
    expect(titles(id)).toEqual([
      ...[null, 'Appendix A: Method', 'Appendix B: Claims', null, 'Appendix C: Empty', 'Appendix D: Last'],
      'Appendix E: Terms and scales',
    ])
    const html = await inFormat(id, 'html')
    expect(html.match(/<section class="[a-z-]+ appendix"/g)).toHaveLength(5)
    expect(html).toMatch(/<nav[\s\S]*>Appendix A: Method<\/a>[\s\S]*<\/nav>/)
    expect(html).toMatch(/<a href="#section-2">Appendix A<\/a> and <a href="#section-3">Table 1<\/a>/)
    const document =
      partsOf((await file.call('reports.render', { id, format: 'docx' })).bytes)['word/document.xml'] ?? ''
    expect(document.match(/<w:pageBreakBefore\/>/g)).toHaveLength(5)
    expect(await inFormat(id, 'md')).toContain('Appendix A: Method')
  })

  it('without a title have their letter, and what is withheld stands before them', async () => {
    await file.call('claims.update', { selection: { ids: claimIds }, patch: { tlp: 'RED' } })
    const id = await makeReport(file.call, [text('See [[C01]].'), { kind: 'appendix' }, text('All the rest.')])
    expect(titles(id)).toEqual([null, 'Withheld', 'Appendix A'])
  })
})

describe('the terms and scales', () => {
  it('stand where a block puts them, once, else at the end, and nowhere where no term is used', async () => {
    const glossary: BlockContent = { kind: 'glossary' }
    const placed = await makeReport(file.call, [heading('Words'), glossary, judgements(), glossary])
    expect(titles(placed)).toEqual(['Words', 'Key judgements'])
    expect(titles(await makeReport(file.call, [judgements()]))).toEqual(['Key judgements', 'Terms and scales'])
    expect(titles(await makeReport(file.call, [heading('Words'), glossary, text('None.')]))).toEqual([null])
  })
})
