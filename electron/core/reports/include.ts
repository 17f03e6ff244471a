import type { ClaimId, EventId } from '../../../shared/ids.ts'
import type { Changed, Selection } from '../../../shared/list.ts'
import { longestTable } from '../../../shared/report-templates.ts'
import type { BlockContent } from '../../../shared/report.ts'
import { ExpectedError } from '../../../shared/result.ts'
import { claimList } from '../claims/list.ts'
import type { CommandContext } from '../context.ts'
import { eventList } from '../events/list.ts'
import { viewIds, type ListDefinition } from '../lists/list.ts'
import { create, update, type Change } from '../records/changes.ts'
import { commitStep } from '../records/step.ts'
import { blocksOf, type PlacedBlock } from './block-list.ts'
import { checkRecords } from './blocks.ts'
import { changed, counted, quoted } from './labels.ts'
import { reportById } from './queries.ts'

type TableKind = 'claims' | 'events'

interface Addition {
  readonly changes: readonly Change[]
  readonly block: string
  readonly count: number
}

/** Adds claims and events to the report's first table of that kind; answers how many were not in it yet. */
export function includeRecords(
  ctx: CommandContext,
  input: {
    readonly reportId: string
    readonly claims?: Selection | undefined
    readonly events?: Selection | undefined
  },
): Changed {
  const { title } = reportById(ctx.db, input.reportId)
  const blocks = blocksOf(ctx.db, input.reportId)
  const claims = input.claims && addTo(ctx, input.reportId, blocks, 'claims', selected(ctx, claimList, input.claims))
  const events = input.events && addTo(ctx, input.reportId, blocks, 'events', selected(ctx, eventList, input.events))
  const parts = [claims, events].filter((part) => part !== undefined)
  const words = [claims && counted(claims.count, 'claim'), events && counted(events.count, 'event')].filter(Boolean)
  commitStep(ctx, {
    command: 'include-in-report',
    label: `add ${words.join(' and ')} to report ${quoted(title)}`,
    changes: parts.flatMap((part) => part.changes),
  })
  const touched = parts.filter(({ count }) => count > 0)
  return changed(
    touched.map(({ block }) => block),
    touched.reduce((sum, { count }) => sum + count, 0),
  )
}

const selected = (ctx: CommandContext, list: ListDefinition, selection: Selection): string[] =>
  'ids' in selection ? selection.ids : viewIds(ctx, list, selection.view)

function addTo(
  ctx: CommandContext,
  report: string,
  blocks: readonly PlacedBlock[],
  kind: TableKind,
  ids: readonly string[],
): Addition {
  const block = blocks.find(({ content }) => content.kind === kind && !isBound(content))
  const present = block ? idsIn(block.content) : []
  const together = [...new Set([...present, ...ids])]
  const count = together.length - present.length
  if (together.length > longestTable)
    throw new ExpectedError(
      'invalid-input',
      `A table in a report holds at most ${longestTable} ${kind}: this would make ${together.length}. Choose fewer.`,
    )
  if (count === 0) return { changes: [], block: block?.id ?? '', count }
  const content = { ...block?.content, ...contentOf(kind, together) }
  checkRecords(ctx.db, content)
  if (!block) return { ...newTable(ctx, report, blocks, content), count }
  return { changes: update(ctx.db, 'report_block', block.id, { content }), block: block.id, count }
}

/** A table that shows what a filter or a saved view shows takes no claim by hand. */
export const isBound = (content: BlockContent): boolean => content.kind === 'claims' && content.from !== undefined

const idsIn = (content: BlockContent): readonly string[] =>
  content.kind === 'claims' ? content.claimIds : content.kind === 'events' ? content.eventIds : []

const contentOf = (kind: TableKind, ids: readonly string[]): BlockContent =>
  kind === 'claims' ? { kind, claimIds: ids as ClaimId[] } : { kind, eventIds: ids as EventId[] }

/** A new table goes ahead of the source list, where there is one: evidence before its sources. */
function newTable(
  ctx: CommandContext,
  report: string,
  blocks: readonly PlacedBlock[],
  content: BlockContent,
): Omit<Addition, 'count'> {
  const sources = blocks.findIndex((other) => other.content.kind === 'sources')
  const at = sources < 0 ? blocks.length : sources
  const low = blocks[at - 1]?.position ?? (blocks[at]?.position ?? 0) - 2
  const high = blocks[at]?.position ?? low + 2
  // Claims and events may both come here in one step: claims stay ahead.
  const position = low + ((high - low) * (content.kind === 'claims' ? 1 : 2)) / 3
  const block = ctx.newId()
  return { block, changes: [create('report_block', block, { report, position, content })] }
}
