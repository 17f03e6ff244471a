import fc from 'fast-check'
import { expect, it } from 'vitest'
import { collationKey } from './collation.ts'

const collator = new Intl.Collator('und', { sensitivity: 'base', numeric: true })

const byKey = (one: string, other: string): number => {
  const [a, b] = [collationKey(one), collationKey(other)]
  return a < b ? -1 : a > b ? 1 : 0
}

it.each([
  ['Russian: ё as е, й after и', ['Елена', 'Ёлка', 'елка', 'ива', 'йод', 'кот']],
  [
    'Ukrainian: ґ after г, є after е, і and ї after и',
    ['гад', 'ґанок', 'еда', 'єва', 'жук', 'ирис', 'ігор', 'її', 'йод'],
  ],
  ['Korean by syllables, Han after', ['가나', '국정원', '김', '나라', '북한군', '中']],
  ['Latin: case and accents do not count, ß as ss', ['ae', 'Äpfel', 'apple', 'Straße', 'strasse', 'strata', 'zebra']],
  [
    'numbers by value, before letters, after marks',
    ['_x', '(x)', '1', '9', '10', 'C2', 'C10', 'Report 2', 'Report 10'],
  ],
])('%s', (_, texts) => {
  expect(texts.toReversed().sort(byKey).map(collationKey)).toEqual(texts.map(collationKey))
})

it('agrees with the collator of the runtime on words of the four languages, numbers and common marks', () => {
  const letter = fc.constantFrom(...'abzABZéöñ 0123456789-.,:«»“”абвгґдеёєжзиіїйклмнопрстуфхцчшщъыьэюя가각나북한군힣')
  const text = fc.array(letter, { maxLength: 6 }).map((letters) => letters.join(''))
  fc.assert(
    fc.property(text, text, (one, other) => {
      expect(byKey(one, other)).toBe(Math.sign(collator.compare(one, other)))
    }),
    { numRuns: 5000 },
  )
})

it('is in one order by UTF-8, as SQLite compares, and by UTF-16, as the program does', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
      const [a, b] = [collationKey(one), collationKey(other)]
      fc.pre(a.isWellFormed() && b.isWellFormed())
      expect(Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b)))).toBe(byKey(one, other))
    }),
  )
})
