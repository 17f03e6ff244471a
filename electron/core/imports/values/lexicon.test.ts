import { expect, it } from 'vitest'
import { daysIn, fullYear, isRealDay } from './calendar.ts'
import { Lexicon, plainLetters } from './lexicon.ts'

const lexicon = new Lexicon([
  ['at', 'at'],
  ['at least', 'at least'],
  ['Нояб', 'november'],
  ['만', 'ten thousand'],
] as const)

it.each([
  ['at least 5', 0, 'at least', 8],
  ['at leasts', 0, 'at', 2],
  ['attack', 0, undefined, undefined],
  ['the at', 4, 'at', 6],
  ['нояб.', 0, 'november', 4],
  ['ноября', 0, undefined, undefined],
  ['만여', 0, 'ten thousand', 1],
  ['at5', 0, 'at', 2],
])('finds in “%s” from %i the phrase %s', (text, start, value, end) => {
  const found = lexicon.longest(text, start)
  expect([found?.value, found?.end]).toEqual([value, end])
})

it.each([
  ['  Ёлка\u00a0 П’ять ', 'елка пять'],
  ['２０２４年', '2024年'],
  ["Nov '24", "nov '24"],
])('makes plain letters of %j', (text, plain) => {
  expect(plainLetters(text)).toBe(plain)
})

it('knows the calendar', () => {
  expect([daysIn(2024, 2), daysIn(2023, 2), daysIn(1900, 2), daysIn(2000, 2), daysIn(2024, 4)]).toEqual([
    29, 28, 28, 29, 30,
  ])
  expect([isRealDay(2024, 2, 29), isRealDay(2023, 2, 29), isRealDay(999, 1, 1), isRealDay(2024, 13, 1)]).toEqual([
    true,
    false,
    false,
    false,
  ])
  expect([fullYear(0), fullYear(69), fullYear(70), fullYear(99)]).toEqual([2000, 2069, 1970, 1999])
})
