import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeTestCase, type TestCase } from '../test-case.ts'
import { inPdf } from '../evidence/carriers/pdf.ts'
import { minimalPdf } from '../evidence/test-pdf.ts'
import { makeFullReport } from './test-report.ts'

let file: TestCase
let id: Awaited<ReturnType<typeof makeFullReport>>['id']
beforeAll(async () => {
  file = makeTestCase('Partnership')
  ;({ id } = await makeFullReport(file))
})
afterAll(() => file.remove())

const print = (key: string) => file.call('reports.printed', { key, pdf: minimalPdf() })

it('puts into the PDF what the case said when the page was made, whatever is stored while it is printed', async () => {
  const { html, key } = await file.call('reports.printable', { id })
  await file.call('reports.update', { id, patch: { title: 'Another title' } })
  const { bytes, snapshot } = await print(key)
  const evidence = await inPdf(bytes, 2 ** 24, () => new Error('too large'))
  const text = new TextDecoder().decode(html)
  const title = 'Troops & <b>treaty</b>: 북한군, договор'
  expect(text).toContain('>Troops &#x26; &#x3C;b>treaty&#x3C;/b>: 북한군, договор</h1>')
  expect(JSON.parse(evidence ?? '{}')).toMatchObject({ content: { report: { id, title } } })
  expect(snapshot.length).toBeGreaterThan(0)
  // The page itself need not carry it.
  expect(text).not.toContain('parallax-evidence')
})

it('prints a page once, and no page that others took the place of', async () => {
  const first = await file.call('reports.printable', { id })
  await print(first.key)
  await expect(print(first.key)).rejects.toThrow(/Export this one again/)
  const keys: string[] = []
  for (let page = 0; page < 5; page += 1) keys.push((await file.call('reports.printable', { id })).key)
  await expect(print(keys[0] ?? '')).rejects.toThrow(/Export this one again/)
  for (const key of keys.slice(1)) expect((await print(key)).bytes.length).toBeGreaterThan(0)
})
