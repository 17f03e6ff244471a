import type { Element } from 'hast'
import { usualColumns, type ClaimColumn } from '../../../../shared/claims-table.ts'
import { aboutLines, cellWords, columnWidths, drawnColumns, type DrawnColumn, type DrawnName } from '../claims-table.ts'
import type { ClaimEntry, EventEntry, Section, SourceEntry } from '../model.ts'
import { capitalised, claimCaption, eventCaption, numberedCaption, sourceCaption } from '../words.ts'
import { h, type Child } from './element.ts'
import { citationLinks } from './judgements.ts'
import { inLanguage, noteLinks, type Page } from './page.ts'

type Of<Kind extends Section['kind']> = Extract<Section, { kind: Kind }>

interface Column {
  readonly title: Child
  /** Names the column in the style sheet. */
  readonly name: string
  /** Per cent of the table, where the style sheet does not say it. */
  readonly width?: number
}

const column = (name: string, title: Child): Column => ({ name, title })
const short = (words: string, letters: string): Element => h('abbr', { title: words }, letters)

/** A table in a frame that scrolls sideways on a narrow screen, and can be scrolled from the keyboard. */
export function table(name: string, caption: string, columns: readonly Column[], rows: readonly Element[]): Element {
  const heads = columns.map(({ name: column, title, width }) =>
    h('th', { scope: 'col', className: [column], ...(width && { style: `width:${width.toFixed(1)}%` }) }, title),
  )
  return h(
    'section',
    { className: ['scroll'], tabIndex: 0, ariaLabel: caption },
    h(
      'table',
      { className: [name] },
      h('caption', {}, h('span', {}, caption)),
      h('thead', {}, h('tr', {}, heads)),
      h('tbody', {}, rows),
    ),
  )
}

const cell = (name: string, ...children: Child[]): Element => h('td', { className: [name] }, children)
const rowHead = (ref: string): Element => h('th', { scope: 'row', className: ['ref'] }, ref)
const place = (anchor: string | null): { readonly id?: string } => (anchor === null ? {} : { id: anchor })
const small = (text: string | null): Child =>
  text === null || text === '' ? null : h('div', { className: ['small'] }, text)

const shortTitles: Readonly<Partial<Record<DrawnName, Element>>> = {
  reliability: short('Reliability of the source', 'Rel.'),
  credibility: short('Credibility of the information', 'Cred.'),
}
/** Columns that look alike have one name in the style sheet, in which `tlp` is the label of the report. */
const styleNames: Readonly<Partial<Record<DrawnName, string>>> = {
  numbers: 'number',
  tlp: 'marking',
  reliability: 'grade',
  credibility: 'grade',
}
const styleName = (name: DrawnName): string => styleNames[name] ?? name

/** The usual columns have their widths from the style sheet; others share the width as on paper. */
const wholeWidth = 9800

export function claimTable(page: Page, { claims, columns, label }: Of<'claims'>): Element {
  const drawn = drawnColumns(columns)
  const widths = columns === usualColumns ? null : columnWidths(drawn, wholeWidth)
  return table(
    'claims',
    numberedCaption(label, claimCaption(claims.length, columns)),
    drawn.map(({ name, title }, at) => ({
      ...column(styleName(name), shortTitles[name] ?? title),
      ...(widths && { width: (100 * (widths[at] ?? 0)) / wholeWidth }),
    })),
    claims.map((claim) =>
      h(
        'tr',
        place(claim.anchor),
        drawn.map((column) =>
          column.name === 'ref' ? rowHead(claim.ref) : cell(styleName(column.name), claimPart(page, claim, column)),
        ),
      ),
    ),
  )
}

function claimPart(page: Page, claim: ClaimEntry, { name, below }: DrawnColumn): Child {
  if (name === 'about')
    return aboutLines(claim, { below }).map((line, at) =>
      h('div', { ...(at > 0 && { className: ['small'] }), ...inLanguage(line) }, line),
    )
  return [ownPart(page, claim, name), below.map((part) => partBelow(claim, part))]
}

function ownPart(page: Page, claim: ClaimEntry, name: Exclude<DrawnName, 'about'>): Child {
  switch (name) {
    case 'statement':
      return h('div', inLanguage(claim.statement), claim.statement)
    case 'quote':
      return claim.quote === null && claim.translation === null ? '–' : quotation(claim)
    case 'numbers':
      return claim.numbers.length === 0
        ? '–'
        : claim.numbers.map(({ figure, detail }) => [h('div', {}, figure), small(detail)])
    case 'reliability':
    case 'credibility':
      return tile(claim[name])
    case 'notes':
      return claim.notes.length === 0 ? '–' : noteLinks(page, claim.notes)
    default: {
      const words = cellWords(claim, name)
      const language = inLanguage(words)
      return language.lang === undefined ? words : h('span', language, words)
    }
  }
}

/** What stands in a cell below its first words. */
function partBelow(claim: ClaimEntry, part: ClaimColumn): Child {
  if (part === 'quote') return quotation(claim)
  return small(part === 'basis' ? claim.basis : capitalised(claim.status ?? ''))
}

/** The words as they were said, and what they mean, beside the statement made of them. */
function quotation({ quote, quoteLanguage, translation }: ClaimEntry): Child {
  const said = quote === null ? null : h('blockquote', inLanguage(quote, quoteLanguage), `“${quote}”`)
  return [said, translation === null ? null : h('blockquote', {}, `“${translation}” (translation)`)]
}

const tile = (grade: string | null): Element =>
  h('span', { className: grade === null ? ['tile', 'unset'] : ['tile'] }, grade ?? '–')

const eventColumns = [
  column('ref', 'Ref'),
  column('statement', 'Event'),
  column('said', 'When'),
  column('claimant', 'Where'),
  column('claimant', 'Participants'),
  column('status', 'Status'),
]

export const eventTable = ({ events, label }: Of<'events'>): Element =>
  table('events', numberedCaption(label, eventCaption(events.length)), eventColumns, events.map(eventRow))

const eventRow = (event: EventEntry): Element =>
  h(
    'tr',
    place(event.anchor),
    rowHead(event.ref),
    h('td', { className: ['statement'], ...inLanguage(event.title) }, event.title),
    cell('said', event.when ?? '–'),
    cell('claimant', event.place ?? '–'),
    cell('claimant', event.participants.length === 0 ? '–' : event.participants.join(', ')),
    cell('status', capitalised(event.status)),
  )

const sourceColumns = [
  column('notes', 'Note'),
  column('statement', 'Document'),
  column('claimant', 'Outlet'),
  column('said', 'Published'),
  column('status', 'Read by the analyst'),
  column('refs', 'Claims'),
]

export const sourceTable = (page: Page, { sources, label }: Of<'sources'>): Element =>
  table(
    'sources',
    numberedCaption(label, sourceCaption(sources.length)),
    sourceColumns,
    sources.map((source) => sourceRow(page, source)),
  )

const sourceRow = (page: Page, source: SourceEntry): Element =>
  h(
    'tr',
    {},
    cell('notes', source.note === null ? '–' : noteLinks(page, [source.note])),
    h('th', { scope: 'row', className: ['statement'] }, sourceTitle(source), small(source.author)),
    cell('claimant', source.outlet ?? '–'),
    cell('said', source.published ?? '–'),
    cell('status', capitalised(source.read)),
    cell('refs', source.claims.length === 0 ? '–' : citationLinks(page, source.claims)),
  )

export const sourceTitle = ({ title, url }: SourceEntry): Element =>
  url === null
    ? h('span', inLanguage(title), title)
    : h('a', { href: url, rel: ['noreferrer'], ...inLanguage(title) }, title)
