import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Input, Output } from '../../../shared/contract.ts'
import { importSample } from '../analysis/engine/test-sample.ts'
import { makeTestCase, type TestCase } from '../test-case.ts'

/** What is hard to write: quotes, lines, other scripts, what a spreadsheet or a page might run. */
export const awkward = '=SUM(A1) "зачем", </script><b>러시아</b>\nsecond line\u2028third'

type Asked = Partial<Input<'lists.write'>> & Pick<Input<'lists.write'>, 'format'>

/** Writes an export; answers its text and what was told of it. */
export async function exported(
  file: TestCase,
  asked: Asked,
): Promise<{ text: string; path: string; told: Output<'lists.write'> }> {
  const path = join(file.folder, `out.${asked.format}`)
  const told = await file.call('lists.write', { path, list: null, job: 'job', ...asked })
  return { text: readFileSync(path, 'utf8'), path, told }
}

export const linesOf = (text: string): Record<string, unknown>[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)

/** The sample with a claim, an event, documents and a note that are hard to write. */
export async function awkwardCase(): Promise<TestCase> {
  const file = makeTestCase('The "partnership" </script>')
  await importSample(file)
  const made = async (name: 'claims.create' | 'events.create' | 'outlets.create', patch: object): Promise<string> =>
    (await file.call(name, { patch } as never)).ids[0] ?? ''
  const claim = await made('claims.create', {
    ref: 'X1',
    statement: awkward,
    quote: 'по меньшей мере 1 500',
    quoteLanguage: 'ru',
    translation: 'at least 1,500',
    claimant: '국가정보원',
    said: '2024-10-18',
    event: 'Вторая встреча',
    tags: ['=cmd', '지원'],
    tlp: 'AMBER',
    credibility: '6',
    quantity: 'at least 1,500',
    subject: 'North Korean soldiers',
    category: 'sent',
  })
  await made('outlets.create', { name: '연합뉴스', kind: 'agency', owner: 'Yonhap Foundation', language: 'ko' })
  await file.call('carriages.add', {
    claimId: claim,
    carriage: { document: '국정원 "브리핑"', outlet: '연합뉴스', published: '2024-10~', role: 'origin' },
  })
  const { rows: documents } = await file.call('documents.page', { search: '브리핑' })
  await file.call('documents.update', {
    selection: { ids: documents.map(({ id }) => id) },
    patch: { url: 'https://example.org/a b?q="1"', archiveUrl: 'javascript:alert(1)', author: awkward, text: awkward },
  })
  await made('events.create', { title: awkward, place: 'Kursk region', when: '2024-11', participants: ['Russia'] })
  await made('events.create', { title: 'Somewhere', place: 'a place that nobody knows' })
  await file.call('places.create', { patch: { name: 'Учебный центр', within: 'Kursk region' } })
  await file.call('notes.create', {
    patch: { title: awkward, body: awkward, pins: [{ kind: 'claim', id: claim }] },
  })
  return file
}

/** Relates the first claims of the sample, confirmed, and answers their ids. */
export async function relate(file: TestCase, from: string, to: string, type: 'contradicts' | 'repeats'): Promise<void> {
  const idOf = async (ref: string): Promise<string> =>
    (await file.call('claims.page', { filter: { ref } })).rows[0]?.id ?? ''
  await file.call('relations.add', {
    from: { kind: 'claim', id: await idOf(from) },
    to: { kind: 'claim', id: await idOf(to) },
    type,
    basis: awkward,
  } as never)
}
