import type { ImportField } from '../../../shared/import.ts'
import { tlpLabels } from '../../../shared/scales.ts'
import { ratingChange } from '../claims/commands.ts'
import { create, type Change } from '../records/changes.ts'
import { firstWords, noteChanges, withNames, type ListImport } from './list-import.ts'
import { readMeasure } from './measure-cells.ts'
import { given, type RowReader } from './row-reader.ts'
import { readAxis, readGrade, readTlp } from './values/grades.ts'

/** Turns a row of a claims list into a claim with its measure, carriage, grades and note. */
export function readClaimRow(list: ListImport, row: RowReader): Change[] | null {
  const statement = row.text('statement')
  if (statement === null)
    row.flag('statement', 'no-statement', 'The row has no statement, without which there is no claim.')
  // Nothing of a rejected row may come in, so this is settled before any name is looked up or made.
  if (list.refs.isTaken(row) || statement === null) return null
  list.refs.note(row)
  const id = list.ctx.newId()
  const ref = row.text('ref') ?? (list.numbers ? list.refs.next() : null)
  const own = [
    create('claim', id, { ...claimFields(list, row), ...given({ ref }), statement }),
    ...measureChanges(list, row, id),
    ...list.documents.carriage(row, id),
    ...gradeChanges(list, row, id),
    ...noteChanges(list, row, { kind: 'claim', id, title: ref ?? firstWords(statement) }),
  ]
  return withNames(list, own)
}

const plainFields = ['quote', 'quote_language', 'translation', 'topic', 'place'] as const satisfies ImportField[]

function claimFields({ names }: ListImport, row: RowReader): Record<string, unknown> {
  const tags = row.values('tags')
  return given({
    ...Object.fromEntries(plainFields.map((field) => [field, row.text(field)])),
    claimant: names.idOf('actor', row.text('claimant')),
    basis: row.oneOf('claimant_basis', 'basis'),
    ...row.date('said', 'said'),
    event: names.idOf('event', row.text('event')),
    status: row.oneOf('status', 'status'),
    tlp: row.parsed('tlp', `it is none of ${tlpLabels.join(', ')}`, readTlp),
    tags: tags.length > 0 ? tags : null,
  })
}

function measureChanges({ ctx }: ListImport, row: RowReader, claim: string): Change[] {
  const measure = readMeasure(row)
  return measure ? [create('measure', ctx.newId(), { claim, position: 0, ...measure })] : []
}

const expected = {
  reliability: 'it is none of A, B, C, D, E, F',
  credibility: 'it is none of 1, 2, 3, 4, 5, 6',
  grade: 'it is no grade of the Admiralty code, such as B2',
} as const

/** The grades of a row: of the two axes' own columns first, else of a column of whole grades. */
function gradeChanges({ ctx, reason }: ListImport, row: RowReader, claim: string): Change[] {
  const whole = row.parsed('grade', expected.grade, readGrade)
  if (whole?.isFromG) flagG(row, 'grade')
  return (['reliability', 'credibility'] as const).flatMap((axis) => {
    const grade = row.parsed(axis, expected[axis], (text) => gradeOf(row, axis, text)) ?? whole?.[axis] ?? null
    return grade === null ? [] : [ratingChange(ctx, claim, axis, grade, reason)]
  })
}

function gradeOf(row: RowReader, axis: 'reliability' | 'credibility', text: string): string | null | undefined {
  if (axis === 'reliability' && readGrade(text)?.isFromG) flagG(row, axis)
  return readAxis(axis, text)
}

const flagG = (row: RowReader, field: ImportField): void =>
  row.flag(field, 'grade-g', '“G” (MISP: deliberately deceptive) is no grade of the Admiralty code: it was read as E.')
