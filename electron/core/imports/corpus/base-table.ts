/** The table that every file of the corpus is made from: texts in four languages, marks, line breaks, dates and numbers. */
export const header = ['ref', 'said', 'hour', 'number', 'claimant', 'statement', 'link'] as const

const statements = [
  'The treaty was ratified, both houses say',
  'They speak of "several thousand" men, no more',
  'Troops moved to the front line',
  'A first group, about 1,500 strong, is in training',
  "The ministry's figures can't be checked",
  'Help is due "without delay"',
  'Officials give different numbers',
  'The note reads:\nfirst line, then a second',
  '국정원은 북한군 1만여 명이 러시아에 있다고 말했다',
  'По их словам, это около 11 тысяч солдат',
  'Військові кажуть: їх бачили на Курщині',
  'Both sides deny it',
]
const claimants = ['Antony Blinken', 'Volodymyr Zelenskyy', '국가정보원', 'Мария Захарова', 'Desk 5" north']

const two = (value: number): string => String(value).padStart(2, '0')

/** Thirty rows of text; made by rule, so that a change of one is a change of all files. */
export const rows: readonly (readonly string[])[] = Array.from({ length: 30 }, (_, at) => [
  `C${two(at + 1)}`,
  `${two((at % 27) + 1)}/11/2024`,
  `${two(at % 24)}:30`,
  String(1500 + at * 37.5),
  claimants[at % claimants.length] ?? '',
  `${statements[at % statements.length] ?? ''}${at >= statements.length ? ` (${at})` : ''}`,
  at % 4 === 3 ? '' : `https://example.org/${at}?a=1;b=2`,
])
