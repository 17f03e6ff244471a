import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BlockId, ClaimId, ReportId } from '../../../shared/ids.ts'
import type { BlockContent } from '../../../shared/report.ts'
import { makeTestCase, type TestCase } from '../test-case.ts'
import { kindsOf, makeReport } from './test-sample.ts'

let file: TestCase
let report: ReportId
beforeEach(async () => {
  file = makeTestCase()
  report = await makeReport(file.call, [])
})
afterEach(() => file.remove())

const nobody = '01890000-0000-7000-8000-000000000000'
const text = (markdown: string): BlockContent => ({ kind: 'text', markdown })
async function add(content: BlockContent, before?: BlockId): Promise<BlockId> {
  const { ids } = await file.call('blocks.add', { reportId: report, content, ...(before ? { before } : {}) })
  return (ids[0] ?? '') as BlockId
}
/** The words of the report's text blocks, in order. */
const order = async (): Promise<string> =>
  (await file.call('reports.get', { id: report })).blocks
    .map(({ content }) => (content.kind === 'text' ? content.markdown : content.kind))
    .join(' ')
const undo = async (): Promise<string | null> => (await file.call('history.undo')).label

describe('blocks', () => {
  it('are added at the end or before another, and undone', async () => {
    const first = await add(text('a'))
    await add(text('b'))
    const third = await add(text('c'), first)
    await add({ kind: 'sources' }, third)
    expect(await order()).toBe('sources c a b')
    expect(await undo()).toBe('add the source list to report “Assessment: A case”')
    expect(await undo()).toBe('add a text to report “Assessment: A case”')
    expect(await order()).toBe('a b')
  })

  it('are added after another, or at the end where that is not there any more', async () => {
    const first = await add(text('a'))
    await add(text('b'))
    const after = async (words: string, block: string): Promise<unknown> =>
      file.call('blocks.add', { reportId: report, content: text(words), after: block as BlockId })
    await after('c', first)
    expect(await order()).toBe('a c b')
    await after('d', nobody)
    expect(await order()).toBe('a c b d')
  })

  it('change their content and change back', async () => {
    const id = await add(text('a'))
    await file.call('blocks.update', { id, content: text('b') })
    expect(await order()).toBe('b')
    expect(await file.call('blocks.update', { id, content: text('b') })).toEqual({ count: 0, ids: [] })
    expect(await undo()).toBe('edit a text of report “Assessment: A case”')
    expect(await order()).toBe('a')
  })

  it('move before another or to the end, and back', async () => {
    const [a, b, c] = [await add(text('a')), await add(text('b')), await add(text('c'))]
    await file.call('blocks.move', { id: c, before: a })
    expect(await order()).toBe('c a b')
    await file.call('blocks.move', { id: a, before: null })
    expect(await order()).toBe('c b a')
    expect(await file.call('blocks.move', { id: a, before: null })).toEqual({ count: 0, ids: [] })
    expect(await file.call('blocks.move', { id: c, before: b })).toEqual({ count: 0, ids: [] })
    expect(await undo()).toBe('move a text in report “Assessment: A case”')
    expect(await undo()).toBe('move a text in report “Assessment: A case”')
    expect(await order()).toBe('a b c')
  })

  it('are removed and come back at their place', async () => {
    const [, b] = [await add(text('a')), await add(text('b')), await add(text('c'))]
    await file.call('blocks.remove', { id: b })
    expect(await order()).toBe('a c')
    expect(await undo()).toBe('remove a text from report “Assessment: A case”')
    expect(await order()).toBe('a b c')
    await file.call('history.redo')
    expect(await order()).toBe('a c')
  })

  it('name records of this case only, and keep those that are deleted later', async () => {
    await expect(add({ kind: 'claims', claimIds: [nobody as ClaimId] })).rejects.toMatchObject({ code: 'not-found' })
    const { ids } = await file.call('claims.create', { patch: { statement: 'S' } })
    const claimIds = ids as ClaimId[]
    const id = await add({ kind: 'claims', claimIds })
    await file.call('claims.trash', { selection: { ids: claimIds } })
    const { blocks } = await file.call('reports.get', { id: report })
    expect(blocks).toEqual([{ id, content: { kind: 'claims', claimIds } }])
    await expect(
      file.call('blocks.update', { id, content: { kind: 'claims', claimIds: [...claimIds, nobody as ClaimId] } }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })

  it('refuse a report, a block or a place that is not there', async () => {
    const other = await makeReport(file.call, [text('x')])
    const [foreign] = (await file.call('reports.get', { id: other })).blocks
    const a = await add(text('a'))
    const before = (foreign?.id ?? '') as BlockId
    await expect(file.call('blocks.add', { reportId: nobody as ReportId, content: text('') })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(file.call('blocks.move', { id: a, before })).rejects.toThrow(/no part of this report/)
    await expect(file.call('blocks.remove', { id: nobody as BlockId })).rejects.toMatchObject({ code: 'not-found' })
    await expect(file.call('blocks.update', { id: nobody as BlockId, content: text('') })).rejects.toMatchObject({
      code: 'not-found',
    })
    expect(await order()).toBe('a')
  })

  it('find room between two however often one is put there', async () => {
    await add(text('a'))
    const last = await add(text('z'))
    for (let count = 0; count < 120; count += 1) await add(text(String(count)), last)
    const expected = ['a', ...Array.from({ length: 120 }, (_, index) => String(index)), 'z']
    expect(await order()).toBe(expected.join(' '))
  })

  it('keep the order that any adding, moving and removing leads to, and undo all of it', async () => {
    const step = fc.record({ what: fc.constantFrom('add', 'move', 'remove'), which: fc.nat(9), where: fc.nat(9) })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        report = await makeReport(file.call, [text('a'), text('b'), text('c')])
        const { blocks } = await file.call('reports.get', { id: report })
        let ids = blocks.map(({ id }) => id)
        let made = 0
        for (const { what, which, where } of steps) {
          // Moves of one block within two seconds would be one step.
          file.pass(3000)
          const id = ids[which % Math.max(ids.length, 1)]
          const rest = what === 'add' ? ids : ids.filter((other) => other !== id)
          const at = where % (rest.length + 1)
          const before = rest[at] ?? null
          if (what === 'add') ids = rest.toSpliced(at, 0, await add(text('n'), before ?? undefined))
          else if (!id) continue
          else if (what === 'remove') ids = rest
          else ids = rest.toSpliced(at, 0, id)
          const changed =
            what === 'add'
              ? 1
              : what === 'remove'
                ? (await file.call('blocks.remove', { id: id as BlockId })).count
                : (await file.call('blocks.move', { id: id as BlockId, before })).count
          made += changed
          expect((await file.call('reports.get', { id: report })).blocks.map((block) => block.id)).toEqual(ids)
        }
        for (; made > 0; made -= 1) await undo()
        expect((await file.call('reports.get', { id: report })).blocks).toEqual(blocks)
      }),
      { numRuns: 15 },
    )
  })
})

describe('blocks of a report', () => {
  it('keep their kinds and contents when the case is opened again', async () => {
    await add({ kind: 'bottom-line', markdown: 'So.' })
    await add({ kind: 'heading', text: 'H' })
    file = file.reopen()
    expect(kindsOf(await file.call('reports.get', { id: report }))).toEqual(['bottom-line', 'heading'])
  })
})
