import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { draftKey, type Draft, type DraftPlace } from '../../../shared/draft.ts'
import { makeTestCase, type TestCase } from '../test-case.ts'

let file: TestCase
let caseId: string
beforeEach(async () => {
  file = makeTestCase()
  caseId = (await file.call('case.info')).id
})
afterEach(() => file.remove())

const newClaim: DraftPlace = { form: 'new-claim', part: 'new', record: null, words: 'New claim', path: '/claims' }
const draft = (place: DraftPlace, text: string, at = '2026-11-27T10:00:00.000Z'): Draft => ({
  ...place,
  at,
  value: JSON.stringify({ text }),
})
const store = (typed: Draft): Promise<unknown> => file.call('drafts.store', { caseId, draft: typed })
const list = (beside: Draft[] = []) => file.call('drafts.listStored', { beside })
const texts = async (): Promise<string[]> => (await list()).map(({ value }) => JSON.parse(value).text)

async function makeClaim(): Promise<string> {
  const { ids } = await file.call('claims.create', { patch: { statement: 'About 11,000 soldiers', ref: 'C10' } })
  return ids[0] ?? ''
}
const numberOf = (id: string, part = 'new'): DraftPlace => ({
  form: 'number',
  part,
  record: { kind: 'claim', id },
  words: 'Number',
  path: null,
})

describe('drafts', () => {
  it('keep the newest of each place, name their record, and outlive a restart', async () => {
    const id = await makeClaim()
    await store(draft(newClaim, 'One'))
    await store(draft(newClaim, 'One proposition'))
    await store(draft(numberOf(id), '11,0', '2026-11-27T10:00:01.000Z'))
    file = file.reopen()
    expect((await list()).map(({ words, called }) => [words, called])).toEqual([
      ['New claim', null],
      ['Number', 'C10'],
    ])
    expect(await texts()).toEqual(['One proposition', '11,0'])
    await file.call('drafts.remove', { caseId, key: draftKey(newClaim) })
    expect(await texts()).toEqual(['11,0'])
  })

  it('are no step, no change and nothing that a backup is behind with', async () => {
    await makeClaim()
    const before = await file.call('history.list', {})
    await store(draft(newClaim, 'Not said yet'))
    expect(await file.call('history.list', {})).toEqual(before)
    expect((await file.call('case.check', { deep: true })).problems).toEqual([])
  })

  it('stay out of a case that was opened meanwhile', async () => {
    const other = '01890000-0000-7000-8000-000000000000'
    await file.call('drafts.store', { caseId: other, draft: draft(newClaim, 'Elsewhere') })
    expect(await texts()).toEqual([])
  })

  it('remove nothing but drafts', async () => {
    await file.call('viewState.set', { key: 'grid', value: '{}' })
    await file.call('drafts.remove', { caseId, key: 'grid' })
    expect(await file.call('viewState.get', { key: 'grid' })).toBe('{}')
  })

  it('wait while their record is in the trash, and come back with it', async () => {
    const id = await makeClaim()
    await store(draft(numberOf(id), '11,000'))
    await file.call('claims.trash', { selection: { ids: [id] } })
    expect(await texts()).toEqual([])
    await file.call('claims.restore', { selection: { ids: [id] } })
    expect(await texts()).toEqual(['11,000'])
  })

  it('go with a record that is purged, from the file too', async () => {
    const id = await makeClaim()
    await store(draft(newClaim, 'This one stays'))
    await store(draft(numberOf(id), 'Zwölftausend vertraulich'))
    await file.call('claims.trash', { selection: { ids: [id] } })
    await file.call('trash.empty')
    expect(await texts()).toEqual(['This one stays'])
    const bytes = readFileSync(file.path)
    expect(bytes.includes('vertraulich')).toBe(false)
    expect(bytes.includes('This one stays')).toBe(true)
  })

  it('go with a record whose making was undone, and with a part that was removed', async () => {
    const id = await makeClaim()
    const measure = { low: 1, high: 1, best: 1, qualifier: 'exact', verbatim: '1' } as const
    const added = await file.call('measures.add', { claimId: id, measure })
    const [part = ''] = added.ids
    await store(draft(numberOf(id, part), '12'))
    expect(await texts()).toEqual(['12'])
    await file.call('measures.remove', { id: part })
    expect(await texts()).toEqual([])
    await store(draft(numberOf(id), '13'))
    await file.call('history.undo')
    file.pass(5000)
    await file.call('history.undo')
    await file.call('history.undo')
    await store(draft(newClaim, 'Another'))
    expect(await texts()).toEqual(['Another'])
    while ((await file.call('history.state')).redo !== null) await file.call('history.redo')
    expect(await texts()).toEqual(['Another'])
  })

  it('that were kept beside the case count more than older ones in it', async () => {
    await store(draft(newClaim, 'Before the import'))
    const beside = [draft(newClaim, 'While it ran', '2026-11-27T10:05:00.000Z')]
    expect((await list(beside)).map(({ value }) => JSON.parse(value).text)).toEqual(['While it ran'])
  })

  it('do not travel with a copy of the case', async () => {
    await makeClaim()
    await store(draft(newClaim, 'Halbfertiger Gedanke'))
    const path = join(file.folder, 'copy.parallax')
    await file.call('case.copyTo', { path })
    expect(readFileSync(path).includes('Halbfertiger')).toBe(false)
    expect(await texts()).toEqual(['Halbfertiger Gedanke'])
  })
})
