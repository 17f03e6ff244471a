import { execFileSync, spawn } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
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
  #runs = 0

  constructor() {
    const source = join(import.meta.dirname, 'disk-faults.c')
    execFileSync('c++', ['-x', 'c', '-O1', '-fPIC', '-shared', '-o', this.#library, source, '-ldl'])
  }

  /** Takes the folder away with all that is in it. */
  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }

  /** Runs a command while what lies below a folder meets the fault. */
  async run(args: readonly string[], below: string, { error, at, once, calls }: Fault): Promise<Ended> {
    this.#runs += 1
    const [state, trace] = ['state', 'trace'].map((name) => join(this.folder, `${name}-${this.#runs}`)) as [
      string,
      string,
    ]
    writeFileSync(state, Buffer.alloc(16))
    writeFileSync(trace, '')
    const env = {
      ...process.env,
      LD_PRELOAD: this.#library,
      // Through the ring of the kernel no call of the library is made.
      UV_USE_IO_URING: '0',
      FAULTS_BELOW: `${below}/`,
      FAULTS_STATE: state,
      FAULTS_TRACE: trace,
      FAULTS_AT: String(at),
      FAULTS_ONCE: once ? '1' : '0',
      FAULTS_ERRNO: String(constants.errno[error]),
      // A full disk still lets files go and become shorter.
      FAULTS_CALLS: calls === 'change' && error === 'ENOSPC' ? 'space' : calls,
    }
    try {
      const ended = await ran(args, env)
      const failed = Number(readFileSync(state).readBigUInt64LE(8))
      return { ...ended, calls: readFileSync(trace, 'utf8').split('\n').slice(0, -1), failed }
    } finally {
      for (const file of [state, trace]) rmSync(file)
    }
  }
}

function ran(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Pick<Ended, 'status' | 'stdout' | 'stderr'>> {
  const child = spawn(process.execPath, [cli, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (text: Buffer) => (stdout += text.toString()))
  child.stderr.on('data', (text: Buffer) => (stderr += text.toString()))
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, stdout, stderr })))
}
