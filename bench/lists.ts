import type { ViewInput } from '../shared/list.ts'
import { caseOf } from './cases.ts'
import { millisecondsOf, withCase, type Ask } from './case-session.ts'
import { random } from './claims-list.ts'
import { percentile, type Measured } from './figure.ts'
import { costOf, type Program } from './measure.ts'
import { scrolled, searches, views } from './views.ts'

// What the grid asks the store for, without a window.

/** Milliseconds for the first 100 rows: where an index serves, and where none does. */
const [servedGoal, unservedGoal] = [50, 400]
const [pageGoal, searchGoal, facetsGoal] = [5, 50, 300]

/** What is asked of a whole view at once. */
const wholeViews: readonly (Pick<Measured, 'name' | 'goal'> & { readonly run: (ask: Ask) => Promise<unknown> })[] = [
  { name: 'ids of all claims, to select them', run: (ask) => ask('claims.ids', {}) },
  { name: 'facets of all claims', goal: facetsGoal, run: (ask) => ask('claims.facets', {}) },
  {
    name: 'facets under a filter and a search',
    goal: facetsGoal,
    run: (ask) => ask('claims.facets', { filter: { reliability: ['A', 'B'] }, search: 'troops' }),
  },
  {
    name: 'values to pick in six columns, one after the other',
    goal: facetsGoal,
    run: async (ask) => {
      for (const field of ['topic', 'place', 'claimant', 'outlet', 'document', 'tags'] as const)
        await ask('claims.values', { field })
    },
  },
]

/** Measures first rows, pages, searches and what is asked of a whole view in a case of so many claims. */
export async function benchLists(program: Program, rows: number, rounds: number): Promise<Measured[]> {
  const path = await caseOf(program, rows)
  return [
    ...(await benchFirstRows(path, rounds)),
    await benchPages(path),
    ...(await benchSearches(path, rounds)),
    ...(await benchWholeViews(path)),
  ]
}

async function benchFirstRows(path: string, rounds: number): Promise<Measured[]> {
  const times = await coldTimes(
    path,
    views.map(({ view }) => view),
    rounds,
  )
  return [true, false].flatMap((isServed) => {
    const same = views.flatMap(({ name, isServed: is }, at) =>
      is === isServed ? [{ name, time: times[at] ?? 0 }] : [],
    )
    const called = `first 100 rows, ${isServed ? 'an index serves' : 'no index serves'}`
    return spread(called, isServed ? servedGoal : unservedGoal, same)
  })
}

async function benchSearches(path: string, rounds: number): Promise<Measured[]> {
  const times = await coldTimes(
    path,
    searches.map((search) => ({ search })),
    rounds,
  )
  const peer = await scanMilliseconds(path)
  const timed = searches.map((name, at) => ({ name, time: times[at] ?? 0 }))
  return spread('first 100 hits of a search', searchGoal, timed).map((one) => ({ ...one, peer }))
}

/** What half of them, 95 in 100 and all of them take at most; the slowest by name. */
function spread(
  name: string,
  goal: number,
  timed: readonly { readonly name: string; readonly time: number }[],
): Measured[] {
  const times = timed.map(({ time }) => time)
  const slowest = timed.toSorted((one, other) => other.time - one.time).slice(0, 5)
  const note = `slowest: ${slowest.map(({ name, time }) => `${name} (${time.toFixed(0)} ms)`).join('; ')}`
  return [
    { name: `${name}: p50`, unit: 'ms', goal, value: percentile(times, 0.5) },
    { name: `${name}: p95`, unit: 'ms', goal, value: percentile(times, 0.95) },
    { name: `${name}: worst`, unit: 'ms', goal, value: Math.max(...times), note },
  ]
}

/** For each view the milliseconds until its first rows are there, by a connection that has not shown it: of several rounds the middle. */
async function coldTimes(path: string, asked: readonly ViewInput[], rounds: number): Promise<number[]> {
  const all: number[][] = []
  for (let round = 0; round < rounds; round += 1) {
    await withCase(path, 'reader', async (ask) => {
      // The first call reads the schema, which is no view's cost.
      await ask('claims.page', { search: 'no claim says this' })
      const times: number[] = []
      for (const view of asked) times.push(await millisecondsOf(() => ask('claims.first', { ...view, count: 100 })))
      all.push(times)
    })
  }
  return asked.map((_, at) =>
    percentile(
      all.map((times) => times[at] ?? 0),
      0.5,
    ),
  )
}

const jumps = 60

async function benchPages(path: string): Promise<Measured> {
  const next = random(jumps)
  const times: { readonly start: number; readonly time: number }[] = []
  await withCase(path, 'reader', async (ask) => {
    for (const view of scrolled) {
      const { total } = await ask('claims.page', { ...view, end: 100 })
      const last = Math.max(0, total - 100)
      const starts = [0, last, ...Array.from({ length: jumps }, () => Math.floor(next() * last))]
      for (const start of starts)
        times.push({
          start,
          time: await millisecondsOf(() => ask('claims.page', { ...view, start, end: start + 100 })),
        })
    }
  })
  const value = percentile(
    times.map(({ time }) => time),
    0.95,
  )
  const worst = times.toSorted((one, other) => other.time - one.time)[0]
  const note = `worst: ${worst?.time.toFixed(1)} ms, from row ${worst?.start.toLocaleString('en')}`
  return { name: 'any page of 100 after that: p95', unit: 'ms', goal: pageGoal, value, note }
}

async function benchWholeViews(path: string): Promise<Measured[]> {
  const measured: Measured[] = []
  for (const { name, goal, run } of wholeViews) {
    const value = await withCase(path, 'reader', async (ask) => {
      // The fields are read into memory once; what is measured is what each change of the view costs then.
      await run(ask)
      await ask('claims.page', { search: 'no claim says this' })
      return millisecondsOf(() => run(ask))
    })
    measured.push({ name, unit: 'ms', goal, value })
  }
  return measured
}

const scans = ['troops', 'shells', '미사일', 'солдаты', 'військові']

/** What the sqlite3 shell takes for one LIKE over the texts in which claims are searched. */
async function scanMilliseconds(path: string): Promise<number> {
  const script = scans.map((word) => `SELECT count(*) FROM search_text WHERE text LIKE '%${word}%';`).join('\n')
  const { seconds } = await costOf('sqlite3', ['-batch', '-bail', '-readonly', path], script)
  return (seconds * 1000) / scans.length
}
