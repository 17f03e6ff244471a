import fc from 'fast-check'
import { claimBases } from '../../../../shared/vocabulary.ts'
import type { World } from './test-world.ts'

const claims = ['A', 'B', 'C', 'D', 'E', 'F', 'G']
const documents = ['d1', 'd2', 'd3', 'd4', 'd5']
const events = ['X', 'Y']
const people = ['P', 'Q', 'R', 'S']
const outlets = ['N', 'O']

const rarely = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined, freq: 1 })
const often = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined, freq: 3 })
const from = (names: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...names)

const claim = fc.record({
  by: often(from([...people, 'Unattributed'])),
  basis: from(claimBases),
  in: fc
    .uniqueArray(fc.tuple(from(documents), from(['origin', 'carries', 'carries', 'comments'])), {
      maxLength: 2,
      selector: ([title]) => title,
    })
    .map((carriages) => carriages.map(([title, role]) => `${title}:${role}`)),
  event: rarely(from(events)),
  status: from(['open', 'open', 'open', 'retracted']),
  trashed: fc.constantFrom(false, false, false, false, true),
  credibility: from(['1', '2']),
})
const document = fc.record({
  outlet: often(from(outlets)),
  language: from(['en', 'ko', 'ru']),
  trashed: fc.constantFrom(false, false, false, true),
})
const relation = fc
  .tuple(
    from([...claims, ...documents]),
    from(['', '', '', 'maybe ']),
    from(['repeats', 'cites', 'supports', 'same as', 'about', 'retracts']),
    from([...claims, ...documents, ...events]),
  )
  .filter(([subject, , , object]) => subject !== object)
  .map(([subject, mark, type, object]) => `${subject} ${mark}${type} ${object}`)

const byName = <T>(names: readonly string[], value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
  fc
    .tuple(...names.map(() => value))
    .map((values) => Object.fromEntries(names.map((name, index) => [name, values[index] as T])))

/** Small worlds in which anything is related to anything. */
export const randomWorld: fc.Arbitrary<World> = fc
  .record({
    claims: byName(claims, claim),
    documents: byName(documents, document),
    events: byName(events, fc.record({ kind: from(['combat', 'briefing']) })),
    outlets: fc.dictionary(from(outlets), from(people)),
    actors: fc.dictionary(from(people), from(people)),
    relations: fc.array(relation, { maxLength: 14 }),
  })
  .map((world) => world as unknown as World)
