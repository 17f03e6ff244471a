import { describe, expect, it } from 'vitest'
import { summaryLine } from '../../../../shared/origins.ts'
import { originsIn } from './test-origins.ts'
import type { World } from './test-world.ts'

const wire = ['d1', 'd2', 'd3', 'd4', 'd5', 'd6', 'd7', 'd8', 'd9', 'd10', 'd11', 'd12', 'd13', 'd14']

describe('what stands out', () => {
  const cases: [string, World, ...string[]][] = [
    ['nothing about one claim of one claimant in one document', { claims: { A: { by: 'P', in: ['d'] } } }],
    ['one claimant in two documents', { claims: { A: { by: 'P', in: ['d', 'e'] } } }, 'single origin'],
    [
      'nothing about two people in one article',
      { claims: { A: { by: 'P', in: ['d'] }, B: { by: 'Q', in: ['d'] } }, relations: ['B supports A'] },
    ],
    [
      'documents that repeat one',
      { claims: { A: { in: ['d', 'e', 'w:origin'] } }, relations: ['d repeats w', 'e repeats w'] },
      'support collapse',
      'single origin',
    ],
    [
      'supports that cite one document',
      {
        claims: { A: { by: 'P' }, B: { by: 'Q', in: ['d'] }, C: { by: 'R', in: ['e'] } },
        relations: ['B supports A', 'C supports A', 'B cites x', 'C cites x'],
      },
      'support collapse',
    ],
    [
      'a support that rests on what it supports',
      { claims: { A: { by: 'P' }, B: { by: 'Q' } }, relations: ['B supports A', 'B repeats A'] },
      'support collapse',
      'self-confirmation',
    ],
    [
      'nothing about a claim that is only repeated',
      {
        claims: { A: { by: 'P', in: ['d'] }, B: { by: 'Q' }, C: { by: 'R' } },
        relations: ['B repeats A', 'C repeats A'],
      },
    ],
    [
      'a ring of two',
      { claims: { A: { by: 'P' }, B: { by: 'Q' } }, relations: ['A cites B', 'B cites A'] },
      'cycle',
      'self-confirmation',
      'no origin',
    ],
    [
      'a ring by way of carriers',
      { claims: { A: { in: ['d'] }, B: { in: ['e'] } }, relations: ['d cites B', 'e cites A'] },
      'cycle',
      'no origin',
    ],
    [
      'a claimant citing the outlet that cites it',
      { claims: { A: { by: 'P', in: ['s'] } }, relations: ['A cites x', 'x cites A'] },
      'cycle',
      'self-confirmation',
    ],
    [
      'a claimant citing a document that carries another claim of theirs',
      { claims: { A: { by: 'P' }, B: { by: 'P', in: ['x'] } }, relations: ['A cites x'] },
      'self-confirmation',
    ],
    [
      'a claimant citing an earlier claim of theirs by way of another',
      { claims: { A: { by: 'P' }, B: { by: 'Q' }, C: { by: 'P' } }, relations: ['A cites B', 'B cites C'] },
      'self-confirmation',
    ],
    [
      'nothing about a claimant who says it again',
      { claims: { A: { by: 'P' }, B: { by: 'P' } }, relations: ['A repeats B'] },
    ],
    [
      'a support that has it from the claimant',
      { claims: { A: { by: 'P' }, B: { by: 'Q' }, C: { by: 'P' } }, relations: ['B supports A', 'B cites C'] },
      'self-confirmation',
    ],
    [
      'an outlet that cites itself',
      { documents: { d: { outlet: 'O' }, e: { outlet: 'O' } }, claims: { A: { in: ['d'] } }, relations: ['d cites e'] },
      'self-confirmation',
      'no origin',
    ],
    [
      'an outlet that cites itself by way of another',
      {
        documents: { d: { outlet: 'O' }, e: { outlet: 'N' }, f: { outlet: 'O' } },
        claims: { A: { by: 'P', in: ['d'] } },
        relations: ['d cites e', 'e cites f'],
      },
      'self-confirmation',
    ],
    [
      'nothing about a document that cites the claim that it carries',
      { claims: { A: { by: 'P', in: ['d'] } }, relations: ['d cites A'] },
    ],
    [
      'translations of one report',
      {
        documents: { d: { language: 'ko' }, e: { language: 'en-GB' }, f: { language: 'en-US' } },
        claims: { A: { in: ['d:origin', 'e', 'f'] } },
      },
      'single origin',
      'translated echo',
    ],
    [
      'no echo of two origins in two languages',
      { documents: { d: { language: 'ko' }, e: { language: 'en' } }, claims: { A: { in: ['d:origin', 'e:origin'] } } },
    ],
    ['nobody', { claims: { A: { in: ['d'] } } }, 'no origin'],
    ['graded 1 on one origin', { claims: { A: { by: 'P', credibility: '1' } } }, 'graded 1 without two origins'],
    ['nothing about a reasoned 1', { claims: { A: { by: 'P', credibility: '1', reason: 'Seen on film' } } }],
    [
      'nothing about a 1 on two origins',
      { claims: { A: { by: 'P', credibility: '1' }, B: { by: 'Q' } }, relations: ['B supports A'] },
    ],
  ]
  it.each(cases)('%s', (_what, world, ...flags) => {
    expect(originsIn(world).flags).toEqual(flags)
  })

  it('sees one origin in a wire story that 14 documents of 5 outlets carry', () => {
    const documents = Object.fromEntries(wire.map((title, index) => [title, { outlet: `O${index % 5}` }]))
    const claims = { A: { by: 'P', in: wire }, B: { by: 'Q', in: ['d1'] }, C: { basis: 'hearsay', in: ['d2'] } }
    const relations = [...wire.slice(1).map((title) => `${title} repeats d1`), 'B supports A', 'C supports A']
    const found = originsIn({ documents, claims, relations })
    expect(summaryLine(found)).toBe('14 documents, 5 outlets, 2 independent origins, 1 unresolved')
    expect(found.flags).toEqual(['support collapse'])
    const alone = originsIn({ documents, claims: { A: claims.A } })
    expect(summaryLine(alone)).toBe('14 documents, 5 outlets, 1 independent origin')
    expect(alone.flags).toEqual(['single origin'])
  })
})
