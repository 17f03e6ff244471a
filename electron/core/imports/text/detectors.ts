import type { Encoding } from '../../../../shared/encodings.ts'
import { findEncoding } from './encodings.ts'

/**
 * What two independent detectors hold the bytes for, restricted to the candidates; null where one says nothing of use.
 * chardet takes short Korean for Big5, jschardet is weak on Western text: neither is believed alone.
 */
export async function detectorsSay(
  bytes: Buffer,
  candidates: readonly Encoding[],
): Promise<readonly (Encoding | null)[]> {
  // They bring large tables, and nearly all files are UTF-8.
  const [{ analyse }, { detectAll }] = await Promise.all([import('chardet'), import('jschardet')])
  const first = (names: readonly (string | null)[]): Encoding | null => {
    const known = names.map((name) => findEncoding(renamed(name ?? '')))
    return known.find((encoding) => encoding !== undefined && candidates.includes(encoding)) ?? null
  }
  return [
    first(analyse(bytes).map(({ name }) => name)),
    first(detectAll(bytes, { detectEncodings: [...candidates] }).map(({ encoding }) => encoding)),
  ]
}

/** Both say ISO-8859-1 where they mean Western text, which windows-1252 holds whole. */
const renamed = (name: string): string => (/^iso-?8859-1$/i.test(name) ? 'windows-1252' : name)
