import type { Page } from 'playwright'
import { percentile, type Measured } from './figure.ts'
import { random } from './claims-list.ts'

/** Milliseconds that the window waits for a page of rows. */
const pageGoal = 16
const jumps = 30

/**
 * Measures pages asked for by the window, and jumps of the scroll bar until the rows there are painted. Run from its
 * sources, as here, the application checks what it answers, which takes a page about two milliseconds; a package does not.
 */
export async function benchJumps(page: Page): Promise<Measured[]> {
  const next = random(jumps)
  const places = [0, 1, ...Array.from({ length: jumps }, () => next())]
  const calls = await page.evaluate(timePages, places)
  const painted: number[] = []
  for (const place of places) painted.push(await page.evaluate(jumpTo, place))
  const spread = (times: readonly number[]): string =>
    `p50: ${percentile(times, 0.5).toFixed(1)} ms, worst: ${percentile(times, 1).toFixed(1)} ms`
  return [
    {
      ...{ name: 'a page of 100 rows in the window: p95', unit: 'ms', value: percentile(calls, 0.95), goal: pageGoal },
      note: spread(calls),
    },
    {
      ...{ name: 'a jump of the scroll bar until painted: p95', unit: 'ms', value: percentile(painted, 0.95) },
      note: spread(painted),
    },
  ]
}

async function timePages(places: readonly number[]): Promise<number[]> {
  const ask = async (start: number): Promise<number> => {
    const answer = await window.parallax.call('claims.page', { sort: [], start, end: start + 100 })
    if (!answer.ok) throw new Error(answer.error.message)
    return (answer.value as { total: number }).total
  }
  const total = await ask(0)
  const times: number[] = []
  for (const place of places) {
    const start = performance.now()
    await ask(Math.floor(place * Math.max(0, total - 100)))
    times.push(performance.now() - start)
  }
  return times
}

/** Sets the scroll bar (0: top, 1: end) and answers after how many milliseconds every row in sight is painted with its words. */
async function jumpTo(place: number): Promise<number> {
  const viewport = [
    ...document.querySelectorAll('.ag-body-viewport, .ag-grid-viewport, .ag-center-cols-viewport'),
  ].find(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight)
  if (!viewport) throw new Error('The grid cannot be scrolled')
  const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))
  const { top, bottom } = viewport.getBoundingClientRect()
  const isShown = (): boolean => {
    const inSight = [...document.querySelectorAll('.ag-row [col-id="ref"]')].filter((cell) => {
      const box = cell.getBoundingClientRect()
      return box.bottom > top && box.top < bottom
    })
    return inSight.length > 5 && inSight.every((cell) => cell.textContent !== '')
  }
  const start = performance.now()
  viewport.scrollTop = place * (viewport.scrollHeight - viewport.clientHeight)
  do await frame()
  while (!isShown())
  await new Promise((resolve) => setTimeout(resolve))
  return performance.now() - start
}
