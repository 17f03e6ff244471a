import { createHash } from 'node:crypto'
import { Envelope, Evidence, evidenceVersion, type EvidenceSummary } from '../../../shared/evidence.ts'
import { ExpectedError } from '../../../shared/result.ts'

/** What a report file carries, as it was read: the evidence, and whether it is as it was written. */
export interface CarriedEvidence {
  readonly evidence: Evidence
  readonly hash: Exclude<EvidenceSummary['hash'], 'none'>
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** The evidence as the text that a report carries: with a version, and a hash that shows when it was altered. */
export const toEnvelope = (evidence: Evidence): string =>
  JSON.stringify({
    parallax: 'evidence',
    version: evidenceVersion,
    sha256: sha256(JSON.stringify(evidence)),
    content: evidence,
  })

/** Reads what a report carries. Throws an ExpectedError for what is no evidence, or of a later version; `name`: the file's. */
export function fromEnvelope(text: string, name: string): CarriedEvidence {
  const envelope = Envelope.safeParse(parsed(text, name))
  if (!envelope.success) throw broken(name, 'it is not wrapped as evidence is')
  const { version, sha256: told, content } = envelope.data
  if (version > evidenceVersion)
    throw new ExpectedError(
      'newer-version',
      `${name} carries evidence of version ${version}, made by a newer Parallax; this one reads up to ${evidenceVersion}. Nothing was changed. Read it with a newer version.`,
    )
  const evidence = Evidence.safeParse(content)
  if (!evidence.success) {
    const [issue] = evidence.error.issues
    throw broken(name, `${issue?.path.join('.') ?? 'it'}: ${issue?.message ?? 'not readable'}`)
  }
  return { evidence: evidence.data, hash: told === sha256(JSON.stringify(content)) ? 'ok' : 'bad' }
}

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw broken(name, 'it is no JSON; the file may be cut off')
  }
}

const broken = (name: string, why: string): ExpectedError =>
  new ExpectedError(
    'cannot-read',
    `The evidence in ${name} cannot be read (${why}). Nothing was changed. Ask for the report again.`,
  )
