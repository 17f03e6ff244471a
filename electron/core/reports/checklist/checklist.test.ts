import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  checklistLine,
  judgedStandards,
  standards,
  type CheckFinding,
  type Checklist,
  type CheckRow,
  type Standard,
} from '../../../../shared/checklist.ts'
import type { Input } from '../../../../shared/contract.ts'
import type { ClaimId, JudgementId, ReportId } from '../../../../shared/ids.ts'
import type { BlockContent } from '../../../../shared/report.ts'
import { settle } from '../../analysis/engine/test-settle.ts'
import { makeTestCase, type TestCase } from '../../test-case.ts'
import { makeJudgement, makeReport } from '../test-sample.ts'

let file: TestCase
beforeEach(async () => {
  file = makeTestCase()
  await file.call('case.update', { patch: { question: 'Are they in Kursk?' } })
})
afterEach(() => file.remove())

type Patch = Input<'judgements.create'>['patch']

async function claim(patch: object, documents: readonly string[] = []): Promise<ClaimId> {
  const { ids } = await file.call('claims.create', {
    patch: { statement: 'S', reliability: 'B', credibility: '2', basis: 'official', ...patch } as never,
  })
  const claimId = (ids[0] ?? '') as ClaimId
  for (const document of documents)
    await file.call('carriages.add', {
      claimId,
      carriage: { document, outlet: `Outlet of ${document}`, role: 'origin', linkRead: true },
    })
  return claimId
}

const supports = (...claims: readonly ClaimId[]): Patch['evidence'] =>
  claims.map((claimId) => ({ claimId, side: 'supports' }))

/** A judgement that nothing can be said against, but for what is given. */
const sound = (patch: Patch): Promise<JudgementId> =>
  makeJudgement(file.call, {
    statement: 'They fight in Kursk',
    likelihood: 'likely',
    confidence: 'moderate',
    confidenceReasons: 'Two governments say so.',
    assumptions: 'The figures are of soldiers.',
    indicators: 'Rotation of units.',
    alternatives: 'They are workers.',
    ...patch,
  })

/** Two claims of two claimants, each with a document that was read. */
const twoOrigins = async (): Promise<[ClaimId, ClaimId]> => [
  await claim({ ref: 'C01', claimant: 'Kyiv' }, ['Statement']),
  await claim({ ref: 'C02', claimant: 'Seoul' }, ['Briefing']),
]

const reportOf = (judgementIds: readonly JudgementId[], ...more: readonly BlockContent[]): Promise<ReportId> =>
  makeReport(
    file.call,
    [
      { kind: 'bottom-line', markdown: 'They are there.' },
      { kind: 'key-judgements', judgementIds: [...judgementIds] },
      { kind: 'sources' },
      ...more,
    ],
    'The report',
  )

const found = ({ rows }: Checklist): CheckFinding[] => rows.flatMap(({ findings }) => findings)
const codes = (checklist: Checklist): string[] => found(checklist).map(({ code, level }) => `${level}: ${code}`)
const row = ({ rows }: Checklist, standard: Standard): CheckRow => {
  const wanted = rows.find((one) => one.standard === standard)
  if (!wanted) throw new Error(`No row ${standard}`)
  return wanted
}

describe('the checklist', () => {
  it('has nothing against a sound report, and leaves to a person what only a person can judge', async () => {
    const report = await reportOf([await sound({ evidence: supports(...(await twoOrigins())) })])
    const checklist = await file.call('reports.checklist', { id: report })
    expect(codes(checklist)).toEqual([])
    expect(checklist.report).toEqual({ id: report, title: 'The report' })
    expect(checklist.rows.map(({ standard }) => standard)).toEqual(standards)
    expect(checklist.rows.filter(({ state }) => state === 'judge').map(({ standard }) => standard)).toEqual([
      'relevance',
      'logic',
      'accuracy',
      'visuals',
    ])
    expect(checklistLine(checklist)).toBe('4 for you to judge')
  })

  it.each<[string, Patch, readonly string[]]>([
    ['is not cited', { evidence: [] }, ['not met: uncited']],
    ['does not say how likely', { likelihood: null }, ['not met: no likelihood']],
    ['does not say how sure', { confidence: null }, ['not met: no confidence']],
    ['gives no reasons', { confidenceReasons: '' }, ['not met: no reasons']],
    ['states no assumptions', { assumptions: null }, ['look: no assumptions']],
    ['has no indicators', { indicators: null }, ['look: no indicators']],
    ['names no alternatives', { alternatives: null }, ['not met: no alternatives']],
    ['uses the other row', { statement: 'It is probable that they fight' }, ['not met: mixed scales']],
    ['is vague', { statement: 'They may fight' }, ['look: wording']],
    ['mixes', { statement: 'With high confidence they are likely to fight' }, ['not met: wording']],
    ['says another term', { statement: 'They are unlikely to fight' }, ['look: wording']],
    ['was to resolve', { resolvesBy: '2024-12' }, ['look: resolved']],
    ['resolves later', { resolvesBy: '2999' }, []],
    ['resolves by words', { resolvesBy: 'the next session' }, []],
  ])('finds a judgement that %s', async (_what, patch, wanted) => {
    const id = await sound({ evidence: supports(...(await twoOrigins())), ...patch })
    const checklist = await file.call('reports.checklist', { id: await reportOf([id]) })
    expect(codes(checklist)).toEqual(wanted)
    for (const { place } of found(checklist)) expect(place).toMatchObject({ kind: 'judgement', id })
  })

  it('finds a judgement on the other scale', async () => {
    const id = await sound({ evidence: supports(...(await twoOrigins())) })
    await file.call('case.update', { patch: { scale: 'phia' } })
    const checklist = await file.call('reports.checklist', { id: await reportOf([id]) })
    expect(codes(checklist)).toEqual(['not met: mixed scales'])
    expect(row(checklist, 'uncertainties').state).toBe('not met')
  })

  it('counts the origins of all supporting claims together', async () => {
    const [one, two] = await twoOrigins()
    const again = await claim({ ref: 'C03', claimant: 'Kyiv' }, ['Second statement'])
    const of = async (...claims: readonly ClaimId[]): Promise<string[]> => {
      const checklist = await file.call('reports.checklist', {
        id: await reportOf([await sound({ evidence: supports(...claims) })]),
      })
      return found(checklist).map(({ sentence }) => sentence)
    }
    expect(await of(one, two)).toEqual([])
    expect(await of(one)).toEqual(['It rests on C01: one independent origin, however many carry it.'])
    expect(await of(one, again)).toEqual(['It rests on C01 and C03: one independent origin, however many carry it.'])
    const nobody = await claim({ ref: 'C04', claimant: null, basis: 'hearsay' })
    expect(await of(nobody)).toEqual(['It rests on C04, for which no origin is known.'])
  })

  it('takes what the analysis counted for a claim that is supported by others', async () => {
    const [one, two] = await twoOrigins()
    await file.call('relations.add', {
      from: { kind: 'claim', id: two },
      to: { kind: 'claim', id: one },
      type: 'supports',
    })
    await settle(file.session)
    const checklist = await file.call('reports.checklist', {
      id: await reportOf([await sound({ evidence: supports(one) })]),
    })
    expect(codes(checklist)).toEqual([])
  })

  it('finds evidence that is not graded, retracted, or graded 1 by one origin', async () => {
    const [one, two] = await twoOrigins()
    const id = await sound({ evidence: supports(one, two) })
    const report = await reportOf([id])
    await file.call('claims.rate', { id: one, rating: { axis: 'credibility', value: null } })
    await file.call('judgements.review', { id, reason: 'stands', seen: await keyOf(id) })
    expect(codes(await file.call('reports.checklist', { id: report }))).toEqual(['look: ungraded evidence'])
    await file.call('history.undo')
    await file.call('history.undo')
    await file.call('claims.update', { selection: { ids: [two] }, patch: { status: 'disputed' } })
    expect(codes(await file.call('reports.checklist', { id: report }))).toEqual(['not met: stale', 'look: taken back'])
    await file.call('history.undo')
    expect(codes(await file.call('reports.checklist', { id: report }))).toEqual([])
  })

  it('finds a 1 that no second origin confirms any more', async () => {
    const [one, two] = await twoOrigins()
    await file.call('relations.add', {
      from: { kind: 'claim', id: two },
      to: { kind: 'claim', id: one },
      type: 'supports',
    })
    await file.call('claims.rate', { id: one, rating: { axis: 'credibility', value: '1' } })
    const report = await reportOf([await sound({ evidence: supports(one, two) })])
    expect(codes(await file.call('reports.checklist', { id: report }))).toEqual([])
    const { relations } = await file.call('claims.get', { id: one })
    await file.call('relations.remove', { id: relations[0]?.id as never })
    const [finding, ...others] = found(await file.call('reports.checklist', { id: report }))
    expect(others).toEqual([])
    expect(finding).toMatchObject({
      code: 'graded 1 without two origins',
      place: { kind: 'claim', id: one, label: 'C01' },
    })
  })

  it('finds contradictions that a judgement does not weigh', async () => {
    const [one, two] = await twoOrigins()
    const against = await claim({ ref: 'C09', claimant: 'Moscow' })
    await file.call('relations.add', {
      from: { kind: 'claim', id: against },
      to: { kind: 'claim', id: one },
      type: 'contradicts',
    })
    const id = await sound({ evidence: supports(one, two) })
    const report = await reportOf([id])
    const [finding] = found(await file.call('reports.checklist', { id: report }))
    expect(finding).toMatchObject({
      code: 'contradiction not weighed',
      sentence: 'C01, which supports it, is contradicted by C09, which the judgement does not weigh.',
    })
    const evidence = [...(supports(one, two) ?? []), { claimId: against, side: 'contrary' as const }]
    await file.call('judgements.update', { id, patch: { evidence } })
    expect(codes(await file.call('reports.checklist', { id: report }))).toEqual([])
  })

  it('finds documents that nobody read, once each, with the claims that they carry', async () => {
    const [one, two] = await twoOrigins()
    const add = (claimId: ClaimId, document: string, linkRead: boolean | null): Promise<unknown> =>
      file.call('carriages.add', { claimId, carriage: { document, outlet: 'TASS', role: 'carries', linkRead } })
    await add(one, 'Seen by nobody', false)
    await add(two, 'Seen by nobody', false)
    await add(one, 'Not said', null)
    const checklist = await file.call('reports.checklist', {
      id: await reportOf([await sound({ evidence: supports(one, two) })]),
    })
    expect(found(checklist).map(({ code, sentence }) => [code, sentence])).toEqual([
      ['unread source', '“Seen by nobody” (TASS) carries C01 and C02, and was cited, not seen.'],
      ['unread source', '“Not said” (TASS) carries C01, and it is not said whether it was read.'],
    ])
    const { rows } = await file.call('documents.page', {})
    const ids = rows.filter(({ outlet }) => outlet === 'TASS').map(({ id }) => id)
    expect(
      found(checklist)
        .map(({ place }) => place?.id)
        .sort(),
    ).toEqual([...ids].sort())
    await file.call('documents.update', { selection: { ids }, patch: { readByMe: true } })
    const { report } = checklist
    expect(codes(await file.call('reports.checklist', { id: report?.id }))).toEqual([])
  })

  it('finds claims above the label, and such as are in the trash', async () => {
    const [one, two] = await twoOrigins()
    const secret = await claim({ ref: 'C07', tlp: 'RED' })
    const gone = await claim({ ref: 'C08' })
    const table: BlockContent = { kind: 'claims', claimIds: [secret, gone] }
    const report = await reportOf([await sound({ evidence: supports(one, two) })], table)
    await file.call('reports.update', { id: report, patch: { tlp: 'GREEN' } })
    await file.call('claims.trash', { selection: { ids: [gone] } })
    const checklist = await file.call('reports.checklist', { id: report })
    const withheld = found(checklist).filter(({ code }) => code !== 'unread source')
    expect(withheld.map(({ code, place }) => [code, place?.label])).toEqual([
      ['withheld', 'C07'],
      ['deleted', 'C08'],
    ])
    expect(withheld[0]?.sentence).toContain('TLP:RED, above the report’s TLP:GREEN')
  })

  it('finds what a report lacks as a whole, and how its texts are worded', async () => {
    const one = await claim({ ref: 'C01', claimant: 'Kyiv' })
    await file.call('case.update', { patch: { question: null } })
    const report = await makeReport(file.call, [
      { kind: 'bottom-line', markdown: ' ' },
      { kind: 'claims', claimIds: [one] },
      { kind: 'text', markdown: 'They may come. It is probable.' },
    ])
    expect(codes(await file.call('reports.checklist', { id: report }))).toEqual([
      'look: no source list',
      'look: no judgements',
      'not met: mixed scales',
      'look: no judgements',
      'look: no judgements',
      'look: no judgements',
      'look: no question',
      'not met: no bottom line',
      'not met: no judgements',
      'look: no judgements',
    ])
    const { blocks } = await file.call('reports.get', { id: report })
    const [first, , text] = blocks
    if (!first) throw new Error('The report has no block')
    await file.call('blocks.update', { id: first.id, content: { kind: 'bottom-line', markdown: 'They may come.' } })
    const places = found(await file.call('reports.checklist', { id: report }))
      .filter(({ place }) => place?.kind === 'block')
      .map(({ code, place }) => [code, place?.id])
    expect(places).toEqual([
      ['mixed scales', text?.id],
      ['wording', first.id],
    ])
  })

  it('looks at all judgements of a case that has no report', async () => {
    const none = await file.call('reports.checklist', {})
    expect(codes(none).filter((code) => code === 'not met: no judgements')).toHaveLength(1)
    // Nothing is met by there being nothing.
    expect(none.rows.map(({ state }) => state)).toEqual([
      ...['look', 'look', 'look', 'look', 'judge', 'not met', 'look', 'judge', 'judge'],
    ])
    await sound({ evidence: supports(...(await twoOrigins())), alternatives: null })
    const checklist = await file.call('reports.checklist', {})
    expect([checklist.report, codes(checklist)]).toEqual([null, ['not met: no alternatives']])
  })
})

const keyOf = async (id: JudgementId): Promise<string> =>
  (await file.call('judgements.list')).find((judgement) => judgement.id === id)?.changesKey ?? ''

describe('a report that went out on an earlier day', () => {
  it('is to say what changed since', async () => {
    const id = await reportOf([await sound({ evidence: supports(...(await twoOrigins())) })])
    const change = async (): Promise<CheckFinding[]> =>
      row(await file.call('reports.checklist', { id }), 'change').findings
    const record = { id, format: 'pdf' as const, fileName: 'a.pdf', sha256: 'a'.repeat(64) }
    await file.call('reports.recordExport', record)
    expect(await change()).toEqual([])
    file.pass(-48 * 3_600_000)
    await file.call('reports.recordExport', record)
    expect(await change()).toMatchObject([{ code: 'change not told', level: 'look', place: null }])
    await file.call('blocks.add', { reportId: id, content: { kind: 'changes' } })
    expect(await change()).toEqual([])
  })
})

describe('what a person judges', () => {
  it('is kept with a note for one report, can be changed, taken back and undone', async () => {
    const evidence = supports(...(await twoOrigins()))
    const [report, other] = [await reportOf([await sound({ evidence })]), await reportOf([await sound({ evidence })])]
    const relevance = async (id = report): Promise<CheckRow> =>
      row(await file.call('reports.checklist', { id }), 'relevance')
    const say = (judged: boolean, note?: string): Promise<unknown> =>
      file.call('reports.judgeStandard', {
        ...{ id: report, standard: 'relevance', judged },
        ...(note === undefined ? {} : { note }),
      })
    await say(true, 'It answers the question')
    expect(await relevance()).toMatchObject({ state: 'met', judged: { by: 'Ana', note: 'It answers the question' } })
    expect(await relevance(other)).toMatchObject({ state: 'judge', judged: null })
    file.pass(5000)
    await say(true, 'It answers both')
    expect((await relevance()).judged?.note).toBe('It answers both')
    await say(false)
    expect(await relevance()).toMatchObject({ state: 'judge', judged: null })
    expect((await file.call('history.undo')).label).toBe('take back “Relevance” of report “The report”')
    await file.call('history.undo')
    expect((await relevance()).judged?.note).toBe('It answers the question')
    await file.call('history.undo')
    expect((await relevance()).state).toBe('judge')
  })

  it('is of these standards only, settles what is to be looked at, and not what data shows not to be met', async () => {
    expect(judgedStandards).toEqual(['relevance', 'logic', 'accuracy', 'visuals'])
    const report = await makeReport(file.call, [{ kind: 'key-judgements', judgementIds: [] }])
    await file.call('reports.judgeStandard', { id: report, standard: 'logic', judged: true })
    expect(row(await file.call('reports.checklist', { id: report }), 'logic')).toMatchObject({
      state: 'not met',
      judged: { by: 'Ana', note: null },
    })
    await file.call('case.update', { patch: { question: null } })
    const relevance = async (): Promise<CheckRow> =>
      row(await file.call('reports.checklist', { id: report }), 'relevance')
    expect((await relevance()).state).toBe('look')
    await file.call('reports.judgeStandard', { id: report, standard: 'relevance', judged: true })
    expect(await relevance()).toMatchObject({ state: 'met', findings: [{ code: 'no question' }] })
    await expect(
      file.call('reports.judgeStandard', { id: report, standard: 'sources' as never, judged: true }),
    ).rejects.toMatchObject({ code: 'invalid-input' })
  })
})
