import { describe, expect, it } from 'vitest'
import { contract } from '../../shared/contract.ts'
import { ExpectedError } from '../../shared/result.ts'
import { allHandlers } from '../core/handlers.ts'
import { dispatch } from './dispatch.ts'

const bugs: unknown[] = []
const options = { checkOutput: true, onBug: (_name: string, error: unknown) => void bugs.push(error) }
const id = '01920000-0000-7000-8000-000000000000'

describe('dispatch', () => {
  it.each([['constructor'], ['__proto__'], ['toString'], ['claims.nothing'], [42], [undefined], ['history.undo']])(
    'knows no method %j',
    async (name) => {
      expect(await dispatch({}, name, {}, {}, options)).toMatchObject({ ok: false, error: { code: 'unknown-method' } })
    },
  )

  it('names each thing wrong with an input and does not run the handler', async () => {
    const handlers = { 'claims.get': () => expect.unreachable() }
    const result = await dispatch(handlers, 'claims.get', { id: 'x', more: 1 }, {}, options)
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', message: expect.stringMatching(/id: .*; .*more/) as string },
    })
  })

  it('answers an expected failure with its code, and a bug as internal, told once', async () => {
    const refuse = {
      'measures.remove': () => {
        throw new ExpectedError('not-found', 'gone')
      },
    }
    expect(await dispatch(refuse, 'measures.remove', { id }, {}, options)).toEqual({
      ok: false,
      error: { code: 'not-found', message: 'gone' },
    })
    const broken = {
      'measures.remove': () => {
        throw new TypeError('oops')
      },
    }
    expect(await dispatch(broken, 'measures.remove', { id }, {}, options)).toMatchObject({
      ok: false,
      error: { code: 'internal' },
    })
    const wrong = { 'measures.remove': () => ({ count: 'one' }) }
    expect(await dispatch(wrong, 'measures.remove', { id }, {}, options)).toMatchObject({
      ok: false,
      error: { code: 'internal' },
    })
    expect(bugs).toHaveLength(2)
  })
})

it('has exactly one handler for each method of the store, in the table of its kind', async () => {
  const { queries, commands, jobs } = await allHandlers()
  const names = (kind: string): string[] =>
    Object.entries(contract)
      .filter(([, method]) => method.at !== 'shell' && method.kind === kind)
      .map(([name]) => name)
      .sort()
  expect(Object.keys(queries).sort()).toEqual(names('query'))
  expect([...Object.keys(commands), ...Object.keys(jobs)].sort()).toEqual(names('command'))
})
