import type { Element } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { tlpColours, type Tlp } from '../../../shared/scales.ts'
import { evidenceBlock } from '../evidence/carriers/html.ts'
import { charactersOf } from './fonts.ts'
import { h } from './html/element.ts'
import { fontFaces } from './html/font-faces.ts'
import { inLanguage, type Page } from './html/page.ts'
import { keptPiece, piece, plainPiece, type Piece } from './html/pieces.ts'
import { noteList, sectionElements, titled } from './html/sections.ts'
import { unseenStyles } from './html/print-styles.ts'
import { styles } from './html/styles.ts'
import type { ReportModel } from './model.ts'
import { dayInWords, facts, tlpText } from './words.ts'

/** Holds in any browser, wherever the file is opened: no script, nothing from elsewhere. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'"

interface Drawing {
  /** The data behind the report, which it carries. */
  readonly evidence?: string
  /** To be printed at once: without what paper does not show. */
  readonly isForPrint?: boolean
}

/** The report as one file that needs nothing but itself. */
export async function renderHtml(model: ReportModel, { evidence, isForPrint = false }: Drawing = {}): Promise<string> {
  const { style, header, contents, sections, footer } = await renderPage(model, isForPrint)
  const main = sections.map(({ html }) => html).join('')
  const data = evidence === undefined ? '' : toHtml(evidenceBlock(evidence))
  const body = `${header.html}<div class="sheet">${contents.html}<main>${main}</main></div>${footer.html}${data}`
  return `<!doctype html><html lang="en">${toHtml(head(model, style.html))}<body>${body}</body></html>`
}

/** The parts of a report's page, each made anew only where it changed. */
export interface PageParts {
  readonly style: Piece
  readonly header: Piece
  readonly contents: Piece
  readonly sections: readonly Piece[]
  readonly footer: Piece
}

export async function renderPage(model: ReportModel, isForPrint = false): Promise<PageParts> {
  const page: Page = { referred: new Set(), isForPrint }
  const header = piece([h('header', { className: ['band'] }, running(model.title), tlpLabel(model.tlp))])
  const footer = piece([h('footer', { className: ['band'] }, running(dayInWords(model.made)), tlpLabel(model.tlp))])
  const sections = [
    piece([titleBlock(model)]),
    ...model.sections.map((section) =>
      keptPiece(page, section, [model.scale, String(isForPrint)], () => sectionElements(page, model, section)),
    ),
    ...(model.notes.length === 0
      ? []
      : [
          keptPiece(page, model.notes, [], () => [
            titled(['endnotes'], 'notes', 'Notes', [noteList(page, model.notes)]),
          ]),
        ]),
  ]
  const parts = { header, contents: piece([contents(model)]), sections, footer }
  const used = [header, parts.contents, ...sections, footer].flatMap(({ characters }) => [...characters])
  const fonts = await fontFaces(charactersOf(used))
  return { ...parts, style: plainPiece(styles(fonts, tlpColours[model.tlp]) + (isForPrint ? unseenStyles : '')) }
}

const head = (model: ReportModel, css: string): Element =>
  h(
    'head',
    {},
    h('meta', { charSet: 'utf-8' }),
    h('meta', { httpEquiv: ['Content-Security-Policy'], content: policy }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'color-scheme', content: 'light dark' }),
    h('meta', { name: 'generator', content: 'Parallax' }),
    h('meta', { name: 'author', content: model.authors.join(', ') }),
    h('meta', { name: 'referrer', content: 'no-referrer' }),
    h('title', {}, `${model.title} (${tlpText(model.tlp)})`),
    h('style', {}, css),
  )

const tlpLabel = (tlp: Tlp): Element => h('p', { className: ['tlp'] }, tlpText(tlp))

/** Stands on every page of paper, and nowhere on the screen, which has it at its place in the text. */
const running = (words: string): Element =>
  h('p', { className: ['running'], ariaHidden: 'true', ...inLanguage(words) }, words)

const titleBlock = (model: ReportModel): Element =>
  h(
    'div',
    { className: ['title'] },
    h('h1', inLanguage(model.title), model.title),
    h(
      'dl',
      { className: ['rows'] },
      facts(model).map(({ label, value }) => h('div', {}, h('dt', {}, label), h('dd', inLanguage(value), value))),
    ),
  )

/** The way to each section; on paper the bookmarks of the PDF stand for it. */
function contents({ sections, notes }: ReportModel): Element {
  const links = [
    ...sections.flatMap(({ anchor, title }) => (title === null ? [] : [{ anchor, title }])),
    ...(notes.length > 0 ? [{ anchor: 'notes', title: 'Notes' }] : []),
  ]
  return h(
    'nav',
    { ariaLabel: 'Contents' },
    h(
      'ul',
      {},
      links.map(({ anchor, title }) => h('li', {}, h('a', { href: `#${anchor}` }, title))),
    ),
  )
}
