import { execFileSync, spawn } from 'node:child_process'
import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import { projectFolder, temporaryFolder } from '../app.ts'

/** What a disk answers when it is full, broken, forbidden or mounted to read only. */
export const diskErrors = ['ENOSPC', 'EIO', 'EACCES', 'EROFS'] as const
export type DiskError = (typeof diskErrors)[number]

/** A fault of the disk while a command runs. */
export interface Fault {
  readonly error: DiskError
  /** The call that fails, counted from 1; 0: none. */
  readonly at: number
  /** Whether only that one fails, and not all that follow. */
  readonly once: boolean
  /** What is counted and fails: what changes files, or what reads them. */
  readonly calls: 'change' | 'read'
}

/** How a command ended on a disk with a fault. */
export interface Ended {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
  /** The calls that were counted, such as "fsync /folder/case.parallax-wal". */
  readonly calls: readonly string[]
  /** How many of them failed. */
  readonly failed: number
}

const cli = join(projectFolder, 'out/main/cli.js')

/** Makes the disk fail below SQLite and Node, in processes of the built command line. */
export class DiskFaults {
  /** For what is tried. */
  readonly folder = temporaryFolder()
  readonly #library = join(this.folder, 'disk-faults.so')
  #disks = 0

  constructor() {
    const source = join(import.meta.dirname, 'disk-faults.c')
    execFileSync('c++', ['-x', 'c', '-O1', '-fPIC', '-shared', '-o', this.#library, source, '-ldl'])
  }

  /** Takes the folder away with all that is in it. */
  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }

  /** A disk that programs meet below a folder, sound until it is told to fail. */
  disk(below: string, { calls, once }: Pick<Fault, 'calls' | 'once'>): FailingDisk {
    this.#disks += 1
    return new FailingDisk(join(this.folder, `disk-${this.#disks}`), {
      LD_PRELOAD: this.#library,
      // Through the ring of the kernel no call of the library is made.
      UV_USE_IO_URING: '0',
      FAULTS_BELOW: `${below}/`,
      FAULTS_ONCE: once ? '1' : '0',
      FAULTS_CALLS: calls,
    })
  }

  /** Runs a command while what lies below a folder meets the fault. */
  async run(args: readonly string[], below: string, fault: Fault): Promise<Ended> {
    const disk = this.disk(below, fault)
    try {
      disk.set(fault)
      const ended = await ran(args, { ...process.env, ...disk.env })
      return { ...ended, calls: disk.calls(), failed: disk.failed() }
    } finally {
      disk.remove()
    }
  }
}

/** What the programs that were started with its `env` are told of their disk, and what it counted. */
export class FailingDisk {
  readonly env: Readonly<Record<string, string>>
  readonly #state: string
  readonly #trace: string

  constructor(path: string, env: Readonly<Record<string, string>>) {
    this.#state = `${path}-state`
    this.#trace = `${path}-trace`
    this.env = { ...env, FAULTS_STATE: this.#state, FAULTS_TRACE: this.#trace }
    writeFileSync(this.#state, Buffer.alloc(32))
    writeFileSync(this.#trace, '')
  }

  /** Counts anew, and fails at a call; at 0 it is sound. */
  set({ error, at }: Pick<Fault, 'error' | 'at'>): void {
    const numbers = new BigUint64Array([0n, 0n, BigInt(at), BigInt(constants.errno[error])])
    // In place: the programs have it mapped.
    writeFileSync(this.#state, new Uint8Array(numbers.buffer), { flag: 'r+' })
    truncateSync(this.#trace)
  }

  /** The calls that were counted since it was set. */
  calls(): readonly string[] {
    return readFileSync(this.#trace, 'utf8').split('\n').slice(0, -1)
  }

  /** How many of them failed. */
  failed(): number {
    return Number(readFileSync(this.#state).readBigUInt64LE(8))
  }

  remove(): void {
    for (const file of [this.#state, this.#trace]) rmSync(file)
  }
}

function ran(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Pick<Ended, 'status' | 'stdout' | 'stderr'>> {
  const child = spawn(process.execPath, [cli, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (text: Buffer) => (stdout += text.toString()))
  child.stderr.on('data', (text: Buffer) => (stderr += text.toString()))
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, stdout, stderr })))
}
