import type { BackupNotice, BackupReason } from '../../shared/backup.ts'
import { ExpectedError } from '../../shared/result.ts'
import { listBackups, type Backup } from '../store/backups/list.ts'
import type { BackupProgram, BackupRequest, StartProgram } from '../store/backups/protocol.ts'
import { inTime } from '../store/in-time.ts'
import type { Restored } from '../store/backups/restore.ts'

interface Options {
  readonly start: StartProgram
  /** Whether long work runs, which a backup would hinder. */
  readonly isBusy: () => boolean
  /** Told when there is another backup, or a notice. */
  readonly onChange: () => void
  /** Milliseconds without a change after which a backup is made, and between two of them. */
  readonly idle?: number
  readonly between?: number
}

const minute = 60_000

/** When backups of the open case are made, one after the other, each by a program of its own. */
export class CaseBackups {
  readonly #options: Options
  readonly #idle: number
  readonly #between: number
  #last: Promise<unknown> = Promise.resolve()
  #running: BackupProgram | undefined
  #isEnding = false
  #timer: NodeJS.Timeout | undefined
  #casePath: string | undefined
  #notice: BackupNotice | null = null

  constructor(options: Options) {
    this.#options = options
    this.#idle = options.idle ?? 5 * minute
    this.#between = options.between ?? 60 * minute
  }

  /** Why the last backup could not be made that was due by itself, or the case not be closed as it should. */
  get notice(): BackupNotice | null {
    return this.#notice
  }

  /** A case is open to be written, or none. What an earlier day left without a backup gets one as well. */
  follow(casePath: string | undefined): void {
    this.#casePath = casePath
    this.touched()
  }

  /** The case was changed: the idle time begins anew. */
  touched(): void {
    this.#wait(this.#idle)
  }

  /** Makes a backup; a failure is thrown. */
  async make(casePath: string, reason: BackupReason): Promise<Backup> {
    return (await this.#carryOut({ type: 'make', casePath, reason, onlyIfBehind: false })) as Backup
  }

  /** Makes a backup where the newest does not have all. A failure is told and answered, and stops nobody's work. */
  async makeIfBehind(casePath: string, reason: BackupReason): Promise<string | null> {
    try {
      await this.#carryOut({ type: 'make', casePath, reason, onlyIfBehind: true })
      return null
    } catch (error) {
      // What is restored over a damaged file is set aside all the same.
      if (reason === 'restore') return null
      if (error instanceof ExpectedError && error.code === 'cancelled') return null
      const message = error instanceof Error ? error.message : String(error)
      this.tell(message)
      return message
    }
  }

  /** Tells the person what became of keeping the case, where nobody asked for it. */
  tell(message: string): void {
    this.#notice = { id: (this.#notice?.id ?? 0) + 1, message }
    this.#options.onChange()
  }

  async restore(casePath: string, backupPath: string): Promise<Restored> {
    return (await this.#carryOut({ type: 'restore', casePath, backupPath })) as Restored
  }

  /** Waits for what is under way. */
  async settled(): Promise<void> {
    await this.#last
  }

  /** The same for so many milliseconds at most; what then still runs is ended, with nothing left that counts. */
  async settledWithin(milliseconds: number): Promise<void> {
    if (await inTime(this.#last, milliseconds)) return
    this.#isEnding = true
    this.#running?.end()
    await this.#last
    this.#isEnding = false
  }

  #wait(milliseconds: number): void {
    clearTimeout(this.#timer)
    if (this.#casePath === undefined) return
    this.#timer = setTimeout(() => this.#whenIdle(), milliseconds)
    this.#timer.unref()
  }

  #whenIdle(): void {
    const casePath = this.#casePath
    if (casePath === undefined) return
    const [newest] = listBackups(casePath)
    const early = newest === undefined ? 0 : Date.parse(newest.at) + this.#between - Date.now()
    if (this.#options.isBusy() || early > 0) return this.#wait(Math.max(this.#idle, early))
    void this.makeIfBehind(casePath, 'idle')
  }

  #carryOut(request: BackupRequest): Promise<unknown> {
    const turn = this.#last.then(() => this.#run(request))
    this.#last = turn.catch(() => undefined)
    return turn
  }

  async #run(request: BackupRequest): Promise<unknown> {
    const givenUp = new ExpectedError('cancelled', 'The backup was given up.')
    if (this.#isEnding) throw givenUp
    this.#running = this.#options.start(request)
    try {
      const result = await this.#running.answer
      if (result.ok) return result.value
      throw this.#isEnding ? givenUp : new ExpectedError(result.error.code, result.error.message)
    } finally {
      this.#running = undefined
      this.#options.onChange()
    }
  }
}
