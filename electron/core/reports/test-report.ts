import type { ClaimId, ReportId } from '../../../shared/ids.ts'
import type { TestCase } from '../test-case.ts'
import { addSample, asClaims, asEvents, makeJudgement, makeReport } from './test-sample.ts'

export interface FullReport {
  readonly id: ReportId
  readonly ids: ReadonlyMap<string, string>
}

const hostile = '<img src=x onerror=alert(1)> | `code` [link](javascript:alert(1)) & “quotes”'

const texts = `They disagree in [[C07]] and [[C10]] about [[E02]], by [[X01]] and a note[^n].

### Numbers

- 파병 규모
- Численность войск
  1. *by* rail

| Month | Seoul |
| --- | ---: |
| 2024-11 | 11,000 |

Then <script>alert(1)</script> and [a link](javascript:alert(1)) and [a source](https://example.org/a).

[^n]: With **words** and [[C07]].`

/** A report with a section of every kind, in three scripts, with texts that try to be more than texts. */
export async function makeFullReport(file: TestCase): Promise<FullReport> {
  const ids = new Map(await addSample(file))
  const add = async (ref: string, patch: object): Promise<void> => {
    const made = await file.call('claims.create', { patch: { ref, basis: 'official', ...patch } })
    ids.set(ref, made.ids[0] ?? '')
  }
  await add('K01', {
    statement: '북한군이 쿠르스크에 있다',
    quote: '북한군 1만 명',
    quoteLanguage: 'ko',
    translation: 'Ten thousand',
  })
  await add('R01', { statement: 'Договор вступил в силу', claimant: 'МИД России', said: '2024-12-04' })
  await add('H01', { statement: hostile, quote: 'first line\nsecond line' })
  await add('X01', { statement: 'Fewer than 100 were captured', claimant: 'Volodymyr Zelenskyy' })
  await add('S01', { statement: 'What a source in place says', tlp: 'RED' })
  await file.call('carriages.add', {
    claimId: (ids.get('X01') ?? '') as ClaimId,
    carriage: { document: 'Address of 11 January', role: 'origin', linkRead: true },
  })
  const tables = asClaims(['K01', 'R01', 'H01', 'C07', 'C10', 'S01'].map((ref) => ids.get(ref)))
  const judgement = await makeJudgement(file.call, {
    statement: 'North Korean units fought in Kursk before 2025.',
    percent: 85,
    confidence: 'moderate',
    confidenceReasons: 'Two of three services share one briefing.[^b]\n\n[^b]: That of 23 October.',
    assumptions: '- The services count the same units',
    indicators: 'A roll of the dead.',
    evidence: [
      ...asClaims(['C07', 'X01'].map((ref) => ids.get(ref))).map((claimId) => ({ claimId, side: 'supports' as const })),
      ...asClaims(['C10', 'S01'].map((ref) => ids.get(ref))).map((claimId) => ({ claimId, side: 'contrary' as const })),
    ],
  })
  const second = await makeJudgement(file.call, {
    statement: '북한은 파병을 늘릴 것이다',
    likelihood: 'likely',
    confidence: 'low',
  })
  const id = await makeReport(
    file.call,
    [
      { kind: 'bottom-line', markdown: 'They have **very likely** fought: [[X01]].' },
      { kind: 'key-judgements', judgementIds: [judgement, second] },
      { kind: 'heading', text: 'Argument: 숫자' },
      { kind: 'text', markdown: texts },
      { kind: 'claims', claimIds: tables },
      { kind: 'events', eventIds: asEvents(['E01', 'E02'].map((ref) => ids.get(ref))) },
      { kind: 'heading', text: 'Gaps' },
      { kind: 'source-summary', markdown: 'Officials of **parties** to the war: [[X01]].' },
      { kind: 'gaps' },
      { kind: 'alternatives' },
      { kind: 'sources' },
    ],
    'Troops & <b>treaty</b>: 북한군, договор',
  )
  await file.call('reports.update', { id, patch: { tlp: 'AMBER' } })
  return { id, ids }
}
