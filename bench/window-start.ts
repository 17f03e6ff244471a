import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { onExit } from '../scripts/on-exit.ts'
import { projectDir } from '../scripts/paths.ts'
import { percentile, type Measured } from './figure.ts'
import { paintedAt } from './page-probe.ts'
import { memoryOf } from './process-memory.ts'
import type { Shown } from './window-runtime.ts'

/** To a bare window: how much longer a start may take, and how many MiB more idling. */
const [startGoal, memoryGoal] = [1.5, 150]
const secondsUntilIdle = 4

/** What is started, and where its page shows that it is there. */
interface WindowProgram {
  readonly app: string
  readonly args: readonly string[]
  readonly selector: string
}

interface Start {
  readonly milliseconds: number
  readonly memory: number | undefined
}

/** Measures starts until the first rows of a case are painted, and the memory some seconds later, by turns with a bare window of the same runtime. */
export async function benchStart(shown: Shown, path: string, turns: number): Promise<Measured[]> {
  const [bares, ours]: [Start[], Start[]] = [[], []]
  const bareWindow: WindowProgram = { app: join(projectDir, 'bench', 'bare-window'), args: [], selector: 'p' }
  const parallax: WindowProgram = { app: projectDir, args: [path], selector: '.ag-row [col-id="ref"]' }
  // The first of each fills the caches of the system and of the runtime.
  for (const program of [bareWindow, parallax]) await start(shown, program, 0)
  for (let turn = 0; turn < turns; turn += 1) {
    bares.push(await start(shown, bareWindow, secondsUntilIdle))
    ours.push(await start(shown, parallax, secondsUntilIdle))
  }
  const [bare, own] = [timeOf(bares), timeOf(ours)]
  return [
    { name: 'start until rows are painted, to a bare window', unit: '×', value: own / bare, goal: startGoal },
    { name: 'the same as time', unit: 'ms', value: own, peer: bare },
    ...memory(memoryIn(bares), memoryIn(ours)),
  ]
}

const timeOf = (starts: readonly Start[]): number =>
  percentile(
    starts.map(({ milliseconds }) => milliseconds),
    0.5,
  )

/** Undefined where the system does not tell it. */
function memoryIn(starts: readonly Start[]): number | undefined {
  const told = starts.flatMap(({ memory }) => memory ?? [])
  return told.length === 0 ? undefined : percentile(told, 0.5)
}

function memory(bare: number | undefined, own: number | undefined): Measured[] {
  if (bare === undefined || own === undefined) return []
  return [
    { name: 'memory at idle above a bare window', unit: 'MiB', value: own - bare, goal: memoryGoal },
    { name: 'memory at idle', unit: 'MiB', value: own, peer: bare },
  ]
}

async function start(shown: Shown, { app, args, selector }: WindowProgram, seconds: number): Promise<Start> {
  const started = Date.now()
  const { executable, args: switches, env } = shown.runtime
  const child = spawn(
    executable,
    [
      ...switches,
      '--remote-debugging-port=0',
      app,
      `--user-data-dir=${join(shown.folder, `data of ${basename(app)}`)}`,
      ...args,
    ],
    { env: { ...process.env, ...env, ...shown.display }, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const ended = once(child, 'exit')
  const forget = onExit(() => void child.kill('SIGKILL'))
  try {
    const port = await portIn(child.stderr)
    const painted = await paintedAt(port, selector, () => child.exitCode !== null)
    await sleep(seconds * 1000)
    return { milliseconds: painted - started, memory: memoryOf(child.pid ?? 0) }
  } finally {
    // It closes its case, so that the next start finds one at rest.
    child.kill('SIGTERM')
    await ended
    forget()
  }
}

/** The port that the program tells; what it says later is read too, or it would wait for somebody to. */
function portIn(stderr: NodeJS.ReadableStream): Promise<number> {
  return new Promise((resolve, reject) => {
    let text = ''
    stderr.on('data', (chunk: Buffer) => {
      text = (text + chunk.toString()).slice(-10_000)
      const [, port] = /DevTools listening on ws:\/\/[^:]+:(\d+)/.exec(text) ?? []
      if (port !== undefined) resolve(Number(port))
    })
    stderr.on('end', () => reject(new Error(`The window did not start: ${text}`)))
  })
}
