import fc from 'fast-check'
import type { Nodes, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { usualColumns } from '../../../shared/claims-table.ts'
import { makeTestCase, type TestCase } from '../test-case.ts'
import { visit } from './markdown.ts'
import type { ReportModel } from './model.ts'
import { renderMarkdown } from './render-md.ts'
import { modelOf, plainClaim, plainJudgement, plainModel, plainSource } from './test-model.ts'
import { makeFullReport } from './test-report.ts'

const read = (markdown: string): Root =>
  fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })

/** What a reader sees: a line break is a line break, however it is written. */
function textOf(node: Nodes): string {
  if (node.type === 'break') return '\n'
  if (node.type === 'html') return node.value === '<br>' ? '\n' : ''
  if ('children' in node) return node.children.map(textOf).join('')
  return 'value' in node ? node.value : ''
}

const nodesOf = <Type extends Nodes['type']>(root: Root, type: Type): Extract<Nodes, { type: Type }>[] => {
  const found: Extract<Nodes, { type: Type }>[] = []
  visit(root, (node) => {
    if (node.type === type) found.push(node as Extract<Nodes, { type: Type }>)
  })
  return found
}

/** The texts of a table's cells, without its head. */
function cellsOf(root: Root, index = 0): string[][] {
  const table = nodesOf(root, 'table')[index]
  return table?.children.slice(1).map((row) => row.children.map(textOf)) ?? []
}

const claims = (...entries: Parameters<typeof plainClaim>[0][]): ReportModel['sections'][number] => ({
  kind: 'claims',
  anchor: 'section-1',
  title: 'Claims',
  columns: usualColumns,
  note: null,
  claims: entries.map(plainClaim),
})

/** As the contract lets texts in: trimmed and not empty, else anything at all. */
const anyText = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.string({ unit: fc.constantFrom(...'|\\`*_~[]()<>#+-=.!&;:@/"\n\t 1a북д😀'), maxLength: 30 }),
    fc.constantFrom(
      '<b>x</b>',
      '&amp;',
      'www.a.org',
      'a@b.org',
      'https://a.org/_b_',
      '[^1]',
      '| - |',
      '1) x',
      'a  \nb',
    ),
  )
  // Line ends are all one, and a NUL is the replacement character, as CommonMark has it.
  .map((text) => text.replaceAll(/\r\n?/g, '\n').replaceAll('\0', '\ufffd').normalize('NFC').trim())
  .filter((text) => text !== '')

describe('Markdown', () => {
  it('says a statement as it was written, whatever is in it', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (statement, quote, title) => {
        const root = read(
          renderMarkdown(
            plainModel([
              { kind: 'key-judgements', anchor: 'section-1', title: 'J', judgements: [plainJudgement({ statement })] },
              claims({ statement, claimant: quote }, { statement: 'S', quote }),
              { kind: 'sources', anchor: 'section-3', title: 'S', sources: [plainSource({ title, outlet: quote })] },
            ]),
          ).text,
        )
        const [, judgements] = nodesOf(root, 'list')
        expect(judgements?.children[0]?.children[0]).toBeDefined()
        expect(judgements?.children[0]?.children.map(textOf)[0]).toBe(statement)
        expect(cellsOf(root).map((row) => row[1])).toEqual([statement, `S\n“${quote}”`])
        expect(cellsOf(root)[0]?.[2]).toBe(`${quote}\nofficial`)
        expect(cellsOf(root, 1)[0]?.slice(1, 3)).toEqual([title.replaceAll(/\s+/g, ' '), quote])
      }),
      { numRuns: 100 },
    )
  })

  it('says notes and links of texts as they were written', () => {
    fc.assert(
      fc.property(anyText, (statement) => {
        const note = { kind: 'claim' as const, claim: plainClaim({ statement }), sources: [plainSource()] }
        const root = read(renderMarkdown(plainModel([claims({ notes: [1] })], { notes: [note] })).text)
        const [definition] = nodesOf(root, 'footnoteDefinition')
        expect(definition?.children.map(textOf)).toEqual([`C01: “${statement}” Unattributed, official. A document.`])
      }),
      { numRuns: 50 },
    )
  })
})

describe('a report in Markdown', () => {
  let file: TestCase
  let model: ReportModel
  let markdown = ''
  beforeAll(async () => {
    file = makeTestCase('Partnership')
    const { id } = await makeFullReport(file)
    model = modelOf(file, id)
    markdown = renderMarkdown(model).text
  })
  afterAll(() => file.remove())

  it('bears its label in its first and its last line', () => {
    const lines = markdown.trimEnd().split('\n')
    expect([lines[0], lines.at(-1)]).toEqual(['**TLP:AMBER**', '**TLP:AMBER**'])
    expect(lines[2]).toBe('# Troops & \\<b>treaty\\</b>: 북한군, договор')
  })

  it('has a heading for each section, in order, and the bottom line as a quotation', () => {
    const headings = nodesOf(read(markdown), 'heading')
    const titles = model.sections.flatMap(({ title }) => title ?? [])
    expect(headings.filter(({ depth }) => depth === 2).map(textOf)).toEqual(titles)
    expect(headings.filter(({ depth }) => depth === 3).map(textOf)).toEqual(['Numbers'])
    expect(markdown).toContain('## Bottom line\n\n> They have **very likely** fought: X01[^1].\n')
  })

  it('numbers judgements and says likelihood and confidence on lines of their own', () => {
    expect(markdown).toContain('1. <a id="judgement-1"></a>**North Korean units fought in Kursk before 2025.**\n')
    expect(markdown).toContain('\n   - **Likelihood:** Very likely, 85\u00a0% (very likely: 80–95\u00a0%)\n')
    expect(markdown).toContain('\n   - **Confidence:** Moderate\n')
    expect(markdown).toContain('\n2. <a id="judgement-2"></a>**북한은 파병을 늘릴 것이다**\n')
    const both = markdown.split('\n').filter((line) => /likelihood/i.test(line) && /confidence:/i.test(line))
    expect(both).toEqual([])
  })

  it('numbers its footnotes as the model does, and GitHub: by their first reference', () => {
    const root = read(markdown)
    const referred = [...new Set(nodesOf(root, 'footnoteReference').map(({ identifier }) => Number(identifier)))]
    expect(referred).toEqual(model.notes.map((_note, index) => index + 1))
    expect(nodesOf(root, 'footnoteDefinition').map(({ identifier }) => Number(identifier))).toEqual(referred)
    expect(referred.length).toBeGreaterThan(3)
  })

  it('links what it cites to the rows that show it, and marks no other rows', () => {
    const targets = nodesOf(read(markdown), 'link').flatMap(({ url }) => (url.startsWith('#') ? [url.slice(1)] : []))
    const places = [...markdown.matchAll(/<a id="([^"]*)"><\/a>/g)].map((match) => match[1])
    expect(places).toHaveLength(8)
    expect(new Set(places)).toEqual(new Set(targets))
    expect(new Set(places).size).toBe(places.length)
    expect(nodesOf(read(markdown), 'link').filter(({ url }) => !/^(#|https?:|mailto:)/.test(url))).toEqual([])
    expect(markdown).toContain('- **Supported by:** [C07](#claim-4), X01[^1]\n')
    expect(markdown).toContain('- **Contrary:** [C10](#claim-5), S01 (withheld)\n')
  })

  it('keeps each row of a table in one line, whatever its cells hold', () => {
    const root = read(markdown)
    const tables = nodesOf(root, 'table')
    for (const { children } of tables)
      for (const { children: cells } of children) expect(cells).toHaveLength(children[0]?.children.length ?? 0)
    const hostile = tables
      .flatMap(({ children }) => children)
      .find(({ children: [ref] }) => ref && textOf(ref) === 'H01')
    expect(hostile?.children[1] && textOf(hostile.children[1])).toBe(
      '<img src=x onerror=alert(1)> | `code` [link](javascript:alert(1)) & “quotes”\n“first line\nsecond line”',
    )
    expect(
      nodesOf(root, 'html')
        .map(({ value }) => value)
        .filter((html) => !/^(<br>|<a id="[a-z]+-\d+">|<\/a>)$/.test(html)),
    ).toEqual([])
  })

  it('tells nothing of what is withheld but the reference', () => {
    expect(markdown).toContain('## Withheld\n\nMarked above TLP:AMBER and therefore left out: S01.')
    expect(markdown).not.toContain('a source in place')
  })
})
