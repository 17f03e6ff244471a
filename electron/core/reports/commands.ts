import type { ReportExportId } from '../../../shared/ids.ts'
import type { Changed } from '../../../shared/list.ts'
import type { ReportExport, ReportFormat, ReportPatch } from '../../../shared/report.ts'
import type { Tlp } from '../../../shared/scales.ts'
import { caseInfo } from '../cases/handlers.ts'
import type { CommandContext } from '../context.ts'
import { create, trashMany, update } from '../records/changes.ts'
import { commitStep } from '../records/step.ts'
import { isAbove } from './entries.ts'
import { changed, quoted } from './labels.ts'
import { reportById } from './queries.ts'
import { beginningOf } from './templates.ts'
import { keepSnapshot } from './versions/snapshot.ts'

/** Makes a report by a template, an assessment when none is said. */
export function createReport(
  ctx: CommandContext,
  { title, template = 'assessment' }: { readonly title?: string | undefined; readonly template?: string | undefined },
): Changed {
  const { title: caseTitle, tlp } = caseInfo(ctx.db)
  const given = title?.normalize('NFC').trim()
  const beginning = beginningOf(ctx, template, caseTitle)
  const name = given || beginning.title
  const report = ctx.newId()
  const blocks = beginning.blocks.map((content, position) =>
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

/** Keeps that a report left the desk: as which file, with which hash and under which label, its own or that of this export only; and what it said. */
export function recordExport(
  ctx: CommandContext,
  input: {
    readonly id: string
    readonly format: ReportFormat
    readonly fileName: string
    readonly sha256: string
    readonly tlp?: Tlp | undefined
    readonly snapshot?: Uint8Array | undefined
  },
): ReportExport {
  const { id, format, fileName, sha256 } = input
  const report = reportById(ctx.db, id)
  const tlp = input.tlp ?? report.tlp
  const made = { format, fileName, sha256, tlp, by: ctx.user, at: ctx.now() }
  const { fileName: file_name, ...fields } = made
  const snapshot = input.snapshot ? keepSnapshot(ctx.db, input.snapshot) : null
  const exportId = ctx.newId()
  const below = isAbove(report.tlp, tlp) ? ` under TLP:${tlp}, below its TLP:${report.tlp}` : ''
  commitStep(ctx, {
    command: 'export-report',
    label: `export report ${quoted(report.title)}${below}`,
    changes: [create('report_export', exportId, { report: id, ...fields, file_name, snapshot })],
  })
  return { ...made, id: exportId as ReportExportId, isKept: snapshot !== null }
}
