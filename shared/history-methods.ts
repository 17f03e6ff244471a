import { z } from 'zod'
import {
  ChangeSet,
  Emptied,
  FieldChange,
  HistoryFilter,
  HistoryRef,
  HistoryState,
  TrashedRecord,
  Version,
} from './history.ts'
import { command, done, nothing, query } from './method.ts'

/** The part of the contract that is about what was changed, and about what was deleted. */
export const historyMethods = {
  'history.state': query(nothing, HistoryState),
  /** Takes back the last step, or the one that is named; with later ones that build on it only where that is said. */
  'history.undo': command(
    z.strictObject({ step: z.int().optional(), withLater: z.boolean().default(false) }).nullish(),
    z.object({ label: z.string() }),
  ),
  'history.redo': command(nothing, z.object({ label: z.string() })),
  'history.list': query(HistoryFilter, z.array(ChangeSet)),
  /** Who changed anything. */
  'history.people': query(nothing, z.array(z.string())),
  /** The steps that build on a step and would have to be taken back with it, the newest first. */
  'history.later': query(z.strictObject({ step: z.int() }), z.array(ChangeSet)),
  /** What a step changed, side by side: the first of its fields. */
  'history.changes': query(
    z.strictObject({ step: z.int(), limit: z.int().min(1).max(1000).default(200) }),
    z.array(FieldChange),
  ),
  /** What happened to one record, the newest first. */
  'history.versions': query(
    z.strictObject({ record: HistoryRef, limit: z.int().min(1).max(1000).default(200) }),
    z.array(Version),
  ),
  /** Makes a record and its parts what they were after a step, as a new change. */
  'history.bringBack': command(
    z.strictObject({ record: HistoryRef, step: z.int(), reason: z.string().optional() }),
    z.object({ label: z.string(), called: z.string() }),
  ),
  /** Gives a reason for a step later; the newest counts, and all stay in the log. */
  'history.explain': command(z.strictObject({ step: z.int(), reason: z.string().min(1).max(10_000) }), done),

  // Trash
  'trash.list': query(nothing, z.array(TrashedRecord)),
  'trash.restore': command(z.strictObject({ records: z.array(HistoryRef).min(1) }), z.object({ label: z.string() })),
  /** Purges what is in the trash from the file, for good. */
  'trash.empty': command(nothing, Emptied),
} as const
