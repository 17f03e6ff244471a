import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listFields, requiredFields, type ImportKind } from '../../../../shared/import-lists.ts'
import { headingKey } from '../../../../shared/text.ts'
import { countKnown, fieldByName, fieldNames, namesOf } from './names.ts'

const kinds = Object.keys(listFields) as ImportKind[]
const forms = (kind: ImportKind): { field: string; name: string }[] =>
  Object.entries(fieldNames[kind]).flatMap(([field, line]) => [
    { field, name: field },
    ...namesOf(line).map((name) => ({ field, name })),
  ])

describe('fieldByName', () => {
  it.each(kinds)('finds every name of every field of %s, and none names two', (kind) => {
    for (const { field, name } of forms(kind)) expect([name, fieldByName(kind, name)]).toEqual([name, field])
    const fields = new Map<string, Set<string>>()
    for (const { field, name } of forms(kind)) {
      expect(headingKey(name)).not.toBe('')
      fields.set(headingKey(name), (fields.get(headingKey(name)) ?? new Set()).add(field))
    }
    expect([...fields].filter(([, named]) => named.size > 1)).toEqual([])
  })

  it('forgives case, spaces and marks', () => {
    const any = fc.constantFrom(...kinds).chain((kind) => fc.tuple(fc.constant(kind), fc.constantFrom(...forms(kind))))
    fc.assert(
      fc.property(
        any,
        fc.constantFrom(' ', '_', '-', ''),
        fc.constantFrom('', ':', ' *', ' (UTC)'),
        fc.boolean(),
        (given, gap, end, isUpper) => {
          const [kind, { field, name }] = given
          const written = ` ${name.replace(/[ _]/g, gap)}${end}`
          expect(fieldByName(kind, isUpper ? written.toUpperCase() : written)).toBe(field)
        },
      ),
      { numRuns: 500 },
    )
  })

  it.each([
    ['claims', 'partnership-claims.csv'],
    ['events', 'partnership-events.csv'],
  ] as const)('knows every heading of the sample %s', (kind, file) => {
    const header = (readFileSync(`resources/sample/${file}`, 'utf8').split(/\r?\n/)[0] ?? '').split(',')
    expect(header.map((heading) => fieldByName(kind, heading))).toEqual(header)
    expect(countKnown(kind, header)).toBe(header.length)
  })

  it.each([
    ['claims', 'Утверждение', 'statement'],
    ['claims', 'Дата публикации / Published', 'published'],
    ['claims', 'Reliability (A–F)', 'reliability'],
    ['claims', 'Численность, чел.', 'measure'],
    ['claims', 'Оценка', 'grade'],
    ['claims', '등급', 'grade'],
    ['claims', '№', 'ref'],
    ['claims', 'Кількість', 'measure'],
    ['claims', '발언자', 'claimant'],
    ['claims', 'Quote (translation)', undefined],
    ['claims', 'Outlet / Document', undefined],
    ['claims', 'Date', undefined],
    ['claims', 'Source', undefined],
    ['claims', 'Источник', undefined],
    ['claims', '', undefined],
    ['claims', '!!!', undefined],
    ['events', 'Дата', 'when'],
    ['events', '위도', 'latitude'],
    ['actors', 'ФИО', 'name'],
    ['outlets', 'State-controlled', 'state_controlled'],
    ['documents', 'Дата обращения', 'captured'],
    ['documents', 'Прочитано', 'read_by_me'],
    ['relations', '관계 유형', 'type'],
  ] as const)('in %s takes the heading “%s” for %s', (kind, heading, field) => {
    expect(fieldByName(kind, heading)).toBe(field)
  })

  it('knows a name for every field that a row needs', () => {
    for (const kind of kinds) for (const field of requiredFields[kind]) expect(fieldByName(kind, field)).toBe(field)
  })
})
