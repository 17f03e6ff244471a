import type { ClaimId, EventId, JudgementId } from '../../../shared/ids.ts'
import { View } from '../../../shared/list.ts'
import {
  defaultTitle,
  longestTable,
  reportTemplates,
  TemplateName,
  type ReportTemplate,
} from '../../../shared/report-templates.ts'
import type { BlockContent } from '../../../shared/report.ts'
import { claimList } from '../claims/list.ts'
import type { CommandContext } from '../context.ts'
import { eventList } from '../events/list.ts'
import { viewIds, type ListDefinition } from '../lists/list.ts'
import { listJudgements } from './judgement-list.ts'
import { ownTemplate } from './own-templates.ts'

/** What a report begins with. */
interface Beginning {
  /** How it is called when nobody named it. */
  readonly title: string
  readonly blocks: readonly BlockContent[]
}

/** What a report of this template begins with, with the records of the case that it is about. */
export function beginningOf(ctx: CommandContext, template: string, caseTitle: string): Beginning {
  const builtIn = TemplateName.safeParse(template).data
  if (builtIn !== undefined)
    return { title: defaultTitle(builtIn, caseTitle), blocks: filled(ctx, reportTemplates[builtIn]) }
  const { name, blocks } = ownTemplate(ctx.db, template)
  return { title: `${name}: ${caseTitle}`, blocks: filled(ctx, { blocks, holdsAll: [] }) }
}

const filled = (
  ctx: CommandContext,
  { blocks, holdsAll }: Pick<ReportTemplate, 'blocks' | 'holdsAll'>,
): BlockContent[] =>
  blocks.map((content) => {
    if (content.kind === 'key-judgements') return { ...content, judgementIds: judgementIds(ctx) }
    if (content.kind === 'claims' && holdsAll.includes('claims'))
      return { ...content, claimIds: firstOf(ctx, claimList) as ClaimId[] }
    if (content.kind === 'events' && holdsAll.includes('events'))
      return { ...content, eventIds: firstOf(ctx, eventList) as EventId[] }
    return content
  })

const judgementIds = (ctx: CommandContext): JudgementId[] =>
  listJudgements(ctx.db)
    .slice(0, 200)
    .map(({ id }) => id)

const firstOf = (ctx: CommandContext, list: ListDefinition): string[] =>
  viewIds(ctx, list, View.parse({})).slice(0, longestTable)
