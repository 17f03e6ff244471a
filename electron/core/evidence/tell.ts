import type { CarriedRecord, Evidence, EvidenceSummary } from '../../../shared/evidence.ts'
import type { ReadDb } from '../../store/db.ts'
import { Words } from '../history/words.ts'
import type { Fields } from '../records/fields.ts'
import { calledIn } from '../records/labels.ts'
import { differenceKey, partKey } from './bring-in.ts'
import type { ComparedRecord, ComparedRow, FieldDifference } from './compare.ts'
import type { ReportFile } from './read-report.ts'

/** A report file in a few words and numbers. */
export function summaryOf({ carried }: ReportFile, records: readonly ComparedRecord[]): EvidenceSummary {
  const { made = null, by, report, case: from, tlp = null } = carried?.evidence ?? ({} as Partial<Evidence>)
  const count = (verdict: ComparedRecord['verdict']): number =>
    records.filter((record) => record.verdict === verdict).length
  return {
    made,
    by: by?.join(', ') ?? null,
    title: report?.title ?? null,
    caseTitle: from?.title ?? null,
    tlp,
    hash: carried?.hash ?? 'none',
    new: count('new'),
    changed: count('changed'),
    same: count('same'),
    conflicts: count('conflict'),
  }
}

/** What a person sees of the records of a report: each with what differs, on both sides. */
export function told(db: ReadDb, records: readonly ComparedRecord[]): CarriedRecord[] {
  const words = new Words(db)
  for (const { own } of records) if (own.isNew && own.entity !== 'relation') words.learn(own.id, calledIn(own.fields))
  return records.map((record) => {
    const { id, kind, own, parts, verdict } = record
    return {
      id,
      kind,
      name: kind === 'relation' ? relationCalled(words, own.fields) : calledIn(own.fields),
      text: textOf(own),
      verdict,
      differences: [own, ...parts].flatMap((row) => differencesOf(words, row, row === own)),
    }
  })
}

/** "C08 cites C07". */
export function relationCalled(words: Words, fields: Fields): string {
  const end = (side: 'from' | 'to'): string => {
    const kind = (['claim', 'event', 'document'] as const).find(
      (known) => typeof fields[`${side}_${known}`] === 'string',
    )
    return kind ? words.nameOf(kind, String(fields[`${side}_${kind}`])) : 'a record'
  }
  return `${end('from')} ${String(fields['type'])} ${end('to')}`
}

const textOf = ({ fields: { statement, title } }: ComparedRow): string | null => {
  const text = statement ?? title
  return typeof text === 'string' ? text : null
}

function differencesOf(words: Words, row: ComparedRow, isOwn: boolean): CarriedRecord['differences'] {
  if (row.isNew) {
    if (isOwn) return []
    const theirs = words
      .fieldsOf({ entity: row.entity, id: row.id, before: null, after: row.fields })
      .flatMap(({ field, after }) => (after === null ? [] : `${field}: ${after}`))
      .join('; ')
    return [{ key: partKey(row), field: row.entity.replaceAll('_', ' '), ours: null, theirs, isConflict: false }]
  }
  // Fields that are picked together are told together: a date once, a part that is one line as that.
  const picked = Map.groupBy(row.differences, ({ field }) => differenceKey(row, field))
  return [...picked].flatMap(([key, differences]) => {
    const side = (of: (difference: FieldDifference) => unknown): Fields =>
      Object.fromEntries(differences.map((difference) => [difference.field, of(difference)]))
    const change = {
      entity: row.entity,
      id: row.id,
      before: side(({ ours }) => ours),
      after: side(({ theirs }) => theirs),
    }
    const isConflict = differences.some((difference) => difference.isConflict)
    return words
      .fieldsOf(change)
      .map(({ field, before, after }) => ({ key, field, ours: before, theirs: after, isConflict }))
  })
}
