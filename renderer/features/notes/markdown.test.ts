import { toHtml } from 'hast-util-to-html'
import { describe, expect, it } from 'vitest'
import { renderMarkdown } from './markdown.ts'
import { writeLink } from './wiki-links.ts'

const html = (text: string): string => toHtml(renderMarkdown(text).tree)

describe('renderMarkdown', () => {
  it('makes links to records of [[…]]', () => {
    const { targets } = renderMarkdown('See [[C10]], *[[Kim Yong-hyun|the minister]]* and [[C10]].')
    expect(targets).toEqual(['C10', 'Kim Yong-hyun'])
    expect(html('[[C10|ten]]')).toBe('<p><a href="" data-target="C10">ten</a></p>')
  })

  it('reads a bar inside a table, and Korean and Russian names', () => {
    const table = '| a |\n|---|\n| [[C1\\|one]] |'
    expect(renderMarkdown(table).targets).toEqual(['C1'])
    expect(renderMarkdown('[[김용현]] [[ТАСС]]').targets).toEqual(['김용현', 'ТАСС'])
  })

  it('leaves brackets in code and in links alone', () => {
    expect(renderMarkdown('`[[C1]]` [see [[C2]]](https://example.org) [[ ]]').targets).toEqual([])
  })

  it('drops what could run or fetch', () => {
    expect(html('<script>alert(1)</script><img src=x onerror=alert(1)>')).not.toMatch(/script|img|onerror/)
    expect(html('![a](https://example.org/a.png)')).not.toContain('img')
    expect(html('[x](javascript:alert(1)) [y](file:///etc/passwd)')).not.toMatch(/javascript:|file:/)
  })

  it('keeps tables, lists to tick and footnotes', () => {
    expect(html('| a |\n|:-:|\n| b |')).toContain('<td align="center">b</td>')
    expect(html('- [x] done')).toContain('type="checkbox"')
    expect(html('a[^1]\n\n[^1]: b')).toContain('footnote')
  })
})

describe('writeLink', () => {
  it('leaves no sign in a name that would end the link', () => {
    expect(writeLink('a [b] | c')).toBe('[[a b c]]')
  })
})
