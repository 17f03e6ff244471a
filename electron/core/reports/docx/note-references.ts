import { Bookmark, FootnoteReference, Run, SimpleField, TextRun, type IRunOptions, type ParagraphChild } from 'docx'
import type { Sheet } from './sheet.ts'
import { textRuns } from './text.ts'

/** Where a note is first referred to. Names that begin with an underscore are hidden from the list of places. */
const markName = (number: number): string => `_note_${number}`

const raised: IRunOptions = { style: 'FootnoteReference' }
/** The numbers of a cell have nothing beside them that they would have to be smaller than. */
const inCell: IRunOptions = { ...raised, size: 25 }

/**
 * A reference to a note. Word has one reference for each footnote and numbers them in that order, which is the order
 * of the model too; from the second time on, a field shows the number that the first one has.
 */
export function noteReference(sheet: Sheet, number: number, look = raised): ParagraphChild {
  if (sheet.referred.has(number)) return new NoteNumber(number, look)
  sheet.referred.add(number)
  return new Bookmark({
    id: markName(number),
    children: [new Run({ ...look, children: [new FootnoteReference(number)] })],
  })
}

class NoteNumber extends SimpleField {
  constructor(number: number, look: IRunOptions) {
    super(`NOTEREF ${markName(number)} \\h \\f`)
    // The number as it stands until Word works it out.
    this.root.push(new TextRun({ ...look, text: String(number) }))
  }
}

/** References to notes in a cell: "1, 4". */
export const noteReferences = (sheet: Sheet, numbers: readonly number[]): ParagraphChild[] =>
  [...new Set(numbers)].flatMap((number, index) => [
    ...(index === 0 ? [] : textRuns(', ', inCell)),
    noteReference(sheet, number, inCell),
  ])
