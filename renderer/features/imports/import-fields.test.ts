import { describe, expect, it } from 'vitest'
import { checkMapping, fieldName, mapByName } from './import-fields.ts'

describe('mapByName', () => {
  it('knows fields by their names, however they are written', () => {
    expect(mapByName('events', ['Title', 'WHEN', 'place precision', 'colour'])).toEqual([
      'title',
      'when',
      'place_precision',
      null,
    ])
  })

  it('gives a field to one column only', () => {
    expect(mapByName('claims', ['statement', 'Statement'])).toEqual(['statement', null])
  })
})

describe('checkMapping', () => {
  it('asks for the field without which there is no record', () => {
    expect(checkMapping('claims', ['ref', null]).problem).toContain('“Statement”')
    expect(checkMapping('events', ['title']).problem).toBeNull()
  })

  it('refuses a field that is filled twice, and names it', () => {
    const { twice, problem, mapped } = checkMapping('claims', ['statement', 'place', 'place'])
    expect([...twice]).toEqual(['place'])
    expect(problem).toContain(`“${fieldName('place')}”`)
    expect(mapped).toBe(3)
  })
})
