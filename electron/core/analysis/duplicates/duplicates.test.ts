import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DuplicateClaim } from './duplicate-claim.ts'
import type { DuplicatePair } from './duplicate-pair.ts'
import { Duplicates, findDuplicates } from './duplicates.ts'
import { NameTable } from './names.ts'

const names = new NameTable()

const claim = (num: number, statement: string, more: Partial<DuplicateClaim> = {}): DuplicateClaim => ({
  num,
  ref: `C${num}`,
  statement,
  translation: null,
  claimant: `actor ${num}`,
  said: null,
  published: null,
  topic: null,
  event: null,
  outlet: null,
  ...more,
})
const found = (...claims: DuplicateClaim[]): DuplicatePair[] => [...findDuplicates(claims, names)]
const brief = (pairs: Iterable<DuplicatePair>): string[] =>
  [...pairs].map(({ rule, kind, from, to }) => `${from} ${rule} ${to} (${kind})`).sort()

const kursk = 'About 11,000 North Korean soldiers are in the Kursk region'

describe('which pairs are found', () => {
  test.each([
    ['a copy', 'about 11 000 North Korean soldiers are in the Kursk Region.', ['2 same words 1 (copy)']],
    ['other words', 'Around 11,000 North Korean soldiers are now in the Kursk region', ['2 same words 1 (paraphrase)']],
    [
      'the number in words',
      'About eleven thousand North Korean soldiers are in the Kursk region',
      ['2 same words 1 (copy)'],
    ],
    ['another number', 'About 8,000 North Korean soldiers are in the Kursk region', []],
    ['another number in words', 'About 11 North Korean soldiers are in the Kursk region', []],
    ['no number', 'North Korean soldiers are in the Kursk region', []],
    ['another matter', 'The treaty was ratified in Moscow by the upper house', []],
    ['not', 'About 11,000 North Korean soldiers are not in the Kursk region', ['2 denial 1 (copy)']],
    ['a bound', 'No fewer than 11,000 North Korean soldiers are in the Kursk region', ['2 same words 1 (paraphrase)']],
    [
      'denied',
      'Russia denied that about 11,000 North Korean soldiers are in the Kursk region',
      ['2 denial 1 (paraphrase)'],
    ],
  ])('%s', (_, statement, expected) => {
    expect(brief(found(claim(1, kursk), claim(2, statement)))).toEqual(expected)
  })

  test.each([
    ['Russian', 'Около 11 тысяч северокорейских солдат находятся в Курской области'],
    ['Ukrainian', 'Близько 11 тис. північнокорейських військових перебувають у Курській області'],
    ['Korean', '북한군 약 1만 1천명이 쿠르스크 지역에 있다'],
    ['Korean, thousands in figures', '북한 병사 약 11,000명이 쿠르스크주에 배치됐다'],
  ])('a translation into %s, of the same topic or week', (_, statement) => {
    const topic = { topic: 'deployment' }
    expect(brief(found(claim(1, kursk, topic), claim(2, statement, topic)))).toEqual(['2 same words 1 (translation)'])
    const week = [claim(1, kursk, { said: '2024-11-01' }), claim(2, statement, { said: '2024-11-08' })]
    expect(brief(found(...week))).toEqual(['2 same words 1 (translation)'])
    const later = [claim(1, kursk, { said: '2024-11-01' }), claim(2, statement, { said: '2024-11-09' })]
    expect(found(...later)).toEqual([])
  })

  test('a denial in Russian, and in Korean', () => {
    const russian = 'Северокорейские солдаты воюют против украинских сил в Курской области'
    const denied = 'Северокорейские солдаты не воюют против украинских сил в Курской области'
    expect(brief(found(claim(1, russian), claim(2, denied)))).toEqual(['2 denial 1 (copy)'])
    const korean = '북한은 러시아에 병력을 보냈다고 국방부가 밝혔다'
    const refused = '북한은 러시아에 병력을 보냈다고 국방부가 밝혔다는 것을 부인했다'
    expect(brief(found(claim(1, korean), claim(2, refused)))).toEqual(['2 denial 1 (paraphrase)'])
  })

  test('without delay is no denial', () => {
    const clause = '조약은 무력 침공을 받으면 지체 없이 군사 원조를 제공할 의무를 규정한다'
    const other = '조약은 무력 침공을 받으면 군사 원조를 제공할 의무를 규정한다'
    expect(brief(found(claim(1, clause), claim(2, other)))).toEqual(['2 same words 1 (paraphrase)'])
  })

  test('a statement is found by the translation of another claim', () => {
    const original = claim(2, '평양은 동부 훈련장에 관한 보도를 확인해 주기를 거절했다', {
      translation: 'Pyongyang declined to confirm the report on training grounds in the east',
    })
    const english = claim(1, 'Pyongyang declined to confirm the report on training grounds in the east')
    expect(brief(found(english, original))).toEqual(['2 same words 1 (translation)'])
  })

  test('names of actors count by their aliases, whatever the script', () => {
    const actors = [{ name: 'Andriy Kovalenko', aliases: ['Андрей Коваленко', '안드리 코발렌코'] }]
    const table = new NameTable(actors)
    const topic = { topic: 'losses' }
    const pairs = findDuplicates(
      [
        claim(1, 'Andriy Kovalenko counts 300 North Korean losses', topic),
        claim(2, 'По словам Андрея Коваленко, 300 потерь у КНДР', topic),
        claim(3, 'Андрей Коваленко: северокорейские потери 300', topic),
      ],
      table,
    )
    expect(brief(pairs)).toContain('3 same words 1 (translation)')
  })
})

describe('direction and rule', () => {
  test('the one said later repeats, else the one published later, else the one with the higher reference', () => {
    const later = { said: '2024-11-06', published: '2024-11-01' }
    expect(brief(found(claim(1, kursk, later), claim(2, kursk, { said: '2024-11-05' })))).toEqual([
      '1 same words 2 (copy)',
    ])
    expect(
      brief(found(claim(1, kursk, { published: '2024-11-06' }), claim(2, kursk, { published: '2024-11-05' }))),
    ).toEqual(['1 same words 2 (copy)'])
    expect(brief(found(claim(1, kursk, { ref: 'C10' }), claim(2, kursk, { ref: 'C9' })))).toEqual([
      '1 same words 2 (copy)',
    ])
  })

  test('copies of one claimant and date were entered twice', () => {
    const who = { claimant: 'a', said: '2024-11' }
    expect(brief(found(claim(1, kursk, who), claim(2, kursk, who)))).toEqual(['2 entered twice 1 (copy)'])
    expect(brief(found(claim(1, kursk, who), claim(2, kursk, { ...who, said: '2024-12' })))).toEqual([
      '2 same words 1 (copy)',
    ])
    const nobody = { claimant: null, said: '2024-11' }
    expect(brief(found(claim(1, kursk, nobody), claim(2, kursk, nobody)))).toEqual(['2 same words 1 (copy)'])
  })

  test('the reason is one sentence with the names, the share and who is later', () => {
    const [pair] = found(
      claim(12, kursk, { said: '2024-11-05', outlet: 1 }),
      claim(31, 'Around 11,000 North Korean soldiers are now in the Kursk region', { said: '2024-11-06', outlet: 2 }),
    )
    expect(pair?.reason).toBe('C31 and C12 say nearly the same (60 % of their words), by other outlets; C31 is later.')
  })

  test('the inputs change with statement, translation, claimant and date only', () => {
    const inputs = (more: Partial<DuplicateClaim>): string | undefined =>
      found(claim(1, kursk), claim(2, kursk, more))[0]?.inputs
    const first = inputs({})
    for (const more of [{ topic: 't' }, { event: 3 }, { outlet: 3 }, { published: '2024' }, { ref: 'Z' }])
      expect(inputs(more)).toBe(first)
    for (const more of [{ statement: `${kursk}.` }, { translation: 'x' }, { claimant: 'b' }, { said: '2024' }])
      expect(inputs(more)).not.toBe(first)
  })
})

test('a thousand copies are linked to the earliest one only', () => {
  const claims = Array.from({ length: 1000 }, (_, at) => claim(at + 1, kursk))
  const pairs = found(...claims)
  expect(pairs).toHaveLength(999)
  expect(pairs.every(({ to }) => to === 1)).toBe(true)
})

const texts = [
  kursk,
  `${kursk}.`,
  'Around 11,000 North Korean soldiers are now in the Kursk region',
  'About 11,000 North Korean soldiers are not in the Kursk region',
  'About 8,000 North Korean soldiers are in the Kursk region',
  'Около 11 тысяч северокорейских солдат находятся в Курской области',
  'Около 11 тысяч северокорейских солдат сейчас в Курской области',
  '북한군 약 1만 1천명이 쿠르스크 지역에 있다',
  '',
]
const anyClaim = fc.record({
  num: fc.integer({ min: 1, max: 12 }),
  text: fc.constantFrom(...texts),
  translation: fc.constantFrom(null, null, ...texts),
  claimant: fc.constantFrom(null, 'a', 'b'),
  said: fc.constantFrom(null, '2024-11-05', '2024-11'),
  topic: fc.constantFrom(null, 't'),
})
const change = fc.oneof(
  { weight: 4, arbitrary: anyClaim },
  { weight: 1, arbitrary: fc.record({ gone: fc.integer({ min: 1, max: 12 }) }) },
)

test('what changes one by one, in any order, comes to what is found at once', () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 25 }), (changes) => {
      const kept = new Duplicates(names)
      const claims = new Map<number, DuplicateClaim>()
      const stored = new Map<number, DuplicatePair[]>()
      for (const step of changes) {
        const num = 'gone' in step ? step.gone : step.num
        let affected: Set<number>
        if ('gone' in step) {
          affected = kept.remove(num)
          claims.delete(num)
          stored.delete(num)
        } else {
          const { text, ...fields } = step
          claims.set(num, claim(num, text, fields))
          affected = kept.set(claim(num, text, fields))
        }
        for (const other of affected) stored.set(other, kept.pairsFrom(other))
        const whole = [...findDuplicates([...claims.values()].reverse(), names)]
        expect(sorted([...stored.values()].flat())).toEqual(sorted(whole))
      }
      for (const num of claims.keys()) {
        const own = [...stored.values()].flat().filter(({ from, to }) => from === num || to === num)
        expect(sorted(kept.pairsOf(num))).toEqual(sorted(own))
      }
    }),
    { numRuns: 150, seed: 5 },
  )
})

const sorted = (pairs: readonly DuplicatePair[]): string[] => pairs.map((pair) => JSON.stringify(pair)).sort()
