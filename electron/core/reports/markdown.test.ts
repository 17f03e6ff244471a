import type { Root } from 'mdast'
import { describe, expect, it } from 'vitest'
import { isEmpty, levelHeadings, parseMarkdown, safeUrl, visit } from './markdown.ts'

const body = (markdown: string): Root => parseMarkdown(markdown).body

/** The kinds of nodes that a text is made of, without texts and paragraphs. */
function kindsIn(root: Root): string[] {
  const kinds = new Set<string>()
  visit(root, ({ type }) => void kinds.add(type))
  return [...kinds].filter((kind) => !['root', 'text', 'paragraph'].includes(kind))
}

function wordsOf(root: Root): string {
  const words: string[] = []
  visit(root, (node) => {
    if ('value' in node) words.push(node.value)
  })
  return words.join('')
}

function linksIn(root: Root): string[] {
  const urls: string[] = []
  visit(root, (node) => {
    if (node.type === 'link') urls.push(node.url)
  })
  return urls
}

describe('clean Markdown', () => {
  it('makes HTML the text that it is, within a line and on its own', () => {
    for (const markdown of ['a <b onclick=x>b</b>', '<script>\nalert(1)\n</script>', '> <div>\n', '- <!-- x -->']) {
      const root = body(markdown)
      expect(kindsIn(root), markdown).not.toContain('html')
      expect(wordsOf(root)).toContain('<')
    }
  })

  it('links to the web and to mail only, however the address is written', () => {
    expect(linksIn(body('[a](https://a.org) <mailto:a@b.org> www.c.org [d][d]\n\n[d]: http://d.org'))).toEqual([
      'https://a.org',
      'mailto:a@b.org',
      'http://www.c.org',
      'http://d.org',
    ])
    for (const url of [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'java\nscript:x',
      ' javascript:x',
      'data:text/html,x',
      'file:///etc/passwd',
      'vbscript:x',
      '//a.org',
      '/etc',
      '#claim-1',
      '',
    ]) {
      expect(safeUrl(url), url).toBeUndefined()
      expect(linksIn(body(`[words](<${url.replaceAll('\n', '&NewLine;')}>)`)), url).toEqual([])
    }
    expect(wordsOf(body('[words](javascript:x)'))).toBe('words')
    expect(safeUrl('  https://a.org/b ')).toBe('https://a.org/b')
  })

  it('says a picture in words that lead to it, and fetches none', () => {
    const root = body('![A map](https://a.org/m.png) [![in a link](https://a.org/i.png)](https://a.org) ![](file:///x)')
    expect(kindsIn(root)).toEqual(['link'])
    expect(linksIn(root)).toEqual(['https://a.org/m.png', 'https://a.org'])
    expect(wordsOf(root)).toBe('A map in a link file:///x')
  })

  it('takes footnotes apart, and writes ticked boxes as text', () => {
    const { body: root, footnotes } = parseMarkdown('- [x] done[^n]\n- [ ] open\n\n[^n]: the **note**')
    expect(wordsOf(root)).toBe('[x] done[ ] open')
    expect(kindsIn(root)).toEqual(['list', 'listItem', 'footnoteReference'])
    expect([...footnotes].map(([name, note]) => [name, wordsOf(note)])).toEqual([['n', 'the note']])
  })

  it('is empty when nothing is left to show', () => {
    for (const markdown of ['', ' \n ', '[a]: https://a.org', '[^1]: note'])
      expect(isEmpty(body(markdown)), markdown).toBe(true)
    expect(isEmpty(body('.'))).toBe(false)
  })
})

describe('headings of a text', () => {
  const depths = (markdown: string, top: number): number[] =>
    levelHeadings(body(markdown), top).children.flatMap((node) => (node.type === 'heading' ? [node.depth] : []))

  it('go under their level, without leaving one out, and no deeper than six', () => {
    expect(depths('# a\n\n## b\n\n# c', 3)).toEqual([3, 4, 3])
    expect(depths('### a\n\n###### b\n\n#### c', 2)).toEqual([2, 3, 3])
    expect(depths('# a\n\n## b\n\n### c\n\n#### d\n\n##### e', 3)).toEqual([3, 4, 5, 6, 6])
    expect(depths('## a\n\n# b', 3)).toEqual([3, 3])
  })

  it('are bold words within a quotation or a list, which are no part of the outline', () => {
    expect(kindsIn(body('> # quoted\n\n- ## listed'))).toEqual(['blockquote', 'strong', 'list', 'listItem'])
  })
})
