import Database from 'better-sqlite3'
import { rmSync } from 'node:fs'
import type { ClaimPatch } from '../shared/claim.ts'
import { copyOf } from './cases.ts'
import { millisecondsOf, withCase, type Ask } from './case-session.ts'
import { random } from './claims-list.ts'
import { percentile, type Measured } from './figure.ts'
import type { Program } from './measure.ts'

/** Milliseconds for one cell, and microseconds a row when many are edited at once: 3 s for 100,000. */
const [editGoal, bulkGoal] = [10, 30]
const [turns, editsInTurn] = [3, 40]

/** What is edited, and the same as a plain statement. By its topic and place a claim is searched, by its status not. */
const edits: readonly { readonly patch: ClaimPatch; readonly set: string }[] = [
  { patch: { status: 'disputed' }, set: `status = 'disputed'` },
  { patch: { topic: 'a topic' }, set: `topic = 'a topic'` },
  { patch: { place: 'a place' }, set: `place = 'a place'` },
  { patch: { said: '2024-06-07' }, set: `said = '2024-06-07', said_from = 19881, said_to = 19881` },
]

/** Measures edits until they are durable, beside plain statements on the same file. */
export async function benchEdits(program: Program, rows: number, atOnce: number): Promise<Measured[]> {
  const path = await copyOf(program, rows)
  try {
    return await withCase(path, 'writer', async (ask) => {
      // WAL and FULL are lasting settings of a file and a connection; this one sets them as the case's own does.
      const plain = new Database(path)
      plain.pragma('synchronous = FULL')
      try {
        const { ids } = await ask('claims.ids', {})
        return [...(await benchCells(ask, plain, ids)), ...(await benchBulk(ask, plain, ids, atOnce))]
      } finally {
        plain.close()
      }
    })
  } finally {
    for (const side of ['', '-wal', '-shm']) rmSync(path + side, { force: true })
  }
}

/** By turns: a commit of one connection takes what the other has in memory, so that they must not meet at each edit. */
async function benchCells(ask: Ask, plain: Database.Database, ids: readonly string[]): Promise<Measured[]> {
  const next = random(ids.length)
  const someRow = (): number => Math.floor(next() * ids.length)
  const [ours, theirs]: [number[], number[]] = [[], []]
  for (let turn = 0; turn < turns; turn += 1) {
    for (let edit = 0; edit < editsInTurn; edit += 1) {
      const { patch = {} } = edits[edit % edits.length] ?? {}
      const selection = { ids: [ids[someRow()] ?? ''] }
      ours.push(await millisecondsOf(() => ask('claims.update', { selection, patch })))
    }
    for (let edit = 0; edit < editsInTurn; edit += 1) {
      const statement = plain.prepare(`UPDATE claim SET ${edits[edit % edits.length]?.set} WHERE num = ?`)
      const num = 1 + someRow()
      theirs.push(await millisecondsOf(() => Promise.resolve(statement.run(num))))
    }
  }
  return [0.5, 0.95, 1].map((share) => ({
    name: `one cell until it is durable: ${share === 1 ? 'worst' : `p${share * 100}`}`,
    unit: 'ms',
    goal: editGoal,
    value: percentile(ours, share),
    peer: percentile(theirs, share),
  }))
}

/** Many claims at once, and back, as one step each. */
async function benchBulk(
  ask: Ask,
  plain: Database.Database,
  ids: readonly string[],
  atOnce: number,
): Promise<Measured[]> {
  const count = Math.min(ids.length, atOnce)
  const selection = { ids: ids.slice(-count) }
  const measured: Measured[] = []
  for (const { patch, set } of edits.slice(0, 2)) {
    const what = Object.keys(patch).join()
    const perRow = (milliseconds: number): number => (milliseconds * 1000) / count
    const done = await millisecondsOf(() => ask('claims.update', { selection, patch }))
    const undone = await millisecondsOf(() => ask('history.undo', null))
    const statement = plain.prepare(`UPDATE claim SET ${set} WHERE num > ?`)
    const peer = perRow(await millisecondsOf(() => Promise.resolve(statement.run(ids.length - count))))
    const named = (name: string, time: number): Measured => ({
      ...{
        name: `${name} of up to ${atOnce.toLocaleString('en')} at once, a row: ${what}`,
        unit: 'µs',
        goal: bulkGoal,
      },
      ...{ value: perRow(time), peer },
    })
    measured.push(named('edit', done), named('undo', undone))
  }
  return measured
}
