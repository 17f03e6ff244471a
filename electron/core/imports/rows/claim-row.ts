import type { ImportField } from '../../../../shared/import-lists.ts'
import { tlpLabels } from '../../../../shared/scales.ts'
import { newClaimOf, type NewClaim } from '../../records/new-claims.ts'
import { readAxis, readGrade, readTlp } from '../values/grades.ts'
import { filled, given, type Dated, type Draft, type NamedDocument } from './draft.ts'
import { measureFields, readMeasure } from './measure-cells.ts'
import type { RowReader } from './row-reader.ts'

/** Reads a row of a claims list; null, with the reason among its problems, where it is none. */
export function readClaim(row: RowReader): Draft | null {
  const statement = row.text('statement')
  if (statement === null) {
    row.flag('statement', 'no-statement', 'The row has no statement, without which there is no claim.')
    return null
  }
  const fields: Record<string, unknown> = { statement }
  for (const field of plainFields) {
    const text = row.text(field)
    if (text !== null) fields[field] = text
  }
  Object.assign(fields, readSaid(row), readWords(row))
  return {
    ref: row.text('ref'),
    fields,
    names: given({ claimant: row.text('claimant'), event: row.text('event') }),
    lists: filled({ tags: row.values('tags') }),
    measure: row.remembered(measureFields, () => readMeasure(row)),
    document: readDocument(row),
    grades: row.remembered(gradeFields, () => readGrades(row)),
    note: row.text('note'),
  }
}

const plainFields = ['quote', 'quote_language', 'translation', 'topic', 'place'] as const satisfies ImportField[]

const saidField = ['said'] as const
const readSaid = (row: RowReader): Dated => row.remembered(saidField, () => row.date('said', 'said'))

const wordFields = ['claimant_basis', 'status', 'tlp'] as const satisfies ImportField[]
const readWords = (row: RowReader): Record<string, string> =>
  row.remembered(wordFields, () =>
    given({
      basis: row.oneOf('claimant_basis', 'basis'),
      status: row.oneOf('status', 'status'),
      tlp: row.parsed('tlp', `it is none of ${tlpLabels.join(', ')}`, readTlp),
    }),
  )

const publishedField = ['published'] as const

function readDocument(row: RowReader): NamedDocument | null {
  const [title, outlet, url] = [row.text('document'), row.text('outlet'), row.text('url')]
  const published = row.remembered(publishedField, () => row.date('published', 'published'))
  const isNamed = title !== null || url !== null
  if (!isNamed && outlet === null && Object.keys(published).length === 0) return null
  if (!isNamed) row.flag('document', 'untitled-document', 'No document is named: one called “Untitled” stands for it.')
  return { title, outlet, url, published }
}

const gradeFields = ['grade', 'reliability', 'credibility'] as const satisfies ImportField[]

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

/** A claim of a list in the form of its rows, with the names of other records and what becomes records of their own. */
export interface ClaimRow extends NewClaim, Pick<Draft, 'names' | 'document' | 'note'> {}

export const claimRowOf = ({ ref, fields, names, lists, measure, document, grades, note }: Draft): ClaimRow => ({
  ...newClaimOf({ ref, fields, measure, grades, tags: lists['tags'] ?? [] }),
  names,
  document,
  note,
})
