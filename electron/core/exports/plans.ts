import type { ExportFormat, ListName } from '../../../shared/exports.ts'
import type { Tlp } from '../../../shared/scales.ts'
import type { ReadDb } from '../../store/db.ts'
import { placeBook } from '../analysis/places/book.ts'
import { claimReview } from './claim-review.ts'
import { moreColumns, csvColumns } from './columns.ts'
import { CsvWriter, headingOf, type Column } from './csv.ts'
import { csvwOf, csvwPath } from './csvw.ts'
import { cslItem } from './csl.ts'
import { featureOf, pointOf } from './geojson.ts'
import { jsonLine } from './json-lines.ts'
import type { Labels } from './labels.ts'
import { longText, recordsOf, shownOf, type Full, type Shown } from './lists.ts'
import { jsonList, type Part, type Plan } from './plan.ts'
import { columnsIn } from './records.ts'

/** What one list is written from. */
export interface OneList {
  readonly db: ReadDb
  readonly path: string
  readonly list: ListName
  readonly nums: readonly number[]
  readonly labels: Labels
  /** The highest label of what is written. */
  readonly highest: Tlp | null
  readonly user: string
}

/** Spreadsheets take a file without it for one of their own encoding. */
const mark = '\uFEFF'

/** How a list becomes a file of each format. */
export const plans: { readonly [F in Exclude<ExportFormat, 'stix'>]: (one: OneList) => Plan } = {
  csv: csvPlan,
  jsonl: ({ db, list, nums, labels }) => ({
    head: '',
    between: '',
    tail: () => [],
    parts: [
      {
        nums,
        texts: function* (portion) {
          for (const { row, more } of recordsOf(db, list, portion, labels))
            yield jsonLine(list, { ...row, ...more, ...longText(db, list, row.id) }, labels.usual)
        },
      },
    ],
  }),
  claimreview: (one) =>
    jsonList('{"@context":"https://schema.org","@graph":[', [partOf(one, 'claims', reviewOf(one))], ']}'),
  geojson: (one) => jsonList('{"type":"FeatureCollection","features":[', [partOf(one, 'events', featureIn(one))], ']}'),
  csl: (one) => jsonList('[', [partOf(one, 'documents', ({ row, more }) => cslItem(row, more, one.labels.usual))], ']'),
}

const partOf = <L extends ListName>({ db, nums, labels }: OneList, list: L, of: (record: Full<L>) => object): Part => ({
  nums,
  texts: (portion) => recordsOf(db, list, portion, labels).map((record) => inert(JSON.stringify(of(record)))),
})

/** Such a text may be put into a web page as it is: nothing in it ends a script or begins an element. */
const inert = (json: string): string => json.replaceAll('<', '\\u003c')

const reviewOf =
  ({ user, labels }: OneList) =>
  ({ row, more }: Full<'claims'>): object =>
    claimReview(row, more, user, row.tlp ?? labels.usual)

const featureIn =
  ({ db, labels }: OneList) =>
  ({ row, more }: Full<'events'>): object =>
    featureOf(row, more, pointOf(row, placeBook(db)), labels.usual)

/** RFC 4180 in UTF-8, under the names that the import reads, with CSVW metadata beside it. */
function csvPlan({ db, path, list, nums, labels, highest }: OneList): Plan {
  const own = columnsIn(csvColumns[list])
  const further = columnsIn(moreColumns[list])
  const names = [...own.names, ...further.names]
  const columns: Column<Shown<ListName>>[] = [
    ...own.columns.map(
      (column) =>
        ({ row }: Shown<ListName>) =>
          column(row),
    ),
    ...further.columns.map(
      (column) =>
        ({ more }: Shown<ListName>) =>
          column(more),
    ),
  ]
  const writer = new CsvWriter()
  return {
    head: mark + headingOf(names),
    between: '',
    tail: () => [],
    parts: [
      { nums, texts: (portion) => shownOf(db, list, portion, labels).map((shown) => writer.line(columns, shown)) },
    ],
    beside: { path: csvwPath(path), text: csvwOf(path, list, names, highest) },
    escaped: () => writer.escaped,
  }
}
