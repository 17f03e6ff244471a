import type { Element } from 'hast'
import { assertNever } from '../../../../shared/result.ts'
import type { Alternatives, DataLine, JudgementRef, Section } from '../model.ts'
import { noneBeside, noneHeld, outletAside } from '../words.ts'
import { h, type Child } from './element.ts'
import { citationLinks, row } from './judgements.ts'
import { markdownElements } from './markdown.ts'
import { inLanguage, noteLinks, type Page } from './page.ts'
import { sourceTitle } from './tables.ts'

/** The sections that are lines of data under labels. */
export function dataSection(
  page: Page,
  section: Extract<Section, { kind: 'source-summary' | 'gaps' | 'changes' | 'alternatives' }>,
): Element[] {
  switch (section.kind) {
    case 'source-summary':
      return [
        lineList(section.lines.map((line) => lineRow(page, line))),
        ...(section.body === null ? [] : [h('div', { className: ['prose'] }, markdownElements(page, section.body))]),
      ]
    case 'gaps':
    case 'changes':
      return [lineList(section.lines.map((line) => lineRow(page, line)))]
    case 'alternatives':
      return [lineList(alternativeRows(page, section))]
    default:
      return assertNever(section)
  }
}

const lineList = (rows: readonly Element[]): Element => h('dl', { className: ['rows', 'lines'] }, rows)

function lineRow(page: Page, { label, words, claims, sources }: DataLine): Element {
  const records = [
    ...claims.map((together) => citationLinks(page, together, ' and ')),
    ...sources.map((source) => [
      sourceTitle(source),
      outletAside(source),
      source.note === null ? null : h('sup', {}, noteLinks(page, [source.note])),
    ]),
  ]
  return row(
    label,
    h('p', {}, words, records.length === 0 ? null : ': ', separated(records, sources.length > 0 ? '; ' : ', ')),
  )
}

const separated = (parts: readonly Child[], mark: string): Child[] =>
  parts.flatMap((part, index) => [index === 0 ? null : mark, part])

function alternativeRows(page: Page, { given, without }: Alternatives): Element[] {
  if (given.length + without.length === 0) return [row('None', h('p', {}, noneHeld))]
  return [
    ...given.map(({ statement, body, ...reference }) =>
      row(judgementLink(reference), [
        h('p', { className: ['muted'], ...inLanguage(statement) }, statement),
        markdownElements(page, body),
      ]),
    ),
    ...(without.length === 0
      ? []
      : [row('None', h('p', {}, noneBeside, separated(without.map(judgementLink), ', '), '.'))]),
  ]
}

const judgementLink = ({ anchor, number }: JudgementRef): Element =>
  h('a', { href: `#${anchor}` }, `Judgement ${number}`)
