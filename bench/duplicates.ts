import { performance } from 'node:perf_hooks'
import { nearThreshold } from '../electron/core/analysis/duplicates/duplicate-index.ts'
import type { DuplicateClaim } from '../electron/core/analysis/duplicates/duplicate-claim.ts'
import { Duplicates } from '../electron/core/analysis/duplicates/duplicates.ts'
import { NameTable } from '../electron/core/analysis/duplicates/names.ts'
import { shinglesOf, similarity } from '../electron/core/analysis/duplicates/shingles.ts'
import { tokensOf } from '../electron/core/analysis/duplicates/tokens.ts'
import { statements, type Statement } from './near-duplicates.ts'

// Near duplicates among many statements: `node bench/duplicates.ts [rows …]`. Recall is what the index finds of the pairs
// that comparing a sample with everything finds.

export interface DuplicatesResult {
  readonly rows: number
  /** Reading all statements into the index, and finding all pairs: seconds of the processor, as other work may share it. */
  readonly indexSeconds: number
  readonly pairsSeconds: number
  readonly pairs: number
  /** One claim edited: what may change found anew. */
  readonly editP95: number
  /** Of the similar pairs of a sample, by brute force. */
  readonly recall: number
  readonly sampled: number
  /** By the typed arrays, and all that V8 holds besides. */
  readonly arrayBytes: number
  readonly heapBytes: number
}

const names = new NameTable()
const mostSampled = 200

export function benchDuplicates(rows: number): DuplicatesResult {
  const made = [...statements(rows)]
  const before = heap()
  const duplicates = new Duplicates(names)
  const started = process.cpuUsage()
  for (const [at, statement] of made.entries()) duplicates.add(claimOf(at, statement))
  const indexed = process.cpuUsage(started)
  let pairs = 0
  for (const _ of duplicates.pairs()) pairs += 1
  const ended = process.cpuUsage(started)
  const heapBytes = (heap() - before) / rows
  return {
    rows,
    indexSeconds: secondsOf(indexed),
    pairsSeconds: secondsOf(ended) - secondsOf(indexed),
    pairs,
    editP95: editP95(duplicates, made),
    ...recallOf(duplicates, made),
    arrayBytes: duplicates.bytes / rows,
    heapBytes,
  }
}

const secondsOf = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1e6

function heap(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}

const claimOf = (at: number, { text }: Statement): DuplicateClaim => ({
  num: at + 1,
  ref: `C${at + 1}`,
  statement: text,
  translation: null,
  claimant: `actor ${at % 500}`,
  said: null,
  published: null,
  topic: 'troops',
  event: null,
  outlet: null,
})

function editP95(duplicates: Duplicates, made: readonly Statement[]): number {
  const step = Math.max(1, Math.floor(made.length / 300))
  const times: number[] = []
  for (let at = 0; at < made.length; at += step) {
    const claim = claimOf(at, made[at] ?? { text: '', from: null, edit: null })
    const started = performance.now()
    for (const num of duplicates.set({ ...claim, statement: `${claim.statement} again` })) duplicates.pairsFrom(num)
    times.push(performance.now() - started)
    duplicates.set(claim)
  }
  return times.sort((one, other) => one - other)[Math.floor(times.length * 0.95)] ?? 0
}

/** A sample of statements held against all of them. */
function recallOf(duplicates: Duplicates, made: readonly Statement[]): { recall: number; sampled: number } {
  const all = made.map(({ text }) => {
    const tokens = tokensOf(text, names)
    return { numbers: tokens.numbers.join('|'), shingles: shinglesOf(tokens) }
  })
  const step = Math.max(1, Math.floor(made.length / mostSampled))
  let [found, sampled] = [0, 0]
  for (let at = 0; at < made.length; at += step) {
    const near = new Set(duplicates.similarTo(at + 1))
    const own = all[at]
    for (const [other, { numbers, shingles }] of all.entries()) {
      if (!own || other === at || numbers !== own.numbers || similarity(own.shingles, shingles) < nearThreshold)
        continue
      sampled += 1
      if (near.has(other + 1)) found += 1
    }
  }
  return { recall: sampled === 0 ? 1 : found / sampled, sampled }
}

if (process.argv[1]?.endsWith('duplicates.ts')) {
  const sizes = process.argv.slice(2).map(Number)
  for (const rows of sizes.length > 0 ? sizes : [10_000, 30_000, 100_000]) console.log(benchDuplicates(rows))
}
