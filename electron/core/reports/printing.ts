import { randomUUID } from 'node:crypto'
import { setImmediate as afterAnswer } from 'node:timers/promises'
import { ExpectedError } from '../../../shared/result.ts'
import type { Tlp } from '../../../shared/scales.ts'
import type { ReadDb } from '../../store/db.ts'
import { collectRows, evidenceOf } from '../evidence/collect.ts'
import { toEnvelope } from '../evidence/envelope.ts'
import { makeModel } from './make-model.ts'
import { renderHtml } from './render-html.ts'
import type { Rendered } from './render.ts'
import { packSnapshot, snapshotWith } from './versions/snapshot.ts'
import { gatherWithChanges } from './versions/versions.ts'

interface Printable {
  readonly html: Uint8Array<ArrayBuffer>
  readonly key: string
}

type Finish = (pdf: Uint8Array) => Promise<Rendered>

/** What becomes a file when its page is printed, by the key of the page. */
const printing = new Map<string, Promise<Finish>>()
/** So many are printed at once; a page that never was makes room for the next. */
const mostAtOnce = 4

/** The page of a report for what prints it. All is read now; what the PDF carries is made while the page is printed. */
export async function printablePage(
  db: ReadDb,
  { id, tlp }: { readonly id: string; readonly tlp?: Tlp | undefined },
  made: Date,
): Promise<Printable> {
  const records = gatherWithChanges(db, id, tlp)
  const rows = collectRows(db, records)
  const evidence = evidenceOf(db, id, records, { made: made.toISOString(), rows })
  const html = new TextEncoder().encode(await renderHtml(makeModel(records, evidence.made), { isForPrint: true }))
  const key = randomUUID()
  const finish = async (): Promise<Finish> => {
    await afterAnswer()
    // The library takes a moment to load.
    const { intoPdf } = await import('../evidence/carriers/pdf.ts')
    const envelope = toEnvelope(evidence)
    const snapshot = packSnapshot(snapshotWith(id, records, rows))
    return async (pdf) => ({ bytes: await intoPdf(pdf, envelope), pictures: [], snapshot })
  }
  const [oldest] = printing.keys()
  if (oldest !== undefined && printing.size === mostAtOnce) printing.delete(oldest)
  const finishing = finish()
  // Where it fails, the printed page hears of it.
  finishing.catch(() => undefined)
  printing.set(key, finishing)
  return { html, key }
}

/** The printed page as the report's file, with its evidence, and what is kept of it. */
export async function printedReport(key: string, pdf: Uint8Array): Promise<Rendered> {
  const finishing = printing.get(key)
  if (finishing === undefined)
    throw new ExpectedError('not-found', 'Other reports were printed meanwhile. Export this one again.')
  printing.delete(key)
  return (await finishing)(pdf)
}
