import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Input } from '../../../shared/contract.ts'
import { FigureOptions, figureKinds } from '../../../shared/figures/data.ts'
import type { BlockId, ClaimId, ReportId } from '../../../shared/ids.ts'
import type { BlockContent, PreviewPiece, ReportPreview, TypedText } from '../../../shared/report.ts'
import { asReadDb, connectToRead } from '../../store/connection.ts'
import { addFunctions } from '../lists/list.ts'
import { makeTestCase, type TestCase } from '../test-case.ts'
import { previewReport } from './preview.ts'
import { makeFullReport, type FullReport } from './test-report.ts'

const made = new Date('2024-12-04T09:00:00.000Z')

let file: TestCase
let report: FullReport
let connection: ReturnType<typeof connectToRead>

beforeEach(async () => {
  file = makeTestCase('Partnership')
  report = await makeFullReport(file)
  for (const figure of figureKinds) await add({ kind: 'figure', request: { figure }, options: FigureOptions.parse({}) })
  connection = connectToRead(file.path)
  addFunctions(connection)
})
afterEach(() => {
  connection.close()
  file.remove()
})

const add = (content: Input<'blocks.add'>['content']): Promise<unknown> =>
  file.call('blocks.add', { reportId: report.id, content })

/** The pieces of the preview as a window has them, which asks for what it does not know. */
class Follower {
  #texts = new Map<string, string>()
  /** How many pieces were sent last. */
  sent = 0

  async follow(typed: readonly TypedText[] = []): Promise<string> {
    const known = [...this.#texts.keys()]
    const told = await previewReport(asReadDb(connection), { id: report.id, typed, known }, made)
    const pieces = [told.style, told.header, told.contents, ...told.sections, told.footer]
    this.sent = pieces.filter(({ html }) => html !== null).length
    this.#texts = new Map(pieces.map(({ key, html }) => [key, html ?? this.#texts.get(key) ?? 'not sent']))
    return this.#assembled(told)
  }

  #assembled({ style, header, contents, sections, footer }: ReportPreview): string {
    const text = ({ key }: PreviewPiece): string => this.#texts.get(key) ?? 'not sent'
    return `<style>${text(style)}</style></head><body>${text(header)}<div class="sheet">${text(contents)}<main>${sections.map(text).join('')}</main></div>${text(footer)}</body></html>`
  }
}

/** The page of an export, drawn by modules that have kept nothing. */
async function fromNothing(): Promise<string> {
  vi.resetModules()
  const { modelOf } = await import('./test-model.ts')
  const { renderHtml } = await import('./render-html.ts')
  const html = await renderHtml(modelOf(file, report.id))
  return html.slice(html.indexOf('<style>'))
}

const block = async (kind: BlockContent['kind'], at = 0): Promise<BlockId> => {
  const { blocks } = await file.call('reports.get', { id: report.id })
  return blocks.filter(({ content }) => content.kind === kind).at(at)?.id as BlockId
}
const claim = (ref: string): ClaimId => (report.ids.get(ref) ?? '') as ClaimId
const edit = (ref: string, patch: object): Promise<unknown> =>
  file.call('claims.update', { selection: { ids: [claim(ref)] }, patch })
const write = async (markdown: string, at = 0): Promise<unknown> =>
  file.call('blocks.update', { id: await block('text', at), content: { kind: 'text', markdown } })

/** What changes a report, each in a way of its own: its texts, its blocks, its label, what it shows, what is counted and drawn of it. */
const edits: readonly (readonly [string, () => Promise<unknown>])[] = [
  ['a text', () => write('New words with [[K01]] and a note.[^1]\n\n[^1]: Here.')],
  ['a statement', () => edit('C07', { statement: '1만 2천 명이 있다, 13 000 чоловік' })],
  ['a number, which pictures show', () => edit('C10', { quantity: 'about 4,321' })],
  ['a label of a claim', () => edit('C07', { tlp: 'RED' })],
  ['a claim that goes', () => file.call('claims.trash', { selection: { ids: [claim('K01')] } })],
  ['undo', () => file.call('history.undo')],
  ['a block that goes', async () => file.call('blocks.remove', { id: await block('bottom-line') })],
  ['a block that moves', async () => file.call('blocks.move', { id: await block('claims'), before: null })],
  [
    'two texts that are the same',
    async () => {
      await add({ kind: 'text', markdown: 'The same.' })
      await add({ kind: 'text', markdown: 'The same.' })
    },
  ],
  [
    'how a picture is drawn',
    async () => {
      const request = { figure: 'numbers' } as const
      const options = FigureOptions.parse({ bands: 'subject', scale: 'log' })
      await file.call('blocks.update', { id: await block('figure'), content: { kind: 'figure', request, options } })
    },
  ],
  [
    'a relation',
    () =>
      file.call('relations.add', {
        from: { kind: 'claim', id: claim('C07') },
        to: { kind: 'claim', id: claim('C10') },
        type: 'contradicts',
      }),
  ],
  ['the label of the report', () => file.call('reports.update', { id: report.id, patch: { tlp: 'GREEN' } })],
  ['the title', () => file.call('reports.update', { id: report.id, patch: { title: '파병: що відомо' } })],
  ['undo of that', () => file.call('history.undo')],
]

describe('the preview of a report', () => {
  const orders = [
    edits,
    ...fc.sample(fc.shuffledSubarray([...edits], { minLength: edits.length }), { seed: 11, numRuns: 2 }),
  ]
  it.each(orders.map((order) => ({ order, first: order[0]?.[0] })))(
    'is after any edit the page that an export would write, whatever was kept: $first first',
    { timeout: 120_000 },
    async ({ order }) => {
      const follower = new Follower()
      expect(await follower.follow()).toBe(await fromNothing())
      for (const [name, change] of order) {
        await change()
        expect((await follower.follow()) === (await fromNothing()), name).toBe(true)
      }
    },
  )

  it('shows what is typed as if it were stored, and sends nothing else', async () => {
    const follower = new Follower()
    const before = await follower.follow()
    const [text, heading] = [await block('text'), await block('heading')]
    const typed = await follower.follow([{ blockId: text, text: 'They **agree**.' }])
    expect(typed).toContain('<p>They <strong>agree</strong>.</p>')
    expect(await follower.follow([{ blockId: text, text: 'They **agree** now.' }])).toContain('</strong> now.</p>')
    expect(follower.sent).toBe(1)
    expect(await follower.follow([{ blockId: heading, text: 'Another head' }])).toContain('>Another head</h2>')
    expect(await follower.follow()).toBe(before)
    await write('They **agree**.')
    expect(await follower.follow()).toBe(typed)
    await follower.follow()
    expect(follower.sent).toBe(0)
  })

  it('is not for a report that is gone', async () => {
    await file.call('reports.trash', { id: report.id })
    const gone = file.call('reports.preview', { id: report.id as ReportId, typed: [], known: [] })
    await expect(gone).rejects.toMatchObject({ code: 'not-found' })
  })
})
