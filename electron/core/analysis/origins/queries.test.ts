import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ClaimId, EventId } from '../../../../shared/ids.ts'
import type { OriginsReport } from '../../../../shared/origins.ts'
import { makeTestLists, type TestLists } from '../../imports/test-lists.ts'

let lists: TestLists
beforeEach(() => {
  lists = makeTestLists()
})
afterEach(() => lists.remove())

async function idsOf(kind: 'claims' | 'events'): Promise<Map<string, string>> {
  const { rows } = await lists.file.call(`${kind}.page`, {})
  return new Map(rows.map(({ ref, id }) => [ref ?? '', id]))
}

async function ofClaim(
  ref: string,
  collapse?: { claimant: boolean; owner: boolean; evidence: boolean },
): Promise<OriginsReport> {
  const id = (await idsOf('claims')).get(ref) as ClaimId
  return lists.file.call('analysis.origins', { target: { kind: 'claim', id }, ...(collapse ? { collapse } : {}) })
}

async function importSample(): Promise<void> {
  await lists.importFile('resources/sample/partnership-events.csv', 'events')
  await lists.importFile('resources/sample/partnership-claims.csv')
}

describe('the origins of the sample', () => {
  it('count none for unattributed hearsay, and one for each named claimant', async () => {
    await importSample()
    for (const [ref, summary] of [
      ['C06', '1 document, 1 outlet, 0 independent origins, 1 unresolved'],
      ['C07', '1 document, 1 outlet, 1 independent origin'],
      ['C08', '1 document, 1 outlet, 1 independent origin'],
      ['C10', '1 document, 1 outlet, 1 independent origin'],
    ] as const) {
      expect([ref, (await ofClaim(ref)).summary]).toEqual([ref, summary])
    }
    const unattributed = await ofClaim('C06')
    expect(unattributed.gaps[0]?.reasons).toEqual(['C06 is hearsay: nobody answers for it.'])
    expect(unattributed.findings.map(({ sentence }) => sentence)).toEqual([
      'None of what leads here gives an origin: 1 unresolved.',
    ])
    expect((await ofClaim('C07')).list).toMatchObject([
      {
        label: 'Antony Blinken',
        source: { kind: 'actor' },
        reasons: ['Antony Blinken is the claimant of C07.'],
        carrierCount: 1,
      },
    ])
  })

  it('count those of an event once each', async () => {
    await importSample()
    const id = (await idsOf('events')).get('E02') as EventId
    const report = await lists.file.call('analysis.origins', { target: { kind: 'event', id } })
    expect(report.summary).toBe('1 document, 1 outlet, 2 independent origins, 1 unresolved')
  })

  it('say in a sentence why two claims are one origin, and count them apart where that is switched off', async () => {
    await importSample()
    const ids = await idsOf('claims')
    const end = (ref: string) => ({ kind: 'claim' as const, id: ids.get(ref) ?? '' })
    await lists.file.call('relations.add', { from: end('C08'), to: end('C07'), type: 'supports' })
    const together = await ofClaim('C07')
    expect(together.origins).toBe(1)
    expect(together.list[0]?.reasons).toContain('C07 and C08 both come from Antony Blinken: one origin.')
    expect(together.findings.map(({ flag }) => flag)).toEqual(['self-confirmation'])
    expect((await ofClaim('C07', { claimant: false, owner: true, evidence: true })).origins).toBe(2)
  })
})

describe('the chain to draw', () => {
  it('leads from the origin at the left to the claim at the right, what was read told from what was only cited', async () => {
    await lists.importText('ref,statement,claimant,document,outlet\nA,One,,First,Kyodo\nB,Two,Someone,Second,NHK\n')
    const ids = await idsOf('claims')
    const { carriages } = await lists.file.call('claims.get', { id: ids.get('A') as ClaimId })
    const [first] = carriages
    await lists.file.call('carriages.update', { id: first?.id ?? ('' as never), patch: { linkRead: true } })
    await lists.file.call('relations.add', {
      from: { kind: 'document', id: first?.documentId ?? '' },
      to: { kind: 'claim', id: ids.get('B') ?? '' },
      type: 'cites',
    })
    const { chain } = await ofClaim('A')
    expect(chain.nodes.map(({ kind, label, layer, isRead }) => [kind, label, layer, isRead])).toEqual([
      ['origin', 'Someone', 0, null],
      ['claim', 'A', 4, null],
      ['document', 'First', 3, true],
      ['claim', 'B', 2, null],
      ['document', 'Second', 1, null],
    ])
    const labels = new Map(chain.nodes.map(({ id, label }) => [id, label]))
    expect(chain.edges.map(({ from, to, kind }) => [labels.get(from), kind, labels.get(to)]).sort()).toEqual([
      ['B', 'cites', 'First'],
      ['First', 'carries', 'A'],
      ['Second', 'carries', 'B'],
      ['Someone', 'says', 'Second'],
    ])
  })
})
