import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { Input, MethodName, Output } from '../../../shared/contract.ts'
import type { BlockContent, Report } from '../../../shared/report.ts'
import type { ClaimId, EventId, JudgementId, ReportId } from '../../../shared/ids.ts'
import type { TestCase } from '../test-case.ts'

type Row = Readonly<Record<string, string>>

const rowsOf = (name: string): Row[] =>
  parse(readFileSync(new URL(`../../../resources/sample/${name}`, import.meta.url)), { columns: true, bom: true })

const list = (cell: string | undefined): string[] => (cell ? cell.split(';').map((part) => part.trim()) : [])
const orNull = (cell: string | undefined): string | null => (cell ? cell : null)

/** Puts the sample's claims and events into a case, one command each; answers their ids by reference. */
export async function addSample(file: TestCase): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>()
  for (const row of rowsOf('partnership-events.csv')) ids.set(row['ref'] ?? '', await addEvent(file, row))
  for (const row of rowsOf('partnership-claims.csv')) ids.set(row['ref'] ?? '', await addClaim(file, row))
  return ids
}

async function addEvent(file: TestCase, row: Row): Promise<string> {
  const patch = {
    ref: row['ref'],
    title: row['title'],
    when: row['when'],
    place: row['place'],
    kind: row['kind'],
    participants: list(row['participants']),
    status: row['status'],
  } as Input<'events.create'>['patch']
  return (await file.call('events.create', { patch })).ids[0] ?? ''
}

async function addClaim(file: TestCase, row: Row): Promise<string> {
  const { ids } = await file.call('claims.create', { patch: claimPatch(row) })
  const claimId = (ids[0] ?? '') as ClaimId
  const carriage = {
    document: row['document'] ?? '',
    outlet: row['outlet'],
    published: row['published'],
    role: 'origin' as const,
  }
  await file.call('carriages.add', { claimId, carriage })
  return claimId
}

function claimPatch(row: Row): Input<'claims.create'>['patch'] {
  const mark = { about: 'about ', exact: '' }[row['measure_qualifier'] ?? '']
  const number = row['measure_best'] && mark !== undefined ? `${mark}${row['measure_best']}` : null
  return {
    ref: row['ref'],
    statement: row['statement'],
    claimant: row['claimant'],
    basis: row['claimant_basis'],
    said: orNull(row['said']),
    topic: row['topic'],
    place: orNull(row['place']),
    event: orNull(row['event']),
    reliability: orNull(row['reliability']),
    credibility: orNull(row['credibility']),
    tags: list(row['tags']),
    ...(row['measure_category'] ? { subject: row['measure_subject'], category: row['measure_category'] } : {}),
    ...(number ? { quantity: number, unit: row['measure_unit'] } : {}),
  } as Input<'claims.create'>['patch']
}

type Call = <M extends MethodName>(name: M, input?: Input<M>) => Promise<Output<M>>

/** A report that is made of exactly these blocks. */
export async function makeReport(call: Call, contents: readonly BlockContent[], title?: string): Promise<ReportId> {
  const { ids } = await call('reports.create', { title })
  const id = (ids[0] ?? '') as ReportId
  const { blocks } = await call('reports.get', { id })
  for (const block of blocks) await call('blocks.remove', { id: block.id })
  for (const content of contents) await call('blocks.add', { reportId: id, content })
  return id
}

export async function makeJudgement(call: Call, patch: Input<'judgements.create'>['patch']): Promise<JudgementId> {
  return ((await call('judgements.create', { patch })).ids[0] ?? '') as JudgementId
}

/** The kinds of a report's blocks, in order. */
export const kindsOf = ({ blocks }: Report): string[] => blocks.map(({ content }) => content.kind)

export const asClaims = (ids: readonly (string | undefined)[]): ClaimId[] => ids.map((id) => (id ?? '') as ClaimId)
export const asEvents = (ids: readonly (string | undefined)[]): EventId[] => ids.map((id) => (id ?? '') as EventId)
