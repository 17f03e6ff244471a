import type { Handlers } from '../../ipc/dispatch.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { blockChanges } from './block-changes.ts'
import { addBlock, moveBlock, removeBlock, updateBlock } from './blocks.ts'
import { checklistOf } from './checklist/checklist.ts'
import { judgeStandard } from './checklist/judge-standard.ts'
import { createReport, recordExport, trashReport, updateReport } from './commands.ts'
import { includeRecords } from './include.ts'
import { listJudgements } from './judgement-list.ts'
import { createJudgement, trashJudgement, updateJudgement } from './judgements.ts'
import { ownTemplates, removeTemplate, saveTemplate, templateFile } from './own-templates.ts'
import { previewReport } from './preview.ts'
import { listReports, reportById } from './queries.ts'
import { placesOf } from './places.ts'
import { printablePage, printedReport } from './printing.ts'
import { renderReport } from './render.ts'
import { reviewJudgement } from './reviews.ts'
import { compareVersions } from './versions/versions.ts'

export const queries = {
  'judgements.list': ({ db }) => listJudgements(db),
  'reports.list': ({ db }) => listReports(db),
  'reports.get': ({ db }, { id }) => reportById(db, id),
  'reports.places': ({ db }, { id }) => placesOf(db, id),
  'reports.changes': ({ db }, { id }) => blockChanges(db, id),
  'reports.checklist': ({ db }, { id }) => checklistOf(db, id ?? null, new Date()),
  'reports.preview': ({ db }, request) => previewReport(db, request, new Date()),
  'reports.render': ({ db }, request) => renderReport(db, request, new Date()),
  'reports.printable': ({ db }, request) => printablePage(db, request, new Date()),
  'reports.printed': (_ctx, { key, pdf }) => printedReport(key, pdf),
  'reports.compareVersions': ({ db }, request) => compareVersions(db, request),
  'templates.list': ({ db }) => ownTemplates(db),
  'templates.file': ({ db }, { name }) => templateFile(db, name),
} satisfies Handlers<
  | 'judgements.list'
  | `templates.${'list' | 'file'}`
  | `reports.${'list' | 'get' | 'places' | 'changes' | 'preview' | 'render' | 'printable' | 'printed' | 'checklist' | 'compareVersions'}`,
  QueryContext
>

export const commands = {
  'judgements.create': (ctx, { patch }) => createJudgement(ctx, patch),
  'judgements.update': (ctx, { id, patch }) => updateJudgement(ctx, id, patch),
  'judgements.trash': (ctx, { id }) => trashJudgement(ctx, id),
  'judgements.review': (ctx, input) => reviewJudgement(ctx, input),
  'reports.create': (ctx, input) => createReport(ctx, input),
  'reports.update': (ctx, { id, patch }) => updateReport(ctx, id, patch),
  'reports.trash': (ctx, { id }) => trashReport(ctx, id),
  'blocks.add': (ctx, input) => addBlock(ctx, input),
  'blocks.update': (ctx, { id, content }) => updateBlock(ctx, id, content),
  'blocks.move': (ctx, { id, before }) => moveBlock(ctx, id, before),
  'blocks.remove': (ctx, { id }) => removeBlock(ctx, id),
  'reports.include': (ctx, input) => includeRecords(ctx, input),
  'reports.recordExport': (ctx, input) => recordExport(ctx, input),
  'reports.judgeStandard': (ctx, input) => judgeStandard(ctx, input),
  'templates.save': ({ db, touch }, { template }) => {
    saveTemplate(db, template)
    touch('reports')
    return null
  },
  'templates.remove': ({ db, touch }, { name }) => {
    removeTemplate(db, name)
    touch('reports')
    return null
  },
} satisfies Handlers<
  | `judgements.${'create' | 'update' | 'trash' | 'review'}`
  | `reports.${'create' | 'update' | 'trash' | 'include' | 'recordExport' | 'judgeStandard'}`
  | `templates.${'save' | 'remove'}`
  | `blocks.${'add' | 'update' | 'move' | 'remove'}`,
  CommandContext
>
