import { basename } from 'node:path'
import { readFileSync, statSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { ExpectedError } from '../../../shared/result.ts'
import { inDocx } from './carriers/docx.ts'
import { inHtml } from './carriers/html.ts'
import { fromEnvelope, type CarriedEvidence } from './envelope.ts'
import { expectRows } from './validate.ts'

/** A report file as it was read. */
export interface ReportFile {
  readonly name: string
  readonly sha256: string
  /** Null: it carries none. */
  readonly carried: CarriedEvidence | null
}

/** No report is larger, nor unpacks to more. */
export const mostBytes = 256 * 2 ** 20

/** Reads the evidence in a report file (HTML, PDF or DOCX). Throws an ExpectedError for what cannot be read, or is too large; nothing in the file is run. */
export async function readReport(path: string): Promise<ReportFile> {
  const name = basename(path)
  const bytes = readBytes(path, name)
  const text = await evidenceIn(bytes, name)
  return {
    name,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    carried: text === undefined ? null : checked(fromEnvelope(text, name), name),
  }
}

function checked(carried: CarriedEvidence, name: string): CarriedEvidence {
  expectRows(carried.evidence.rows, name)
  return carried
}

function readBytes(path: string, name: string): Buffer {
  try {
    if (statSync(path).size > mostBytes) throw tooLarge(name)
    return readFileSync(path)
  } catch (error) {
    if (error instanceof ExpectedError) throw error
    const why = error instanceof Error ? error.message : String(error)
    throw new ExpectedError('cannot-read', `${name} cannot be read: ${why}. Nothing was changed.`)
  }
}

const tooLarge = (name: string): ExpectedError =>
  new ExpectedError(
    'cannot-read',
    `${name} is larger, or unpacks to more, than the ${mostBytes / 2 ** 20} MiB that a report may have. Nothing was changed.`,
  )

async function evidenceIn(bytes: Buffer, name: string): Promise<string | undefined> {
  const start = bytes.subarray(0, 1024).toString('latin1')
  const kind = start.includes('%PDF-') ? 'PDF' : start.startsWith('PK') ? 'Word' : 'HTML'
  try {
    if (kind === 'PDF') return await (await import('./carriers/pdf.ts')).inPdf(bytes, mostBytes, () => tooLarge(name))
    return kind === 'Word' ? inDocx(bytes, mostBytes, () => tooLarge(name)) : inHtml(bytes)
  } catch (error) {
    if (error instanceof ExpectedError) throw error
    const why = error instanceof Error ? error.message : String(error)
    throw new ExpectedError(
      'cannot-read',
      `${name} cannot be read as a ${kind} file (${why}): it may be cut off or damaged. Nothing was changed. Ask for the report again.`,
    )
  }
}
