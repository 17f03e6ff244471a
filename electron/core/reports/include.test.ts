import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ReportId } from '../../../shared/ids.ts'
import { makeTestCase, type TestCase } from '../test-case.ts'
import { asClaims, asEvents, kindsOf, makeReport } from './test-sample.ts'

let file: TestCase
beforeEach(() => {
  file = makeTestCase()
})
afterEach(() => file.remove())

async function records(kind: 'claims' | 'events', count: number): Promise<string[]> {
  const ids: string[] = []
  for (let index = 0; index < count; index += 1) {
    const made =
      kind === 'claims'
        ? await file.call('claims.create', {
            patch: { statement: `S${index}`, topic: index % 2 === 0 ? 'even' : 'odd' },
          })
        : await file.call('events.create', { patch: { title: `E${index}` } })
    ids.push(...made.ids)
  }
  return ids
}

async function idsIn(report: ReportId, kind: 'claims' | 'events'): Promise<readonly string[]> {
  const { blocks } = await file.call('reports.get', { id: report })
  return blocks.flatMap(({ content }): readonly string[] => {
    if (content.kind !== kind) return []
    return content.kind === 'claims' ? content.claimIds : content.kind === 'events' ? content.eventIds : []
  })
}

describe('adding records to a report', () => {
  it('appends what its table does not hold yet, in one step', async () => {
    const ids = await records('claims', 4)
    const report = await makeReport(file.call, [{ kind: 'claims', claimIds: asClaims(ids.slice(0, 2)) }], 'R')
    const include = (selection: { ids: string[] }): Promise<{ count: number }> =>
      file.call('reports.include', { reportId: report, claims: selection })
    expect((await include({ ids: ids.slice(1, 4) })).count).toBe(2)
    expect(await idsIn(report, 'claims')).toEqual(ids)
    expect((await include({ ids })).count).toBe(0)
    expect((await file.call('history.undo')).label).toBe('add 2 claims to report “R”')
    expect(await idsIn(report, 'claims')).toEqual(ids.slice(0, 2))
  })

  it('takes all that a view shows, in its order', async () => {
    const ids = await records('claims', 4)
    const report = await makeReport(file.call, [])
    const view = { filter: { topic: { in: ['even'] } }, sort: [{ field: 'statement', desc: true }] }
    expect((await file.call('reports.include', { reportId: report, claims: { view } })).count).toBe(2)
    expect(await idsIn(report, 'claims')).toEqual([ids[2], ids[0]])
  })

  it('makes the tables that are missing ahead of the sources, claims before events', async () => {
    const [claims, events] = [await records('claims', 1), await records('events', 2)]
    const report = await makeReport(
      file.call,
      [{ kind: 'text', markdown: 'T' }, { kind: 'sources' }, { kind: 'heading', text: 'H' }],
      'R',
    )
    const input = { reportId: report, claims: { ids: claims }, events: { ids: events } }
    expect((await file.call('reports.include', input)).count).toBe(3)
    expect(kindsOf(await file.call('reports.get', { id: report }))).toEqual([
      'text',
      'claims',
      'events',
      'sources',
      'heading',
    ])
    expect(await idsIn(report, 'events')).toEqual(asEvents(events))
    expect((await file.call('history.undo')).label).toBe('add 1 claim and 2 events to report “R”')
    expect(kindsOf(await file.call('reports.get', { id: report }))).toEqual(['text', 'sources', 'heading'])
  })

  it('makes no table for nothing', async () => {
    const report = await makeReport(file.call, [])
    const view = { filter: { topic: { in: ['none'] } } }
    expect(await file.call('reports.include', { reportId: report, claims: { view } })).toEqual({ count: 0, ids: [] })
    expect(kindsOf(await file.call('reports.get', { id: report }))).toEqual([])
  })

  it('refuses records and reports that are not there', async () => {
    const nobody = '01890000-0000-7000-8000-000000000000'
    const report = await makeReport(file.call, [])
    await expect(file.call('reports.include', { reportId: report, claims: { ids: [nobody] } })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(
      file.call('reports.include', { reportId: nobody as ReportId, claims: { ids: await records('claims', 1) } }),
    ).rejects.toMatchObject({ code: 'not-found' })
    expect(kindsOf(await file.call('reports.get', { id: report }))).toEqual([])
  })
})
