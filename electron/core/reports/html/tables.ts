import type { Element } from 'hast'
import type { ClaimEntry, EventEntry, SourceEntry } from '../model.ts'
import { capitalised, claimCaption, eventCaption, sourceCaption } from '../words.ts'
import { h, type Child } from './element.ts'
import { citationLinks } from './judgements.ts'
import { inLanguage, noteLinks, type Page } from './page.ts'

interface Column {
  readonly title: Child
  /** Names the column in the style sheet. */
  readonly name: string
}

const column = (name: string, title: Child): Column => ({ name, title })
const short = (words: string, letters: string): Element => h('abbr', { title: words }, letters)

/** A table in a frame that scrolls sideways on a narrow screen, and can be scrolled from the keyboard. */
export function table(name: string, caption: string, columns: readonly Column[], rows: readonly Element[]): Element {
  const heads = columns.map(({ name: column, title }) => h('th', { scope: 'col', className: [column] }, title))
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

const claimColumns = [
  column('ref', 'Ref'),
  column('statement', 'Statement'),
  column('claimant', 'Claimant and basis'),
  column('said', 'Said'),
  column('number', 'Number'),
  column('grade', short('Reliability of the source', 'Rel.')),
  column('grade', short('Credibility of the information', 'Cred.')),
  column('notes', 'Notes'),
]

export const claimTable = (page: Page, claims: readonly ClaimEntry[]): Element =>
  table(
    'claims',
    claimCaption(claims.length),
    claimColumns,
    claims.map((claim) => claimRow(page, claim)),
  )

const claimRow = (page: Page, claim: ClaimEntry): Element =>
  h(
    'tr',
    place(claim.anchor),
    rowHead(claim.ref),
    cell(
      'statement',
      h('div', inLanguage(claim.statement), claim.statement),
      quotation(claim),
      small(capitalised(claim.status ?? '')),
    ),
    cell('claimant', claim.claimant ?? 'Unattributed', small(claim.basis)),
    cell('said', claim.said ?? '–'),
    cell(
      'number',
      claim.numbers.length === 0
        ? '–'
        : claim.numbers.map(({ figure, detail }) => [h('div', {}, figure), small(detail)]),
    ),
    cell('grade', tile(claim.reliability)),
    cell('grade', tile(claim.credibility)),
    cell('notes', claim.notes.length === 0 ? '–' : noteLinks(page, claim.notes)),
  )

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

export const eventTable = (events: readonly EventEntry[]): Element =>
  table('events', eventCaption(events.length), eventColumns, events.map(eventRow))

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

export const sourceTable = (page: Page, sources: readonly SourceEntry[]): Element =>
  table(
    'sources',
    sourceCaption(sources.length),
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
