import { describe, expect, it } from 'vitest'
import { mappingOf } from '../../../shared/mapping.ts'
import { checkMapping, columnsOf } from './import-fields.ts'

describe('checkMapping', () => {
  it('asks for the field without which there is no record', () => {
    expect(checkMapping('claims', mappingOf(['ref', null])).problem).toContain('“Statement”')
    expect(checkMapping('events', mappingOf(['title'])).problem).toBeNull()
    expect(checkMapping('relations', mappingOf(['from', 'to'])).problem).toContain('“Type”')
  })

  it('takes a constant for it as well', () => {
    const mapping = { ...mappingOf(['from', 'to', null]), constants: { type: 'supports' } }
    expect(checkMapping('relations', mapping)).toEqual({ mapped: 2, problem: null })
  })
})

it('tells which columns fill a field together', () => {
  expect(columnsOf(mappingOf(['statement', 'place', null, 'place']), 'place')).toEqual([1, 3])
})
