import { describe, expect, it } from 'vitest'
import { collapseAll, summaryLine, type Collapse } from '../../../../shared/origins.ts'
import type { Origins } from './origins.ts'
import { originsIn } from './test-origins.ts'
import type { World } from './test-world.ts'

const whys = (origins: Origins): string[] =>
  [...origins.list, ...origins.gaps].flatMap(({ roots }) => roots.map(({ why }) => why)).sort()

describe('what counts as an origin', () => {
  const cases: [string, World, origins: number, unresolved: number, ...string[]][] = [
    ['a named claimant', { claims: { A: { by: 'P', in: ['d'] } } }, 1, 0, 'claimant'],
    [
      'a named claimant, basis not known',
      { claims: { A: { by: 'P', basis: 'unknown' } } },
      1,
      0,
      'claimant, basis not known',
    ],
    ['hearsay of somebody', { claims: { A: { by: 'P', basis: 'hearsay', in: ['d', 'e'] } } }, 0, 1, 'hearsay'],
    ['anonymous officials', { claims: { A: { by: 'P', basis: 'anonymous officials' } } }, 0, 1, 'anonymous officials'],
    [
      'a claimant who is nobody',
      { claims: { A: { by: 'Unattributed reports', basis: 'official', in: ['d'] } } },
      0,
      1,
      'nobody named',
    ],
    ['nobody, in a document that only carries it', { claims: { A: { in: ['d'] } } }, 0, 1, 'nobody named'],
    ['nobody, in no document', { claims: { A: {} } }, 0, 1, 'nobody named'],
    [
      'nobody, in two documents that do not say where they have it from',
      { claims: { A: { in: ['d', 'e'] } } },
      0,
      2,
      'nobody named',
      'nobody named',
    ],
    ['a document that is the origin', { claims: { A: { in: ['d:origin'] } } }, 1, 0, 'reported by itself'],
    [
      'an origin, and documents that pass it on',
      { claims: { A: { in: ['d:origin', 'e', 'f'] } } },
      1,
      0,
      'reported by itself',
    ],
    [
      'hearsay in a document that is the origin',
      { claims: { A: { basis: 'hearsay', in: ['d:origin'] } } },
      0,
      1,
      'hearsay',
    ],
    ['a document that only comments', { claims: { A: { in: ['d:comments'] } } }, 0, 1, 'nobody named'],
    [
      'a document in the trash',
      { documents: { d: { trashed: true } }, claims: { A: { in: ['d:origin'] } } },
      0,
      1,
      'nobody named',
    ],
    [
      'what documents repeat',
      { claims: { A: { in: ['d', 'e', 'w:origin'] } }, relations: ['d repeats w', 'e repeats d'] },
      1,
      0,
      'reported by itself',
    ],
    [
      'documents that rest on one that is no origin',
      { claims: { A: { in: ['d', 'e'] } }, relations: ['d repeats w', 'e cites w'] },
      0,
      1,
      'nobody named',
    ],
    [
      'what the claim repeats',
      { claims: { A: { by: 'P' }, B: { by: 'Q' } }, relations: ['A repeats B'] },
      1,
      0,
      'claimant',
    ],
    [
      'what a cited document cites',
      { claims: { A: { in: ['d'] }, B: { by: 'Q' } }, relations: ['A cites x', 'x cites B'] },
      1,
      0,
      'claimant',
    ],
    [
      'a cited document that carries a support',
      { claims: { A: {}, B: { by: 'Q', in: ['x'] } }, relations: ['B supports A', 'A cites x'] },
      1,
      0,
      'claimant',
    ],
    [
      'a support of its own',
      { claims: { A: { by: 'P' }, B: { by: 'Q' } }, relations: ['B supports A'] },
      2,
      0,
      'claimant',
      'claimant',
    ],
    [
      'a support of a support',
      { claims: { A: { by: 'P' }, B: { by: 'Q' }, C: { by: 'R' } }, relations: ['B supports A', 'C supports B'] },
      3,
      0,
      'claimant',
      'claimant',
      'claimant',
    ],
    [
      'a support that was retracted',
      { claims: { A: { by: 'P' }, B: { by: 'Q', status: 'retracted' } }, relations: ['B supports A'] },
      1,
      0,
      'claimant',
    ],
    [
      'a support that another claim retracts',
      { claims: { A: { by: 'P' }, B: { by: 'Q' }, C: { by: 'Q' } }, relations: ['B supports A', 'C retracts B'] },
      1,
      0,
      'claimant',
    ],
    [
      'a support in the trash',
      { claims: { A: { by: 'P' }, B: { by: 'Q', trashed: true } }, relations: ['B supports A'] },
      1,
      0,
      'claimant',
    ],
    [
      'an origin that was retracted',
      { claims: { A: { by: 'P' }, B: { by: 'Q', status: 'retracted' } }, relations: ['A repeats B'] },
      0,
      1,
      'retracted',
    ],
    ['itself, though it was retracted', { claims: { A: { by: 'P', status: 'retracted' } } }, 1, 0, 'claimant'],
    [
      'a support that is only suggested',
      { claims: { A: { by: 'P' }, B: { by: 'Q' } }, relations: ['B maybe supports A'] },
      1,
      0,
      'claimant',
    ],
    [
      'a support that was rejected',
      { claims: { A: { by: 'P' }, B: { by: 'Q' } }, relations: ['B not supports A'] },
      1,
      0,
      'claimant',
    ],
    [
      'a claim that contradicts',
      { claims: { A: { by: 'P' }, B: { by: 'Q' } }, relations: ['B contradicts A'] },
      1,
      0,
      'claimant',
    ],
    [
      'the same claim entered twice',
      { claims: { A: { in: ['d'] }, B: { by: 'P', in: ['e'] } }, relations: ['A same as B'] },
      1,
      0,
      'claimant',
    ],
    [
      'a ring of two claims',
      { claims: { A: { by: 'P' }, B: { by: 'Q' } }, relations: ['A cites B', 'B cites A'] },
      0,
      1,
      'circle',
    ],
    [
      'a ring of three claims',
      {
        claims: { A: { by: 'P' }, B: { by: 'Q' }, C: { by: 'R' } },
        relations: ['A cites B', 'B repeats C', 'C cites A'],
      },
      0,
      1,
      'circle',
    ],
    [
      'a ring with a way out',
      {
        claims: { A: { by: 'P' }, B: { by: 'Q' }, C: { by: 'R' } },
        relations: ['A cites B', 'B cites A', 'B cites C'],
      },
      1,
      0,
      'claimant',
    ],
    [
      'a ring of two documents',
      { claims: { A: { in: ['d'] } }, relations: ['d cites e', 'e cites d'] },
      0,
      1,
      'circle',
    ],
    [
      'a ring of documents under a named claimant',
      { claims: { A: { by: 'P', in: ['d'] } }, relations: ['d cites e', 'e cites d'] },
      1,
      0,
      'claimant',
    ],
  ]
  it.each(cases)('%s', (_what, world, origins, unresolved, ...reasons) => {
    const found = originsIn(world)
    expect([found.origins, found.unresolved, whys(found)]).toEqual([origins, unresolved, reasons])
  })
})

describe('what counts as one origin', () => {
  const one = (by: keyof Collapse): Collapse => ({ claimant: false, owner: false, evidence: false, [by]: true })
  const none: Collapse = { claimant: false, owner: false, evidence: false }
  const cases: [string, World, keyof Collapse, together: number, apart: number][] = [
    [
      'the same claimant',
      { claims: { A: { by: 'P' }, B: { by: 'P' }, C: { by: 'Q' } }, relations: ['B supports A', 'C supports A'] },
      'claimant',
      2,
      3,
    ],
    [
      'the same outlet reporting twice',
      { documents: { d: { outlet: 'O' }, e: { outlet: 'O' } }, claims: { A: { in: ['d:origin', 'e:origin'] } } },
      'claimant',
      1,
      2,
    ],
    [
      'claimants of one state',
      { claims: { A: { by: 'P' }, B: { by: 'Q' } }, actors: { P: 'M', M: 'S', Q: 'S' }, relations: ['B supports A'] },
      'owner',
      1,
      2,
    ],
    [
      'a claimant and what it belongs to',
      { claims: { A: { by: 'P' }, B: { by: 'S' } }, actors: { P: 'S' }, relations: ['B supports A'] },
      'owner',
      1,
      2,
    ],
    [
      'affiliations that go round',
      { claims: { A: { by: 'P' }, B: { by: 'Q' } }, actors: { P: 'Q', Q: 'P' }, relations: ['B supports A'] },
      'owner',
      1,
      2,
    ],
    [
      'an outlet and a claimant of its owner',
      {
        documents: { d: { outlet: 'O' } },
        outlets: { O: 'S' },
        claims: { A: { in: ['d:origin'] }, B: { by: 'P' } },
        actors: { P: 'S' },
        relations: ['B supports A'],
      },
      'owner',
      1,
      2,
    ],
    [
      'documents that cite the same document',
      {
        claims: { A: { by: 'P', in: ['d'] }, B: { by: 'Q', in: ['e'] } },
        relations: ['B supports A', 'd cites x', 'e cites x'],
      },
      'evidence',
      1,
      2,
    ],
    [
      'claims that cite the same document',
      {
        claims: { A: { by: 'P' }, B: { by: 'Q' } },
        relations: ['B supports A', 'A cites x', 'B cites y', 'y cites x'],
      },
      'evidence',
      1,
      2,
    ],
    [
      'claims that cite the same event',
      {
        events: { E: {} },
        claims: { A: { by: 'P' }, B: { by: 'Q' } },
        relations: ['B supports A', 'A cites E', 'B cites E'],
      },
      'evidence',
      1,
      2,
    ],
    [
      'reports about the same briefing',
      {
        events: { E: { kind: 'press briefing' } },
        claims: { A: { in: ['d:origin'] }, B: { in: ['e:origin'] } },
        relations: ['B supports A', 'd about E', 'e about E'],
      },
      'evidence',
      1,
      2,
    ],
    [
      'reports about the same battle',
      {
        events: { E: { kind: 'combat' } },
        claims: { A: { in: ['d:origin'] }, B: { in: ['e:origin'] } },
        relations: ['B supports A', 'd about E', 'e about E'],
      },
      'evidence',
      2,
      2,
    ],
    [
      'two people quoted in one article',
      { claims: { A: { by: 'P', in: ['d'] }, B: { by: 'Q', in: ['d'] } }, relations: ['B supports A', 'd cites x'] },
      'evidence',
      2,
      2,
    ],
    [
      'a report and the document that it cites',
      { claims: { A: { by: 'P', in: ['d'] }, B: { by: 'Q', in: ['e'] } }, relations: ['B supports A', 'e cites d'] },
      'evidence',
      1,
      2,
    ],
  ]
  it.each(cases)('%s', (_what, world, by, together, apart) => {
    const found = originsIn(world, one(by))
    expect(found.origins).toBe(together)
    expect(found.list.flatMap(({ joints }) => joints.map((joint) => joint.by))).toEqual(together < apart ? [by] : [])
    expect(originsIn(world, none).origins).toBe(apart)
    expect(originsIn(world, { ...collapseAll, [by]: false }).origins).toBe(apart)
  })
})

describe('the origins of an event', () => {
  it('are those of its claims, without the retracted ones', () => {
    const found = originsIn(
      {
        events: { A: {}, B: {}, X: {} },
        claims: {
          C1: { by: 'P', event: 'A', in: ['d'] },
          C2: { by: 'Q', event: 'A', status: 'retracted' },
          C3: { by: 'R', in: ['e'] },
          C4: { by: 'S', event: 'B' },
          C5: { by: 'T', event: 'X' },
          C6: { basis: 'hearsay', event: 'A', in: ['d'] },
        },
        relations: ['C3 about A', 'B same as A'],
      },
      collapseAll,
      'event',
    )
    expect(summaryLine(found)).toBe('2 documents, 0 outlets, 3 independent origins, 1 unresolved')
  })

  it('are none, and nothing stands out, where it has no claims', () => {
    const found = originsIn({ events: { A: {} } }, collapseAll, 'event')
    expect([found.origins, found.unresolved, found.flags]).toEqual([0, 0, []])
  })
})
