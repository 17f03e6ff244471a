import { z } from 'zod'
import { Selection } from './list.ts'
import { internalQuery, shellCommand } from './method.ts'

/** The lists that can be exported as tables. */
export const listNames = ['claims', 'events', 'actors', 'outlets', 'documents', 'notes', 'places'] as const
export type ListName = (typeof listNames)[number]

const Asked = z.strictObject({ list: z.enum(listNames), selection: Selection })

/** What was written: how many rows, and how many cells were made safe because a spreadsheet might run them. */
export const Written = z.object({ rows: z.int(), escaped: z.int() })
export type Written = z.infer<typeof Written>

/** The part of the contract that is about taking lists out of a case. */
export const exportMethods = {
  /** Asks for a place and writes a list there as CSV in the background; null when the dialog was cancelled. */
  'lists.export': shellCommand(Asked, z.object({ job: z.string(), fileName: z.string() }).nullable()),
  'lists.writeCsv': internalQuery(Asked.extend({ path: z.string(), job: z.string() }), Written),
} as const
