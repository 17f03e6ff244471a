import { z } from 'zod'
import { backupMethods } from './backup.ts'
import { CaseCounts, CaseInfo, CasePatch, CheckReport, DamageOffer, OpenCase, Preferences, RecentCase } from './case.ts'
import { analysisMethods } from './analysis-methods.ts'
import { CarriageInput, ClaimDetail, ClaimPage, ClaimPatch, FirstClaims, MeasureInput } from './claim.ts'
import { checklistMethods } from './checklist.ts'
import { draftMethods } from './draft.ts'
import { EventDetail, EventPage, EventPatch } from './event.ts'
import { evidenceMethods } from './evidence-methods.ts'
import { exportMethods } from './exports.ts'
import { facetMethods } from './facets.ts'
import { figureMethods } from './figure-methods.ts'
import { historyMethods } from './history-methods.ts'
import { originsMethods } from './origins-methods.ts'
import {
  ActorId,
  BatchId,
  BlockId,
  CarriageId,
  ClaimId,
  DocumentId,
  EventId,
  MeasureId,
  NoteId,
  OutletId,
  RecordKind,
  RecordLink,
  RecordRef,
  RelationId,
  ReportId,
} from './ids.ts'
import { BatchSummary, BatchUndo, FileOptions, ImportPlan, Inspection, Job, Preview, RowVerdict } from './import.ts'
import { Changed, FirstRequest, PageRequest, pageOf, Selection, View } from './list.ts'
import type { MenuAction } from './menu-actions.ts'
import { judgementMethods } from './judgement-methods.ts'
import { mergeMethods } from './merge-methods.ts'
import { NoteDetail, NotePage, NotePatch } from './note.ts'
import {
  command,
  done,
  internalCommand,
  internalQuery,
  nothing,
  query,
  shellCommand,
  shellQuery,
  type Method,
} from './method.ts'
import { placeMethods } from './places-methods.ts'
import { profileMethods } from './profile-methods.ts'
import { Profile } from './profile.ts'
import { ratingMethods } from './rating-methods.ts'
import { renderMethods } from './render-methods.ts'
import { reportMethods } from './report-methods.ts'
import { BlockContent, Report, ReportPatch, ReportRow } from './report.ts'
import {
  ActorDetail,
  ActorPage,
  ActorPatch,
  DocumentDetail,
  DocumentPage,
  DocumentPatch,
  OutletDetail,
  OutletPage,
  OutletPatch,
} from './source.ts'
import { credibilities, reliabilities } from './scales.ts'
import { templateMethods } from './template-methods.ts'
import { versionMethods } from './versions.ts'
import { viewMethods } from './views.ts'
import { relationTypes } from './vocabulary.ts'

/** What a command touched; the renderer asks again for exactly the queries that show it. */
export const topics = [
  'case',
  'claims',
  'events',
  'sources',
  'places',
  'notes',
  'reports',
  'analysis',
  'analysing',
  'history',
  'imports',
  'jobs',
  'backups',
  'preferences',
  'views',
] as const
export type Topic = (typeof topics)[number]

const one = <T extends z.ZodType>(id: T) => z.strictObject({ id })
const update = <T extends z.ZodType>(patch: T) =>
  z.strictObject({ selection: Selection, patch, reason: z.string().max(2000).optional() })
const Ids = z.object({ ids: z.array(z.uuid()) })

export const contract = {
  // The case and its file
  'case.current': shellQuery(nothing, OpenCase.nullable()),
  'case.recent': shellQuery(nothing, z.array(RecentCase)),
  /** Asks for a place, makes a case there and opens it; null when the dialog was cancelled. */
  'case.new': shellCommand(z.strictObject({ title: z.string().max(500).optional() }), OpenCase.nullable()),
  'case.open': shellCommand(nothing, OpenCase.nullable()),
  'case.openRecent': shellCommand(z.strictObject({ ticket: z.string() }), OpenCase),
  'case.openSample': shellCommand(nothing, OpenCase),
  /** Opens the open case anew: what kept it from being written may be gone. */
  'case.reopen': shellCommand(nothing, OpenCase),
  /** Asks for a place and saves a verified copy there; answers the copy's file name. */
  'case.saveCopy': shellCommand(nothing, z.string().nullable()),
  /** The case that could not be opened because it is damaged; null when the last one could. */
  'case.refused': shellQuery(nothing, DamageOffer.nullable()),
  /** Puts the newest good backup in the place of the damaged case, which is set aside, and opens it; answers of when it is, and how many newer ones are damaged. */
  'case.restoreNewest': shellCommand(
    nothing,
    z.object({ fileName: z.string(), at: z.string(), setAside: z.string().nullable(), damaged: z.int() }),
  ),
  /** Asks for a place, makes a new case there of what can be read of the damaged one, and opens it; answers what came of it. */
  'case.recover': shellCommand(nothing, z.string().nullable()),
  'case.close': shellCommand(nothing, done),
  'case.info': internalQuery(nothing, CaseInfo),
  'case.counts': query(nothing, CaseCounts),
  'case.update': command(z.strictObject({ patch: CasePatch }), done),
  'case.copyTo': internalQuery(z.strictObject({ path: z.string() }), done),
  'case.check': internalQuery(z.strictObject({ deep: z.boolean().default(false) }).prefault({}), CheckReport),

  /** Whether the case has changes that its newest backup does not have. */
  'case.isBehind': internalQuery(nothing, z.boolean()),

  ...backupMethods,
  ...exportMethods,
  ...evidenceMethods,
  ...analysisMethods,
  ...ratingMethods,

  // Claims
  'claims.page': query(PageRequest, ClaimPage),
  'claims.first': query(FirstRequest, FirstClaims),
  'claims.ids': query(View, Ids),
  'claims.get': query(one(ClaimId), ClaimDetail),
  'claims.create': command(z.strictObject({ patch: ClaimPatch }), Changed),
  'claims.update': command(update(ClaimPatch), Changed),
  /** One patch per claim, as one step: cells pasted from a spreadsheet. */
  'claims.paste': command(
    z.strictObject({
      rows: z
        .array(z.strictObject({ id: ClaimId, patch: ClaimPatch }))
        .min(1)
        .max(10_000),
    }),
    Changed,
  ),
  'claims.trash': command(z.strictObject({ selection: Selection }), Changed),
  'claims.restore': command(z.strictObject({ selection: Selection }), Changed),
  'claims.rate': command(
    z.strictObject({
      id: ClaimId,
      rating: z.union([
        z.strictObject({ axis: z.literal('reliability'), value: z.enum(reliabilities).nullable() }),
        z.strictObject({ axis: z.literal('credibility'), value: z.enum(credibilities).nullable() }),
      ]),
      reason: z.string().max(5000).optional(),
    }),
    Changed,
  ),
  /** The distinct values of a text column, most used first: for editors and pickers. */
  'claims.values': query(
    z.strictObject({
      field: z.enum(['topic', 'place', 'claimant', 'event', 'outlet', 'document', 'tags', 'subject', 'unit']),
      search: z.string().max(200).default(''),
    }),
    z.array(z.string()),
  ),
  'measures.add': command(z.strictObject({ claimId: ClaimId, measure: MeasureInput }), Changed),
  'measures.update': command(z.strictObject({ id: MeasureId, measure: MeasureInput }), Changed),
  'measures.remove': command(one(MeasureId), Changed),
  'carriages.add': command(z.strictObject({ claimId: ClaimId, carriage: CarriageInput }), Changed),
  'carriages.update': command(
    z.strictObject({ id: CarriageId, patch: CarriageInput.pick({ role: true, linkRead: true }).partial() }),
    Changed,
  ),
  'carriages.remove': command(one(CarriageId), Changed),
  'relations.add': command(
    z.strictObject({
      from: RecordRef,
      to: RecordRef,
      type: z.enum(relationTypes),
      basis: z.string().max(5000).optional(),
    }),
    Changed,
  ),
  'relations.remove': command(one(RelationId), Changed),

  // Events
  'events.page': query(PageRequest, EventPage),
  'events.ids': query(View, Ids),
  'events.get': query(one(EventId), EventDetail),
  'events.create': command(z.strictObject({ patch: EventPatch }), Changed),
  'events.update': command(update(EventPatch), Changed),
  'events.paste': command(
    z.strictObject({
      rows: z
        .array(z.strictObject({ id: EventId, patch: EventPatch }))
        .min(1)
        .max(10_000),
    }),
    Changed,
  ),
  'events.trash': command(z.strictObject({ selection: Selection }), Changed),
  'events.restore': command(z.strictObject({ selection: Selection }), Changed),

  // Sources
  'actors.page': query(PageRequest, ActorPage),
  'actors.ids': query(View, Ids),
  'actors.get': query(one(ActorId), ActorDetail),
  'actors.create': command(z.strictObject({ patch: ActorPatch }), Changed),
  'actors.update': command(update(ActorPatch), Changed),
  'actors.trash': command(z.strictObject({ selection: Selection }), Changed),
  'actors.restore': command(z.strictObject({ selection: Selection }), Changed),
  'outlets.page': query(PageRequest, OutletPage),
  'outlets.ids': query(View, Ids),
  'outlets.get': query(one(OutletId), OutletDetail),
  'outlets.create': command(z.strictObject({ patch: OutletPatch }), Changed),
  'outlets.update': command(update(OutletPatch), Changed),
  'outlets.trash': command(z.strictObject({ selection: Selection }), Changed),
  'outlets.restore': command(z.strictObject({ selection: Selection }), Changed),
  'documents.page': query(PageRequest, DocumentPage),
  'documents.ids': query(View, Ids),
  'documents.get': query(one(DocumentId), DocumentDetail),
  'documents.create': command(z.strictObject({ patch: DocumentPatch }), Changed),
  'documents.update': command(update(DocumentPatch), Changed),
  'documents.trash': command(z.strictObject({ selection: Selection }), Changed),
  'documents.restore': command(z.strictObject({ selection: Selection }), Changed),

  // Notes and links
  'notes.page': query(PageRequest, NotePage),
  'notes.ids': query(View, Ids),
  'notes.get': query(one(NoteId), NoteDetail),
  'notes.create': command(z.strictObject({ patch: NotePatch }), Changed),
  'notes.update': command(z.strictObject({ id: NoteId, patch: NotePatch }), Changed),
  'notes.trash': command(z.strictObject({ selection: Selection }), Changed),
  'notes.restore': command(z.strictObject({ selection: Selection }), Changed),
  /** Records whose words hold the query: for `[[` completion and the command palette. */
  'records.find': query(
    z.strictObject({
      query: z.string().max(200),
      kinds: z.array(RecordKind).optional(),
      limit: z.int().min(1).max(100).default(20),
    }),
    z.array(RecordLink),
  ),
  /** What the texts of `[[…]]` lead to; null where nothing has that name. */
  'records.resolve': query(
    z.strictObject({ texts: z.array(z.string().max(1000)).max(1000) }),
    z.array(RecordLink.nullable()),
  ),

  // Judgements and reports
  ...judgementMethods,
  'reports.list': query(nothing, z.array(ReportRow)),
  'reports.get': query(one(ReportId), Report),
  'reports.update': command(z.strictObject({ id: ReportId, patch: ReportPatch }), Changed),
  'reports.trash': command(one(ReportId), Changed),
  /** Adds a block before the block `before`, at the end when absent. */
  'blocks.add': command(
    z.strictObject({
      reportId: ReportId,
      content: BlockContent,
      before: BlockId.optional(),
      /** Left out of account where it is no part of the report: the block then goes to the end. */
      after: BlockId.optional(),
    }),
    Changed,
  ),
  'blocks.update': command(z.strictObject({ id: BlockId, content: BlockContent }), Changed),
  'blocks.move': command(z.strictObject({ id: BlockId, before: BlockId.nullable() }), Changed),
  'blocks.remove': command(one(BlockId), Changed),
  /** Adds claims or events to the report's first block of that kind, making one if there is none. */
  'reports.include': command(
    z.strictObject({ reportId: ReportId, claims: Selection.optional(), events: Selection.optional() }),
    Changed,
  ),
  ...renderMethods,
  ...versionMethods,
  ...reportMethods,
  ...checklistMethods,
  ...templateMethods,

  // Import
  /** Asks for a CSV file; answers an opaque ticket, never a path. */
  'imports.pick': shellCommand(nothing, z.strictObject({ ticket: z.string(), fileName: z.string() }).nullable()),
  /** A file dropped on the window: its path is added by the bridge, which alone can read it. */
  'imports.drop': shellCommand(nothing, z.strictObject({ ticket: z.string(), fileName: z.string() })),
  'imports.inspect': shellQuery(z.strictObject({ ticket: z.string(), options: FileOptions.optional() }), Inspection),
  /** What an import would come to, with nothing changed; `limit` rows are looked at, all of them where it is null. */
  'imports.preview': shellQuery(
    ImportPlan.extend({ ticket: z.string(), job: z.string().max(100), limit: z.int().min(1).nullable() }),
    Preview,
  ),
  'imports.start': shellCommand(ImportPlan.extend({ ticket: z.string() }), z.strictObject({ job: z.string() })),
  'imports.list': query(nothing, z.array(BatchSummary)),
  'imports.verdicts': query(
    z.strictObject({ batch: BatchId, start: z.int().min(0), end: z.int().min(0) }),
    pageOf(RowVerdict),
  ),
  /** What taking an import back would come to. */
  'imports.previewUndo': query(z.strictObject({ batch: BatchId }), BatchUndo),
  /** Takes an import back in the background. */
  'imports.undo': shellCommand(
    z.strictObject({ batch: BatchId, edited: z.enum(['keep', 'trash']) }),
    z.strictObject({ job: z.string() }),
  ),
  /** Asks for a place and writes the rows that did not come in there; answers the file's name. */
  'imports.saveRejects': shellCommand(z.strictObject({ batch: BatchId }), z.string().nullable()),
  /** The same for the file that was imported, where it was kept. */
  'imports.saveFile': shellCommand(z.strictObject({ batch: BatchId }), z.string().nullable()),
  'imports.inspectFile': internalQuery(
    z.strictObject({ path: z.string(), options: FileOptions.optional(), profile: Profile.optional() }),
    Inspection,
  ),
  'imports.previewFile': internalQuery(
    ImportPlan.extend({ path: z.string(), job: z.string(), limit: z.int().min(1).nullable() }),
    Preview,
  ),
  'imports.run': internalCommand(ImportPlan.extend({ path: z.string(), job: z.string() }), BatchSummary),
  'imports.takeBack': internalCommand(
    z.strictObject({ batch: BatchId, edited: z.enum(['keep', 'trash']), job: z.string() }),
    BatchUndo,
  ),
  'imports.rejects': internalQuery(z.strictObject({ batch: BatchId }), z.instanceof(Uint8Array)),
  'imports.keptFile': internalQuery(z.strictObject({ batch: BatchId }), z.instanceof(Uint8Array)),
  'jobs.list': shellQuery(nothing, z.array(Job)),
  'jobs.cancel': shellCommand(z.strictObject({ job: z.string() }), done),

  ...profileMethods,
  ...historyMethods,
  ...draftMethods,
  ...originsMethods,
  ...mergeMethods,
  ...placeMethods,
  ...figureMethods,
  ...facetMethods,
  ...viewMethods,

  // How things are shown: kept in the case, outside the change log, since it is no content
  'viewState.get': query(z.strictObject({ key: z.string().max(100) }), z.string().nullable()),
  'viewState.set': command(z.strictObject({ key: z.string().max(100), value: z.string().max(200_000) }), done),

  // The application
  'app.info': shellQuery(
    nothing,
    z.object({
      version: z.string(),
      electron: z.string(),
      platform: z.string(),
      folders: z.object({ data: z.string() }),
    }),
  ),
  'preferences.get': shellQuery(nothing, Preferences),
  'preferences.set': shellCommand(Preferences.partial(), Preferences),
  /** Opens a document's address in the system's browser, after asking. */
  'app.openExternal': shellCommand(z.strictObject({ url: z.string().max(4000) }), z.boolean()),
} as const satisfies Record<string, Method>

export type Contract = typeof contract
export type MethodName = keyof Contract
/** What a caller passes (before defaults) and what it gets. */
export type Input<M extends MethodName> = z.input<Contract[M]['input']>
export type Parsed<M extends MethodName> = z.output<Contract[M]['input']>
export type Output<M extends MethodName> = z.output<Contract[M]['output']>

/** What main pushes to the window. */
export interface Push {
  readonly topics: readonly Topic[]
  /** A menu item or a file opened from outside, for the window to act on. */
  readonly action?: MenuAction
  /** The page stopped and was loaded anew. */
  readonly restarted?: true
}

export { menuActions, type MenuAction } from './menu-actions.ts'
