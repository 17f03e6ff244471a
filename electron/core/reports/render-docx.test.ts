import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Input } from '../../../shared/contract.ts'
import type { BlockContent } from '../../../shared/report.ts'
import type { ClaimId } from '../../../shared/ids.ts'
import { connect } from '../../store/connection.ts'
import { makeTestCase, type TestCase } from '../test-case.ts'
import { strictUrl } from './docx/links.ts'
import { allPartsOf, attributes, elements, faults, inStyle, partsOf, words, type Parts } from './docx/test-docx.ts'
import { gatherReport, type ReportRecords } from './gather.ts'
import { makeModel } from './make-model.ts'
import type { ReportModel } from './model.ts'
import { renderDocx } from './render-docx.ts'
import { renderHtml } from './render-html.ts'
import { addSample, asClaims, asEvents, makeJudgement, makeReport } from './test-sample.ts'

const made = '2025-03-04T10:00:00.000Z'
const argument = `The claims differ[^own] in what they count: [[C01]], [[C51]], again [[C51]].

### What is counted

Soldiers *present*, **sent**, ~~expected~~ and \`coded\`; 국정원은 확인했다. Москва это отрицает.

> Quoted words

7. seven
8. eight
   - nested

\`\`\`
<code> & more
\`\`\`

| Source | Figure |
|:--|--:|
| [NIS](https://example.org/a?b=1&c=2) | 11,000[^own] |

${'x'.repeat(300)}

[^own]: A **note** of the text.

    | a | b |
    |---|---|
    | 1 | 2 |`

let file: TestCase
let records: ReportRecords
let model: ReportModel
let parts: Parts
let document: string

beforeAll(async () => {
  file = makeTestCase('Partnership')
  const id = await makeReport(file.call, await contents(), 'North Korean soldiers\u0001 in Russia & <elsewhere>')
  const db = connect(file.path, { readOnly: true })
  records = gatherReport(db, id)
  db.close()
  model = { ...makeModel(records, made), tlp: 'AMBER' }
  parts = partsOf(await renderDocx(model))
  document = parts['word/document.xml'] ?? ''
})
afterAll(() => file.remove())

/** A block of each kind, with Korean and Russian, a claim that is withheld and one that only a note tells. */
async function contents(): Promise<BlockContent[]> {
  const sample = await addSample(file)
  const korean = await addClaim({
    ref: 'C50',
    statement: '국정원은 파병을 확인했다',
    quote: 'ja: 派兵',
    quoteLanguage: 'ja',
  })
  const russian = await addClaim({
    ref: 'C51',
    statement: 'Песков отказался комментировать',
    claimant: 'Дмитрий Песков',
  })
  const secret = await addClaim({ ref: 'C99', statement: 'Secret', tlp: 'RED' })
  await addSource(korean, '국정감사', 'https://example.org/정치?a=b|c')
  await addSource(russian, 'Брифинг', null)
  const judgement = await makeJudgement(file.call, {
    statement: 'Units stay away from the front',
    likelihood: 'likely',
    percent: 65,
    confidence: 'moderate',
    confidenceReasons: 'Two origins.[^1]\n\n[^1]: Both are official.',
    indicators: '- New training sites',
    evidence: [korean, russian, secret].map((claimId) => ({ claimId, side: 'supports' as const })),
  })
  const ids = (letter: string): string[] => [...sample].flatMap(([ref, id]) => (ref.startsWith(letter) ? [id] : []))
  return [
    { kind: 'bottom-line', markdown: 'Soldiers were **sent**.\n\n- Their number is disputed.\n\n| a |\n|---|\n| b |' },
    { kind: 'key-judgements', judgementIds: [judgement] },
    { kind: 'heading', text: 'How the figures compare' },
    { kind: 'text', markdown: argument },
    { kind: 'claims', claimIds: asClaims([...ids('C'), korean, secret]) },
    { kind: 'events', eventIds: asEvents(ids('E')) },
    { kind: 'heading', text: 'Documents' },
    { kind: 'sources' },
    { kind: 'heading', text: 'Gaps' },
  ]
}

async function addClaim(patch: Input<'claims.create'>['patch']): Promise<ClaimId> {
  return ((await file.call('claims.create', { patch })).ids[0] ?? '') as ClaimId
}

async function addSource(claimId: ClaimId, title: string, url: string | null): Promise<void> {
  await file.call('carriages.add', { claimId, carriage: { document: title, role: 'origin' } })
  const { rows } = await file.call('documents.page', {})
  const ids = rows.flatMap((row) => (row.title === title ? [row.id] : []))
  await file.call('documents.update', { selection: { ids }, patch: { url } })
}

describe('a report as a Word file', () => {
  it('is sound: nothing in it is twice, and everything that it refers to is there', () => {
    expect(faults(parts)).toEqual([])
  })

  it('has the title, headings of the outline and text in styles', () => {
    expect(inStyle(document, 'Title')).toEqual(['North Korean soldiers in Russia & <elsewhere>'])
    expect(inStyle(document, 'Heading1')).toEqual([
      ...['Bottom line', 'Key judgements', 'How the figures compare', 'Claims', 'Events', 'Documents', 'Gaps'],
      ...['Withheld', 'Terms and scales'],
    ])
    expect(inStyle(document, 'Heading2')).toEqual(['What is counted'])
    const first = elements(parts['word/styles.xml'] ?? '', 'w:style').find((style) => style.includes('"Heading1"'))
    expect(first).toContain('<w:outlineLvl w:val="0"/>')
    expect(first).toContain('<w:keepNext/>')
    expect(inStyle(document, 'BottomLine')).toEqual(['Soldiers were sent.', 'Their number is disputed.'])
    expect(inStyle(document, 'Quote')).toEqual(['Quoted words'])
    expect(inStyle(document, 'Code')).toEqual(['<code> & more'])
  })

  it('has a table of contents that leads to each section', () => {
    const listed = elements(document, 'w:p').filter((paragraph) => paragraph.includes('"TOC1"'))
    const entries = listed.flatMap((paragraph) => elements(paragraph, 'w:hyperlink'))
    expect(entries.map((entry) => words(entry).trim())).toEqual(inStyle(document, 'Heading1'))
    const places = attributes(document, 'w:bookmarkStart', 'w:name')
    for (const entry of entries) expect(places).toContain(attributes(entry, 'w:hyperlink', 'w:anchor')[0])
    expect(document).toContain('TOC \\h')
    expect(document).not.toContain('w:dirty="true"')
  })

  it('says all that the HTML says', async () => {
    const [, main = ''] = (await renderHtml(model)).split('<main>')
    const html = words(main.replaceAll(/<\/?(a|span|strong)\b[^>]*>/g, '').replaceAll('<', ' <'))
    const said = new Set(words(Object.values(parts).join(' ')).match(/[\p{L}\d]+/gu))
    const lost = (html.replaceAll(/&#x?\w+;/g, ' ').match(/[\p{L}\d]+/gu) ?? []).filter((word) => !said.has(word))
    expect(new Set(lost)).toEqual(new Set())
  })

  it('says likelihood and confidence apart, each beside its label', () => {
    const rows = elements(document, 'w:tr').map((row) => words(row).replaceAll(/\s+/g, ' ').trim())
    expect(rows).toContain('Likelihood Likely 65 % (likely: 55–80 %)')
    expect(rows).toContain('Confidence Moderate Two origins.')
    expect(rows).toContain('Supported by C50, C51, C99 (withheld)')
  })

  it('numbers its footnotes as the other formats do, and shows a number again where its note is meant again', async () => {
    const shown = [
      ...document.matchAll(/<w:footnoteReference w:id="(\d+)"|NOTEREF _note_(\d+) [\s\S]*?<w:t[^>]*>(\d+)</g),
    ]
    expect(shown.every(([, , mark, cached]) => mark === cached)).toBe(true)
    const numbers = shown.map(([, first, again]) => Number(first ?? again))
    const html = [...(await renderHtml(model)).matchAll(/href="#note-(\d+)"/g)].map(([, number]) => Number(number))
    expect(numbers).toEqual(html)
    // Word counts the references themselves.
    const counted = attributes(document, 'w:footnoteReference', 'w:id').map(Number)
    expect(counted).toEqual(model.notes.map((_, index) => index + 1))
    expect(numbers.length).toBeGreaterThan(counted.length)
  })

  it('tells each kind of note', () => {
    const notes = elements(parts['word/footnotes.xml'] ?? '', 'w:footnote').map((note) => words(note).trim())
    expect(notes).toContain('Both are official.')
    expect(notes).toContain('C51: “Песков отказался комментировать” Дмитрий Песков, basis not known. Брифинг.')
    expect(notes.filter((note) => note === '국정감사.')).toHaveLength(1)
    expect(notes.find((note) => note.startsWith('A note of the text.'))).toContain('a | b')
  })

  it('repeats the heads of its tables, keeps rows whole, and fits them to the page', () => {
    const argued = document.slice(document.lastIndexOf('How the figures compare'))
    const tables = elements(argued, 'w:tbl').filter((table) => table.includes('<w:tblHeader/>'))
    // Of the text, of claims, events and sources, and three of scales.
    expect(tables).toHaveLength(7)
    for (const table of tables) {
      expect(table.match(/<w:tblHeader\/>/g)).toHaveLength(1)
      expect(table.match(/<w:cantSplit\/>/g)).toHaveLength(elements(table, 'w:tr').length)
      expect(table).toContain('<w:tblCaption w:val="')
    }
    const widths = tables.map((table) =>
      attributes(table, 'w:gridCol', 'w:w').reduce((sum, width) => sum + Number(width), 0),
    )
    expect(widths.slice(0, 4)).toEqual([9866, 9866, 9866, 9866])
    expect(words(tables[1] ?? '')).toMatch(/C50[\s\S]*국정원은 파병을 확인했다/)
  })

  it('has lists of Word with their own numbers', () => {
    expect(inStyle(document, 'ListNumber')).toEqual(['seven', 'eight'])
    expect(inStyle(document, 'ListBullet')).toEqual(['nested'])
    expect(attributes(parts['word/numbering.xml'] ?? '', 'w:startOverride', 'w:val')).toContain('7')
  })

  it('links claims to where they are shown, and sources to the web by addresses that Word takes', () => {
    const place = elements(document, 'w:p').find((paragraph) => words(paragraph) === 'C01 ')
    const [name = ''] = attributes(place ?? '', 'w:bookmarkStart', 'w:name')
    expect(attributes(document, 'w:hyperlink', 'w:anchor')).toContain(name)
    const targets = attributes(parts['word/_rels/document.xml.rels'] ?? '', 'Relationship', 'Target')
    expect(targets).toContain('https://example.org/a?b=1&amp;c=2')
    expect(targets).toContain('https://example.org/%EC%A0%95%EC%B9%98?a=b%7Cc')
  })

  it('bears its label on black at the top and foot of every page, and the number of the page', () => {
    for (const part of ['word/header1.xml', 'word/footer1.xml']) {
      const label = elements(parts[part] ?? '', 'w:r').find((run) => run.includes('TLP:AMBER'))
      expect(label).toMatch(/<w:color w:val="FFC000"\/>[\s\S]*<w:shd w:fill="000000"/)
    }
    expect(parts['word/footer1.xml']).toMatch(/Page [\s\S]*PAGE[\s\S]* of [\s\S]*NUMPAGES/)
  })

  it('marks Korean, Russian and quotes with their languages, and embeds the letters', () => {
    const run = (text: string): string => elements(document, 'w:r').find((found) => words(found) === text) ?? ''
    expect(run('국정원은 파병을 확인했다')).toContain('<w:lang w:eastAsia="ko-KR"/>')
    expect(run('Москва это отрицает')).toContain('<w:lang w:val="ru-RU"/>')
    expect(run('“ja: 派兵”')).toContain('<w:lang w:eastAsia="ja-JP"/>')
    expect(attributes(parts['word/fontTable.xml'] ?? '', 'w:font', 'w:name')).toEqual([
      'IBM Plex Sans',
      'IBM Plex Sans KR',
    ])
    expect(Object.keys(parts).filter((name) => name.startsWith('word/fonts/'))).toHaveLength(5)
  })

  it('has the properties of the report, and the same document each time', async () => {
    const core = parts['docProps/core.xml'] ?? ''
    expect(core).toContain('<dc:title>North Korean soldiers in Russia &amp; &lt;elsewhere&gt;</dc:title>')
    expect(core).toContain('<dc:creator>Ana</dc:creator>')
    expect(core).toContain(`>${made}</dcterms:created>`)
    // Links and places have chance names.
    const still = (xml = ''): string => xml.replaceAll(/ (r:id|w:id)="[^"]*"/g, '')
    expect(still(partsOf(await renderDocx(model))['word/document.xml'])).toBe(still(document))
  })
})

describe('any text', () => {
  const pieces = [
    '\n\n',
    '\n',
    '# ',
    '### ',
    '- ',
    '  - ',
    '3. ',
    '> ',
    '```\n',
    '| a | b |\n|--|:-:|\n| c | d | e |\n',
    '---\n',
  ]
  const inner = [
    '[^1]',
    '\n\n[^1]: Note\n\n',
    '**',
    '_',
    '~~',
    '`',
    '<b>',
    '[l](http://a b)',
    '<https://a.b/[|]%>',
    '[[C01]]',
  ]
  const odd = [
    '\u0001',
    '\uffff',
    '\ud800',
    '국정원 Москва 😀 ﷺ \u0301 派',
    '{a-0}',
    '\t',
    '  \n',
    ']]>',
    '&amp;',
    'w'.repeat(300),
  ]
  const text = fc
    .array(fc.oneof(fc.constantFrom(...pieces, ...inner, ...odd), fc.string({ unit: 'binary-ascii', maxLength: 8 })), {
      maxLength: 40,
    })
    .map((parts) => parts.join(''))
  const texts = fc.array(text, { minLength: 2, maxLength: 6 })

  it('becomes a sound Word file, with the numbers of its notes', async () => {
    // Several at a time: it takes longer to start the reader than to write a report.
    const property = fc.asyncProperty(fc.array(texts, { minLength: 6, maxLength: 6 }), async (all) => {
      const models = all.map(modelOf)
      const files = allPartsOf(await Promise.all(models.map((model) => renderDocx(model))))
      expect(files.flatMap(faults)).toEqual([])
      const references = (file: Parts): string[] =>
        attributes(file['word/document.xml'] ?? '', 'w:footnoteReference', 'w:id')
      expect(files.map(references)).toEqual(models.map(({ notes }) => notes.map((_, index) => String(index + 1))))
    })
    await fc.assert(property, { numRuns: 4, interruptAfterTimeLimit: 12_000 })
  })

  /** A report of texts and bottom lines; the first text is its title. */
  function modelOf([title = '', ...markdowns]: readonly string[]): ReportModel {
    const [block] = records.blocks
    if (!block) throw new Error('The report has blocks.')
    const kinds = ['text', 'bottom-line'] as const
    const blocks = markdowns.map((markdown, index) => ({
      id: `${block.id.slice(0, -1)}${index}` as typeof block.id,
      content: { kind: kinds[index % 2] ?? 'text', markdown },
    }))
    return makeModel({ ...records, title, blocks }, made)
  }

  it('has links that Word takes, or none', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl({ withFragments: true, withQueryParameters: true }), fc.string()), (url) => {
        const strict = strictUrl(url)
        if (strict !== undefined)
          expect(strict).toMatch(/^(https?|mailto):([\w\-.~:/?#[\]@!$&'()*+,;=]|%[0-9a-f]{2})*$/i)
      }),
    )
    expect(strictUrl('javascript:alert(1)')).toBeUndefined()
    expect(strictUrl('https://a.b/c d%#e#f')).toBe('https://a.b/c%20d%25#e%23f')
  })
})
