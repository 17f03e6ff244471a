import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { withWritableCase } from '../../electron/cli/open-case.ts'
import { cli, quietIo } from '../../electron/cli/test-cli.ts'
import { listBackups } from '../../electron/store/backups/list.ts'
import type { Choice } from './choices.ts'
import type { DiskError, DiskFaults, Ended, Fault } from './injector.ts'
import { caseIn, type Operation, type State } from './operations.ts'

/** How an operation ended that met a fault of the disk, or what was wrong with its end. */
export interface Ending {
  /** "refused": nothing of it; "done": all of it; "kept": all of it, and what failed afterwards is told. */
  readonly how: 'refused' | 'done' | 'kept'
  readonly wrong: readonly string[]
}

/** The words by which each cause is told. */
export const causes: Readonly<Record<DiskError, RegExp>> = {
  ENOSPC: /is full/,
  EIO: /did not (?:read|write)/,
  EACCES: /may not (?:read|write)|permission denied/,
  EROFS: /disk that can only be read/,
}

/** Where only one call failed, nobody can find out later why, and SQLite's own words are told. */
const seldom = /unable to open database file/

/** An operation on copies of one beginning. */
export class Trial {
  readonly #operation: Operation
  readonly #faults: DiskFaults
  readonly #beginning: string

  private constructor(operation: Operation, faults: DiskFaults, beginning: string) {
    this.#operation = operation
    this.#faults = faults
    this.#beginning = beginning
  }

  static async of(operation: Operation, faults: DiskFaults): Promise<Trial> {
    const beginning = mkdtempSync(join(faults.folder, 'beginning-'))
    await operation.prepare(beginning)
    return new Trial(operation, faults, beginning)
  }

  /** The calls that it makes on a sound disk. */
  async #calls(kind: Omit<Fault, 'at'>): Promise<readonly string[]> {
    return this.#onCopy(async (folder) => {
      const ended = await this.#run(folder, { ...kind, at: 0 })
      if (ended.status !== 0) throw new Error(`${this.#operation.name} ended with ${ended.status}: ${ended.stderr}`)
      return ended.calls.map((call) => call.replace(folder, ''))
    })
  }

  /** Meets the faults one by one, two at a time, and answers how each ended, with what was wrong. */
  async meetAll(faults: readonly Fault[]): Promise<Ending[]> {
    const endings: Ending[] = []
    const left = [...faults]
    const meetNext = async (): Promise<void> => {
      for (let fault = left.shift(); fault; fault = left.shift()) endings.push(await this.meet(fault))
    }
    await Promise.all([meetNext(), meetNext()])
    return endings
  }

  /** Faults of a kind at those of its calls that are chosen. */
  async faults(kind: Omit<Fault, 'at'>, choose: Choice): Promise<Fault[]> {
    return choose(await this.#calls(kind)).map((at) => ({ ...kind, at }))
  }

  /** Meets one fault, looks at what is left, and does the same once more on a sound disk. */
  meet(fault: Fault): Promise<Ending> {
    return this.#onCopy(async (folder) => {
      const ended = await this.#run(folder, fault)
      const state = await this.#operation.stateOf(folder)
      const how = ended.status !== 0 ? (state === 'all' ? 'kept' : 'refused') : 'done'
      const wrong = [
        ...wrongWith(ended, state, fault, folder),
        ...(how === 'kept' ? this.#wrongWithKept(ended) : []),
        ...(fault.calls === 'change' && !fault.once ? await this.#wrongWithReading(folder, fault) : []),
        ...(await this.#wrongAfterwards(folder, state, ended.stderr)),
        ...(await this.#wrongWithRetry(folder)),
      ]
      const where = `${fault.error} at call ${fault.at}${fault.once ? ', once' : ''}`
      return { how, wrong: wrong.map((words) => `${where}: ${words}`) }
    })
  }

  /** That what failed came afterwards is told. */
  #wrongWithKept({ stderr }: Ended): string[] {
    const isTold = this.#operation.isDoneByOpening || /is kept|Wrote|Whether it was kept shows/.test(stderr)
    return isTold ? [] : [`all of it is there, which is not told: ${stderr}`]
  }

  /** The disk still fails: what is there can be read all the same. */
  async #wrongWithReading(folder: string, fault: Fault): Promise<string[]> {
    if (this.#operation.isDoneByOpening) return []
    const args = ['list', caseIn(folder), 'claims', '--limit', '1', '--json']
    const { status, stderr } = await this.#faults.run(args, folder, { ...fault, at: 1 })
    return status === 0 ? [] : [`reading ended with ${status}: ${stderr}`]
  }

  /** The disk is well again, and the case has been opened and closed. */
  async #wrongAfterwards(folder: string, state: State, told: string): Promise<string[]> {
    const path = caseIn(folder)
    await withWritableCase(quietIo, path, async () => undefined)
    const { code, out } = await cli(['check', path, '--deep'])
    const now = await this.#operation.stateOf(folder)
    const isSame = now === state || (this.#operation.isDoneByOpening === true && now === 'all')
    const left = namesIn(folder).filter((name) => !(now === 'all' && this.#operation.makes.test(name)))
    const before = namesIn(this.#beginning)
    return [
      ...(code === 0 ? [] : [`the check says ${out}`]),
      ...(isSame ? [] : [`it was ${state} and became ${now} when the case was opened`]),
      ...left
        .filter(
          (name) => !before.includes(name) && !isOutside(name) && !told.includes(`set aside as ${join(folder, name)}`),
        )
        .map((name) => `${name} was left behind`),
      ...before.filter((name) => !namesIn(folder).includes(name)).map((name) => `${name} is gone`),
      ...this.#changedBackups(folder),
    ]
  }

  #changedBackups(folder: string): string[] {
    return listBackups(caseIn(this.#beginning)).flatMap(({ path }) => {
      const copy = path.replace(this.#beginning, folder)
      const isSame = statSync(copy, { throwIfNoEntry: false }) && readFileSync(copy).equals(readFileSync(path))
      return isSame ? [] : [`the backup ${copy} is no longer what it was`]
    })
  }

  async #wrongWithRetry(folder: string): Promise<string[]> {
    const before = await this.#operation.stateOf(folder)
    if (before === 'all' && this.#operation.makes.source !== '^$') return []
    const { code, err } = await cli(this.#operation.args(folder))
    const state = await this.#operation.stateOf(folder)
    const left = namesIn(folder).filter((name) => /\.part|-wal|-shm|-journal|-lock|-index/.test(name))
    return [
      ...(code === 0 || before === 'all' ? [] : [`the same once more ended with ${code}: ${err}`]),
      ...(state === 'all' || before === 'all' ? [] : [`once more left it ${state}`]),
      ...left.map((name) => `${name} is there after the same once more`),
    ]
  }

  #run(folder: string, fault: Fault): Promise<Ended> {
    return this.#faults.run(this.#operation.args(folder), folder, fault)
  }

  async #onCopy<T>(work: (folder: string) => Promise<T>): Promise<T> {
    const folder = mkdtempSync(join(this.#faults.folder, 'case-'))
    cpSync(this.#beginning, folder, { recursive: true, preserveTimestamps: true })
    try {
      return await work(folder)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

function wrongWith({ status, stderr, failed }: Ended, state: State, { error, once }: Fault, folder: string): string[] {
  const told = stderr.trim()
  if (state === 'half') return [`it is half-done (exit code ${status}): ${told}`]
  if (status === 0) return state === 'all' ? [] : [`it said that it was done, and was not: ${told}`]
  return [
    ...(status === 3 ? [] : [`exit code ${status}: ${told}`]),
    ...(told.includes(folder) ? [] : [`the path is not named: ${told}`]),
    ...(causes[error].test(told) || (once && seldom.test(told)) ? [] : [`the cause is not named: ${told}`]),
    ...(/Something went wrong|SQLITE_|\n\s+at |E[A-Z]{2,}: /.test(told) ? [`not in plain words: ${told}`] : []),
    ...(failed > 0 ? [] : ['nothing failed']),
  ]
}

/** A part beside an exported file that the disk did not let go: the next export takes it away. */
const isOutside = (name: string): boolean => /^out\/.*\.part$/.test(name)

const namesIn = (folder: string): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
