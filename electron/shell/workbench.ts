import { basename, dirname, join, resolve } from 'node:path'
import { existsSync, mkdirSync } from 'node:fs'
import type { OpenCase, RecentCase } from '../../shared/case.ts'
import type { MethodName, Output, Parsed, Topic } from '../../shared/contract.ts'
import type { ImportPlan } from '../../shared/import.ts'
import { ExpectedError, fail, type Result } from '../../shared/result.ts'
import { deservesBackup } from '../store/backups/before-import.ts'
import { backupAt, caseOf, listBackups, realPath, type Backup } from '../store/backups/list.ts'
import type { StartProgram } from '../store/backups/protocol.ts'
import type { Restored } from '../store/backups/restore.ts'
import { CaseStore, type StoreOptions } from '../store/case-store.ts'
import { CaseAnalysis } from './case-analysis.ts'
import { CaseBackups } from './case-backups.ts'
import { CaseDrafts } from './case-drafts.ts'
import { Jobs } from './jobs.ts'
import { PacedTopics } from './paced-topics.ts'
import type { SettingsFile } from './settings.ts'
import { DamagedCase, offerFor } from './damaged-case.ts'
import { Tickets } from './tickets.ts'
import type { Recovery } from '../store/recover/salvage.ts'

interface Options {
  readonly settings: SettingsFile
  /** Where the sample and other cases of Parallax's own go. */
  readonly dataFolder: string
  /** The sample's CSV files and its question. */
  readonly sampleFolder: string
  readonly checkOutput: boolean
  readonly startBackup: StartProgram
  readonly onTopics: (topics: readonly Topic[]) => void
  readonly onBug: (name: string, error: unknown) => void
}

const everything: readonly Topic[] = ['case', 'claims', 'events', 'sources', 'notes', 'reports', 'history', 'imports']
/** Of the time that ending the program may take: the rest is for a backup. */
const shareOfClose = 0.7
const momentToEnd = 700
const sampleTitle = 'Russia–DPRK partnership'
const sampleQuestion = 'What does the partnership commit each side to, and how many North Korean soldiers are where?'

/** The open case and all that goes with it, without a window: what the shell's methods work on. */
export class Workbench {
  readonly tickets = new Tickets()
  readonly jobs: Jobs
  readonly backups: CaseBackups
  readonly analysis: CaseAnalysis
  readonly damaged: DamagedCase
  readonly drafts: CaseDrafts
  readonly #options: Options
  #store: CaseStore | undefined
  readonly #paced: PacedTopics
  #isEnding = false
  #lastBackup: Promise<void> = Promise.resolve()
  /** The file that was opened: one that cannot be read where it lies is read from a private copy. */
  #place = ''

  constructor(options: Options) {
    this.#options = options
    this.#paced = new PacedTopics(options.onTopics)
    this.jobs = new Jobs(() => {
      options.onTopics(['jobs'])
      this.analysis.touched(['imports'])
    })
    this.analysis = new CaseAnalysis({ isBusy: () => this.jobs.isAnyRunning })
    this.damaged = new DamagedCase(this, () => options.onTopics(['case']))
    this.drafts = new CaseDrafts({
      file: join(options.dataFolder, 'drafts.json'),
      store: () => this.store,
      canWrite: () => this.store.readOnly === null && !this.jobs.isAnyRunning,
    })
    this.backups = new CaseBackups({
      start: options.startBackup,
      isBusy: () => this.jobs.isAnyRunning,
      onChange: () => this.backupsChanged(),
    })
  }

  backupsChanged(): void {
    this.#options.onTopics(['backups'])
  }

  /** The file of the open case, also while one of its backups is looked at. */
  get casePath(): string {
    if (!this.hasCase) throw new ExpectedError('no-case-open', 'No case is open.')
    const path = this.#place
    return backupAt(path) ? caseOf(path) : path
  }

  get store(): CaseStore {
    if (!this.#store) throw new ExpectedError('no-case-open', 'No case is open.')
    return this.#store
  }

  get hasCase(): boolean {
    return this.#store !== undefined
  }

  /** Whether this file, a case or a backup, is what is open. */
  isOpen(path: string): boolean {
    return this.hasCase && this.#place === path
  }

  get settings(): SettingsFile {
    return this.#options.settings
  }

  /** Runs a method of the core for the window. */
  callStore(name: MethodName, input: unknown, kind: 'query' | 'command'): Promise<Result<unknown>> {
    if (!this.#store) return Promise.resolve(fail('no-case-open', 'No case is open. Open one or make a new one.'))
    return this.#store.call(name, input, kind)
  }

  async current(): Promise<OpenCase | null> {
    if (!this.#store) return null
    const info = await this.#store.ask('case.info', undefined, 'query')
    const { readOnly } = this.#store
    const path = this.#place
    const backupOf = backupAt(path) ? basename(caseOf(path)) : null
    const { notice } = this.#store
    const damage = this.#store.isDamaged && readOnly !== null ? offerFor(path, readOnly, this.tickets) : null
    return { info, fileName: basename(path), folder: dirname(path), readOnly, notice, damage, backupOf }
  }

  /** Opens a case; the one before stays open when this one cannot be. */
  async open(path: string): Promise<OpenCase> {
    if (this.isOpen(realPath(path)) && this.store.readOnly === null) return (await this.current()) as OpenCase
    // The backup of a case that was closed just now reads it: there is another chance for it.
    await this.backups.settledWithin(1000)
    const next = await this.damaged.opening(path, () => CaseStore.open(path, this.#storeOptions()))
    await this.#closeStore()
    this.#store = next
    this.#place = realPath(path)
    this.backups.follow(next.readOnly === null ? path : undefined)
    this.analysis.follow(next.readOnly === null ? next : undefined)
    const opened = (await this.current()) as OpenCase
    if (opened.backupOf === null)
      this.settings.remember({ path, title: opened.info.title, opened: new Date().toISOString() })
    const untold = this.settings.takeNotices(next.path)
    if (untold.length > 0) this.backups.tell(`When ${opened.fileName} was last closed: ${untold.join(' ')}`)
    this.#options.onTopics(everything)
    return opened
  }

  /** Opens the open case anew: what kept it from being written may be gone. */
  async reopen(): Promise<OpenCase> {
    if (!this.hasCase) throw new ExpectedError('no-case-open', 'No case is open.')
    return this.open(this.#place)
  }

  async create(path: string, title: string): Promise<OpenCase> {
    await CaseStore.create(path, { title, question: null }, this.#storeOptions())
    return this.open(path)
  }

  /** Opens the user's own copy of the sample case, making it from the CSV files when it is not there yet. */
  async openSample(): Promise<OpenCase> {
    const folder = join(this.#options.dataFolder, 'cases')
    const path = join(folder, 'Russia-DPRK partnership.parallax')
    if (existsSync(path)) return this.open(path)
    mkdirSync(folder, { recursive: true })
    await CaseStore.create(path, { title: sampleTitle, question: sampleQuestion }, this.#storeOptions())
    const opened = await this.open(path)
    for (const kind of ['events', 'claims'] as const) {
      const path = join(this.#options.sampleFolder, `partnership-${kind}.csv`)
      const { mappings } = await this.store.ask('imports.inspectFile', { path }, 'query')
      const plan = { kind, mapping: mappings[kind] }
      await this.store.ask('imports.run', { path, ...plan, job: `sample-${kind}` }, 'command')
    }
    return (await this.current()) ?? opened
  }

  /** Opens the case that a second start names, from the folder where it was started. */
  async openNamed(argv: readonly string[], folder: string): Promise<void> {
    const named = namedIn(argv, folder)
    if (named !== undefined) await this.open(named)
  }

  /** A case named on the command line, else the one opened last, else (the first time) the sample. */
  async openAtStart(argv: readonly string[]): Promise<void> {
    const named = namedIn(argv, process.cwd())
    const last = this.settings.recent[0]?.path
    if (named !== undefined) await this.open(named)
    else if (last === undefined) await this.openSample()
    else if (existsSync(last)) await this.open(last)
  }

  recent(): RecentCase[] {
    return this.settings.recent
      .map((known) => ({ ...known, isMissing: !existsSync(known.path), backups: listBackups(known.path).length }))
      .filter(({ isMissing, backups }) => !isMissing || backups > 0)
      .map(({ path, title, opened, isMissing, backups }) => ({
        ticket: this.tickets.issue(path),
        title,
        fileName: basename(path),
        folder: dirname(path),
        opened,
        isMissing,
        backups,
      }))
  }

  /** Closes the case after what is being written; a case at rest is one file. */
  async close(): Promise<void> {
    await this.#closeStore()
    this.#options.onTopics(everything)
  }

  /** The same when the program ends, in so many milliseconds: a backup that takes longer is left to the next time. False: a thread still waits for the disk. */
  async end(within: number): Promise<boolean> {
    this.#isEnding = true
    const start = Date.now()
    const isClosed = await this.#closeStore(true, within * shareOfClose)
    this.#options.onTopics(everything)
    // A backup that is given up takes a moment to end.
    await this.backups.settledWithin(start + within - momentToEnd - Date.now())
    await this.#lastBackup
    return isClosed
  }

  async #closeStore(withBackup = true, within?: number): Promise<boolean> {
    const store = this.#store
    this.#store = undefined
    this.backups.follow(undefined)
    this.analysis.follow(undefined)
    this.jobs.cancelAll((job) => store?.cancel(job))
    const isClosed = await (store?.close(within) ?? Promise.resolve(true)).catch((error: Error) => {
      this.backups.tell(error.message)
      this.#tellLater(store?.path ?? '', error.message)
      return true
    })
    // Nobody waits for it: the case is at rest, and the window goes on.
    if (isClosed && withBackup && store?.readOnly === null) this.#lastBackup = this.#backUpAfter(store.path)
    return isClosed
  }

  async #backUpAfter(path: string): Promise<void> {
    this.#tellLater(path, await this.backups.makeIfBehind(path, 'close'))
  }

  /** When the program ends, there is no window to tell anything: it is told when the case is next opened. */
  #tellLater(path: string, message: string | null): void {
    if (this.#isEnding && message !== null) this.settings.keepNotice({ path, message })
  }

  /** Makes a backup by hand. */
  async backUpNow(): Promise<Backup> {
    if (backupAt(this.#place))
      throw new ExpectedError('read-only', 'This is a backup itself. Go back to the case first.')
    return this.backups.make(this.store.path, 'manual')
  }

  /** Puts a backup in the place of its case, whose present file is set aside, and opens it. */
  async restore(backupPath: string): Promise<Restored> {
    const path = caseOf(backupPath)
    const wasOpen = this.hasCase
    await this.#closeStore(false)
    this.#options.onTopics(everything)
    // It is kept aside in any case: a backup of it only makes it easy to go back.
    await this.backups.makeIfBehind(path, 'restore')
    const restored = await this.backups.restore(path, backupPath).catch(async (error: unknown) => {
      if (wasOpen) await this.open(path).catch(() => undefined)
      throw error
    })
    await this.open(path)
    return restored
  }

  /** Puts the newest backup that is good in the place of a damaged case, which is set aside, and opens it. */
  async restoreNewest(path: string): Promise<Output<'case.restoreNewest'>> {
    await this.#closeStore(false)
    for (const [damaged, backup] of listBackups(path).entries()) {
      try {
        const { setAside } = await this.backups.restore(path, backup.path)
        await this.open(path)
        return { fileName: basename(path), at: backup.at, setAside: setAside && basename(setAside), damaged }
      } catch (error) {
        // A backup may be damaged too: the one before is the newest good one then.
        if (!(error instanceof ExpectedError && error.code === 'damaged')) throw error
      }
    }
    throw new ExpectedError('not-found', `${path} has no backup that is whole. Recover what can be read instead.`)
  }

  /** Makes a new case of what can be read of a damaged one. */
  recover(path: string, out: string): Promise<Recovery> {
    return CaseStore.recover(path, out, this.#storeOptions())
  }

  /** Starts an import in the background. */
  startImport(path: string, plan: ImportPlan): string {
    const { store } = this
    return this.jobs.start('import', `Import ${basename(path)}`, async (job) => {
      await this.#backUpBefore(store, path)
      const batch = await store.ask('imports.run', { path, job, ...plan }, 'command')
      return { batch, message: `${batch.added + batch.updated} of ${batch.rows} rows came in` }
    })
  }

  async #backUpBefore(store: CaseStore, list: string): Promise<void> {
    // A long import keeps readers out, so none may be under way.
    await Promise.all([this.backups.settled(), this.analysis.settled()])
    const counts = await store.ask('case.counts', undefined, 'query')
    if (deservesBackup(list, counts)) await this.backups.makeIfBehind(store.path, 'import')
    if (this.#store !== store) throw new ExpectedError('cancelled', 'The case was closed before the import began.')
  }

  /** Takes an import back in the background. */
  startUndo({ batch, edited }: Parsed<'imports.undo'>, fileName: string): string {
    const { store } = this
    return this.jobs.start('undo', `Take back ${fileName}`, async (job) => {
      const { editedCount, trashed } = await store.ask('imports.takeBack', { batch, edited, job }, 'command')
      const gone = trashed === 0 ? '' : `; ${trashed} rows that were changed since went to the trash`
      const kept = editedCount === 0 ? '' : `; ${editedCount} records that were changed since stayed`
      const later = edited === 'trash' ? gone : kept
      return { batch: null, message: `The import of ${fileName} was taken back${later}.` }
    })
  }

  #storeOptions(): StoreOptions {
    return {
      user: this.settings.preferences.userName,
      checkOutput: this.#options.checkOutput,
      onTopics: (topics) => {
        // What is derived needs no copy of its own.
        if (topics.some((topic) => topic !== 'analysis' && topic !== 'analysing')) this.backups.touched()
        this.analysis.touched(topics)
        this.#paced.tell(topics)
      },
      onProgress: (job, how) => this.jobs.progress(job, how),
      onBug: (name, stack) => this.#options.onBug(name, stack),
    }
  }
}

/** The case that a command line names. */
const namedIn = (argv: readonly string[], folder: string): string | undefined =>
  argv
    .slice(1)
    .filter((argument) => argument.endsWith('.parallax'))
    .map((argument) => resolve(folder, argument))
    .find((path) => existsSync(path))
