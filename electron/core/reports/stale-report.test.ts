import { afterEach, beforeEach, expect, it } from 'vitest'
import { renderDocx } from './render-docx.ts'
import { renderHtml } from './render-html.ts'
import { renderMarkdown } from './render-md.ts'
import type { ClaimId, ReportId } from '../../../shared/ids.ts'
import { makeTestCase, type TestCase } from '../test-case.ts'
import { modelOf, sectionOf } from './test-model.ts'
import { partsOf, words as wordsOf } from './docx/test-docx.ts'
import { makeJudgement, makeReport } from './test-sample.ts'

let file: TestCase
let report: ReportId
let claims: readonly ClaimId[]
beforeEach(async () => {
  file = makeTestCase()
  const claim = async (patch: object): Promise<ClaimId> =>
    ((await file.call('claims.create', { patch: { statement: 'S', ...patch } })).ids[0] ?? '') as ClaimId
  claims = [await claim({ ref: 'C01' }), await claim({ ref: 'S01', tlp: 'RED', statement: 'A secret word' })]
  const evidence = claims.map((claimId) => ({ claimId, side: 'supports' as const, weight: 'high' as const }))
  const id = await makeJudgement(file.call, { statement: 'J', likelihood: 'likely', resolvesBy: '2025-03', evidence })
  report = await makeReport(file.call, [{ kind: 'key-judgements', judgementIds: [id] }])
})
afterEach(() => file.remove())

const words = 'Its evidence has changed since it was judged, and it was not reviewed since: C01, S01.'

it('a fresh judgement says nothing of it, and by when it resolves', () => {
  const [judgement] = sectionOf(modelOf(file, report), 'key-judgements').judgements
  expect(judgement).toMatchObject({ stale: null, resolvesBy: 'March 2025' })
  expect(judgement?.supporting[0]).toMatchObject({ ref: 'C01', weight: 'high' })
})

it('a stale judgement is not shown as a fresh one in any format, and tells nothing of what is withheld', async () => {
  await file.call('claims.update', { selection: { ids: [...claims] }, patch: { status: 'disputed' } })
  const model = modelOf(file, report)
  const formats = {
    html: (/<body>[^]*/.exec(await renderHtml(model))?.[0] ?? '').replaceAll(/<[^>]+>/g, ''),
    md: renderMarkdown(model).text,
    docx: wordsOf(partsOf(await renderDocx(model))['word/document.xml'] ?? ''),
  }
  for (const [format, text] of Object.entries(formats)) {
    expect(text, format).toContain(words)
    expect(text, format).toContain('March 2025')
    expect(text, format).toMatch(/high weight/)
    expect(text, format).not.toContain('secret')
  }
  expect(formats.md).toContain('S01 (high weight, withheld)')
})
