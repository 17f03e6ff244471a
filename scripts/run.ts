import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { isStopping, onExit } from './on-exit.ts'

/** How a child process ended. `output` is stdout and stderr as they came; empty when they were inherited. */
export type RunResult = {
  readonly code: number
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly output: string
}

export type RunOptions = {
  readonly cwd?: string
  /** Added to this process's environment; `undefined` removes a variable. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** `inherit` shows the child's output as it comes, `capture` (the default) keeps it for the result. */
  readonly output?: 'capture' | 'inherit'
  /** Receives what the child writes to file descriptor 3. */
  readonly onStatus?: (text: string) => void
  /** What an interrupt sends to the child's process group, and how long it may take (ms) before it is killed. */
  readonly stopWith?: NodeJS.Signals
  readonly stopWithin?: number
}

/** Ends the work at hand after an interrupt; never shown, because the signal handler ends the process. */
export class Interrupted extends Error {}

/** Runs a program to its end and never leaves it behind. Rejects only when it cannot be started at all. */
export async function run(command: string, args: readonly string[] = [], options: RunOptions = {}): Promise<RunResult> {
  if (isStopping()) throw new Interrupted()
  const child = spawn(command, args, spawnOptions(options))
  const settled = new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => resolve([code, signal]))
  })
  const forget = onExit(() => stop(child, options.stopWith ?? 'SIGTERM', options.stopWithin ?? 3000))
  let stdout = ''
  let output = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
    output += text
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (output += text))
  child.stdio[3]?.on('data', (chunk: Buffer) => options.onStatus?.(chunk.toString()))
  try {
    const [code, signal] = await settled
    // A child that was stopped has not done its work: nothing may be made of it.
    if (isStopping()) throw new Interrupted()
    return { code: code ?? 128, signal, stdout, output }
  } finally {
    forget()
  }
}

/** Runs a Node script (or a tool's JavaScript entry) on the Node that runs this one. */
export function runNode(script: string, args: readonly string[] = [], options: RunOptions = {}): Promise<RunResult> {
  return run(process.execPath, [script, ...args], options)
}

/** Ends a child with all it started: politely first, by force when it does not go. */
export async function stop(child: ChildProcess, signal: NodeJS.Signals, withinMs: number): Promise<void> {
  sendToGroup(child, signal)
  const end = Date.now() + withinMs
  while (isRunning(child) && Date.now() < end) await sleep(20)
  // Also when it has ended: a helper of it may not have listened.
  sendToGroup(child, 'SIGKILL')
}

/** Sends a signal to a child started by `run` or with `ownGroup`, and to all that it started. */
export function sendToGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return
  try {
    process.kill(ownGroup ? -child.pid : child.pid, signal)
  } catch {
    // It has just ended by itself.
  }
}

/** A process group of its own (POSIX): without it a tool's helpers outlive the tool when it is killed. */
export const ownGroup = process.platform !== 'win32'

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null
}

function spawnOptions(options: RunOptions): SpawnOptions {
  const mode = options.output === 'inherit' ? 'inherit' : 'pipe'
  return {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    detached: ownGroup,
    windowsHide: true,
    stdio: options.onStatus ? ['ignore', mode, mode, 'pipe'] : ['ignore', mode, mode],
  }
}
