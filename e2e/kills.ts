import { spawn } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'

/** Runs a program of Node and kills it after so many milliseconds; answers whether it was met before its end. */
export async function killedAfter(milliseconds: number, args: readonly string[]): Promise<boolean> {
  const child = spawn(process.execPath, args, { stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()))
  await Promise.race([ended, setTimeout(milliseconds)])
  const wasRunning = child.exitCode === null
  child.kill('SIGKILL')
  await ended
  return wasRunning
}

/** How long a run takes that nobody kills, in milliseconds. */
export async function lengthOf(args: readonly string[]): Promise<number> {
  const started = performance.now()
  await killedAfter(60_000, args)
  return performance.now() - started
}
