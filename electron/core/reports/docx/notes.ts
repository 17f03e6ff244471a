import { Paragraph, Tab, TextRun, type IPropertiesOptions, type ParagraphChild } from 'docx'
import { assertNever } from '../../../../shared/result.ts'
import type { Note } from '../model.ts'
import { claimDetail, sourceDetail } from '../words.ts'
import { sourceTitle } from './citations.ts'
import { phrases } from './inline.ts'
import { textWidth } from './look.ts'
import { blocks } from './markdown.ts'
import type { Place, Sheet } from './sheet.ts'
import { textRuns } from './text.ts'

const indent = 300

/** The notes as footnotes, by their numbers. */
export const footnotes = (sheet: Sheet, notes: readonly Note[]): IPropertiesOptions['footnotes'] =>
  Object.fromEntries(notes.map((note, index) => [index + 1, { children: noteParagraphs(sheet, note) }]))

function noteParagraphs(sheet: Sheet, note: Note): Paragraph[] {
  switch (note.kind) {
    case 'source':
      return [first(sourceRuns(note.source))]
    case 'claim':
      return [
        first([
          ...textRuns(`${note.claim.ref}: “${note.claim.statement}” ${claimDetail(note.claim)}`),
          ...note.sources.flatMap((source) => [...textRuns(' '), ...sourceRuns(source)]),
        ]),
      ]
    case 'text':
      return textNote(sheet, note.body)
    default:
      return assertNever(note)
  }
}

const sourceRuns = (source: Parameters<typeof sourceTitle>[0]): ParagraphChild[] => [
  ...sourceTitle(source),
  ...textRuns(`. ${sourceDetail(source)}`),
]

/** The paragraph with the number, which the library puts before it. */
const first = (children: readonly ParagraphChild[]): Paragraph =>
  new Paragraph({ style: 'FootnoteText', children: [new TextRun({ children: [new Tab()] }), ...children] })

function textNote(sheet: Sheet, { children }: Extract<Note, { kind: 'text' }>['body']): Paragraph[] {
  const place: Place = {
    sheet,
    style: 'FootnoteText',
    indent,
    width: textWidth - indent,
    hasOutline: false,
    hasTables: false,
  }
  const [start, ...rest] = children
  const hasWords = start?.type === 'paragraph'
  const below = blocks(place, hasWords ? rest : children)
  return [first(hasWords ? phrases(sheet, start.children) : []), ...below.filter((block) => block instanceof Paragraph)]
}
