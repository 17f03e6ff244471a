import type { ClaimId, EventId, JudgementId } from '../../../shared/ids.ts'
import { View } from '../../../shared/list.ts'
import { longestTable, reportTemplates, type TemplateName } from '../../../shared/report-templates.ts'
import type { BlockContent } from '../../../shared/report.ts'
import { claimList } from '../claims/list.ts'
import type { CommandContext } from '../context.ts'
import { eventList } from '../events/list.ts'
import { viewIds, type ListDefinition } from '../lists/list.ts'
import { listJudgements } from './judgement-list.ts'

/** The blocks that a report of this template begins with, with the records of the case that it is about. */
export function templateBlocks(ctx: CommandContext, name: TemplateName): BlockContent[] {
  const { blocks, holdsAll } = reportTemplates[name]
  return blocks.map((content): BlockContent => {
    if (content.kind === 'key-judgements') return { ...content, judgementIds: judgementIds(ctx) }
    if (content.kind === 'claims' && holdsAll.includes('claims'))
      return { ...content, claimIds: firstOf(ctx, claimList) as ClaimId[] }
    if (content.kind === 'events' && holdsAll.includes('events'))
      return { ...content, eventIds: firstOf(ctx, eventList) as EventId[] }
    return content
  })
}

const judgementIds = (ctx: CommandContext): JudgementId[] =>
  listJudgements(ctx.db)
    .slice(0, 200)
    .map(({ id }) => id)

const firstOf = (ctx: CommandContext, list: ListDefinition): string[] =>
  viewIds(ctx, list, View.parse({})).slice(0, longestTable)
