import { inColumnOrder, usualColumns, type ClaimColumn } from '../../../shared/claims-table.ts'
import type { BlockContent } from '../../../shared/report.ts'
import { boundNote } from './bound.ts'
import type { Draft } from './draft.ts'
import type { ClaimsTable } from './model.ts'

/** What a claims table shows; undefined where nothing was chosen for it. One that is bound says that it has nothing. */
export function claimsTable(
  draft: Draft,
  { claimIds, columns: chosen }: Extract<BlockContent, { kind: 'claims' }>,
  { key, seen }: { readonly key: string; readonly seen: Set<string> },
): ClaimsTable | undefined {
  const columns = chosen ? inColumnOrder(chosen) : usualColumns
  const hasNotes = columns.includes('notes')
  const claims = draft.showable(claimIds).map((claim) => draft.claimRow(claim, seen, hasNotes))
  const bound = draft.records.bound.get(key)
  if (!bound && claims.length === 0) return undefined
  return { claims, columns, note: bound ? boundNote(bound, claims.length) : null }
}

/** A column as it is drawn: grades are two, and what belongs together stands in one cell. */
export type DrawnName = Exclude<ClaimColumn, 'grade'> | 'ref' | 'reliability' | 'credibility'
export interface DrawnColumn {
  readonly name: DrawnName
  readonly title: string
  /** What else its cells hold, below. */
  readonly below: readonly ClaimColumn[]
}

const titles: Readonly<Record<DrawnName, string>> = {
  ref: 'Ref',
  statement: 'Statement',
  quote: 'Quotation',
  status: 'Status',
  claimant: 'Claimant',
  basis: 'Basis',
  said: 'Said',
  numbers: 'Number',
  topic: 'Topic',
  event: 'Event',
  place: 'Place',
  tags: 'Tags',
  reliability: 'Reliability',
  credibility: 'Credibility',
  tlp: 'TLP',
  notes: 'Notes',
}

/** The columns as every format draws them: quotation and status below the statement, the basis below the claimant. */
export function drawnColumns(columns: readonly ClaimColumn[]): DrawnColumn[] {
  const has = (column: ClaimColumn): boolean => columns.includes(column)
  const under: Partial<Record<ClaimColumn, readonly ClaimColumn[]>> = {
    statement: (['quote', 'status'] as const).filter(has),
    claimant: (['basis'] as const).filter(has),
  }
  const isBelow = (column: ClaimColumn): boolean =>
    ((column === 'quote' || column === 'status') && has('statement')) || (column === 'basis' && has('claimant'))
  const drawn = (name: DrawnName, below: readonly ClaimColumn[] = []): DrawnColumn => ({
    ...{ name, title: name === 'claimant' && below.length > 0 ? 'Claimant and basis' : titles[name], below },
  })
  return [
    drawn('ref'),
    ...columns
      .filter((column) => !isBelow(column))
      .flatMap((column) =>
        column === 'grade' ? [drawn('reliability'), drawn('credibility')] : [drawn(column, under[column])],
      ),
  ]
}

/** Widths on A4 in twips; what has none takes what is left. */
const usualWidths: Readonly<Partial<Record<DrawnName, number>>> = {
  ref: 600,
  status: 1000,
  claimant: 1620,
  basis: 1200,
  said: 1600,
  numbers: 1360,
  topic: 1300,
  event: 1500,
  place: 1200,
  tags: 1200,
  reliability: 500,
  credibility: 560,
  tlp: 900,
  notes: 500,
}
/** A statement takes at least this. */
const narrowest = 2200
/** What is no wider holds a reference or a grade, and does not give way. */
const fixed = 600

/** The widths of columns, which sum to `total` twips. */
export function columnWidths(columns: readonly DrawnColumn[], total: number): number[] {
  const wanted = columns.map(({ name }) => usualWidths[name] ?? null)
  const open = wanted.includes(null)
    ? wanted.map((width) => width === null)
    : wanted.map((_, at) => at === widest(wanted))
  const sum = (widths: readonly (number | null)[]): number =>
    widths.reduce<number>((so, width, at) => so + (open[at] ? 0 : (width ?? 0)), 0)
  const opened = open.filter(Boolean).length
  const firm = sum(wanted.map((width) => (width !== null && width <= fixed ? width : 0)))
  const room = total - opened * narrowest - firm
  const share = Math.min(1, room / Math.max(1, sum(wanted) - firm))
  const widths = wanted.map((width) => (width === null || width <= fixed ? width : Math.floor(width * share)))
  const left = Math.floor((total - sum(widths)) / opened)
  return widths.map((width, at) => (open[at] ? left : (width ?? left)))
}

const widest = (widths: readonly (number | null)[]): number =>
  widths.indexOf(Math.max(...widths.map((width) => width ?? 0)))
