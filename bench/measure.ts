import { spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'

/** What a program took: seconds on the clock and of the processor, and the most memory that it had at once, in MiB. */
export interface Cost {
  readonly seconds: number
  readonly processorSeconds: number
  readonly peakMiB: number
}

/** The built command line, the Node that runs it, and a folder for what is measured with. */
export interface Program {
  readonly node: string
  readonly cli: string
  readonly folder: string
}

/** The path of a file that is not there, nor what SQLite keeps beside it. */
export function fresh(folder: string, name: string): string {
  const path = join(folder, name)
  for (const side of ['', '-wal', '-shm', '-journal']) rmSync(path + side, { force: true })
  return path
}

/** Runs a program to its end; one that fails ends the benchmark with its own words. */
export function costOf(command: string, args: readonly string[], input = ''): Promise<Cost> {
  return new Promise((resolve, reject) => {
    const started = performance.now()
    const child = spawn(command, args, { stdio: ['pipe', 'ignore', 'pipe'] })
    let [peakMiB, processorSeconds] = [0, 0]
    let words = ''
    // The kernel keeps count itself, so that looking now and then misses only the very end.
    const look = setInterval(() => {
      peakMiB = Math.max(peakMiB, peakOf(child.pid ?? 0))
      processorSeconds = Math.max(processorSeconds, processorSecondsOf(child.pid ?? 0))
    }, 20)
    child.stderr.on('data', (text: Buffer) => (words += text.toString()))
    child.on('error', reject)
    child.on('close', (code) => {
      clearInterval(look)
      if (code !== 0) reject(new Error(`${command} ended with ${code}: ${words}`))
      else resolve({ seconds: (performance.now() - started) / 1000, processorSeconds, peakMiB })
    })
    child.stdin.end(input)
  })
}

function peakOf(pid: number): number {
  try {
    const [, kilobytes = '0'] = /VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Number(kilobytes) / 1024
  } catch {
    // It has ended already, or this system has no /proc: then no memory is told.
    return 0
  }
}

/** Of user and system, in the hundredths of a second that Linux counts in. */
function processorSecondsOf(pid: number): number {
  try {
    const [, ...fields] = /\) (.*)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]?.split(' ') ?? []
    return (Number(fields[10]) + Number(fields[11])) / 100
  } catch {
    return 0
  }
}

/** The run of the middle time. */
export function median(costs: readonly Cost[]): Cost {
  const sorted = costs.toSorted((a, b) => a.seconds - b.seconds)
  const middle = sorted[Math.floor(sorted.length / 2)]
  if (!middle) throw new Error('Nothing was measured')
  return middle
}
