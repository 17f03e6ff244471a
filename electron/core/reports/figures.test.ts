import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FigureOptions, figureKinds } from '../../../shared/figures/data.ts'
import type { BlockContent } from '../../../shared/report.ts'
import { makeTestCase, type TestCase } from '../test-case.ts'
import { renderHtml } from './render-html.ts'
import { renderMarkdown } from './render-md.ts'
import { renderDocx } from './render-docx.ts'
import { attributes, partsOf } from './docx/test-docx.ts'
import { modelOf, sectionsOf } from './test-model.ts'
import { addSample, asClaims, makeReport } from './test-sample.ts'
import type { ReportModel } from './model.ts'

let file: TestCase
let ids: ReadonlyMap<string, string>
let model: ReportModel
const options = FigureOptions.parse({})
const picture = (request: Extract<BlockContent, { kind: 'figure' }>['request']): BlockContent => ({
  kind: 'figure',
  request,
  options,
})

beforeAll(async () => {
  file = makeTestCase('Partnership')
  ids = new Map(await addSample(file))
  await file.call('events.create', {
    patch: { title: 'Here', latitude: 51.7, longitude: 36.2, placePrecision: 'region' },
  })
  await file.call('claims.update', { selection: { ids: asClaims([ids.get('C08')]) }, patch: { tlp: 'RED' } })
  const id = await makeReport(file.call, [
    { kind: 'heading', text: 'How many, where' },
    ...figureKinds.map((figure) => picture({ figure })),
    picture({ figure: 'numbers', claims: { ids: asClaims([ids.get('C01')]) } }),
  ])
  await file.call('reports.update', { id, patch: { tlp: 'GREEN' } })
  model = modelOf(file, id)
})
afterAll(() => file.remove())

describe('pictures in a report', () => {
  it('have a section each, under a heading of their own or their name; one with nothing to draw falls away', () => {
    expect(sectionsOf(model, 'figure').map(({ title }) => title)).toEqual([
      'How many, where',
      'Timeline',
      'Map of events',
      'Agreement matrix',
      'Where 16 claims come from',
    ])
  })

  it('show no claim above the label of the report, in no form', async () => {
    const [numbers] = sectionsOf(model, 'figure')
    expect(numbers?.figure.notes).toContain('1 claim above the label of this report left out.')
    const refs = sectionsOf(model, 'figure').flatMap(({ figure }) => figure.table.rows.flatMap(({ cells }) => cells))
    expect(refs.join(' ')).toContain('C10')
    expect(refs.join(' ')).not.toContain('C08')
    expect((await renderHtml(model)).includes('8,000 of the North')).toBe(false)
    expect(renderMarkdown(model).text.includes('8,000 of the North')).toBe(false)
  })

  it('are vectors in HTML, each with ids of its own and its data as a table', async () => {
    const html = await renderHtml(model)
    expect(html.match(/<figure><svg /g)).toHaveLength(5)
    const names = [...html.matchAll(/ id="([^"]+)"/g)].map(([, name]) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const [, name] of html.matchAll(/url\(#([^)]+)\)/g)) expect(names).toContain(name)
    expect(html.includes('stroke-dasharray="')).toBe(true)
    expect(html.match(/<details><summary>/g)).toHaveLength(5)
    // On paper they would be closed.
    expect(await renderHtml(model, { isForPrint: true })).not.toContain('<details>')
  })

  it('are files beside Markdown, with the table below', () => {
    const { text, pictures } = renderMarkdown(model, 'Оценка 1-pictures')
    const images = [...text.matchAll(/!\[([^\]]+)\]\(([^)]+)\)/g)].map(([, , url]) => decodeURIComponent(url ?? ''))
    expect(images).toEqual(pictures.map(({ name }) => `Оценка 1-pictures/${name}`))
    expect(images).toHaveLength(5)
    expect(pictures[0]?.name).toMatch(/^section-\d+-[\w-]{10}\.svg$/)
    expect(pictures[0]?.svg).toMatch(/^<\?xml [^>]+>\n<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 700 /)
    expect(text.includes('| Volodymyr Zelenskyy | present | about 11,000 |')).toBe(true)
  })

  it('are drawn, with their description, and tables, in a Word file', async () => {
    const parts = partsOf(await renderDocx(model))
    expect(Object.keys(parts).filter((name) => /^word\/media\/.*\.png$/.test(name))).toHaveLength(5)
    const text = parts['word/document.xml'] ?? ''
    expect(attributes(text, 'wp:docPr', 'descr').filter((words) => words !== '')).toHaveLength(5)
    expect(text).toContain('about 11,000')
  })
})
