import { setImmediate } from 'node:timers/promises'
import type { Parsed } from '../../../shared/contract.ts'
import { fits, formatFacts, type ExportFormat, type ListName, type Written } from '../../../shared/exports.ts'
import { ExpectedError } from '../../../shared/result.ts'
import { writeWholeFrom } from '../../store/write-whole.ts'
import type { PlanContext } from '../context.ts'
import { highestOf, labelsOf, within } from './labels.ts'
import { lists, numsOf } from './lists.ts'
import type { Plan } from './plan.ts'
import { plans } from './plans.ts'
import { stixPlan } from './stix/plan.ts'

type Request = Parsed<'lists.write'>

const portion = 1000
/** Letters that are written at once: one write for each record would take longer than reading it. */
const atOnce = 2 ** 18

/** Writes what a list shows, or chosen records of it, or the whole case, in a format. The file is there whole or not at all. */
export async function writeList(ctx: PlanContext, request: Request): Promise<Written> {
  const { path, job } = request
  const { plan, ...told } = planned(ctx, request)
  await writeWholeFrom(path, texts(ctx, job, plan), plan.beside)
  return { ...told, escaped: plan.escaped?.() ?? 0 }
}

function planned(ctx: PlanContext, request: Request): Omit<Written, 'escaped'> & { plan: Plan } {
  const { path, format, list, selection = everything, tlp } = request
  const labels = labelsOf(ctx.db, tlp)
  expectFit(format, list)
  if (format === 'stix') return stixPlan(ctx, { list, selection, labels })
  const one = list ?? formatFacts[format].lists[0]
  const definition = lists[one].list
  const meant = numsOf(ctx, definition, selection)
  const nums = within(ctx.db, definition.kind, meant, labels)
  const highest = highestOf(ctx.db, definition.kind, nums, labels)
  const plan = plans[format]({ db: ctx.db, path, list: one, nums, labels, highest, user: ctx.user })
  return { plan, rows: nums.length, withheld: meant.length - nums.length, highest }
}

const everything: NonNullable<Request['selection']> = { view: { filter: {}, search: '', sort: [], trashed: false } }

function expectFit(format: ExportFormat, list: ListName | null): void {
  if (list === null || fits(format, list)) return
  const { title, lists: possible } = formatFacts[format]
  throw new ExpectedError(
    'invalid-input',
    `${title} is for ${possible.join(' and ')}, not for ${list}. Export ${list} as csv or jsonl instead. Nothing was written.`,
  )
}

/** A file's texts, portion by portion, so that it need not fit into memory. */
async function* texts(ctx: PlanContext, job: string, { head, parts, between, tail }: Plan): AsyncGenerator<string> {
  const total = parts.reduce((sum, { nums }) => sum + nums.length, 0)
  let done = 0
  let isFirst = true
  yield head
  for (const { nums, texts: textsOf } of parts) {
    for (let start = 0; start < nums.length; start += portion) {
      // What somebody asks of this thread meanwhile is heard: to stop, first of all.
      await setImmediate()
      if (ctx.isCancelled(job)) throw new ExpectedError('cancelled', 'The export was cancelled.')
      const some = nums.slice(start, start + portion)
      let gathered = ''
      for (const text of textsOf(some)) {
        gathered += isFirst ? text : between + text
        isFirst = false
        if (gathered.length < atOnce) continue
        yield gathered
        gathered = ''
      }
      yield gathered
      done += some.length
      ctx.progress(job, { done, total, rows: done })
    }
  }
  yield* tail()
}
