import { expect, it } from 'vitest'
import { cutAtNames } from './cut-at-names.ts'

it.each([
  [
    'C1 is newly contradicted by C12 and C3.',
    ['C1', 'C12', 'C3'],
    ['C1', ' is newly contradicted by ', 'C12', ' and ', 'C3', '.'],
  ],
  ['C12 is newly contradicted by C1.', ['C12', 'C1'], ['C12', ' is newly contradicted by ', 'C1', '.']],
  ['C12 is in the trash.', ['C12', 'C9'], ['C12', ' is in the trash.']],
  ['Nothing is named.', [], ['Nothing is named.']],
])('cuts “%s” at its names', (sentence, names, parts) => {
  expect(cutAtNames(sentence, names)).toEqual(parts)
  expect(cutAtNames(sentence, names).join('')).toBe(sentence)
})
