import { z } from 'zod'
import { Changed } from './list.ts'
import { MergeKind, MergePair, MergePreview, MergeRequest } from './merge.ts'
import { command, internalCommand, query, shellCommand } from './method.ts'

/** The part of the contract that makes two records one, and takes that back. */
export const mergeMethods = {
  'merges.preview': query(MergePair, MergePreview),
  /** Makes a backup before the first merge of a session, then merges. */
  'merges.make': shellCommand(MergeRequest, Changed),
  'merges.run': internalCommand(MergeRequest, Changed),
  /** Takes the merge back in which this record went; with later steps that build on it only where that is said. */
  'merges.split': command(
    z.strictObject({ kind: MergeKind, id: z.uuid(), withLater: z.boolean().default(false) }),
    z.object({ label: z.string() }),
  ),
} as const
