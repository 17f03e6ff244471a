import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { JSHandle, Page } from 'playwright'
import { answerDialog, type App } from '../e2e/app.ts'
import type { Input, MethodName, Output } from '../shared/contract.ts'
import type { ReportId } from '../shared/ids.ts'
import type { Measured } from './figure.ts'

/** How long, in milliseconds, the window may keep anybody waiting whatever goes on. */
const waitGoal = 100
const milliseconds = { quiet: 1500, betweenLooks: 200, after: 1000 }

/** Work that goes on beside the window. */
interface Work {
  readonly name: string
  /** What has to be there before it, and is no part of it. */
  readonly prepare?: (app: App) => Promise<void>
  readonly run: (app: App) => Promise<void>
  /** Whether it has begun when the window is there. */
  readonly isUnderWay?: boolean
}

interface Waits {
  readonly frame: number
  readonly call: number
}

/** Measures the longest frame of the window and its longest wait for a page of claims while some work goes on. */
export async function benchWaits(app: App, { name, prepare, run, isUnderWay }: Work): Promise<Measured[]> {
  await prepare?.(app)
  const idle = (): Promise<Waits> => waitsDuring(app.page, () => app.page.waitForTimeout(milliseconds.quiet))
  const before = isUnderWay ? undefined : await idle()
  const busy = await waitsDuring(app.page, async () => {
    await run(app)
    // When it is done, the window asks again for all that it shows.
    await app.page.waitForTimeout(milliseconds.after)
  })
  const quiet = before ?? (await idle())
  const named = (what: 'frame' | 'call'): Measured => ({
    ...{ name: `${name}: longest ${what === 'call' ? 'wait for a page' : 'frame'}`, unit: 'ms', goal: waitGoal },
    ...{ value: busy[what], peer: quiet[what] },
  })
  return [named('frame'), named('call')]
}

async function waitsDuring(page: Page, work: () => Promise<unknown>): Promise<Waits> {
  const watch = (await page.evaluateHandle(watchWaits)) as JSHandle<{ stop: () => Promise<Waits> }>
  await work()
  return watch.evaluate((watch) => watch.stop())
}

/** In the page: looks at each frame, and asks for some page of claims every 50 ms. */
function watchWaits(): { stop: () => Promise<Waits> } {
  const longest = { frame: 0, call: 0 }
  const state = { isOver: false }
  let last = performance.now()
  const onFrame = (): void => {
    const now = performance.now()
    longest.frame = Math.max(longest.frame, now - last)
    last = now
    if (!state.isOver) requestAnimationFrame(onFrame)
  }
  requestAnimationFrame(onFrame)
  const ask = async (start: number): Promise<number> => {
    const answer = await window.parallax.call('claims.page', { sort: [], start, end: start + 100 })
    return answer.ok ? (answer.value as { total: number }).total : 0
  }
  const askOn = async (): Promise<void> => {
    // The first one makes the view.
    const total = await ask(0)
    while (!state.isOver) {
      const asked = performance.now()
      await ask(Math.floor(Math.random() * total))
      const took = performance.now() - asked
      longest.call = Math.max(longest.call, took)
      await new Promise((resolve) => setTimeout(resolve, 50 - took))
    }
  }
  const asking = askOn()
  const stop = async (): Promise<Waits> => {
    state.isOver = true
    await asking
    return longest
  }
  return { stop }
}

/** Calls a method as the window does. */
async function call<M extends MethodName>({ page }: App, name: M, input?: Input<M>): Promise<Output<M>> {
  const answer = await page.evaluate(([name, input]) => window.parallax.call(name, input), [name, input] as const)
  if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`)
  return answer.value as Output<M>
}

/** The import of a list of claims in the background. */
export const importing = (list: string): Work => ({
  name: 'while a list is imported',
  run: async (app) => {
    await answerDialog(app.electron, list)
    const picked = await call(app, 'imports.pick')
    if (picked === null) throw new Error('No list was picked')
    const { ticket } = picked
    const { kind, mappings } = await call(app, 'imports.inspect', { ticket })
    const { job } = await call(app, 'imports.start', { ticket, kind, mapping: mappings[kind] })
    const stateOf = async (): Promise<string | undefined> =>
      (await call(app, 'jobs.list')).find(({ id }) => id === job)?.state
    while ((await stateOf()) === 'running') await app.page.waitForTimeout(milliseconds.betweenLooks)
    if ((await stateOf()) !== 'done') throw new Error(`The import of ${list} did not come to its end`)
  },
})

export const backingUp: Work = {
  name: 'while a backup is made',
  run: async (app) => void (await call(app, 'backups.make')),
}

/** The analysis begins by itself where one is due. */
export const analysing: Work = {
  name: 'while claims are analysed',
  isUnderWay: true,
  run: async (app) => {
    while ((await call(app, 'analysis.status')).isBehind) await app.page.waitForTimeout(milliseconds.betweenLooks)
  },
}

/** The export of a report on so many claims. */
export const exporting = (folder: string, claims: number): Work => ({
  name: 'while a report is exported',
  prepare: async (app) => {
    const { rows } = await call(app, 'claims.page', { end: claims })
    const { ids } = await call(app, 'reports.create', {})
    await call(app, 'reports.include', { reportId: ids[0] as ReportId, claims: { ids: rows.map((row) => row.id) } })
  },
  run: async (app) => {
    const [report] = await call(app, 'reports.list', {})
    const path = join(folder, 'report.docx')
    await answerDialog(app.electron, path)
    await call(app, 'reports.export', { id: report?.id as ReportId, format: 'docx' })
    rmSync(path)
  },
})
