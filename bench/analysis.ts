import { once } from 'node:events'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Portion } from '../electron/core/analysis/engine/portion.ts'
import { portionsAhead } from '../electron/shell/case-analysis.ts'
import { readAhead } from '../electron/shell/read-ahead.ts'
import { writeAnalysisLists } from './analysis-lists.ts'
import { withCase, type Ask } from './case-session.ts'
import { percentile } from './figure.ts'
import { costOf, fresh, type Cost, type Program } from './measure.ts'

export interface AnalysisResult {
  readonly claims: number
  /** Contradictions and origins of the whole case, until the last of them is stored. */
  readonly seconds: number
  /** Of the processor for that: computing and storing, which are two threads. */
  readonly processorSeconds: number
  /** Of the processor for the near duplicates, which follow. */
  readonly duplicateSeconds: number
  /** One figure edited, until all that follows from it is stored: of many, the one that 95 in 100 do not exceed. */
  readonly editMilliseconds: number
  /** The most memory that the thread which computes took, near duplicates included, in MiB. */
  readonly peakMiB: number
  readonly shell: Cost
  /** The processor's time for contradictions and origins to that of the shell. */
  readonly ratio: number
}

const edits = 60

/**
 * Analyses a case of so many claims, a fifth of them with figures, and half as many relations; and puts the same two questions
 * to the sqlite3 shell as plain SQL over the same file: which figures of one subject, category and place are apart within a
 * month, and how many claims lie behind each.
 */
export async function benchAnalysis(program: Program, claims: number): Promise<AnalysisResult> {
  const path = await makeCase(program, claims)
  const copy = fresh(program.folder, 'analysis.sqlite')
  copyFileSync(path, copy)
  const shell = await costOf('sqlite3', ['-batch', '-bail', copy], sameInSql)
  return withCase(path, 'writer', async (ask) => {
    const analyst = await Analyst.of(path)
    try {
      const { seconds, processorSeconds, duplicateSeconds } = await analyse(ask, analyst)
      const editMilliseconds = await editFigures(ask, analyst)
      return {
        ...{ claims, seconds, processorSeconds, duplicateSeconds, editMilliseconds, shell },
        peakMiB: analyst.peakMiB - analyst.startMiB,
        ratio: processorSeconds / shell.processorSeconds,
      }
    } finally {
      await analyst.end()
    }
  })
}

async function makeCase({ node, cli, folder }: Program, claims: number): Promise<string> {
  const path = fresh(folder, `analysis-${claims}.parallax`)
  const lists = { claims: join(folder, 'analysed-claims.csv'), relations: join(folder, 'analysed-relations.csv') }
  writeAnalysisLists(lists, claims)
  await costOf(node, [cli, 'new', path])
  await costOf(node, [cli, 'import', path, lists.claims])
  await costOf(node, [cli, 'import', path, lists.relations, '--kind', 'relations'])
  return path
}

/** The thread that computes; it has read nothing of the case when it is there. */
class Analyst {
  readonly #worker: Worker
  readonly #look: NodeJS.Timeout
  startMiB = 0
  peakMiB = 0

  private constructor(worker: Worker) {
    this.#worker = worker
    this.#look = setInterval(() => void this.#measure(), 100)
  }

  async #measure(): Promise<void> {
    const { used_heap_size, external_memory } = await this.#worker.getHeapStatistics()
    const used = (used_heap_size + external_memory) / 2 ** 20
    this.startMiB ||= used
    this.peakMiB = Math.max(this.peakMiB, used)
  }

  static async of(path: string): Promise<Analyst> {
    const worker = new Worker(new URL('./analyst.ts', import.meta.url), { workerData: path })
    await once(worker, 'message')
    const analyst = new Analyst(worker)
    await analyst.#measure()
    return analyst
  }

  async next(restart: boolean): Promise<Portion | null> {
    this.#worker.postMessage(restart)
    const [portion] = (await once(this.#worker, 'message')) as [Portion | null]
    return portion
  }

  async end(): Promise<void> {
    clearInterval(this.#look)
    await this.#worker.terminate()
  }
}

/** As the application does it: portions are computed ahead of what is stored. */
async function analyse(
  ask: Ask,
  analyst: Analyst,
): Promise<Pick<AnalysisResult, 'seconds' | 'processorSeconds' | 'duplicateSeconds'>> {
  const start = performance.now()
  const used = process.cpuUsage()
  const processor = (): number => {
    const { user, system } = process.cpuUsage(used)
    return (user + system) / 1e6
  }
  let rules: { seconds: number; processorSeconds: number } | undefined
  for await (const portion of readAhead((isFirst) => analyst.next(isFirst), portionsAhead)) {
    await ask('analysis.store', { portion })
    // All is told by then but what texts have in common, which is computed meanwhile.
    if (isLastOfRules(portion)) rules = { seconds: (performance.now() - start) / 1000, processorSeconds: processor() }
  }
  const all = { seconds: (performance.now() - start) / 1000, processorSeconds: processor() }
  const { seconds, processorSeconds } = rules ?? all
  return { seconds, processorSeconds, duplicateSeconds: all.processorSeconds - processorSeconds }
}

/** Of a whole case: events are counted after all claims. */
const isLastOfRules = (portion: Portion): boolean => portion.kind === 'counts' && portion.of === 'event'

async function editFigures(ask: Ask, analyst: Analyst): Promise<number> {
  const { rows } = await ask('claims.page', { sort: [], start: 0, end: edits * 5 })
  const times: number[] = []
  for (const { id } of rows.filter((_, at) => at % 5 === 4)) {
    await ask('claims.update', { selection: { ids: [id] }, patch: { quantity: `${7000 + times.length * 100}` } })
    const start = performance.now()
    await analyse(ask, analyst)
    times.push(performance.now() - start)
  }
  return percentile(times, 0.95)
}

const sameInSql = `
CREATE TEMP TABLE figure AS
  SELECT m.num, m.claim, c.claimant, m.subject, m.category, coalesce(m.place, c.place) AS place, m.low, m.high, c.said
  FROM measure m JOIN claim c ON c.num = m.claim WHERE m.subject IS NOT NULL AND m.category IS NOT NULL;
CREATE INDEX temp.figure_of ON figure (subject, category, place, said);
CREATE TABLE apart AS
  SELECT one.num AS one, other.num AS other FROM figure one JOIN figure other
    ON other.subject = one.subject AND other.category = one.category AND other.place = one.place
    AND substr(other.said, 1, 7) = substr(one.said, 1, 7) AND other.num > one.num AND other.claimant <> one.claimant
    AND (other.low > one.high OR other.high < one.low);
CREATE TEMP TABLE link AS
  SELECT DISTINCT from_claim AS claim, to_claim AS other FROM relation
  WHERE state = 'confirmed' AND type IN ('repeats', 'cites') AND from_claim IS NOT NULL AND to_claim IS NOT NULL;
CREATE INDEX temp.link_of ON link (claim);
CREATE TABLE origin AS
  WITH RECURSIVE behind (claim, other) AS (
    SELECT num, num FROM claim WHERE trashed IS NULL
    UNION SELECT behind.claim, link.other FROM behind JOIN link ON link.claim = behind.other)
  SELECT behind.claim, count(DISTINCT claim.claimant) AS origins FROM behind JOIN claim ON claim.num = behind.other
  WHERE NOT EXISTS (SELECT 1 FROM link WHERE link.claim = behind.other) GROUP BY behind.claim;
`
