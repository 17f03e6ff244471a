import { z } from 'zod'
import { BatchId } from './ids.ts'
import { importKinds, ImportField } from './import-lists.ts'
import { Mapping } from './mapping.ts'

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

/** What to do with rows whose record the case has already. */
export const onDuplicates = ['skip', 'update', 'add'] as const
export type OnDuplicate = (typeof onDuplicates)[number]

/** How rows find the records that the case has, and what becomes of those that do. */
export const Matching = z
  .strictObject({
    /** The fields by which rows are known where they have no reference; by what they say where this is not set. */
    key: z.array(ImportField).min(1).max(5),
    /** Where it is not said, what an import brought earlier is updated, and what a person wrote stays. */
    onDuplicate: z.enum(onDuplicates),
    /** For single rows, by their line. */
    decisions: z.record(z.string().regex(/^\d+$/), z.enum(onDuplicates)),
  })
  .partial()
export type Matching = z.infer<typeof Matching>

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
  /** By names and contents, for each kind of list. */
  mappings: z.record(z.enum(importKinds), Mapping),
  /** Where the mapping comes from, when it is no guess: a saved profile, or the metadata beside the file. */
  mappedBy: z.string().nullable(),
  /** What a saved profile says of rows that the case has. */
  matching: Matching,
  /** How the file was read: what was said, and what the metadata beside it or a profile says. */
  options: FileOptions,
  problems: z.array(ImportProblem),
})
export type Inspection = z.infer<typeof Inspection>

/** Everything an import goes by, beside the file. */
export const ImportPlan = z.strictObject({
  kind: z.enum(importKinds),
  mapping: Mapping,
  options: FileOptions.optional(),
  matching: Matching.optional(),
  /** Whether the file itself is kept in the case. */
  keepFile: z.boolean().optional(),
})
export type ImportPlan = z.infer<typeof ImportPlan>

/** What a row is to the case: verdicts do not depend on what is then done. */
export const verdicts = ['new', 'changed', 'same', 'conflict', 'rejected'] as const
export type Verdict = (typeof verdicts)[number]

/** A field in which a row and the record that it is about differ. */
export const FieldDifference = z.object({ field: z.string(), old: z.string().nullable(), new: z.string().nullable() })
export type FieldDifference = z.infer<typeof FieldDifference>

const ofRow = {
  line: z.int(),
  /** `left out`: a line that is no row of the table. */
  verdict: z.enum([...verdicts, 'left out']),
  action: z.enum(['add', 'update', 'skip']),
  /** What the record that it is about is called; null where there is none. */
  record: z.string().nullable(),
  differences: z.array(FieldDifference),
  reasons: z.array(ImportProblem),
  /** The row as it stood in the file. */
  raw: z.array(z.string()),
}

/** What became of a row that is worth a look: not those that are new or the same and nothing more. */
export const RowVerdict = z.object(ofRow)
export type RowVerdict = z.infer<typeof RowVerdict>

/** A row as it would be stored: for each column of the file what its cell comes to, null where it brings nothing. */
export const PreviewRow = z.object({ ...ofRow, stored: z.array(z.string().nullable()) })
export type PreviewRow = z.infer<typeof PreviewRow>

const counts = {
  rows: z.int(),
  new: z.int(),
  changed: z.int(),
  same: z.int(),
  conflict: z.int(),
  rejected: z.int(),
  /** Rows with something to look at, of those that were not rejected. */
  flagged: z.int(),
  added: z.int(),
  updated: z.int(),
}

/** What an import would come to. */
export const Preview = z.object({
  ...counts,
  /** Whether the whole file was read, or only its beginning. */
  isWhole: z.boolean(),
  /** The first rows. */
  first: z.array(PreviewRow),
  /** The rows that are worth a look; only the first of very many. */
  odd: z.array(PreviewRow),
  oddCount: z.int(),
})
export type Preview = z.infer<typeof Preview>

export const BatchSummary = z.object({
  ...counts,
  id: BatchId,
  kind: z.enum(importKinds),
  fileName: z.string(),
  fileSha256: z.string(),
  encoding: z.string(),
  delimiter: z.string(),
  header: z.array(z.string()),
  mapping: Mapping,
  /** Whether the file itself is kept in the case. */
  hasFile: z.boolean(),
  by: z.string(),
  at: z.string(),
  seconds: z.number(),
  /** Whether it was taken back; the batch itself stays, as history. */
  undone: z.boolean(),
})
export type BatchSummary = z.infer<typeof BatchSummary>

/** What taking an import back comes to. */
export const BatchUndo = z.object({
  /** How many records that it made go, or went. */
  removed: z.int(),
  /** How many records that it changed get their former values. */
  restored: z.int(),
  /** How many rows of the list that were changed since go, or went, to the trash when that is asked for. */
  trashed: z.int(),
  /** What was changed or used since by hand. */
  edited: z.array(z.object({ record: z.string(), why: z.string() })),
  editedCount: z.int(),
})
export type BatchUndo = z.infer<typeof BatchUndo>

/** Background work. `done` and `total` are in one unit; `total` is null when unknown. */
export const Job = z.object({
  id: z.string(),
  kind: z.enum(['import', 'undo', 'export']),
  label: z.string(),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  done: z.number(),
  total: z.number().nullable(),
  /** Rows so far, rows a second, and the seconds that are left; null while nothing shows them. */
  rows: z.number().nullable(),
  rowsPerSecond: z.number().nullable(),
  secondsLeft: z.number().nullable(),
  message: z.string().nullable(),
  batch: BatchSummary.nullable(),
})
export type Job = z.infer<typeof Job>
