import { HtmlValidate } from 'html-validate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { usualColumns } from '../../../shared/claims-table.ts'
import { makeTestCase, type TestCase } from '../test-case.ts'
import { charactersOfFont } from './test-fonts.ts'
import { renderHtml } from './render-html.ts'
import { modelOf, plainClaim, plainModel } from './test-model.ts'
import { makeFullReport } from './test-report.ts'

let file: TestCase
let html = ''
beforeAll(async () => {
  file = makeTestCase('Partnership')
  const { id } = await makeFullReport(file)
  html = await renderHtml(modelOf(file, id))
})
afterAll(() => file.remove())

const all = (pattern: RegExp): string[] => [...html.matchAll(pattern)].map((match) => match[1] ?? '')
/** The page without its style sheet, which holds the fonts. */
const body = (): string => html.slice(html.indexOf('<body>'))

describe('a report in HTML', () => {
  it('runs nothing and asks nobody for anything', () => {
    expect(all(/<(script|link|iframe|object|embed|img|base|form|input)\b/g)).toEqual([])
    const attributes = (html.match(/<[a-z][^>]*>/g) ?? []).filter((tag) =>
      /\s(on[a-z]+|src|srcset|action|ping)=/.test(tag),
    )
    expect(attributes).toEqual([])
    expect(all(/url\((?!data:font\/woff;base64,)(.{0,40})/g)).toEqual([])
    expect(html).not.toContain('@import')
    const policy =
      /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1]?.replaceAll('&#x27;', "'") ?? ''
    expect(policy.split('; ')).toEqual(
      expect.arrayContaining(["default-src 'none'", 'font-src data:', "base-uri 'none'", "form-action 'none'"]),
    )
    expect(policy).not.toContain('script-src')
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<style>'))
  })

  it('is what HTML allows, as another program checks it', async () => {
    const rules = ['html-validate:standard', 'html-validate:document', 'html-validate:a11y']
    const { results } = await new HtmlValidate({ extends: rules }).validateString(html)
    expect(
      results.flatMap(({ messages }) => messages.map(({ line, column, message }) => `${line}:${column} ${message}`)),
    ).toEqual([])
  })

  it('shows hostile text as text, and leads nowhere but to the web', () => {
    expect(body()).toContain('&#x3C;img src=x onerror=alert(1)>')
    expect(body()).toContain('&#x3C;script>alert(1)&#x3C;/script>')
    expect(html).toContain('<title>Troops &#x26; &#x3C;b>treaty&#x3C;/b>')
    const links = all(/<a [^>]*href="([^"]*)"/g)
    expect(links.length).toBeGreaterThan(20)
    expect(links.filter((link) => !/^(#|https?:|mailto:)/.test(link))).toEqual([])
    expect(links).toContain('https://example.org/a')
    expect(body()).toMatch(/<a href="https:\/\/example.org\/a" rel="noreferrer">/)
  })

  it('gives each id once, and every link within it a place to lead to', () => {
    const ids = all(/\sid="([^"]*)"/g)
    expect(new Set(ids).size).toBe(ids.length)
    const targets = all(/href="#([^"]*)"/g)
    expect(targets.filter((target) => !ids.includes(target))).toEqual([])
    expect(targets).toEqual(expect.arrayContaining(['claim-4', 'note-1', 'note-ref-1', 'section-1', 'notes']))
    const labels = all(/aria-labelledby="([^"]*)"/g)
    expect(labels.filter((label) => !ids.includes(label))).toEqual([])
  })

  it('says of each text in another script in which language it is', () => {
    expect(body()).toMatch(/lang="ko">북한군이 쿠르스크에 있다</)
    expect(body()).toMatch(/<blockquote lang="ko">“북한군 1만 명”</)
    expect(body()).toMatch(/lang="ru">Договор вступил в силу</)
    expect(body()).toMatch(/<li lang="ru">/)
    expect(body()).toMatch(/<blockquote>“Ten thousand” \(translation\)</)
    expect(html).toContain('<html lang="en">')
  })

  it('brings every character of its text along in its fonts, and few others', async () => {
    const fonts = all(/src:url\(data:font\/woff;base64,([^)]+)\)/g)
    expect(fonts).toHaveLength(5)
    const known = await Promise.all(fonts.map((font) => charactersOfFont(Buffer.from(font, 'base64'))))
    const [regular, , , korean] = known
    for (const character of 'Договор вступил в силу№“”–↩') expect(regular, character).toContain(character)
    for (const character of '북한군이쿠르스크에있다늘릴') expect(korean, character).toContain(character)
    expect(korean).not.toContain('뷁')
    expect(korean?.size).toBeLessThan(100)
  })

  it('embeds no Korean where there is none', async () => {
    const plain = await renderHtml(
      plainModel([
        {
          ...{ kind: 'claims', anchor: 'section-1', title: 'Claims' },
          ...{ claims: [plainClaim()], columns: usualColumns, note: null },
        },
      ]),
    )
    expect(plain.match(/@font-face/g)).toHaveLength(3)
    expect(plain.length).toBeLessThan(120_000)
  })

  it('bears its label before and after all else, and on every page of paper', () => {
    expect(body()).toMatch(/^<body><header class="band">.{0,200}<p class="tlp">TLP:AMBER<\/p><\/header>/)
    expect(body()).toMatch(/<p class="tlp">TLP:AMBER<\/p><\/footer><\/body><\/html>$/)
    expect(html).toMatch(/\.tlp\{background:#000;color:#FFC000;/)
    expect(html).toMatch(/@media print\{[^]*\.band\{position:fixed;/)
    expect(html).toMatch(/\.sheet\{[^}]*box-decoration-break:clone/)
  })

  it('says likelihood and confidence apart, and both axes of a grade', () => {
    const first = /<li id="judgement-1"[^]*?<\/li>/.exec(body())?.[0] ?? ''
    expect(first).toMatch(
      /<dt>Likelihood<\/dt><dd>[^]*Very likely[^]*85\u00a0% \(very likely: 80–95\u00a0%\)[^]*<dt>Confidence<\/dt>/,
    )
    expect(first).not.toMatch(/<p[^>]*>[^<]*likely[^<]*confidence/i)
    expect(body()).toContain('<abbr title="Reliability of the source">Rel.</abbr>')
    expect(body()).toMatch(/<span class="tile unset">–<\/span>/)
  })
})
