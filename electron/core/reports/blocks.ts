import type { Parsed } from '../../../shared/contract.ts'
import type { Changed } from '../../../shared/list.ts'
import type { BlockContent, BlockKind } from '../../../shared/report.ts'
import { ExpectedError, assertNever } from '../../../shared/result.ts'
import { column, name, sql, value, type ReadDb } from '../../store/db.ts'
import type { CommandContext } from '../context.ts'
import { create, remove, update, type Change } from '../records/changes.ts'
import { readOne } from '../records/fields.ts'
import { notFound } from '../records/not-found.ts'
import { commitStep } from '../records/step.ts'
import { blocksOf, type PlacedBlock } from './block-list.ts'
import { changed, quoted } from './labels.ts'
import { reportById } from './queries.ts'

/** What each kind of block is called in a sentence. */
export const blockNames: Readonly<Record<BlockKind, string>> = {
  heading: 'a heading',
  text: 'a text',
  'bottom-line': 'the bottom line',
  'key-judgements': 'the key judgements',
  claims: 'a claims table',
  events: 'an events table',
  sources: 'the source list',
  'source-summary': 'the source summary statement',
  gaps: 'the gaps',
  alternatives: 'the alternatives',
  changes: 'what changed since the last version',
  glossary: 'the terms and scales',
  appendix: 'the beginning of the appendices',
  figure: 'a picture',
}

/** Adds a block before the block `before`, at the end when there is none. */
export function addBlock(ctx: CommandContext, { reportId, content, before, after }: Parsed<'blocks.add'>): Changed {
  const { title } = reportById(ctx.db, reportId)
  checkRecords(ctx.db, content)
  const blocks = blocksOf(ctx.db, reportId)
  const at = blocks.findIndex(({ id }) => id === after)
  const place = placeBefore(blocks, before ?? (at < 0 ? null : (blocks[at + 1]?.id ?? null)))
  const id = ctx.newId()
  const made = create('report_block', id, { report: reportId, position: place.position, content })
  commitStep(ctx, {
    command: 'add-block',
    label: `add ${blockNames[content.kind]} to report ${quoted(title)}`,
    changes: [...place.changes, made],
  })
  return changed([id])
}

export function updateBlock(ctx: CommandContext, id: string, content: BlockContent): Changed {
  checkRecords(ctx.db, content)
  const changes = update(ctx.db, 'report_block', id, { content })
  commitStep(ctx, {
    command: 'update-block',
    label: `edit ${blockNames[content.kind]} of ${reportCalled(ctx.db, id)}`,
    changes,
  })
  return changed(changes.length > 0 ? [id] : [])
}

/** Moves a block before another of its report, to the end for null. */
export function moveBlock(ctx: CommandContext, id: string, before: string | null): Changed {
  const report = reportOf(ctx.db, id)
  const all = blocksOf(ctx.db, report)
  const block = all.find((other) => other.id === id)
  const next = all[all.findIndex((other) => other.id === id) + 1]
  if (before === id || (next?.id ?? null) === before) return changed([])
  const place = placeBefore(
    all.filter((other) => other.id !== id),
    before,
  )
  const moved = update(ctx.db, 'report_block', id, { position: place.position })
  commitStep(ctx, {
    command: 'move-block',
    label: `move ${block ? blockNames[block.content.kind] : 'a block'} in ${reportCalled(ctx.db, id)}`,
    changes: [...place.changes, ...moved],
  })
  return changed([id])
}

export function removeBlock(ctx: CommandContext, id: string): Changed {
  const change = remove(ctx.db, 'report_block', id)
  const content = change.before?.['content'] as BlockContent
  const label = `remove ${blockNames[content.kind]} from ${reportCalled(ctx.db, id)}`
  commitStep(ctx, { command: 'remove-block', label, changes: [change] })
  return changed([id])
}

/** The report that a block is a part of. */
function reportOf(db: ReadDb, blockId: string): string {
  const report = value<string>(
    db,
    sql`SELECT r.id FROM report_block b JOIN report r ON r.num = b.report WHERE b.id = ${blockId}`,
  )
  if (report === undefined) throw notFound('report_block', blockId)
  return report
}

/** "report “Korea”", of which a block is a part. */
const reportCalled = (db: ReadDb, blockId: string): string =>
  `report ${quoted(String(readOne(db, 'report', reportOf(db, blockId))?.['title']))}`

/** A position before a block, and the changes that make room for it. */
interface Place {
  readonly position: number
  readonly changes: readonly Change[]
}

/** A position between a block and the one ahead of it; when no number is left between them, the blocks are numbered anew. */
function placeBefore(blocks: readonly PlacedBlock[], before: string | null): Place {
  const at = before === null ? blocks.length : blocks.findIndex((block) => block.id === before)
  if (at < 0) throw new ExpectedError('not-found', 'The block to place it before is no part of this report.')
  const low = blocks[at - 1]?.position ?? (blocks[0]?.position ?? 1) - 2
  const high = blocks[at]?.position ?? low + 2
  const position = (low + high) / 2
  return position > low && position < high ? { position, changes: [] } : { position: at, changes: renumber(blocks, at) }
}

const renumber = (blocks: readonly PlacedBlock[], gap: number): Change[] =>
  blocks.flatMap(({ id, position }, index): Change[] => {
    const to = index < gap ? index : index + 1
    if (to === position) return []
    return [{ entity: 'report_block', id, before: { position }, after: { position: to } }]
  })

/** A block names records of this case only; what is deleted later is left out when the report is drawn. */
export function checkRecords(db: ReadDb, content: BlockContent): void {
  const [entity, ids] = recordsIn(content)
  if (entity === undefined) return
  const missing = column<string>(
    db,
    sql`SELECT j.value FROM json_each(${ids}) j LEFT JOIN ${name(entity)} t ON t.id = j.value WHERE t.id IS NULL LIMIT 1`,
  )
  if (missing[0] !== undefined) throw notFound(entity, missing[0])
}

function recordsIn(content: BlockContent): readonly ['judgement' | 'claim' | 'event', readonly string[]] | readonly [] {
  switch (content.kind) {
    case 'key-judgements':
      return ['judgement', content.judgementIds]
    case 'claims':
      return ['claim', content.claimIds]
    case 'events':
      return ['event', content.eventIds]
    case 'heading':
    case 'text':
    case 'bottom-line':
    case 'sources':
    case 'source-summary':
    case 'gaps':
    case 'alternatives':
    case 'changes':
    case 'glossary':
    case 'appendix':
    case 'figure':
      return []
    default:
      return assertNever(content)
  }
}
