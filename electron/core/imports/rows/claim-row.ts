import type { ImportField } from '../../../../shared/import-lists.ts'
import { tlpLabels } from '../../../../shared/scales.ts'
import { readAxis, readGrade, readTlp } from '../values/grades.ts'
import { filled, given, draftOf, type Draft, type NamedDocument } from './draft.ts'
import { readMeasure } from './measure-cells.ts'
import type { RowReader } from './row-reader.ts'

/** Reads a row of a claims list; null, with the reason among its problems, where it is none. */
export function readClaim(row: RowReader): Draft | null {
  const statement = row.text('statement')
  if (statement === null) {
    row.flag('statement', 'no-statement', 'The row has no statement, without which there is no claim.')
    return null
  }
  return draftOf({
    ref: row.text('ref'),
    fields: { statement, ...plain(row), ...row.date('said', 'said'), ...worded(row) },
    names: given({ claimant: row.text('claimant'), event: row.text('event') }),
    lists: filled({ tags: row.values('tags') }),
    measure: readMeasure(row),
    document: readDocument(row),
    grades: readGrades(row),
    note: row.text('note'),
  })
}

const plainFields = ['quote', 'quote_language', 'translation', 'topic', 'place'] as const satisfies ImportField[]

const plain = (row: RowReader): Record<string, string> =>
  given(Object.fromEntries(plainFields.map((field) => [field, row.text(field)])))

const worded = (row: RowReader): Record<string, string> =>
  given({
    basis: row.oneOf('claimant_basis', 'basis'),
    status: row.oneOf('status', 'status'),
    tlp: row.parsed('tlp', `it is none of ${tlpLabels.join(', ')}`, readTlp),
  })

function readDocument(row: RowReader): NamedDocument | null {
  const [title, outlet, url] = [row.text('document'), row.text('outlet'), row.text('url')]
  const published = row.date('published', 'published')
  const isNamed = title !== null || url !== null
  if (!isNamed && outlet === null && Object.keys(published).length === 0) return null
  if (!isNamed) row.flag('document', 'untitled-document', 'No document is named: one called “Untitled” stands for it.')
  return { title, outlet, url, published }
}

const expected = {
  reliability: 'it is none of A, B, C, D, E, F',
  credibility: 'it is none of 1, 2, 3, 4, 5, 6',
  grade: 'it is no grade of the Admiralty code, such as B2',
} as const

/** The grades of a row: of the two axes' own columns first, else of a column of whole grades. */
function readGrades(row: RowReader): Draft['grades'] {
  const whole = row.parsed('grade', expected.grade, readGrade)
  if (whole?.isFromG) flagG(row, 'grade')
  const axis = (name: 'reliability' | 'credibility'): string | null =>
    row.parsed(name, expected[name], (text) => gradeOf(row, name, text)) ?? whole?.[name] ?? null
  return given({ reliability: axis('reliability'), credibility: axis('credibility') })
}

function gradeOf(row: RowReader, axis: 'reliability' | 'credibility', text: string): string | null | undefined {
  if (axis === 'reliability' && readGrade(text)?.isFromG) flagG(row, axis)
  return readAxis(axis, text)
}

const flagG = (row: RowReader, field: ImportField): void =>
  row.flag(field, 'grade-g', '“G” (MISP: deliberately deceptive) is no grade of the Admiralty code: it was read as E.')
