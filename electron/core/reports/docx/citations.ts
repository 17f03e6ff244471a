import type { ParagraphChild } from 'docx'
import type { Citation, SourceEntry } from '../model.ts'
import { citationAside } from '../words.ts'
import { externalLink, internalLink } from './links.ts'
import { noteReference } from './note-references.ts'
import type { Sheet } from './sheet.ts'
import { textRuns } from './text.ts'

/** Claims by their references, each a link to where it is shown, or with the note that tells it. */
export const citationRuns = (sheet: Sheet, citations: readonly Citation[], mark = ', '): ParagraphChild[] =>
  citations.flatMap((citation, index) => [...(index === 0 ? [] : textRuns(mark)), ...citationRun(sheet, citation)])

function citationRun(sheet: Sheet, citation: Citation): ParagraphChild[] {
  const aside = citationAside(citation)
  return [...placeRun(sheet, citation), ...(aside === '' ? [] : textRuns(aside, { style: 'Label' }))]
}

function placeRun(sheet: Sheet, { ref, anchor, note, missing }: Citation): ParagraphChild[] {
  if (missing !== null) return textRuns(ref)
  if (anchor !== null) return internalLink(sheet, anchor, textRuns(ref, { style: 'Hyperlink' }))
  return note === null ? textRuns(ref) : [...textRuns(ref), noteReference(sheet, note)]
}

/** A document's title, a link to it where its address is known. */
export const sourceTitle = ({ title, url }: SourceEntry): ParagraphChild[] =>
  url === null ? textRuns(title) : externalLink(url, textRuns(title, { style: 'Hyperlink' }))
