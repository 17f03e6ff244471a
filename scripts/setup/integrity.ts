import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { SetupError } from './errors.ts'

/** The checksum of a file as npm writes it: `sha512-` and base64. */
export async function fileIntegrity(file: string): Promise<string> {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  return `sha512-${hash.digest('base64')}`
}

/** Fails when a downloaded file is not the one whose checksum is written in the source. */
export async function requireIntegrity(file: string, expected: string, name: string): Promise<void> {
  const actual = await fileIntegrity(file)
  if (actual !== expected) throw wrongChecksum(name, `expected ${expected}, got ${actual}`)
}

/** The message for a download that is not what was asked for. */
export function wrongChecksum(name: string, detail: string): SetupError {
  return new SetupError(
    `The download of ${name} has the wrong checksum and was deleted: ${detail}.`,
    'Run again. If it happens again, something between this machine and the registry changes files: do not use it.',
  )
}
