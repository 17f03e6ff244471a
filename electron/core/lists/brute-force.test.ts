import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { foldText } from '../../../shared/text.ts'
import { words } from '../../../bench/claims-list.ts'
import { makeTestCase, type TestCase } from '../test-case.ts'

// Searches of claims in four languages, held against looking through all their texts.

let file: TestCase
const texts = new Map<string, string>()

const language = fc.constantFrom(...words)
const statement = language.chain((some) =>
  fc.array(fc.constantFrom(...some, 'Ёлка', 'ÄRGER', '"он"', '국정원은', 'трансформаторов', '-', '8,000'), {
    minLength: 1,
    maxLength: 8,
  }),
)

beforeAll(async () => {
  file = makeTestCase()
  const statements = fc.sample(statement, { numRuns: 120, seed: 3 }).map((parts) => parts.join(' '))
  for (const [at, text] of statements.entries()) {
    const actor = at % 7 === 0 ? `Служба ${at}` : null
    const patch = { statement: text, claimant: actor, tags: at % 5 === 0 ? ['파병', 'treaty'] : [] }
    const { ids } = await file.call('claims.create', { patch })
    const [id = ''] = ids
    const { ref } = await file.call('claims.get', { id })
    texts.set(id, [ref ?? '', text, actor ?? '', ...patch.tags].map(foldText).join('\n'))
  }
})
afterAll(() => file.remove())

const found = (word: string): string[] =>
  [...texts].filter(([, text]) => text.includes(foldText(word))).map(([id]) => id)

it('finds any two letters and more, inside words too, whatever their case and accents', async () => {
  const part = fc
    .tuple(fc.constantFrom(...texts.values()), fc.nat(), fc.integer({ min: 2, max: 7 }), fc.boolean())
    .map(([text, at, length, isUpper]) => {
      const letters = [...text].slice(at % text.length, (at % text.length) + length).join('')
      return isUpper ? letters.toUpperCase() : letters
    })
    .filter((word) => word.trim() === word && [...word].length > 1 && !/[\n"]/.test(word))
  await fc.assert(
    fc.asyncProperty(part, async (word) => {
      const search = `"${word}"`
      expect((await file.call('claims.ids', { search })).ids).toEqual(found(word))
      const first = await file.call('claims.first', { search, count: 5 })
      expect(first.rows.map(({ id }) => id)).toEqual(found(word).slice(0, 5))
    }),
    { numRuns: 300, seed: 6 },
  )
})

it('finds what holds several words and not another', async () => {
  const word = fc.constantFrom('kursk', '북한군', 'военн', 'the', 'от', '국정', 'елка', 'arg', 'служба', '파병')
  await fc.assert(
    fc.asyncProperty(word, word, word, async (one, two, not) => {
      const both = found(one).filter((id) => found(two).includes(id) && !found(not).includes(id))
      expect((await file.call('claims.ids', { search: `"${one}" "${two}" -"${not}"` })).ids).toEqual(both)
    }),
    { numRuns: 100, seed: 6 },
  )
})
