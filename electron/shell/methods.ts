import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { app, nativeTheme, shell } from 'electron'
import type { MethodName, Output, Parsed } from '../../shared/contract.ts'
import { ExpectedError } from '../../shared/result.ts'
import type { Handlers } from '../ipc/dispatch.ts'
import type { ShellContext } from '../ipc/route.ts'
import { backupMethods, type BackupMethod } from './backup-methods.ts'
import { newCase, openCase, recoverCase, saveCopy } from './case-dialogs.ts'
import { askToOpen, askToSave, confirm } from './dialogs.ts'
import { mergeMethods } from './merges.ts'
import { withPrinter } from './print.ts'
import { fileNameOf } from './file-name.ts'
import { saveFigure } from './save-figure.ts'
import { batchOf, saveFile, saveRejects } from './save-import.ts'
import type { Workbench } from './workbench.ts'
import { pictureFolder, writeReport } from '../store/write-report.ts'

type ShellMethod =
  | BackupMethod
  | Extract<
      MethodName,
      | 'case.current'
      | 'case.recent'
      | 'case.new'
      | 'case.open'
      | 'case.openRecent'
      | 'case.openSample'
      | 'case.reopen'
      | 'case.saveCopy'
      | 'case.refused'
      | 'case.restoreNewest'
      | 'case.recover'
      | 'case.close'
      | 'reports.export'
      | 'drafts.list'
      | 'drafts.keep'
      | 'drafts.drop'
      | 'merges.make'
      | 'evidence.pick'
      | 'evidence.look'
      | 'evidence.take'
      | 'imports.pick'
      | 'imports.drop'
      | 'imports.inspect'
      | 'imports.preview'
      | 'imports.start'
      | 'imports.undo'
      | 'imports.saveRejects'
      | 'imports.saveFile'
      | 'profiles.open'
      | 'profiles.export'
      | 'views.open'
      | 'views.export'
      | 'templates.open'
      | 'templates.export'
      | 'lists.export'
      | 'jobs.list'
      | 'jobs.cancel'
      | 'app.info'
      | 'map.outlines'
      | 'figures.save'
      | 'app.openExternal'
      | 'preferences.get'
      | 'preferences.set'
    >

const tables = [
  { name: 'Lists', extensions: ['csv', 'tsv', 'tab', 'txt', 'gz', 'zip', 'xlsx', 'xls', 'ods'] },
  { name: 'All files', extensions: ['*'] },
]

const reportFiles = [
  { name: 'Reports', extensions: ['html', 'htm', 'pdf', 'docx'] },
  { name: 'All files', extensions: ['*'] },
]

/** The methods that need files, dialogs or the window. */
export function shellMethods(
  workbench: Workbench,
  changed: (topic: 'preferences') => void,
): Handlers<ShellMethod, ShellContext> {
  const { tickets, settings, jobs, drafts } = workbench
  return {
    ...backupMethods(workbench),
    ...mergeMethods(workbench),
    'case.current': () => workbench.current(),
    'case.recent': () => workbench.recent(),
    'case.new': (_ctx, { title }) => newCase(workbench, title),
    'case.open': () => openCase(workbench),
    'case.openRecent': (_ctx, { ticket }) => workbench.open(tickets.path(ticket)),
    'case.openSample': () => workbench.openSample(),
    'case.reopen': () => workbench.reopen(),
    'case.saveCopy': () => saveCopy(workbench),
    'case.refused': () => workbench.damaged.offer,
    'case.restoreNewest': () => workbench.restoreNewest(workbench.damaged.path),
    'case.recover': () => recoverCase(workbench),
    'case.close': async () => {
      await workbench.close()
      return null
    },
    'drafts.list': () => drafts.list(),
    'drafts.keep': (_ctx, { caseId, draft }) => drafts.keep(caseId, draft),
    'drafts.drop': (_ctx, { caseId, key }) => drafts.drop(caseId, key),
    'figures.save': (_ctx, picture) => saveFigure(picture),
    'reports.export': (_ctx, input) => exportReport(workbench, input),
    'evidence.pick': async () => {
      const path = await askToOpen('Read a report', reportFiles)
      return path === null ? null : { ticket: tickets.issue(path), fileName: basename(path) }
    },
    'evidence.look': (_ctx, { ticket }) =>
      workbench.store.ask('evidence.read', { path: tickets.path(ticket) }, 'query'),
    'evidence.take': (_ctx, { ticket, ...picks }) =>
      workbench.store.ask('evidence.bringIn', { path: tickets.path(ticket), ...picks }, 'command'),
    'imports.pick': async () => {
      workbench.store.expectLongWork()
      const path = await askToOpen('Import a list', tables)
      return path === null ? null : { ticket: tickets.issue(path), fileName: basename(path) }
    },
    'imports.drop': ({ droppedPath }) => {
      if (droppedPath === undefined)
        throw new ExpectedError('invalid-input', 'This is no file of your computer. Drop a CSV file.')
      return { ticket: tickets.issue(droppedPath), fileName: basename(droppedPath) }
    },
    'imports.inspect': (_ctx, { ticket, options }) =>
      workbench.store.ask('imports.inspectFile', { path: tickets.path(ticket), options }, 'query'),
    'imports.preview': (_ctx, { ticket, ...how }) =>
      workbench.store.ask('imports.previewFile', { path: tickets.path(ticket), ...how }, 'query'),
    'imports.start': (_ctx, { ticket, ...plan }) => ({
      job: workbench.startImport(tickets.path(ticket), plan),
    }),
    'imports.undo': async (_ctx, request) => ({
      job: workbench.startUndo(request, (await batchOf(workbench, request.batch)).fileName),
    }),
    'imports.saveRejects': (_ctx, { batch }) => saveRejects(workbench, batch),
    'imports.saveFile': (_ctx, { batch }) => saveFile(workbench, batch),
    // What is asked for now and then is loaded when it is: the program starts sooner.
    'profiles.open': async () => (await import('./profile-dialogs.ts')).openProfile(workbench),
    'profiles.export': async (_ctx, { name }) => (await import('./profile-dialogs.ts')).exportProfile(workbench, name),
    'views.open': async () => (await import('./view-dialogs.ts')).openViews(workbench),
    'views.export': async () => (await import('./view-dialogs.ts')).exportViews(workbench),
    'templates.open': async () => (await import('./template-dialogs.ts')).openTemplate(),
    'templates.export': async (_ctx, { name }) =>
      (await import('./template-dialogs.ts')).exportTemplate(workbench, name),
    'lists.export': async (_ctx, request) => (await import('./export-list.ts')).exportList(workbench, request),
    'jobs.list': () => jobs.list(),
    'jobs.cancel': (_ctx, { job }) => {
      workbench.store.cancel(job)
      return null
    },
    'app.info': () => ({
      version: app.getVersion(),
      electron: process.versions.electron ?? '',
      platform: process.platform,
      folders: { data: app.getPath('userData') },
    }),
    'map.outlines': async () => {
      const { readOutlines } = await import('../core/analysis/places/map-data.ts')
      return readOutlines(app.getPath('userData'))
    },
    'preferences.get': () => settings.preferences,
    'preferences.set': (_ctx, patch) => {
      const preferences = settings.setPreferences(patch)
      nativeTheme.themeSource = preferences.theme
      if (workbench.hasCase) workbench.store.setUser(preferences.userName)
      changed('preferences')
      return preferences
    },
    'app.openExternal': (_ctx, { url }) => openExternal(url),
  }
}

const formats = { html: 'HTML', pdf: 'PDF', docx: 'Word', md: 'Markdown' } as const

async function exportReport(
  workbench: Workbench,
  { id, format }: Parsed<'reports.export'>,
): Promise<Output<'reports.export'>> {
  const { store } = workbench
  const report = await store.ask('reports.get', { id }, 'query')
  const path = await askToSave('Export the report', `${fileNameOf(report.title)}.${format}`, [
    { name: formats[format], extensions: [format] },
  ])
  if (path === null) return null
  const { bytes, pictures, snapshot } = await renderReport(workbench, id, format, pictureFolder(path))
  writeReport(path, { bytes, pictures })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const record = { id, format, fileName: basename(path), sha256 }
  const beside = { pictureFolder: pictures.length > 0 ? pictureFolder(path) : null }
  // A case that can only be read still gives its report; the export is then not recorded in it.
  if (store.readOnly === null) {
    const listed = await store.ask('reports.recordExport', { ...record, snapshot }, 'command').catch(notListed(path))
    return { ...listed, ...beside }
  }
  const by = workbench.settings.preferences.userName
  return { ...record, ...beside, id: null, isKept: false, at: new Date().toISOString(), by, tlp: report.tlp }
}

/** The file is there whatever becomes of its entry in the case. */
const notListed =
  (path: string) =>
  (error: unknown): never => {
    if (!(error instanceof ExpectedError)) throw error
    throw new ExpectedError(error.code, `${path} was written, but the case does not list it. ${error.message}`)
  }

async function renderReport(
  { store }: Workbench,
  id: Parsed<'reports.export'>['id'],
  format: Parsed<'reports.export'>['format'],
  folder: string,
): Promise<Output<'reports.render'>> {
  if (format !== 'pdf') return store.ask('reports.render', { id, format, folder }, 'query')
  return withPrinter(async (print) => {
    const { html, key } = await store.ask('reports.printable', { id }, 'query')
    const pdf = await print(new TextDecoder().decode(html))
    return store.ask('reports.printed', { key, pdf }, 'query')
  })
}

/** The one way out of the application: only http(s), and only after asking. */
async function openExternal(address: string): Promise<boolean> {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    throw new ExpectedError('invalid-input', `“${address}” is no web address, so it is not opened.`)
  }
  const detail = `${url.href}\n\nThis leaves Parallax: the site will see that you came.`
  if (!(await confirm('Open this address in your browser?', detail, 'Open'))) return false
  await shell.openExternal(url.href)
  return true
}
