import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { pictureFolder, writeReport } from './write-report.ts'

let folder: string
let report: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parallax-report-files-'))
  report = join(folder, 'Оценка 1.md')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const picture = (number: number, svg: string) => ({ name: `section-${number}-${svg.padEnd(10, '0')}.svg`, svg })
const write = (text: string, ...pictures: ReturnType<typeof picture>[]): void =>
  writeReport(report, { bytes: Buffer.from(text), pictures })
const beside = (): string[] => readdirSync(join(folder, pictureFolder(report))).toSorted()

it('puts pictures into a folder that is called by the report', () => {
  write('one', picture(1, 'a'), picture(2, 'b'))
  expect(readdirSync(folder).toSorted()).toEqual(['Оценка 1-pictures', 'Оценка 1.md'])
  expect(beside()).toEqual(['section-1-a000000000.svg', 'section-2-b000000000.svg'])
  expect(readFileSync(join(folder, 'Оценка 1-pictures', 'section-1-a000000000.svg'), 'utf8')).toBe('a')
})

it('makes no folder where there is no picture', () => {
  write('one')
  expect(readdirSync(folder)).toEqual(['Оценка 1.md'])
})

it('takes away the pictures of the report that it writes over, and nothing else', () => {
  write('one', picture(1, 'a'), picture(2, 'b'))
  writeFileSync(join(folder, pictureFolder(report), 'map.svg'), 'of somebody else')
  write('two', picture(1, 'a'), picture(2, 'c'))
  expect(beside()).toEqual(['map.svg', 'section-1-a000000000.svg', 'section-2-c000000000.svg'])
})

it('mends a picture that somebody changed', () => {
  write('one', picture(1, 'a'))
  const path = join(folder, pictureFolder(report), 'section-1-a000000000.svg')
  writeFileSync(path, 'half')
  write('one', picture(1, 'a'))
  expect(readFileSync(path, 'utf8')).toBe('a')
})

it('leaves all as it was where the report cannot be written', () => {
  mkdirSync(report)
  expect(() => write('one', picture(1, 'a'))).toThrow(/Оценка 1\.md/)
  expect(readdirSync(folder)).toEqual(['Оценка 1.md'])
})

it('leaves the report before it where a picture cannot be written', () => {
  write('one', picture(1, 'a'))
  rmSync(join(folder, pictureFolder(report)), { recursive: true })
  writeFileSync(join(folder, pictureFolder(report)), 'a file in the way')
  expect(() => write('two', picture(1, 'a'), picture(2, 'b'))).toThrow(/Оценка 1-pictures/)
  expect(readFileSync(report, 'utf8')).toBe('one')
  expect(readFileSync(join(folder, pictureFolder(report)), 'utf8')).toBe('a file in the way')
})
