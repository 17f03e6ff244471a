import { describe, expect, it } from 'vitest'
import { fieldsOf, optionsFrom } from '../records/field.ts'
import { pasteInWords, planPaste } from './paste.ts'

interface Row {
  readonly id: string
  readonly title: string
  readonly basis: string
  readonly said: string | null
}
interface Patch {
  title?: string | null
  basis?: string
  said?: string | null
}
const f = fieldsOf<Row, Patch>()
const fields = [
  f.text({ field: 'title', title: 'Title', width: 1, isRequired: true, get: (row) => row.title }),
  f.choice({
    field: 'basis',
    title: 'Basis',
    width: 1,
    options: optionsFrom(['official', 'hearsay']),
    get: (row) => row.basis,
  }),
  f.date({ field: 'said', title: 'Said', width: 1, get: (row) => row.said }),
  f.fixed({ field: 'changed', title: 'Changed', width: 1, get: () => '2024' }),
]
const row = (id: string): Row => ({ id, title: `t${id}`, basis: 'official', said: null })

describe('planPaste', () => {
  it('gives each record its cells', () => {
    const plan = planPaste([['x', 'Hearsay', '2024-11~'], ['y']], { rows: [row('1'), row('2')], fields })
    expect(plan.rows).toEqual([
      { id: '1', patch: { title: 'x', basis: 'hearsay', said: '2024-11~' } },
      { id: '2', patch: { title: 'y' } },
    ])
    expect(plan.cells).toBe(4)
    expect(plan.skipped.size).toBe(0)
  })

  it('says of every cell that it could not take why', () => {
    const plan = planPaste([['x', 'rumour', 'soon', 'z', 'out'], ['below']], { rows: [row('1')], fields })
    expect(plan.rows).toEqual([{ id: '1', patch: { title: 'x' } }])
    expect([...plan.skipped.values()].reduce((sum, count) => sum + count, 0)).toBe(5)
    expect(pasteInWords(plan)).toMatch(
      /1 cell pasted[\s\S]*rumour[\s\S]*soon[\s\S]*Changed cannot be edited[\s\S]*right of[\s\S]*below/,
    )
  })

  it('leaves alone what already stands there', () => {
    expect(planPaste([['t1', 'official']], { rows: [row('1')], fields }).rows).toEqual([])
  })
})
