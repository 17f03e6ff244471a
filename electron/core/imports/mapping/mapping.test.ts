import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listFields, type ImportField } from '../../../../shared/import-lists.ts'
import { firstFields, mappingOf } from '../../../../shared/mapping.ts'
import { checkMapping, guessKind, guessMapping, leftOut } from './mapping.ts'

const sampleHeader = (name: string): string[] =>
  (readFileSync(`resources/sample/${name}`, 'utf8').split(/\r?\n/)[0] ?? '').split(',')

describe('mapping columns to fields', () => {
  it.each([
    ['claims', 'partnership-claims.csv'],
    ['events', 'partnership-events.csv'],
  ] as const)('maps every column of the sample %s', (kind, name) => {
    const header = sampleHeader(name)
    expect(guessKind(header)).toBe(kind)
    expect(firstFields(guessMapping(kind, header))).toEqual(header)
  })

  it('forgives case, spaces, underscores and hyphens', () => {
    const written = fc.constantFrom(...listFields.claims).chain((field) =>
      fc.record({
        field: fc.constant(field),
        separator: fc.constantFrom('_', ' ', '-', ''),
        isUpper: fc.boolean(),
        space: fc.constantFrom('', ' '),
      }),
    )
    fc.assert(
      fc.property(written, ({ field, separator, isUpper, space }) => {
        const name = space + field.split('_').join(separator) + space
        expect(guessMapping('claims', [isUpper ? name.toUpperCase() : name])).toEqual(mappingOf([field]))
      }),
    )
  })

  it('takes a name for one column only and says which columns are left out', () => {
    const header = ['Statement', 'claim', 'Weather', '']
    const mapping = guessMapping('claims', header)
    expect(mapping).toEqual(mappingOf(['statement', null, null, null]))
    expect(leftOut(header, mapping, 3).map(({ line, column, code }) => [line, column, code])).toEqual([
      [3, 'claim', 'unmapped-column'],
      [3, 'Weather', 'unmapped-column'],
      [3, 'column 4', 'unmapped-column'],
    ])
  })

  it('tells claims from events by the field that each must have', () => {
    expect(guessKind(['ref', 'place', 'status', 'note', 'statement'])).toBe('claims')
    expect(guessKind(['ref', 'place', 'status', 'note', 'title'])).toBe('events')
    expect(guessKind(['nothing', 'known'])).toBe('claims')
    expect(guessKind([...listFields.events])).toBe('events')
  })

  it('refuses a mapping by which nothing sensible can come in', () => {
    const check = (fields: (ImportField | null)[]) => (): void => checkMapping('claims', ['a', 'b'], mappingOf(fields))
    expect(check(['statement', 'ref'])).not.toThrow()
    expect(check(['statement'])).toThrow(/maps 1 columns and the file has 2/)
    expect(check(['statement', 'title'])).toThrow(/no field “title”/)
    expect(check(['statement', 'statement'])).not.toThrow()
    expect(check(['ref', null])).toThrow(/no column is mapped to statement/)
  })
})
