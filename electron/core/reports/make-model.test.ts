import type { Root } from 'mdast'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '../../../shared/contract.ts'
import type { ClaimId, JudgementId } from '../../../shared/ids.ts'
import type { BlockContent } from '../../../shared/report.ts'
import { makeTestCase, type TestCase } from '../test-case.ts'
import { visit } from './markdown.ts'
import type { Note, ReportModel } from './model.ts'
import { modelOf, sectionOf, sectionsOf } from './test-model.ts'
import { asEvents, makeJudgement, makeReport } from './test-sample.ts'

let file: TestCase
beforeEach(() => {
  file = makeTestCase()
})
afterEach(() => file.remove())

async function claim(ref: string, patch: object = {}, documents: readonly string[] = []): Promise<ClaimId> {
  const made = await file.call('claims.create', { patch: { ref, statement: `Statement of ${ref}`, ...patch } })
  const claimId = (made.ids[0] ?? '') as ClaimId
  for (const document of documents)
    await file.call('carriages.add', { claimId, carriage: { document, role: 'origin', linkRead: null } })
  return claimId
}

const draw = async (...blocks: BlockContent[]): Promise<ReportModel> =>
  modelOf(file, await makeReport(file.call, blocks))
const judge = (patch: Input<'judgements.create'>['patch']): Promise<JudgementId> => makeJudgement(file.call, patch)
const text = (markdown: string): BlockContent => ({ kind: 'text', markdown })
const claimsTable = (...claimIds: ClaimId[]): BlockContent => ({ kind: 'claims', claimIds })
const bottomLine = (markdown: string): BlockContent => ({ kind: 'bottom-line', markdown })
const heading = (words: string): BlockContent => ({ kind: 'heading', text: words })

/** The numbers of the notes that a text refers to, and where its links lead. */
function referencesIn(body: Root): { notes: number[]; links: string[] } {
  const notes: number[] = []
  const links: string[] = []
  visit(body, (node) => {
    if (node.type === 'footnoteReference') notes.push(Number(node.identifier))
    if (node.type === 'link') links.push(node.url)
  })
  return { notes, links }
}

function wordsOf(body: Root): string {
  const words: string[] = []
  visit(body, (node) => {
    if (node.type === 'text') words.push(node.value)
  })
  return words.join('')
}

const told = (note: Note | undefined): string | undefined => {
  if (note?.kind === 'claim') return note.claim.ref
  return note?.kind === 'source' ? note.source.title : note && wordsOf(note.body)
}

describe('notes', () => {
  it('are numbered in the order in which the report is read, each once', async () => {
    const shown = await claim('C01', {}, ['First paper', 'Second paper'])
    const also = await claim('C02', {}, ['Second paper'])
    const unshown = await claim('X01', {}, ['Third paper'])
    const judgement = await judge({
      statement: 'J',
      confidence: 'low',
      confidenceReasons: 'For[^a] [[X01]].\n\n[^a]: a reason',
      indicators: 'Then[^b].\n\n[^b]: an indicator',
      alternatives: 'Or[^c].\n\n[^c]: an alternative',
      evidence: [
        { claimId: shown, side: 'supports' },
        { claimId: unshown, side: 'contrary' },
      ],
    })
    const model = await draw(
      bottomLine('So[^1] it is: [[X01]], [[X01]].\n\n[^1]: the bottom line'),
      { kind: 'key-judgements', judgementIds: [judgement] },
      claimsTable(shown, also),
      { kind: 'sources' },
    )
    expect(model.notes.map(told)).toEqual([
      'the bottom line',
      'X01',
      'a reason',
      'an alternative',
      'an indicator',
      'First paper',
      'Second paper',
    ])
    expect(referencesIn(sectionOf(model, 'bottom-line').body).notes).toEqual([1, 2, 2])
    expect(sectionOf(model, 'key-judgements').judgements[0]?.contrary).toEqual([
      { ref: 'X01', anchor: null, note: 2, missing: null },
    ])
    expect(sectionOf(model, 'claims').claims.map(({ notes }) => notes)).toEqual([[6, 7], [7]])
    expect(sectionOf(model, 'sources').sources.map(({ title, note }) => [title, note])).toEqual([
      ['Third paper', null],
      ['First paper', 6],
      ['Second paper', 7],
    ])
  })

  it('keep the footnotes of each text apart, and leave out what is never referred to', async () => {
    const model = await draw(
      text('One[^1], again[^1].\n\n[^1]: first\n[^2]: unused'),
      text('Two[^1].\n\n[^1]: second [[C01]]'),
    )
    expect(model.notes.map(told)).toEqual(['first', 'second C01'])
    expect(sectionsOf(model, 'text').map(({ body }) => referencesIn(body).notes)).toEqual([[1, 1], [2]])
  })

  it('have no notes of their own: a link in one leads to what is shown, or is words', async () => {
    const shown = await claim('C01')
    await claim('X01')
    const model = await draw(text('T[^1]\n\n[^1]: by [[C01]], not [[X01]][^2]\n[^2]: deeper'), claimsTable(shown))
    expect(model.notes).toHaveLength(1)
    const [note] = model.notes
    if (note?.kind !== 'text') throw new Error('no text note')
    expect(referencesIn(note.body)).toEqual({ notes: [], links: ['#claim-1'] })
    expect(wordsOf(note.body)).toBe('by C01, not X01')
  })
})

describe('places and citations', () => {
  it('give each claim and event one place, its first', async () => {
    const [one, two] = [await claim('C01'), await claim('C02')]
    const event = asEvents((await file.call('events.create', { patch: { title: 'E' } })).ids)
    const model = await draw(claimsTable(one), { kind: 'events', eventIds: event }, claimsTable(two, one), {
      kind: 'events',
      eventIds: event,
    })
    expect(sectionsOf(model, 'claims').map(({ claims }) => claims.map(({ anchor }) => anchor))).toEqual([
      ['claim-1'],
      ['claim-3', null],
    ])
    expect(sectionsOf(model, 'events').map(({ events }) => events.map(({ anchor }) => anchor))).toEqual([
      ['event-2'],
      [null],
    ])
    const anchors = model.sections.map(({ anchor }) => anchor)
    expect(new Set(anchors).size).toBe(anchors.length)
  })

  it('cite what is shown by its place, what is not by a note, and say what is withheld or deleted', async () => {
    const shown = await claim('C01')
    const unshown = await claim('X01')
    const secret = await claim('S01', { tlp: 'RED' })
    const gone = await claim('D01')
    const both = await claim('D02', { tlp: 'RED' })
    const evidence = [shown, unshown, secret, gone, both].map((claimId) => ({ claimId, side: 'supports' as const }))
    const judgement = await judge({ statement: 'J', evidence })
    await file.call('claims.trash', { selection: { ids: [gone, both] } })
    const model = await draw(
      { kind: 'key-judgements', judgementIds: [judgement] },
      text('See [[S01]], [[C01|the first]] and [[D01]].'),
      claimsTable(shown, gone, secret),
    )
    expect(sectionOf(model, 'key-judgements').judgements[0]?.supporting).toEqual([
      { ref: 'C01', anchor: 'claim-1', note: null, missing: null },
      { ref: 'X01', anchor: null, note: 1, missing: null },
      { ref: 'S01', anchor: null, note: null, missing: 'withheld' },
      { ref: 'D01', anchor: null, note: null, missing: 'deleted' },
      { ref: 'D02', anchor: null, note: null, missing: 'deleted' },
    ])
    expect(sectionOf(model, 'claims').claims.map(({ ref }) => ref)).toEqual(['C01'])
    const { body } = sectionOf(model, 'text')
    expect(wordsOf(body)).toBe('See S01, the first and D01.')
    expect(referencesIn(body)).toEqual({ notes: [], links: ['#claim-1'] })
    expect(sectionOf(model, 'withheld').refs).toEqual(['S01'])
  })

  it('name a linked document in a note, and leave words where there is nothing to lead to', async () => {
    await file.call('documents.create', { patch: { title: 'The treaty', url: 'https://example.org/t' } })
    const model = await draw(text('By [[The treaty]] and [[nobody|someone]].'), { kind: 'sources' })
    expect(model.notes.map(told)).toEqual(['The treaty'])
    expect(wordsOf(sectionOf(model, 'text').body)).toBe('By The treaty and someone.')
    expect(sectionOf(model, 'sources').sources).toMatchObject([
      { title: 'The treaty', url: 'https://example.org/t', note: 1, claims: [] },
    ])
  })
})

describe('headings', () => {
  it('title the block under them; one over nothing stands alone or falls with its block', async () => {
    const shown = await claim('C01')
    const model = await draw(
      heading('Part one'),
      heading('Numbers'),
      claimsTable(shown),
      heading('Nothing here'),
      text('  '),
      heading('No rows'),
      claimsTable(),
      text('Untitled'),
      heading('The end'),
    )
    expect(model.sections.map(({ kind, title }) => [kind, title])).toEqual([
      ['heading', 'Part one'],
      ['claims', 'Numbers'],
      ['text', null],
      ['heading', 'The end'],
      ['glossary', 'Terms and scales'],
    ])
  })

  it('of a text go under the title it stands at, leaving out no level', async () => {
    const depths = async (...blocks: BlockContent[]): Promise<number[]> => {
      const { body } = sectionOf(await draw(...blocks), 'text')
      return body.children.flatMap((node) => (node.type === 'heading' ? [node.depth] : []))
    }
    expect(await depths(heading('T'), text('# a\n\n### b\n\n# c'))).toEqual([3, 4, 3])
    expect(await depths(text('#### a\n\n###### b'))).toEqual([2, 3])
  })
})

describe('withholding', () => {
  it('leaves out what is above the label, by the case’s own label where a claim has none', async () => {
    await file.call('case.update', { patch: { tlp: 'AMBER' } })
    const open = await claim('C01', { tlp: 'CLEAR', statement: 'Open words' })
    const unmarked = await claim('C10', { statement: 'Unmarked words', quote: 'unmarked quote' }, ['Unmarked paper'])
    const red = await claim('C2', { tlp: 'RED', statement: 'Red words' })
    const id = await makeReport(file.call, [claimsTable(open, unmarked, red), text('[[C10]]'), { kind: 'sources' }])
    expect(sectionOf(modelOf(file, id), 'claims').claims.map(({ ref }) => ref)).toEqual(['C01', 'C10'])
    await file.call('reports.update', { id, patch: { tlp: 'GREEN' } })
    const model = modelOf(file, id)
    expect(sectionOf(model, 'claims').claims.map(({ ref }) => ref)).toEqual(['C01'])
    expect(sectionOf(model, 'withheld')).toMatchObject({ tlp: 'GREEN', refs: ['C2', 'C10'], unnamed: 0 })
    expect(JSON.stringify(model)).not.toMatch(/unmarked (words|quote|paper)|red words/i)
    await file.call('reports.update', { id, patch: { tlp: 'RED' } })
    expect(sectionsOf(modelOf(file, id), 'withheld')).toEqual([])
  })

  it('counts what has no reference', async () => {
    const secret = await claim('S01', { tlp: 'RED' })
    await file.call('claims.update', { selection: { ids: [secret] }, patch: { ref: null } })
    await file.call('case.update', { patch: { tlp: 'CLEAR' } })
    const model = await draw(claimsTable(secret), text('.'))
    expect(sectionOf(model, 'withheld')).toMatchObject({ refs: [], unnamed: 1 })
  })
})

describe('sources', () => {
  it('gather the documents of all that is told, with their claims and whether they were read', async () => {
    const shown = await claim('C01', {}, ['Read paper', 'Shared paper'])
    const unshown = await claim('X01', {}, ['Shared paper'])
    await claim('C99', {}, ['Paper of a claim that is not told'])
    await file.call('carriages.add', {
      claimId: shown,
      carriage: {
        document: 'Cited paper',
        outlet: 'Yonhap',
        published: '2024-11-13',
        role: 'carries',
        linkRead: false,
      },
    })
    const { rows } = await file.call('documents.page', {})
    const read = rows.find(({ title }) => title === 'Read paper')
    await file.call('documents.update', {
      selection: { ids: [read?.id ?? ''] },
      patch: { readByMe: true, author: 'A. Kim' },
    })
    const judgement = await judge({ statement: 'J', evidence: [{ claimId: unshown, side: 'supports' }] })
    const model = await draw(
      { kind: 'sources' },
      { kind: 'key-judgements', judgementIds: [judgement] },
      claimsTable(shown),
    )
    const { sources } = sectionOf(model, 'sources')
    expect(sources.map(({ title, read }) => [title, read])).toEqual([
      ['Shared paper', 'not said'],
      ['Read paper', 'read'],
      ['Cited paper', 'cited, not seen'],
    ])
    expect(sources.map(({ claims }) => claims.map(({ ref }) => ref))).toEqual([['C01', 'X01'], ['C01'], ['C01']])
    expect(sources[1]?.author).toBe('A. Kim')
    expect(sources[2]).toMatchObject({ outlet: 'Yonhap', published: '13 November 2024' })
  })

  it('are no section where nothing is drawn on', async () => {
    const model = await draw({ kind: 'sources' }, text('Words'))
    expect(model.sections.map(({ kind }) => kind)).toEqual(['text'])
  })
})

describe('the glossary', () => {
  it('explains what the report uses and nothing else', async () => {
    const shown = await claim('C01')
    const bare = await judge({ statement: 'Bare' })
    const likely = await judge({ statement: 'Likely', percent: 60 })
    const sure = await judge({ statement: 'Sure', confidence: 'high' })
    const of = async (...blocks: BlockContent[]): Promise<unknown> => {
      const [glossary] = sectionsOf(await draw(...blocks), 'glossary')
      return glossary && [glossary.likelihood.length, glossary.hasConfidence, glossary.hasGrades]
    }
    const judgements = (...judgementIds: JudgementId[]): BlockContent => ({ kind: 'key-judgements', judgementIds })
    expect(await of(text('Words'), judgements(bare))).toBeUndefined()
    expect(await of(judgements(likely))).toEqual([7, false, false])
    expect(await of(judgements(sure))).toEqual([0, true, false])
    expect(await of(claimsTable(shown))).toEqual([0, false, true])
  })

  it('explains the scale that the judgements were made on, also when the case has turned to another', async () => {
    const judgement = await judge({ statement: 'J', percent: 60 })
    await file.call('case.update', { patch: { scale: 'phia' } })
    const model = await draw({ kind: 'key-judgements', judgementIds: [judgement] })
    expect(model.scale).toBe('icd203')
    expect(sectionOf(model, 'key-judgements').judgements[0]?.likelihood).toMatchObject({
      term: 'likely',
      range: '55–80\u00a0%',
    })
    expect(sectionOf(model, 'glossary').likelihood.find(({ term }) => term === 'likely')?.range).toBe('55–80\u00a0%')
  })
})
