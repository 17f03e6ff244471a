import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { draftKey, type Draft } from '../../shared/draft.ts'
import { makeTestCase, type TestCase } from '../core/test-case.ts'
import { CaseDrafts, type DraftStore } from './case-drafts.ts'

let file: TestCase
let caseId: string
let canWrite: boolean
let kept: string
beforeEach(async () => {
  file = makeTestCase()
  caseId = (await file.call('case.info')).id
  canWrite = true
  kept = join(file.folder, 'drafts.json')
})
afterEach(() => file.remove())

const start = (): CaseDrafts =>
  new CaseDrafts({
    file: kept,
    store: (): DraftStore => ({ readOnly: null, ask: (name, input) => file.call(name, input) }),
    canWrite: () => canWrite,
  })
const typed = (text: string): Draft => ({
  form: 'new-claim',
  part: 'new',
  record: null,
  words: 'New claim',
  path: '/claims',
  at: '2026-11-27T10:00:00.000Z',
  value: JSON.stringify(text),
})
const texts = async (drafts: CaseDrafts): Promise<unknown[]> =>
  (await drafts.list()).map(({ value }) => JSON.parse(value))

it('keeps drafts in the case', async () => {
  const drafts = start()
  await drafts.keep(caseId, typed('One'))
  expect(await texts(start())).toEqual(['One'])
  await drafts.drop(caseId, draftKey(typed('')))
  expect(await texts(start())).toEqual([])
})

it('keeps them beside a case that a long import holds, and puts them into it afterwards', async () => {
  await start().keep(caseId, typed('Before'))
  canWrite = false
  await start().keep(caseId, typed('While it ran'))
  expect(await texts(start())).toEqual(['While it ran'])
  canWrite = true
  expect(await texts(start())).toEqual(['While it ran'])
  expect(JSON.parse(readFileSync(kept, 'utf8'))).toEqual({})
  expect((await file.call('drafts.listStored', { beside: [] })).length).toBe(1)
})

it('lets a newer draft in the case count more than the one beside it', async () => {
  canWrite = false
  const drafts = start()
  await drafts.keep(caseId, typed('While it ran'))
  canWrite = true
  await drafts.keep(caseId, typed('After it'))
  expect(await texts(start())).toEqual(['After it'])
})

it('starts anew where its file cannot be read', async () => {
  canWrite = false
  await start().keep(caseId, typed('One'))
  writeFileSync(kept, '{"half')
  expect(await texts(start())).toEqual([])
})
