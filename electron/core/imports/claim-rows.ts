import type { ImportField } from '../../../shared/import.ts'
import { credibilityScale, parseTlp, reliabilityScale, tlpLabels } from '../../../shared/scales.ts'
import { claimBases, claimStatuses } from '../../../shared/vocabulary.ts'
import { ratingChange } from '../claims/commands.ts'
import { create, type Change } from '../records/changes.ts'
import { firstWords, noteChanges, withNames, type ListImport } from './list-import.ts'
import { readMeasure } from './measure-cells.ts'
import { given, type RowReader } from './row-reader.ts'

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
    basis: row.oneOf('claimant_basis', claimBases),
    ...row.date('said', 'said'),
    event: names.idOf('event', row.text('event')),
    status: row.oneOf('status', claimStatuses),
    tlp: row.parsed('tlp', `it is none of ${tlpLabels.join(', ')}`, parseTlp),
    tags: tags.length > 0 ? tags : null,
  })
}

function measureChanges({ ctx }: ListImport, row: RowReader, claim: string): Change[] {
  const measure = readMeasure(row)
  return measure ? [create('measure', ctx.newId(), { claim, position: 0, ...measure })] : []
}

const scales = { reliability: reliabilityScale, credibility: credibilityScale } as const

function gradeChanges({ ctx, reason }: ListImport, row: RowReader, claim: string): Change[] {
  return (['reliability', 'credibility'] as const).flatMap((axis) => {
    const grade = row.parsed(axis, `it is none of ${Object.keys(scales[axis]).join(', ')}`, (text) =>
      gradeOf(row, axis, text),
    )
    return grade === null ? [] : [ratingChange(ctx, claim, axis, grade, reason)]
  })
}

/** A grade as its letter or digit, or in the words of the Admiralty code. */
function gradeOf(row: RowReader, axis: keyof typeof scales, text: string): string | undefined {
  const wanted = text.toLowerCase()
  const found = Object.entries(scales[axis]).find(
    ([grade, words]) => grade.toLowerCase() === wanted || words === wanted,
  )
  if (found) return found[0]
  if (axis !== 'reliability' || wanted !== 'g') return undefined
  row.flag(axis, 'grade-g', '“G” (MISP: deliberately deceptive) is no grade of the Admiralty code: it was read as E.')
  return 'E'
}
