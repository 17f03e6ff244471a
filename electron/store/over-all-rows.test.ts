import { expect, it } from 'vitest'
import { ungraded } from '../../shared/list.ts'
import { goesOverAllRows } from './over-all-rows.ts'

it('tells a page that is found by its place from one that is filtered, searched or sorted', () => {
  const isLong = (input: unknown): boolean => goesOverAllRows('claims.page', input)
  expect(isLong({ start: 0, end: 100 })).toBe(false)
  expect(isLong({ filter: {}, search: '', sort: [], trashed: true, start: 0, end: 100 })).toBe(false)
  expect(isLong({ filter: { topic: { set: true } } })).toBe(true)
  expect(isLong({ filter: ungraded, start: 0, end: 0 })).toBe(false)
  expect(isLong({ filter: ungraded, start: 0, end: 100 })).toBe(true)
  expect(isLong({ search: 'treaty' })).toBe(true)
  expect(isLong({ sort: [{ field: 'said', desc: true }] })).toBe(true)
  expect(goesOverAllRows('claims.first', { count: 50, search: 'treaty' })).toBe(true)
})

it('takes whatever the window sends, which is checked only where it is answered', () => {
  for (const input of [undefined, null, 7, 'text', [], { filter: null, search: 3, sort: undefined }])
    expect(goesOverAllRows('claims.page', input)).toBe(false)
})

it('knows what counts, and what asks about single records', () => {
  for (const name of ['claims.facets', 'claims.summary', 'claims.values'])
    expect(goesOverAllRows(name, undefined)).toBe(true)
  for (const name of ['claims.get', 'analysis.origins', 'history.state', 'no.method'])
    expect(goesOverAllRows(name, { filter: { topic: { set: true } } })).toBe(false)
})
