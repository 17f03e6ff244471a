import { describe, expect, it } from 'vitest'
import type { ClaimId } from './ids.ts'
import { changesSince, freeze, type EvidenceNow } from './stale.ts'

const at = '2026-11-27T10:00:00.000Z'
const id = (last: number): ClaimId => `01890000-0000-7000-8000-00000000000${last}` as ClaimId
const other = { id: id(2), ref: 'C02' }
const base: EvidenceNow = {
  claimId: id(1),
  ref: 'C01',
  statement: 'They are in Kursk',
  reliability: 'B',
  credibility: '2',
  status: 'open',
  isTrashed: false,
  against: [],
}
const since = (then: Partial<EvidenceNow>, now: Partial<EvidenceNow>): [string, string][] =>
  changesSince(freeze({ ...base, ...then }, at), { ...base, ...now }).map(({ kind, sentence }) => [kind, sentence])

describe('what changed of a piece of evidence', () => {
  it.each<[string, Partial<EvidenceNow>, Partial<EvidenceNow>, [string, string][]]>([
    ['nothing', {}, {}, []],
    ['nothing of what was there all along', { against: [other] }, { against: [other] }, []],
    ['its reliability', {}, { reliability: 'E' }, [['reliability', 'C01 was regraded: reliability B then, E now.']]],
    [
      'its credibility, from unset',
      { credibility: null },
      { credibility: '6' },
      [['credibility', 'C01 was regraded: credibility unset then, 6 now.']],
    ],
    [
      'both axes, each by itself',
      {},
      { reliability: null, credibility: '5' },
      [
        ['reliability', 'C01 was regraded: reliability B then, unset now.'],
        ['credibility', 'C01 was regraded: credibility 2 then, 5 now.'],
      ],
    ],
    ['its status', {}, { status: 'retracted' }, [['status', 'C01 is retracted now, and was open.']]],
    ['the trash', {}, { isTrashed: true }, [['trashed', 'C01 is in the trash.']]],
    ['the way back', { isTrashed: true }, {}, [['trashed', 'C01 is back from the trash.']]],
    ['its words', {}, { statement: 'They are near Kursk' }, [['statement', 'C01 says something else than it did.']]],
    ['a contradiction', {}, { against: [other] }, [['contradicted', 'C01 is newly contradicted by C02.']]],
    ['a contradiction less', { against: [other] }, { against: [] }, []],
    [
      'several contradictions, some without a reference',
      { against: [other] },
      { against: [other, { id: id(3), ref: 'C03' }, { id: id(4), ref: null }, { id: id(5), ref: null }] },
      [['contradicted', 'C01 is newly contradicted by C03 and 2 other claims.']],
    ],
    [
      'a contradiction by a claim without a reference',
      {},
      { against: [{ id: id(4), ref: null }] },
      [['contradicted', 'C01 is newly contradicted by 1 claim.']],
    ],
    [
      'the words of a claim without a reference',
      {},
      { ref: null, status: 'disputed' },
      [['status', 'A claim without a reference is disputed now, and was open.']],
    ],
  ])('%s', (_what, then, now, told) => expect(since(then, now)).toEqual(told))

  it('keeps both values and the claims that it is contradicted by', () => {
    const [regraded, contradicted] = changesSince(freeze(base, at), { ...base, reliability: 'F', against: [other] })
    expect(regraded).toMatchObject({ from: 'B', to: 'F', against: [] })
    expect(contradicted).toMatchObject({ from: null, to: null, against: [other] })
  })

  it('does not compare what an earlier version did not keep', () => {
    const old = { at, reliability: 'B', credibility: '2', status: 'open' }
    expect(changesSince(old, { ...base, statement: 'Other words', against: [other] })).toEqual([])
    expect(changesSince(old, { ...base, isTrashed: true }).map(({ kind }) => kind)).toEqual(['trashed'])
    expect(changesSince(old, { ...base, status: 'superseded' }).map(({ kind }) => kind)).toEqual(['status'])
  })
})
