import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ClaimId } from '../../../../shared/ids.ts'
import { makeTestLists, type TestLists } from '../../imports/test-lists.ts'
import type { TestCase } from '../../test-case.ts'

let lists: TestLists
let file: TestCase
beforeEach(() => {
  lists = makeTestLists()
  file = lists.file
})
afterEach(() => lists.remove())

const add = async (claimant: string): Promise<ClaimId> =>
  (await file.call('claims.create', { patch: { statement: 'S', claimant, basis: 'official' } })).ids[0] as ClaimId
const rate = (id: ClaimId, reason?: string) =>
  file.call('claims.rate', {
    id,
    rating: { axis: 'credibility', value: '1' },
    ...(reason === undefined ? {} : { reason }),
  })
const graded = async (id: ClaimId): Promise<string | null> => (await file.call('claims.get', { id })).credibility

describe('credibility 1', () => {
  it('is refused on one origin, and taken with a reason', async () => {
    const id = await add('P')
    await expect(rate(id)).rejects.toThrow(/two independent origins confirm, and C01 has one\. Relate a claim/)
    await expect(rate(id, '   ')).rejects.toThrow(/two independent origins/)
    expect(await graded(id)).toBeNull()
    await rate(id, 'Seen on film by two of us')
    expect(await graded(id)).toBe('1')
  })

  it('is taken on two independent origins, and not on two claims of one claimant', async () => {
    const [id, same, other] = [await add('P'), await add('P'), await add('Q')]
    const supports = (from: ClaimId) =>
      file.call('relations.add', { from: { kind: 'claim', id: from }, to: { kind: 'claim', id }, type: 'supports' })
    await supports(same)
    await expect(rate(id)).rejects.toThrow(/C01 has one/)
    await supports(other)
    await rate(id)
    expect(await graded(id)).toBe('1')
  })

  it('of many claims is refused as a whole, and taken with a reason', async () => {
    const ids = [await add('P'), await add('Q')]
    const input = { selection: { ids }, patch: { credibility: '1' as const } }
    await expect(file.call('claims.update', input)).rejects.toThrow(/C01 has one/)
    expect(await graded(ids[1] ?? ('' as ClaimId))).toBeNull()
    expect((await file.call('claims.update', { ...input, reason: 'Both were there' })).count).toBe(2)
  })

  it('of a claim that is only being made is refused, and nothing is made', async () => {
    const patch = { statement: 'S', credibility: '1' as const }
    await expect(file.call('claims.create', { patch })).rejects.toThrow(/a new claim has at most one/)
    expect((await file.call('claims.page', {})).total).toBe(0)
  })

  it('comes in by an import and is only flagged', async () => {
    await lists.importText('ref,statement,claimant,credibility\nA,One,Someone,1\n')
    const { rows } = await file.call('claims.page', {})
    expect(rows[0]?.credibility).toBe('1')
    const report = await file.call('analysis.origins', { target: { kind: 'claim', id: rows[0]?.id as ClaimId } })
    expect(report.findings.map(({ flag }) => flag)).toEqual(['graded 1 without two origins'])
  })
})
