import { z } from 'zod'
import { CarriedRecord, EvidenceSummary, Pick } from './evidence.ts'
import { Changed } from './list.ts'
import { internalCommand, internalQuery, nothing, shellCommand, shellQuery } from './method.ts'

/** What a report file carries, held against the case; `usual`: what is taken where nobody chooses. */
const Read = z.object({
  summary: EvidenceSummary,
  sha256: z.string(),
  records: z.array(CarriedRecord),
  usual: z.array(Pick),
})
const Picks = z.strictObject({ sha256: z.string(), picks: z.array(Pick).max(500_000) })
const BroughtIn = Changed.extend({ label: z.string() })

/** Reading the evidence that a report file carries. */
export const evidenceMethods = {
  /** Asks for a report file; answers an opaque ticket, never a path. */
  'evidence.pick': shellCommand(nothing, z.strictObject({ ticket: z.string(), fileName: z.string() }).nullable()),
  'evidence.look': shellQuery(z.strictObject({ ticket: z.string() }), Read),
  'evidence.take': shellCommand(Picks.extend({ ticket: z.string() }), BroughtIn),
  'evidence.read': internalQuery(z.strictObject({ path: z.string() }), Read),
  /** Brings in what was picked as one step; `sha256`: of the file that was looked at. */
  'evidence.bringIn': internalCommand(Picks.extend({ path: z.string() }), BroughtIn),
}
