import { z } from 'zod'
import { CarriedRecord, EvidenceSummary, Pick } from './evidence.ts'
import { Changed } from './list.ts'
import { internalCommand, internalQuery } from './method.ts'

/** Reading the evidence that a report file carries. */
export const evidenceMethods = {
  /** What a report file carries, held against the case; `usual`: what is taken where nobody chooses. */
  'evidence.read': internalQuery(
    z.strictObject({ path: z.string() }),
    z.object({
      summary: EvidenceSummary,
      sha256: z.string(),
      records: z.array(CarriedRecord),
      usual: z.array(Pick),
    }),
  ),
  /** Brings in what was picked as one step; `sha256`: of the file that was looked at. */
  'evidence.bringIn': internalCommand(
    z.strictObject({ path: z.string(), sha256: z.string(), picks: z.array(Pick).max(500_000) }),
    Changed.extend({ label: z.string() }),
  ),
  /** A printed report with the evidence of the page that it was printed from. */
  'evidence.attach': internalQuery(
    z.strictObject({ pdf: z.instanceof(Uint8Array), html: z.instanceof(Uint8Array) }),
    z.instanceof(Uint8Array),
  ),
}
