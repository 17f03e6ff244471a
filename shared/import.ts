import { z } from 'zod'
import { BatchId } from './ids.ts'

export const importKinds = ['claims', 'events'] as const
export type ImportKind = (typeof importKinds)[number]

/** The fields that a column of a claims or events list can be mapped to. */
export const claimImportFields = [
  'ref',
  'statement',
  'quote',
  'quote_language',
  'translation',
  'claimant',
  'claimant_basis',
  'outlet',
  'document',
  'url',
  'published',
  'said',
  'topic',
  'place',
  /** A whole quantity ("about 11,000 soldiers"). */
  'measure',
  'measure_subject',
  'measure_category',
  'measure_low',
  'measure_high',
  'measure_best',
  'measure_qualifier',
  'measure_unit',
  'event',
  'reliability',
  'credibility',
  /** A whole Admiralty grade ("B2"), which fills both axes. */
  'grade',
  'status',
  'tlp',
  'tags',
  'note',
] as const
export const eventImportFields = [
  'ref',
  'title',
  'when',
  'place',
  'latitude',
  'longitude',
  'place_precision',
  'kind',
  'participants',
  'status',
  'note',
] as const
export type ClaimImportField = (typeof claimImportFields)[number]
export type EventImportField = (typeof eventImportFields)[number]
export const ImportField = z.enum([...new Set([...claimImportFields, ...eventImportFields])])
export type ImportField = z.infer<typeof ImportField>

/** For each column of the file, the field it fills, or null when it is left out. */
export const Mapping = z.array(ImportField.nullable()).max(2000)
export type Mapping = z.infer<typeof Mapping>

/** Something odd in a file: where (1-based line and column of the file) and what. */
export const ImportProblem = z.object({
  line: z.int(),
  column: z.string().nullable(),
  code: z.string(),
  message: z.string(),
})
export type ImportProblem = z.infer<typeof ImportProblem>

/** What a person says of a file against what would be found. */
export const FileOptions = z
  .strictObject({
    encoding: z.string().max(40),
    delimiter: z.string().min(1).max(10),
    /** Which file of a zip archive, which sheet of a workbook. */
    entry: z.string().max(1000),
    sheet: z.string().max(1000),
    /** Which of day and month stands first, where a column does not show it. */
    dateOrder: z.enum(['dmy', 'mdy', 'ymd']),
  })
  .partial()
export type FileOptions = z.infer<typeof FileOptions>

/** What a file looks like before anything is imported. */
export const Inspection = z.object({
  fileName: z.string(),
  size: z.number(),
  /** What the table lies in. Of a sheet neither encoding nor delimiter can be chosen. */
  container: z.enum(['plain', 'gzip', 'zip', 'xlsx']),
  /** The tables to choose from: the files of an archive, the sheets of a workbook; none in a file that is one table. */
  parts: z.array(z.object({ name: z.string(), isFirst: z.boolean() })),
  encoding: z.string(),
  /** Why the encoding should be looked at, with the likeliest ones and how the same lines read in each. */
  doubt: z
    .object({
      message: z.string(),
      candidates: z.array(z.object({ encoding: z.string(), lines: z.array(z.string()) })),
    })
    .nullable(),
  delimiter: z.string(),
  header: z.array(z.string()),
  /** The line on which the header begins. */
  headerLine: z.int(),
  /** Lines of text above it. */
  preambleRows: z.int(),
  /** The first rows as they stand in the file. */
  preview: z.array(z.array(z.string())),
  kind: z.enum(importKinds),
  mapping: Mapping,
  problems: z.array(ImportProblem),
})
export type Inspection = z.infer<typeof Inspection>

export const BatchSummary = z.object({
  id: BatchId,
  kind: z.enum(importKinds),
  fileName: z.string(),
  fileSha256: z.string(),
  encoding: z.string(),
  delimiter: z.string(),
  by: z.string(),
  at: z.string(),
  rows: z.int(),
  added: z.int(),
  rejected: z.int(),
  flagged: z.int(),
  /** Whether undo has taken it back; the batch itself stays, as history. */
  undone: z.boolean(),
})
export type BatchSummary = z.infer<typeof BatchSummary>

/** A row that did not come in, or came in with something to look at, or a line that is no row. `raw` is how it stood in the file. */
export const RowVerdict = z.object({
  line: z.int(),
  verdict: z.enum(['rejected', 'flagged', 'left out']),
  reasons: z.array(ImportProblem),
  raw: z.array(z.string()),
})
export type RowVerdict = z.infer<typeof RowVerdict>

/** Background work. `done` and `total` count in `unit`s; `total` is null when unknown. */
export const Job = z.object({
  id: z.string(),
  kind: z.enum(['import', 'export']),
  label: z.string(),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  done: z.number(),
  total: z.number().nullable(),
  message: z.string().nullable(),
  batch: BatchSummary.nullable(),
})
export type Job = z.infer<typeof Job>
