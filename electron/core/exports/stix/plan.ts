import type { ListName, Written } from '../../../../shared/exports.ts'
import type { Selection } from '../../../../shared/list.ts'
import { ExpectedError } from '../../../../shared/result.ts'
import { tlpLabels, type Tlp } from '../../../../shared/scales.ts'
import type { ReadDb } from '../../../store/db.ts'
import { caseInfo } from '../../cases/handlers.ts'
import type { PlanContext } from '../../context.ts'
import { highest, highestOf, isUsualAllowed, type Labels } from '../labels.ts'
import { lists } from '../lists.ts'
import type { Plan } from '../plan.ts'
import { extension, producer } from './fixed.ts'
import { groupingOf } from './grouping.ts'
import { stixId } from './ids.ts'
import { markingOf } from './markings.ts'
import { identityOfRater } from './objects.ts'
import { partsOf } from './parts.ts'
import { reachOf, type Reach, type ReachKind } from './reach.ts'
import type { Tally } from './tally.ts'

/** A bundle of the whole case, or of what is meant of a list with what that names. */
export function stixPlan(
  ctx: PlanContext,
  meant: { readonly list: ListName | null; readonly selection: Selection; readonly labels: Labels },
): Omit<Written, 'escaped'> & { plan: Plan } {
  const { db } = ctx
  const { labels } = meant
  expectWhole(meant)
  const info = caseInfo(db)
  const { nums, withheld } = reachOf(ctx, meant)
  const tally: Tally = { raters: new Set(), latest: info.created, isAny: false }
  // What is of the case as a whole is marked as the case is, and not above what the bundle is for.
  const tlp = isUsualAllowed(labels) ? labels.usual : (labels.limit ?? labels.usual)
  const rows = Object.values(nums).reduce((sum, some) => sum + some.length, 0)
  return {
    rows,
    withheld,
    highest: highestIn(db, nums, labels),
    plan: {
      head: `{"type":"bundle","id":"${stixId('bundle', info.id)}","objects":[\n`,
      between,
      parts: partsOf({ db, nums, labels, caseId: info.id, tally }),
      tail: function* () {
        if (tally.isAny) yield between
        for (const object of [producer, extension, ...tlpLabels.map(markingOf)]) yield JSON.stringify(object) + between
        for (const rater of tally.raters)
          yield JSON.stringify(identityOfRater(info.id, rater, info.created, tlp)) + between
        yield* groupingOf(db, nums, info, isUsualAllowed(labels), tlp, tally.latest)
        yield '\n]}\n'
      },
    },
  }
}

const between = ',\n'

const highestIn = (db: ReadDb, nums: Reach['nums'], labels: Labels): Tlp | null =>
  highest(
    Object.entries(nums).flatMap(
      ([kind, some]) => highestOf(db, lists[kind as ReachKind].list.kind, some, labels) ?? [],
    ),
  )

/** A filter is of the fields of one list. */
function expectWhole({ list, selection }: { readonly list: ListName | null; readonly selection: Selection }): void {
  if (list !== null) return
  if ('view' in selection) {
    const { filter, search, sort } = selection.view
    if (Object.keys(filter).length === 0 && search === '' && sort.length === 0) return
  }
  throw new ExpectedError(
    'invalid-input',
    'A filter, search, order or view is of one list, and STIX holds the whole case where none is said. Say which list: claims or events. Nothing was written.',
  )
}
