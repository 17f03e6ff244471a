import fc from 'fast-check'
import { expect, it } from 'vitest'
import { marksOf, RowIndex } from './row-index.ts'

it('knows the first row of each key, and whether a later one says the same', () => {
  const rows = fc.array(fc.tuple(fc.nat(2000), fc.nat(2)), { maxLength: 6000 })
  fc.assert(
    fc.property(rows, (made) => {
      const index = new RowIndex()
      const first = new Map<number, { line: number; content: number }>()
      made.forEach(([key, content], at) => {
        const line = at + 2
        const known = first.get(key)
        if (!known) first.set(key, { line, content })
        const expected = known ? { line: known.line, isSame: known.content === content } : null
        expect(index.note(marksOf(String(key), String(content)), line)).toEqual(expected)
      })
    }),
    { numRuns: 30 },
  )
})
