import { expect, it } from 'vitest'
import { countKnown } from '../mapping/mapping.ts'
import { rfc4180 } from './dialect.ts'
import { RowParser } from './row-parser.ts'
import { shapeOf } from './shape.ts'

const shape = (...lines: readonly string[]) => {
  const parser = new RowParser(rfc4180)
  return shapeOf([...parser.push(lines.join('\n')), ...parser.end()], countKnown)
}
const typed = Array.from({ length: 9 }, (_, at) => `x${at},Cho,2024-11-0${at + 1},${at}000`)

it('takes a first row of words for a row, where all others have dates and numbers, under a header that is known', () => {
  expect(shape('statement,claimant,said,measure', 'They left,Austin,soon,several', ...typed)).toMatchObject({
    header: ['statement', 'claimant', 'said', 'measure'],
    headerRows: 1,
    firstLine: 2,
  })
})

it('takes a second line of names for one of the header, also under names that are known', () => {
  expect(shape('Quelle,Wer,Wann,Zahl', 'Zitat,Name,Tag,Stück', ...typed)).toMatchObject({
    header: ['Quelle Zitat', 'Wer Name', 'Wann Tag', 'Zahl Stück'],
    firstLine: 3,
  })
  const twice = ['statement,claimant,said,measure', 'statement,claimant,said,measure']
  expect(shape(...twice, ...typed)).toMatchObject({ header: twice[0]?.split(','), headerRows: 2, firstLine: 3 })
  expect(
    shape('Date,Date,claim,number', 'said,published,,', ...typed.map((row) => row.replace(/^x\d,Cho/, '2024,2024'))),
  ).toMatchObject({
    headerRows: 2,
    firstLine: 3,
  })
})
