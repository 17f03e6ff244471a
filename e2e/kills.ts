import { spawn } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'

export interface Killed {
  /** It was met before its end. */
  readonly isMet: boolean
  /** Before it ended it had said something. */
  readonly hasSpoken: boolean
}

/**
 * Kills runs of a program of Node at random moments of the time that one takes. Others work on the machine, too: each run
 * that comes to its end, or is met long before it, tells how long runs take by now.
 */
export class Kills {
  readonly #random: () => number
  #length: number
  /** How many runs were met before their end. */
  met = 0

  private constructor(length: number, random: () => number) {
    this.#length = length
    this.#random = random
  }

  /** Measures a run that nobody kills. `random` answers 0 to 1. */
  static async of(args: readonly string[], random: () => number): Promise<Kills> {
    const started = performance.now()
    await run(args, 60_000)
    return new Kills(performance.now() - started, random)
  }

  /** A run that is killed after `from` to `to` of the time that one takes. */
  async kill(args: readonly string[], from: number, to: number): Promise<Killed> {
    const started = performance.now()
    const killed = await run(args, this.#length * (from + this.#random() * (to - from)))
    if (killed.isMet) this.met += 1
    this.#length = killed.isMet ? this.#length * 1.05 : performance.now() - started
    return killed
  }
}

async function run(args: readonly string[], milliseconds: number): Promise<Killed> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] })
  let hasSpoken = false
  child.stdout.on('data', () => (hasSpoken = true))
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()))
  await Promise.race([ended, setTimeout(milliseconds)])
  const isMet = child.exitCode === null
  child.kill('SIGKILL')
  await ended
  return { isMet, hasSpoken }
}
