import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '../../../shared/contract.ts'
import type { ClaimId, JudgementId } from '../../../shared/ids.ts'
import type { BlockContent } from '../../../shared/report.ts'
import { importSample } from '../analysis/engine/test-sample.ts'
import { settle } from '../analysis/engine/test-settle.ts'
import { makeTestCase, type TestCase } from '../test-case.ts'
import { partsOf, words as wordsIn } from './docx/test-docx.ts'
import type { Citation, DataLine, ReportModel } from './model.ts'
import { renderDocx } from './render-docx.ts'
import { renderHtml } from './render-html.ts'
import { renderMarkdown } from './render-md.ts'
import { modelOf, sectionOf, sectionsOf } from './test-model.ts'
import { makeJudgement, makeReport } from './test-sample.ts'

let file: TestCase
beforeEach(() => {
  file = makeTestCase()
})
afterEach(() => file.remove())

type Carriage = Partial<Input<'carriages.add'>['carriage']>

async function claim(ref: string, patch: object = {}, carriages: readonly Carriage[] = []): Promise<ClaimId> {
  const made = await file.call('claims.create', { patch: { ref, statement: `Statement of ${ref}`, ...patch } })
  const claimId = (made.ids[0] ?? '') as ClaimId
  for (const carriage of carriages)
    await file.call('carriages.add', {
      claimId,
      carriage: {
        document: 'A paper',
        role: 'origin',
        linkRead: null,
        ...carriage,
      } as Input<'carriages.add'>['carriage'],
    })
  return claimId
}

const soldiers = (ref: string, count: number, claimant: string, tlp?: 'RED'): Promise<ClaimId> =>
  claim(ref, {
    ...{ statement: `About ${count} soldiers are in Kursk`, claimant, said: '2024-11-04', place: 'Kursk region' },
    ...{ basis: 'official', subject: 'soldiers', category: 'present', quantity: `${count}`, unit: 'soldiers', tlp },
  })

const summary: BlockContent = { kind: 'source-summary', markdown: '' }
const gaps: BlockContent = { kind: 'gaps' }
const alternatives: BlockContent = { kind: 'alternatives' }
const table = (...claimIds: ClaimId[]): BlockContent => ({ kind: 'claims', claimIds })
const judgements = (...judgementIds: JudgementId[]): BlockContent => ({ kind: 'key-judgements', judgementIds })
const draw = async (...blocks: BlockContent[]): Promise<ReportModel> =>
  modelOf(file, await makeReport(file.call, blocks))

const refs = (citations: readonly Citation[]): string => citations.map(({ ref }) => ref).join(' and ')
/** Each line as it reads, by its label. */
const told = (lines: readonly DataLine[]): Record<string, string> =>
  Object.fromEntries(
    lines.map(({ label, words, claims, sources }) => {
      const records = [...claims.map(refs), ...sources.map(({ title }) => title)]
      return [label, records.length === 0 ? words : `${words}: ${records.join(', ')}`]
    }),
  )
const summaryIn = (model: ReportModel): Record<string, string> => told(sectionOf(model, 'source-summary').lines)
const gapsIn = (model: ReportModel): Record<string, string> => told(sectionOf(model, 'gaps').lines)

describe('the source summary statement', () => {
  it('counts origins, what was read, grades on each axis and dates of publication', async () => {
    const first = await claim('C01', { claimant: 'P', basis: 'official', reliability: 'B', credibility: '2' }, [
      { document: 'One', outlet: 'O', published: '2024-10', linkRead: true },
      { document: 'Two', outlet: 'O', published: '2025-01-11', linkRead: false, role: 'carries' },
    ])
    const second = await claim('C02', { claimant: 'Q', basis: 'official', reliability: 'B' }, [
      { document: 'Three', published: '2024-12-04', role: 'carries' },
    ])
    const third = await claim('C03')
    const model = await draw(summary, table(first, second, third))
    expect(summaryIn(model)).toEqual({
      Origins: '3 claims: 3 documents, 1 outlet, 2 independent origins, 1 unresolved.',
      Read: '3 documents cited: 1 read by the analyst, 1 cited and not seen, 1 not said to be either.',
      Reliability: 'Of 3 claims: B (usually reliable)\u00a02; not graded\u00a01.',
      Credibility: 'Of 3 claims: 2 (probably true)\u00a01; not graded\u00a02.',
      Published: 'The oldest: October 2024; the newest: 11 January 2025.',
    })
    expect(sectionOf(model, 'glossary').hasGrades).toBe(true)
  })

  it('says so where nothing is cited, and where no document has a date', async () => {
    expect(summaryIn(await draw(summary))).toEqual({
      Origins: 'The report cites no claims.',
      Read: 'The report cites no documents.',
    })
    const undated = await claim('C01', {}, [{ document: 'One' }])
    expect(summaryIn(await draw(summary, table(undated)))).toMatchObject({
      Published: 'None of the documents has a date.',
    })
    const dated = await claim('C02', {}, [{ document: 'Two', published: '2024-10-08' }])
    expect(summaryIn(await draw(summary, table(undated, dated)))).toMatchObject({
      Published: 'The oldest and the newest: 8 October 2024; without a date: 1 document.',
    })
  })

  it('counts what only judgements and texts refer to, and keeps what the analyst adds, with its links', async () => {
    await claim('C01', { claimant: 'P', basis: 'official' }, [{ document: 'One', linkRead: true }])
    const evidence = await claim('C02', { claimant: 'Q', basis: 'official' }, [{ document: 'Two', linkRead: true }])
    const judgement = await makeJudgement(file.call, {
      statement: 'J',
      evidence: [{ claimId: evidence, side: 'supports' }],
    })
    const model = await draw(judgements(judgement), { kind: 'source-summary', markdown: 'Thin: [[C01]].' })
    expect(summaryIn(model)).toMatchObject({
      Origins: '2 claims: 2 documents, 0 outlets, 2 independent origins.',
      Read: '2 documents cited: 2 read by the analyst, 0 cited and not seen.',
    })
    expect(model.notes).toHaveLength(2)
    expect(sectionOf(model, 'source-summary').body).not.toBeNull()
  })
})

describe('gaps and unresolved', () => {
  it('names what is unresolved, single, undated, ungraded, unseen, each with its count', async () => {
    const graded = { reliability: 'B', credibility: '2', said: '2024-10' }
    const single = await claim('C01', { claimant: 'P', basis: 'official', ...graded }, [
      { document: 'One', linkRead: true },
      { document: 'Two', linkRead: false, role: 'carries' },
    ])
    const open = await claim('C02', { basis: 'hearsay', reliability: 'C' }, [{ document: 'Three', role: 'carries' }])
    expect(gapsIn(await draw(table(single, open), gaps))).toEqual({
      'Origin unresolved': '1 of 2 claims with an end where nobody answers for what is said: C02',
      'Single origin': '1 of 2 claims with one independent origin: C01',
      'No date': '1 of 2 claims without a date on which they were said: C02',
      'Not graded': '1 of 2 claims without a grade on one axis or both: C02',
      'Not seen': '1 of 3 documents cited and not seen: Two',
      'Not said if read': '1 of 3 documents of which it is not said whether they were read: Three',
      'Nothing found': 'Contradictions that nobody reviewed.',
    })
  })

  it('says plainly that nothing was found, and that nothing is cited', async () => {
    const graded = { basis: 'official', reliability: 'B', credibility: '2', said: '2024-10' }
    const one = await claim('C01', { claimant: 'P', ...graded }, [{ document: 'One', linkRead: true }])
    const other = await claim('C02', { claimant: 'Q', ...graded }, [{ document: 'One', linkRead: true }])
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const)
      await file.call('relations.add', {
        from: { kind: 'claim', id: from },
        to: { kind: 'claim', id: to },
        type: 'supports',
      })
    const lines = gapsIn(await draw(table(one, other), gaps))
    expect(Object.keys(lines)).toEqual(['Nothing found'])
    expect(lines['Nothing found']).toMatch(/^Claims with an unresolved origin; .*were read\.$/)
    expect(gapsIn(await draw(gaps))).toEqual({ 'Nothing found': 'The report cites no claims and no documents.' })
  })

  const notReviewed = (model: ReportModel): DataLine | undefined =>
    sectionOf(model, 'gaps').lines.find(({ label }) => label === 'Not reviewed')

  it('names contradictions among its own claims until somebody reviews them', async () => {
    const one = await soldiers('C01', 8000, 'Kyiv')
    const other = await soldiers('C02', 11_000, 'Seoul')
    await settle(file.session)
    const line = notReviewed(await draw(gaps, table(one, other)))
    expect(line?.words).toBe('1 contradiction between claims of the report that nobody reviewed')
    expect(line?.claims.map((pair) => pair.map(({ anchor }) => anchor))).toEqual([['claim-1', 'claim-2']])
    // Of a pair of which only one side is in the report, nothing is told.
    expect(notReviewed(await draw(gaps, table(one)))).toBeUndefined()
    const [found] = (await file.call('analysis.findings', { types: ['contradicts'] })).rows
    const id = await makeReport(file.call, [gaps, table(one, other)])
    for (const state of ['rejected', 'confirmed'] as const) {
      await file.call('analysis.decide', { keys: [found?.key ?? ''], state })
      expect(notReviewed(modelOf(file, id)), state).toBeUndefined()
      await file.call('history.undo')
      expect(notReviewed(modelOf(file, id)), state).toBeDefined()
    }
  })

  it('tells nothing of a contradiction with what is above the label', async () => {
    const one = await soldiers('C01', 8000, 'Kyiv')
    const hidden = await soldiers('S01', 11_000, 'Seoul', 'RED')
    await settle(file.session)
    expect((await file.call('analysis.findings', { types: ['contradicts'] })).rows).toHaveLength(1)
    expect(notReviewed(await draw(gaps, table(one, hidden)))).toBeUndefined()
  })

  it('says of the sample what its analysis says', async () => {
    await importSample(file)
    await settle(file.session)
    const { rows } = await file.call('claims.page', { start: 0, end: 100 })
    const model = await draw(table(...rows.map(({ id }) => id)), summary, gaps)
    const count = (is: (row: (typeof rows)[number]) => boolean): number => rows.filter(is).length
    const lines = gapsIn(model)
    expect(rows).toHaveLength(17)
    expect(lines['Single origin']).toMatch(new RegExp(`^${count(({ origins }) => origins === 1)} of 17 claims`))
    expect(lines['Origin unresolved']).toMatch(
      new RegExp(`^${count(({ unresolved }) => (unresolved ?? 0) > 0)} of 17 claims`),
    )
    expect(notReviewed(model)?.claims.map(refs)).toEqual(['C08 and C10'])
    expect(summaryIn(model)['Origins']).toMatch(/^17 claims: 2 documents, 2 outlets, \d+ independent origins/)
  })
})

describe('alternatives', () => {
  it('are collected from all judgements with their numbers, also from those that come later', async () => {
    const made = async (statement: string, text: string | null): Promise<JudgementId> =>
      makeJudgement(file.call, { statement, alternatives: text })
    const ids = [
      await made('First', 'A *feint*.[^n]\n\n[^n]: A note.'),
      await made('Second', null),
      await made('Third', 'A bluff.'),
    ]
    const [one, two, three] = ids as [JudgementId, JudgementId, JudgementId]
    const model = await draw(alternatives, judgements(one, two), judgements(three, one))
    const { given, without } = sectionOf(model, 'alternatives')
    expect(given.map(({ number, anchor, statement }) => [number, anchor, statement])).toEqual([
      [1, 'judgement-1', 'First'],
      [3, 'judgement-3', 'Third'],
    ])
    expect(without).toEqual([{ number: 2, anchor: 'judgement-2' }])
    expect(
      sectionsOf(model, 'key-judgements').flatMap((section) => section.judgements.map(({ number }) => number)),
    ).toEqual([1, 2, 3, 4])
    expect(model.notes).toHaveLength(1)
    expect(sectionOf(await draw(alternatives), 'alternatives')).toMatchObject({ given: [], without: [] })
  })
})

describe('what is above the label', () => {
  const secret = { statement: 'A hidden word', claimant: 'Mole', basis: 'official', tlp: 'RED' }

  it('has no part in any of them: not its documents, its origins, its grades, nor what contradicts it', async () => {
    const open = await claim('C01', { claimant: 'P', basis: 'official', said: '2024-10' }, [
      { document: 'One', published: '2024-10', linkRead: true },
    ])
    const hidden = await claim('S01', { ...secret, reliability: 'A' }, [
      { document: 'Hidden paper', published: '2020', linkRead: false },
    ])
    await file.call('relations.add', {
      from: { kind: 'claim', id: hidden },
      to: { kind: 'claim', id: open },
      type: 'supports',
    })
    const judgement = await makeJudgement(file.call, {
      statement: 'J',
      evidence: [{ claimId: hidden, side: 'supports' }],
    })
    const blocks = [table(open, hidden), judgements(judgement), summary, gaps, alternatives]
    const model = await draw(...blocks)
    expect(summaryIn(model)).toMatchObject({
      Origins: '1 claim: 1 document, 0 outlets, 1 independent origin.',
      Read: '1 document cited: 1 read by the analyst, 0 cited and not seen.',
      Reliability: 'Of 1 claim: not graded\u00a01.',
      Published: 'The oldest and the newest: October 2024.',
    })
    expect(gapsIn(model)['Single origin']).toBe('1 of 1 claim with one independent origin: C01')
    const told = JSON.stringify(model.sections.filter(({ kind }) => ['source-summary', 'gaps'].includes(kind)))
    expect(told).not.toMatch(/S01|Hidden|hidden|Mole/)
    // Under a label that lets it through, it counts.
    const id = await makeReport(file.call, blocks)
    await file.call('reports.update', { id, patch: { tlp: 'RED' } })
    expect(summaryIn(modelOf(file, id))).toMatchObject({
      Origins: '2 claims: 2 documents, 0 outlets, 2 independent origins.',
    })
  })
})

describe('in every format', () => {
  it('all three are drawn with the same words, and what others typed stays text', async () => {
    const hostile = '<img src=x onerror=alert(1)>'
    const one = await claim('C01', { claimant: 'P', basis: 'official' }, [{ document: hostile, linkRead: false }])
    const noted = await claim('C02', { claimant: 'P', basis: 'official' }, [{ document: 'Two' }])
    const ids = [
      await makeJudgement(file.call, {
        statement: hostile,
        alternatives: `A bluff.\n\n<script>alert(1)</script>`,
        evidence: [{ claimId: noted, side: 'supports' }],
      }),
      await makeJudgement(file.call, { statement: 'Second' }),
    ]
    const model = await draw(
      table(one),
      judgements(...ids),
      { kind: 'source-summary', markdown: 'All of them **state** outlets.' },
      gaps,
      alternatives,
    )
    const html = (/<body>[^]*/.exec(await renderHtml(model))?.[0] ?? '').replaceAll('&#x3C;', '‹')
    expect(html).not.toMatch(/<(img|script)\b/)
    expect(html).toMatch(/<a href="#judgement-2">Judgement 2<\/a>/)
    expect(html).toMatch(/<dt>Single origin<\/dt><dd><p>[^]*?<a href="#claim-1">C01<\/a>, C02<sup>/)
    const { text: markdown } = renderMarkdown(model)
    expect(markdown).toContain('[Judgement 2](#judgement-2)')
    expect(markdown).toContain('<a id="judgement-2"></a>')
    expect(markdown).toContain('<a id="claim-1"></a>')
    expect(markdown).not.toMatch(/(?<!\\)<(img|script)\b/)
    const docx = partsOf(await renderDocx(model))['word/document.xml'] ?? ''
    expect(docx).toContain('w:anchor="judgement_2"')
    const formats = {
      html: html.replaceAll(/<[^>]+>/g, ''),
      markdown: markdown.replaceAll(/<a[^>]*><\/a>|\[\^\d+\]|\*\*|\\|(\]\(#[\w-]+\))|(?<=[ ,])\[/g, ''),
      docx: wordsIn(docx),
    }
    for (const [format, text] of Object.entries(formats)) {
      for (const words of [
        '2 claims: 2 documents, 0 outlets, 1 independent origin.',
        'All of them state outlets.',
        'Of 2 claims: not graded\u00a02.',
        '2 of 2 claims with one independent origin: C01',
        'Claims with an unresolved origin; contradictions that nobody reviewed.',
        'A bluff.',
        'No alternatives are given for: Judgement 2.',
      ])
        expect(text, format).toContain(words)
    }
  })
})
