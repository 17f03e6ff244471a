import { claimColumnTitles, inColumnOrder, usualColumns, type ClaimColumn } from '../../../shared/claims-table.ts'
import type { BlockContent } from '../../../shared/report.ts'
import { boundNote } from './bound.ts'
import type { Draft } from './draft.ts'
import type { ClaimEntry, ClaimsTable } from './model.ts'
import { capitalised } from './words.ts'

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
export type DrawnName = Exclude<ClaimColumn, 'grade'> | 'ref' | 'reliability' | 'credibility' | 'about'
export interface DrawnColumn {
  readonly name: DrawnName
  readonly title: string
  /** What else its cells hold, below. */
  readonly below: readonly ClaimColumn[]
}

const titles: Readonly<Record<DrawnName, string>> = {
  ...claimColumnTitles,
  ref: 'Ref',
  quote: 'Quotation',
  reliability: 'Reliability',
  credibility: 'Credibility',
  notes: 'Notes',
  about: 'About',
}

/** What a claim is about: one column where all of them would leave too little room for words. */
const about = ['topic', 'event', 'place', 'tags'] as const

/** The columns as every format draws them: quotation and status below the statement, the basis below the claimant. */
export function drawnColumns(columns: readonly ClaimColumn[]): DrawnColumn[] {
  const apart = apartColumns(columns)
  const subjects = about.filter((column) => columns.includes(column))
  if (subjects.length < 2 || roomFor(apart, paperWidth) >= 1) return apart
  const title = subjects.map((column, at) => (at === 0 ? titles[column] : titles[column].toLowerCase())).join(', ')
  const first = apart.findIndex(({ name }) => name === subjects[0])
  return apart
    .toSpliced(first, 1, { name: 'about', title, below: subjects })
    .filter(({ name }) => !about.some((column) => column === name))
}

function apartColumns(columns: readonly ClaimColumn[]): DrawnColumn[] {
  const has = (column: ClaimColumn): boolean => columns.includes(column)
  const under: Partial<Record<ClaimColumn, readonly ClaimColumn[]>> = {
    statement: (['quote', 'status'] as const).filter(has),
    claimant: (['basis'] as const).filter(has),
  }
  const isBelow = (column: ClaimColumn): boolean =>
    Object.entries(under).some(([above, below]) => has(above as ClaimColumn) && below.includes(column))
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

type WordsName = Exclude<
  DrawnName,
  'about' | 'statement' | 'quote' | 'numbers' | 'reliability' | 'credibility' | 'notes'
>

/** A cell that holds nothing but words. */
export function cellWords(claim: ClaimEntry, name: WordsName): string {
  if (name === 'tags') return claim.tags.join('; ') || '–'
  if (name === 'status') return capitalised(claim.status ?? 'open')
  return claim[name] ?? (name === 'claimant' ? 'Unattributed' : '–')
}

/** What a claim is about, in the cell of all of it: a line each. */
export const aboutLines = (
  claim: Pick<ClaimEntry, (typeof about)[number]>,
  { below }: Pick<DrawnColumn, 'below'>,
): string[] => {
  const lines = about
    .filter((column) => below.includes(column))
    .flatMap((column) => (column === 'tags' ? claim.tags.join('; ') : claim[column]) || [])
  return lines.length === 0 ? ['–'] : lines
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
  about: 2000,
}
/** About that of A4 between its margins. */
const paperWidth = 9800
/** A statement takes at least this. */
const narrowest = 2200
/** What is no wider holds a reference or a grade, and does not give way. */
const fixed = 600

/** The widths of columns, which sum to `total` twips. */
export function columnWidths(columns: readonly DrawnColumn[], total: number): number[] {
  const share = Math.min(1, roomFor(columns, total))
  const isOpen = openColumns(columns)
  const widths = columns.map(({ name }) => givenWidth(usualWidths[name] ?? 0, share))
  const taken = widths.reduce((sum, width, at) => sum + (isOpen[at] ? 0 : width), 0)
  const left = Math.floor((total - taken) / isOpen.filter(Boolean).length)
  return widths.map((width, at) => (isOpen[at] ? left : width))
}

const givenWidth = (width: number, share: number): number => (width <= fixed ? width : Math.floor(width * share))

/** Those that take what is left: what has no width, else the widest. */
function openColumns(columns: readonly DrawnColumn[]): boolean[] {
  const widths = columns.map(({ name }) => usualWidths[name])
  if (widths.includes(undefined)) return widths.map((width) => width === undefined)
  const widest = Math.max(...widths.map((width) => width ?? 0))
  return widths.map((_, at) => at === widths.findIndex((width) => width === widest))
}

/** How much of their usual widths there is for the columns that give way: 1 is all of it. */
function roomFor(columns: readonly DrawnColumn[], total: number): number {
  const isOpen = openColumns(columns)
  const widths = columns.map(({ name }, at) => (isOpen[at] ? 0 : (usualWidths[name] ?? 0)))
  const sum = (some: readonly number[]): number => some.reduce((so, width) => so + width, 0)
  const firm = sum(widths.filter((width) => width <= fixed))
  const wanted = sum(widths) - firm
  return wanted === 0 ? 1 : (total - firm - isOpen.filter(Boolean).length * narrowest) / wanted
}
