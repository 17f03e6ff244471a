import type { Paragraph, PhrasingContent, Table } from 'mdast'
import type { Citation, ClaimEntry, EventEntry, NumberEntry, SourceEntry } from '../model.ts'
import { capitalised, citationAside, claimCaption, eventCaption, sourceCaption } from '../words.ts'
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

export const claimTable = (linked: Linked, claims: readonly ClaimEntry[]): [Paragraph, Table] => [
  paragraph(text(`${claimCaption(claims.length)}.`)),
  table(
    ['Ref', 'Statement', 'Claimant and basis', 'Said', 'Number', 'Reliability', 'Credibility', 'Notes'],
    claims.map((claim) => [
      place(linked, claim.anchor, claim.ref),
      statement(claim),
      stacked(cellText(claim.claimant ?? 'Unattributed'), cellText(claim.basis)),
      orDash(claim.said),
      claim.numbers.length === 0 ? nothing : stacked(...claim.numbers.map(figure)),
      orDash(claim.reliability),
      orDash(claim.credibility),
      claim.notes.length === 0 ? nothing : noteReferences(claim.notes),
    ]),
  ),
]

/** The statement, the words as they were said and what they mean, and the status where there is one to tell. */
function statement({ statement, quote, translation, status }: ClaimEntry): Cell {
  return stacked(
    cellText(statement),
    quote === null ? null : cellText(`“${quote}”`),
    translation === null ? null : cellText(`“${translation}” (translation)`),
    status === null ? null : cellText(capitalised(status)),
  )
}

const figure = ({ figure, detail }: NumberEntry): Cell => cellText(detail === '' ? figure : `${figure} (${detail})`)

export const eventTable = (linked: Linked, events: readonly EventEntry[]): [Paragraph, Table] => [
  paragraph(text(`${eventCaption(events.length)}.`)),
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

export const sourceTable = (sources: readonly SourceEntry[]): [Paragraph, Table] => [
  paragraph(text(`${sourceCaption(sources.length)}.`)),
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
