import type { Paragraph, PhrasingContent, Table } from 'mdast'
import type { ClaimColumn } from '../../../../shared/claims-table.ts'
import { aboutLines, cellWords, drawnColumns, type DrawnColumn, type DrawnName } from '../claims-table.ts'
import type { Citation, ClaimEntry, NumberEntry, Section, SourceEntry } from '../model.ts'
import { capitalised, citationAside, claimCaption, eventCaption, numberedCaption, sourceCaption } from '../words.ts'
import {
  anchor,
  between,
  cellText,
  lineBreak,
  link,
  noteReference,
  noteReferences,
  paragraph,
  table,
  text,
} from './nodes.ts'

/** What is linked to: only those rows get a place of their own, so that the others read well as plain text. */
export type Linked = ReadonlySet<string>

type Of<Kind extends Section['kind']> = Extract<Section, { kind: Kind }>
type Cell = readonly PhrasingContent[]

const nothing: Cell = [text('–')]
const orDash = (value: string | null): Cell => (value === null ? nothing : cellText(value))

/** The lines of a cell; those that are not there are left out. */
const stacked = (...parts: readonly (Cell | null)[]): Cell =>
  between(parts.filter((part) => part !== null && part.length > 0) as readonly Cell[], lineBreak)

const place = (linked: Linked, id: string | null, ref: string): Cell => [
  ...anchor(id !== null && linked.has(id) ? id : null),
  text(ref),
]

export function claimTable(linked: Linked, { claims, columns, label }: Of<'claims'>): [Paragraph, Table] {
  const drawn = drawnColumns(columns)
  return [
    caption(label, claimCaption(claims.length, columns)),
    table(
      drawn.map(({ title }) => title),
      claims.map((claim) =>
        drawn.map((column) =>
          column.name === 'ref' ? place(linked, claim.anchor, claim.ref) : claimPart(claim, column),
        ),
      ),
    ),
  ]
}

const caption = (label: string | undefined, words: string): Paragraph =>
  paragraph(text(`${numberedCaption(label, words)}.`))

function claimPart(claim: ClaimEntry, { name, below }: DrawnColumn): Cell {
  if (name === 'about') return stacked(...aboutLines(claim, { below }).map(cellText))
  return stacked(ownPart(claim, name), ...below.map((part) => partBelow(claim, part)))
}

function ownPart(claim: ClaimEntry, name: Exclude<DrawnName, 'about'>): Cell {
  switch (name) {
    case 'statement':
      return cellText(claim.statement)
    case 'quote':
      return claim.quote === null && claim.translation === null ? nothing : quotation(claim)
    case 'numbers':
      return claim.numbers.length === 0 ? nothing : stacked(...claim.numbers.map(figure))
    case 'notes':
      return claim.notes.length === 0 ? nothing : noteReferences(claim.notes)
    case 'reliability':
    case 'credibility':
      return orDash(claim[name])
    default:
      return cellText(cellWords(claim, name))
  }
}

/** What stands in a cell below its first words, where there is something to tell. */
function partBelow(claim: ClaimEntry, part: ClaimColumn): Cell | null {
  if (part === 'quote') return quotation(claim)
  if (part === 'basis') return cellText(claim.basis)
  return claim.status === null ? null : cellText(capitalised(claim.status))
}

/** The words as they were said, and what they mean. */
const quotation = ({ quote, translation }: ClaimEntry): Cell =>
  stacked(
    quote === null ? null : cellText(`“${quote}”`),
    translation === null ? null : cellText(`“${translation}” (translation)`),
  )

const figure = ({ figure, detail }: NumberEntry): Cell => cellText(detail === '' ? figure : `${figure} (${detail})`)

export const eventTable = (linked: Linked, { events, label }: Of<'events'>): [Paragraph, Table] => [
  caption(label, eventCaption(events.length)),
  table(
    ['Ref', 'Event', 'When', 'Where', 'Participants', 'Status'],
    events.map((event) => [
      place(linked, event.anchor, event.ref),
      cellText(event.title),
      orDash(event.when),
      orDash(event.place),
      event.participants.length === 0 ? nothing : cellText(event.participants.join(', ')),
      cellText(capitalised(event.status)),
    ]),
  ),
]

export const sourceTable = ({ sources, label }: Of<'sources'>): [Paragraph, Table] => [
  caption(label, sourceCaption(sources.length)),
  table(
    ['Note', 'Document', 'Outlet', 'Published', 'Read by the analyst', 'Claims'],
    sources.map((source) => [
      source.note === null ? nothing : [noteReference(source.note)],
      stacked(sourceTitle(source), source.author === null ? null : cellText(source.author)),
      orDash(source.outlet),
      orDash(source.published),
      cellText(capitalised(source.read)),
      source.claims.length === 0 ? nothing : citations(source.claims),
    ]),
  ),
]

/** A document's title, leading to it where it is on the web. */
export const sourceTitle = ({ title, url }: SourceEntry): PhrasingContent[] => {
  const line = title.replaceAll(/\s+/g, ' ')
  return [url === null ? text(line) : link(url, line)]
}

/** Claims by their references, each a link to where it is shown or told. */
export const citations = (cited: readonly Citation[], mark = ', '): PhrasingContent[] =>
  between(cited.map(citation), text(mark))

function citation(cited: Citation): PhrasingContent[] {
  const { ref, anchor, note, missing } = cited
  const aside = citationAside(cited)
  if (missing !== null) return [text(`${ref}${aside}`)]
  const after = aside === '' ? [] : [text(aside)]
  if (anchor !== null) return [link(`#${anchor}`, ref), ...after]
  return note === null ? [text(`${ref}${aside}`)] : [text(ref), noteReference(note), ...after]
}
