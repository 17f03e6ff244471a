import type { Element, ElementContent } from 'hast'
import { assertNever } from '../../../../shared/result.ts'
import type { Note, ReportModel, Section } from '../model.ts'
import {
  claimDetail,
  confidenceNote,
  gradesNote,
  scaleTables,
  sourceDetail,
  withheldWords,
  type ScaleTable,
} from '../words.ts'
import { dataSection } from './data-lines.ts'
import { h, type Child } from './element.ts'
import { figureElement } from './figures.ts'
import { judgementList } from './judgements.ts'
import { markdownElements } from './markdown.ts'
import { inLanguage, type Page } from './page.ts'
import { claimTable, eventTable, sourceTable, sourceTitle } from './tables.ts'

/** A section with its heading; one without a title goes on with what stands above it. */
export function sectionElements(page: Page, model: ReportModel, section: Section): ElementContent[] {
  const body = sectionBody(page, model, section)
  if (section.title === null) return body
  const names = section.isAppendix ? [section.kind, 'appendix'] : [section.kind]
  return [titled(names, section.anchor, section.title, body)]
}

export const titled = (names: string[], anchor: string, title: string, body: readonly Child[]): Element =>
  h(
    'section',
    { className: names, ariaLabelledBy: [anchor] },
    h('h2', { id: anchor, ...inLanguage(title) }, title),
    body,
  )

function sectionBody(page: Page, model: ReportModel, section: Section): ElementContent[] {
  switch (section.kind) {
    case 'heading':
      return []
    case 'text':
    case 'bottom-line':
      return [h('div', { className: ['prose'] }, markdownElements(page, section.body))]
    case 'key-judgements':
      return [judgementList(page, section.judgements)]
    case 'claims':
      return [
        ...(section.note === null ? [] : [h('p', { className: ['remark'] }, section.note)]),
        ...(section.claims.length === 0 ? [] : [claimTable(page, section)]),
      ]
    case 'events':
      return [eventTable(section)]
    case 'sources':
      return [sourceTable(page, section)]
    case 'source-summary':
    case 'gaps':
    case 'changes':
    case 'alternatives':
      return dataSection(page, section)
    case 'figure':
      return [figureElement(page, section)]
    case 'withheld':
      return [h('p', {}, withheldWords(section))]
    case 'glossary':
      return glossary(model, section)
    default:
      return assertNever(section)
  }
}

function glossary(model: ReportModel, section: Extract<Section, { kind: 'glossary' }>): Element[] {
  return [
    h('div', { className: ['scales'] }, scaleTables(model, section).map(scaleTable)),
    ...(section.hasConfidence ? [h('p', {}, confidenceNote)] : []),
    ...(section.hasGrades ? [h('p', {}, gradesNote)] : []),
  ]
}

const scaleTable = ({ caption, heads, rows }: ScaleTable): Element =>
  h(
    'table',
    { className: ['scale'] },
    h('caption', {}, caption),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        heads.map((head) => h('th', { scope: 'col' }, head)),
      ),
    ),
    h(
      'tbody',
      {},
      rows.map(([term, meaning]) => h('tr', {}, h('th', { scope: 'row' }, term), h('td', {}, meaning))),
    ),
  )

/** The notes, each with a way back to where it is first referred to. */
export const noteList = (page: Page, notes: readonly Note[]): Element =>
  h(
    'ol',
    { className: ['note-list'] },
    notes.map((note, index) => h('li', { id: `note-${index + 1}` }, noteBody(page, note), backLink(page, index + 1))),
  )

function noteBody(page: Page, note: Note): Child {
  switch (note.kind) {
    case 'source':
      return h('p', {}, sourceTitle(note.source), '. ', sourceDetail(note.source))
    case 'claim':
      return h(
        'p',
        {},
        `${note.claim.ref}: `,
        h('span', inLanguage(note.claim.statement), `“${note.claim.statement}”`),
        ` ${claimDetail(note.claim)}`,
        note.sources.map((source) => [' ', sourceTitle(source), '. ', sourceDetail(source)]),
      )
    case 'text':
      return markdownElements(page, note.body)
    default:
      return assertNever(note)
  }
}

const backLink = (page: Page, number: number): Child =>
  page.referred.has(number)
    ? h(
        'a',
        { href: `#note-ref-${number}`, className: ['back'], ariaLabel: `Back to where note ${number} is referred to` },
        '↩',
      )
    : null
