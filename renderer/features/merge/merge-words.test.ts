import { expect, it } from 'vitest'
import { consequences, nameOfField } from './merge-words.ts'

const link = (label: string) => ({ kind: 'claim' as const, id: label, label, detail: '' })

it('says what will happen, a sentence each', () => {
  const moves = [
    { entity: 'carriage', moved: 1, doubles: 1 },
    { entity: 'rating', moved: 1200, doubles: 0 },
    { entity: 'measure', moved: 3, doubles: 0 },
  ]
  expect(consequences('claim', { keep: link('C12'), drop: link('C31'), fields: [], moves })).toEqual([
    'C31 goes to the trash.',
    '1 carrier and 1,200 grades move to C12.',
    '1 carrier stays with C31: C12 already has it.',
    'The merge can be undone at any time, in the history too.',
  ])
  const joins = [{ entity: 'relation', moved: 1, doubles: 2 }]
  expect(consequences('claim', { keep: link('C12'), drop: link('C31'), fields: [], moves: joins }).slice(1, 3)).toEqual(
    ['1 relation moves to C12.', '2 relations stay with C31: C12 already has them, or they join the two.'],
  )
  expect(consequences('actor', { keep: link('A'), drop: link('B'), fields: [], moves: [] })).toContain(
    'The other name of A becomes an alias.',
  )
})

it('calls fields as the window does', () => {
  expect(['quoteLanguage', 'tlp', 'claimant'].map(nameOfField)).toEqual(['Quote language', 'TLP', 'Claimant'])
})
