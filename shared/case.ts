import { z } from 'zod'
import { optionalText, requiredText } from './list.ts'
import { scaleNames, tlpLabels } from './scales.ts'

/** The case's own settings, as stored in the file. */
export const CaseInfo = z.object({
  id: z.uuid(),
  title: z.string(),
  question: z.string().nullable(),
  scale: z.enum(scaleNames),
  /** TLP label that new records take when they carry none. */
  tlp: z.enum(tlpLabels),
  /** EDTF: what came later is not considered. */
  cutoff: z.string().nullable(),
  /** Half-width of "about", as a share: 0.1 is ±10 %. */
  tolerance: z.number(),
  created: z.string(),
})
export type CaseInfo = z.infer<typeof CaseInfo>

export const CasePatch = z
  .strictObject({
    title: requiredText(500),
    question: optionalText(2000),
    scale: z.enum(scaleNames),
    tlp: z.enum(tlpLabels),
    cutoff: optionalText(100),
    tolerance: z.number().min(0).max(1),
  })
  .partial()
export type CasePatch = z.infer<typeof CasePatch>

/** How many of each there are (live, not in the trash). */
export const CaseCounts = z.object({
  claims: z.int(),
  events: z.int(),
  actors: z.int(),
  outlets: z.int(),
  documents: z.int(),
  places: z.int(),
  notes: z.int(),
  judgements: z.int(),
})
export type CaseCounts = z.infer<typeof CaseCounts>

/** What is offered for a damaged case. */
export const DamageOffer = z.object({
  ticket: z.string(),
  fileName: z.string(),
  message: z.string(),
  /** When the newest backup was made; null where there is none. */
  newestBackup: z.string().nullable(),
})
export type DamageOffer = z.infer<typeof DamageOffer>

/** What the window shows of the open case. `readOnly` is the reason, null when it can be edited. */
export const OpenCase = z.object({
  info: CaseInfo,
  fileName: z.string(),
  folder: z.string(),
  readOnly: z.string().nullable(),
  /** What opening did that the person should know. */
  notice: z.string().nullable(),
  /** What can be done where damage met records; null where it did not. */
  damage: DamageOffer.nullable(),
  /** Where this is a backup that is looked at: the file name of the case it is of. */
  backupOf: z.string().nullable(),
})
export type OpenCase = z.infer<typeof OpenCase>

export const RecentCase = z.object({
  ticket: z.string(),
  title: z.string(),
  fileName: z.string(),
  folder: z.string(),
  opened: z.string(),
  /** How many backups lie beside it. */
  backups: z.int(),
  /** The file is no longer there, only its backups are. */
  isMissing: z.boolean(),
})
export type RecentCase = z.infer<typeof RecentCase>

/** What a check found: `code` says of what kind a problem is. */
export const CheckReport = z.object({
  file: z.string(),
  schemaVersion: z.int().nullable(),
  ok: z.boolean(),
  problems: z.array(z.object({ code: z.string(), message: z.string() })),
  /** Null where damage does not let them be counted. */
  counts: CaseCounts.nullable(),
  seconds: z.number(),
})
export type CheckReport = z.infer<typeof CheckReport>

/** Choices that belong to the person, not to the case. */
export const Preferences = z.object({
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  /** The name under which changes and ratings are recorded. */
  userName: z.string().default(''),
})
export type Preferences = z.infer<typeof Preferences>
