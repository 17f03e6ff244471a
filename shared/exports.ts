import { z } from 'zod'
import { PageRequest, Selection } from './list.ts'
import { internalQuery, shellCommand } from './method.ts'
import { tlpLabels } from './scales.ts'

/** The lists that can be exported. */
export const listNames = ['claims', 'events', 'actors', 'outlets', 'documents', 'notes', 'places'] as const
export type ListName = (typeof listNames)[number]

export const exportFormats = ['csv', 'jsonl', 'stix', 'claimreview', 'geojson', 'csl'] as const
export type ExportFormat = (typeof exportFormats)[number]

interface FormatFacts {
  readonly title: string
  /** What it is for, in a line. */
  readonly use: string
  readonly extension: string
  /** The lists that it can hold; the first is meant where none is said. */
  readonly lists: readonly [ListName, ...ListName[]]
}

export const formatFacts: Readonly<Record<ExportFormat, FormatFacts>> = {
  csv: {
    title: 'CSV',
    use: 'For spreadsheets, and for Parallax to read back',
    extension: 'csv',
    lists: listNames,
  },
  jsonl: {
    title: 'JSON Lines',
    use: 'For scripts: all of each record, one a line',
    extension: 'jsonl',
    lists: listNames,
  },
  stix: {
    title: 'STIX 2.1',
    use: 'For threat-intelligence platforms, with what the records name',
    extension: 'json',
    lists: ['claims', 'events'],
  },
  claimreview: {
    title: 'ClaimReview',
    use: 'For web pages that check claims (JSON-LD, schema.org)',
    extension: 'jsonld',
    lists: ['claims'],
  },
  geojson: { title: 'GeoJSON', use: 'For maps', extension: 'geojson', lists: ['events'] },
  csl: { title: 'CSL-JSON', use: 'For reference managers', extension: 'json', lists: ['documents'] },
}

export const fits = (format: ExportFormat, list: ListName): boolean => formatFacts[format].lists.includes(list)

/** The formats that a list can be written in. */
export const formatsOf = (list: ListName): ExportFormat[] => exportFormats.filter((format) => fits(format, list))

const Asked = z.strictObject({
  list: z.enum(listNames),
  selection: Selection,
  format: z.enum(exportFormats).default('csv'),
  /** Records above this label are left out; null: none are. */
  tlp: z.enum(tlpLabels).nullable().default(null),
})

export const Written = z.object({
  rows: z.int(),
  /** Cells that were made safe because a spreadsheet might run them. */
  escaped: z.int(),
  /** Records that were left out because they are above the label. */
  withheld: z.int(),
  /** The highest label of what was written; null: nothing was. */
  highest: z.enum(tlpLabels).nullable(),
})
export type Written = z.infer<typeof Written>

/** A page of a list as lines of CSV, and how many of its cells were made safe. */
const Lines = z.object({ total: z.int(), text: z.string(), escaped: z.int() })

/** The part of the contract that is about taking lists out of a case. */
export const exportMethods = {
  /** Asks for a place and writes a list there in the background; null when the dialog was cancelled. */
  'lists.export': shellCommand(Asked, z.object({ job: z.string(), fileName: z.string() }).nullable()),
  'lists.lines': internalQuery(PageRequest.extend({ list: z.enum(listNames) }), Lines),
  /** `list` null: the whole case, in a format that can hold it. */
  'lists.write': internalQuery(
    Asked.extend({ path: z.string(), job: z.string(), list: z.enum(listNames).nullable() }).partial({
      selection: true,
    }),
    Written,
  ),
} as const
