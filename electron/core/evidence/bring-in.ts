import { carriedEntities, isRecordRow, type CarriedEntity, type Evidence, type Pick } from '../../../shared/evidence.ts'
import { ExpectedError } from '../../../shared/result.ts'
import type { Changed } from '../../../shared/list.ts'
import { column, sql } from '../../store/db.ts'
import type { CommandContext } from '../context.ts'
import { create, type Change } from '../records/changes.ts'
import { entities } from '../records/entities.ts'
import type { Fields } from '../records/fields.ts'
import { commitStep } from '../records/step.ts'
import { compareEvidence, readCommand, type ComparedRecord, type ComparedRow, type FieldDifference } from './compare.ts'
import type { ReportFile } from './read-report.ts'

/** By which a difference is picked: a date as it was written and as it was read go together, and a part is taken whole. */
export const differenceKey = (row: ComparedRow, field: string): string =>
  isRecordRow(row) ? `${row.id} ${field.replace(/_text$/, '')}` : partKey(row)

/** By which a part is picked. */
export const partKey = (row: ComparedRow): string => row.id

/** What a person takes who takes all that nobody here changed. */
export const usualPicks = (records: readonly ComparedRecord[]): Pick[] =>
  records.flatMap(({ id, verdict, own, parts }) => {
    if (verdict === 'same') return []
    if (verdict === 'new') return [{ id }]
    const keys = [own, ...parts].flatMap((row) => [
      ...(row.isNew ? [partKey(row)] : []),
      ...row.differences.flatMap(({ field, isConflict }) => (isConflict ? [] : differenceKey(row, field))),
    ])
    return keys.length === 0 ? [] : [{ id, keys }]
  })

/** Brings in what was picked of a report as one step, with all that it refers to, and keeps the report as a document. Nothing picked changes nothing. */
export function bringIn(ctx: CommandContext, file: ReportFile, picks: readonly Pick[]): Changed & { label: string } {
  const evidence = file.carried?.evidence
  if (!evidence) throw new ExpectedError('invalid-input', `${file.name} carries no evidence that could be brought in.`)
  const records = compareEvidence(ctx.db, evidence)
  const chosen = withReferences(records, new Map(picks.map((pick) => [pick.id, pick])))
  const changes = inOrder([...chosen].flatMap(([record, pick]) => changesOf(record, pick)))
  const count = chosen.size
  const label = `bring in ${count.toLocaleString('en-GB')} record${count === 1 ? '' : 's'} of “${evidence.report.title}”`
  if (changes.length === 0) return { ids: [], count: 0, label }
  const kept = reportDocument(ctx, file, evidence)
  commit(ctx, file.name, label, [...changes, ...kept])
  return { ids: [...chosen.keys()].map(({ own }) => own.id), count, label }
}

/** What was picked, and what of that which is new refers to that is new too. */
function withReferences(
  records: readonly ComparedRecord[],
  picks: ReadonlyMap<string, Pick>,
): Map<ComparedRecord, Pick> {
  const byId = new Map(records.map((record) => [record.own.id, record]))
  const chosen = new Map(
    records.flatMap((record) => {
      const pick = picks.get(record.id)
      return pick && record.verdict !== 'same' ? [[record, pick] as const] : []
    }),
  )
  for (const [record, pick] of chosen) {
    for (const row of [record.own, ...record.parts]) {
      const keys = row.isNew ? [partKey(row)] : row.differences.map(({ field }) => differenceKey(row, field))
      const taken = keys.some((key) => isPicked(record, pick, key))
      for (const id of taken ? referencesIn(row) : []) {
        const other = byId.get(id)
        if (other?.own.isNew && !chosen.has(other)) chosen.set(other, { id: other.id })
      }
    }
  }
  return chosen
}

const referencesIn = ({ entity, fields }: ComparedRow): string[] =>
  Object.entries(entities[entity].columns).flatMap(([field, kind]) => {
    const cell = fields[field]
    return typeof kind === 'object' && typeof cell === 'string' ? [cell] : []
  })

/** Without keys all of a record is picked. */
const isPicked = ({ own }: ComparedRecord, { keys }: Pick, key: string): boolean =>
  own.isNew || keys === undefined || keys.includes(key)

function changesOf(record: ComparedRecord, pick: Pick): Change[] {
  return [record.own, ...record.parts].flatMap((row): Change[] => {
    if (row.isNew) return isPicked(record, pick, partKey(row)) ? [create(row.entity, row.id, madeOf(row))] : []
    const taken = row.differences.filter(({ field }) => isPicked(record, pick, differenceKey(row, field)))
    if (taken.length === 0) return []
    const side = (of: (difference: FieldDifference) => unknown): Fields =>
      Object.fromEntries(taken.map((difference) => [difference.field, of(difference) ?? null]))
    return [{ entity: row.entity, id: row.id, before: side(({ ours }) => ours), after: side(({ theirs }) => theirs) }]
  })
}

/** What is referred to comes first, so that undo, which goes backwards, takes nothing away that is still referred to. */
function inOrder(changes: readonly Change[]): Change[] {
  const affiliations = new Map(changes.map(({ id, after }) => [id, after?.['affiliation']]))
  const depthOf = (id: string): number => {
    const path = new Set<unknown>()
    for (let at: unknown = id; affiliations.has(at as string) && !path.has(at); at = affiliations.get(at as string))
      path.add(at)
    return path.size
  }
  const rankOf = ({ entity }: Change): number => carriedEntities.indexOf(entity as CarriedEntity)
  const depths = new Map(changes.map(({ entity, id }) => [id, entity === 'actor' ? depthOf(id) : 0]))
  const depth = ({ id }: Change): number => depths.get(id) ?? 0
  return circlesClosedLast(changes.toSorted((one, other) => rankOf(one) - rankOf(other) || depth(one) - depth(other)))
}

/** Of actors that are affiliated in a circle one comes ahead of what it refers to: that is said when all are there. */
function circlesClosedLast(changes: readonly Change[]): Change[] {
  const missing = new Set(
    changes.flatMap(({ entity, id, before }) => (entity === 'actor' && before === null ? id : [])),
  )
  const closing: Change[] = []
  const made = changes.map((change): Change => {
    const { entity, id, after } = change
    const affiliation = after?.['affiliation']
    const isOpen = entity === 'actor' && typeof affiliation === 'string' && missing.has(affiliation)
    missing.delete(id)
    if (!isOpen) return change
    closing.push({ entity, id, before: { affiliation: null }, after: { affiliation } })
    return { ...change, after: { ...after, affiliation: null } }
  })
  return [...made, ...closing]
}

/** When a record was entered is told of each case by itself. */
const madeOf = ({ fields: { created: _, ...fields } }: ComparedRow): Fields => fields

/** The sender's report as a document of the case; nothing where it is kept already. */
function reportDocument(ctx: CommandContext, file: ReportFile, { made, by, report }: Evidence): Change[] {
  const known = column(
    ctx.db,
    sql`SELECT 1 FROM document WHERE file_sha256 = ${file.sha256} AND trashed IS NULL LIMIT 1`,
  )
  if (known.length > 0) return []
  const day = made.slice(0, 10)
  return [
    create('document', ctx.newId(), {
      title: `${report.title} (report, ${file.name})`,
      author: by.join(', ') || null,
      published: day,
      published_text: day,
      captured: ctx.now(),
      file_sha256: file.sha256,
      read_by_me: true,
    }),
  ]
}

/** The case's own rules hold whatever a file says: what breaks them is refused as a whole. */
function commit(ctx: CommandContext, name: string, label: string, changes: readonly Change[]): void {
  try {
    commitStep(ctx, { command: readCommand, label, changes })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT'))) throw error
    throw new ExpectedError(
      'invalid-input',
      `${name} says something of a record that a case cannot hold (${error.message}): it was made by another program, or altered. Nothing was changed.`,
    )
  }
}
