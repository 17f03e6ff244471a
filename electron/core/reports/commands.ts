import type { Changed } from '../../../shared/list.ts'
import type { BlockContent, ReportExport, ReportFormat, ReportPatch } from '../../../shared/report.ts'
import { caseInfo } from '../cases/handlers.ts'
import type { CommandContext } from '../context.ts'
import { create, trashMany, update } from '../records/changes.ts'
import { commitStep } from '../records/step.ts'
import { listJudgements } from './judgement-list.ts'
import { changed, quoted } from './labels.ts'
import { reportById } from './queries.ts'

/** What an assessment usually holds, in the order of ICD 203's products: the answer first, its evidence after. */
const skeleton = (ctx: CommandContext): BlockContent[] => [
  { kind: 'bottom-line', markdown: '' },
  {
    kind: 'key-judgements',
    judgementIds: listJudgements(ctx.db)
      .slice(0, 200)
      .map(({ id }) => id),
  },
  { kind: 'claims', claimIds: [] },
  { kind: 'events', eventIds: [] },
  { kind: 'heading', text: 'Gaps and alternatives' },
  { kind: 'text', markdown: '' },
  { kind: 'sources' },
]

/** Makes an assessment with the usual blocks and all judgements of the case. */
export function createReport(ctx: CommandContext, title?: string): Changed {
  const { title: caseTitle, tlp } = caseInfo(ctx.db)
  const given = title?.normalize('NFC').trim()
  const name = given || `Assessment: ${caseTitle}`
  const report = ctx.newId()
  const blocks = skeleton(ctx).map((content, position) =>
    create('report_block', ctx.newId(), { report, position, content }),
  )
  commitStep(ctx, {
    command: 'create-report',
    label: `add report ${quoted(name)}`,
    changes: [create('report', report, { title: name, tlp }), ...blocks],
  })
  return changed([report])
}

export function updateReport(ctx: CommandContext, id: string, patch: ReportPatch): Changed {
  const { title } = reportById(ctx.db, id)
  const changes = update(ctx.db, 'report', id, patch)
  const label =
    patch.tlp && patch.title === undefined
      ? `set TLP of report ${quoted(title)} to ${patch.tlp}`
      : `edit report ${quoted(patch.title ?? title)}`
  commitStep(ctx, { command: 'update-report', label, changes })
  return changed(changes.length > 0 ? [id] : [])
}

export function trashReport(ctx: CommandContext, id: string): Changed {
  const { title } = reportById(ctx.db, id)
  const changes = trashMany(ctx.db, 'report', [id], ctx.now())
  commitStep(ctx, { command: 'trash-report', label: `delete report ${quoted(title)}`, changes })
  return changed([id])
}

/** Keeps that a report left the desk: as which file, with which hash and under which label. */
export function recordExport(
  ctx: CommandContext,
  input: { readonly id: string; readonly format: ReportFormat; readonly fileName: string; readonly sha256: string },
): ReportExport {
  const { id, format, fileName, sha256 } = input
  const { title, tlp } = reportById(ctx.db, id)
  const made = { format, fileName, sha256, tlp, by: ctx.user, at: ctx.now() }
  const { fileName: file_name, ...fields } = made
  commitStep(ctx, {
    command: 'export-report',
    label: `export report ${quoted(title)}`,
    changes: [create('report_export', ctx.newId(), { report: id, ...fields, file_name })],
  })
  return made
}
