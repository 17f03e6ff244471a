import { ExpectedError } from '../../../../shared/result.ts'

/** How much an archive may become. */
export interface ExpansionLimits {
  /** Bytes that are too many whatever the archive. */
  readonly bytes: number
  /** Times its own size, once it is over `ratioFrom` bytes. */
  readonly ratio: number
  readonly ratioFrom: number
}

export const expansionLimits: ExpansionLimits = { bytes: 20e9, ratio: 1000, ratioFrom: 1e9 }

/** Stops an archive that is made to fill the machine. `packed` tells how many bytes of it were read so far. */
export async function* guarded(
  chunks: AsyncIterable<Buffer>,
  name: string,
  packed: () => number,
  limits = expansionLimits,
): AsyncGenerator<Buffer> {
  let total = 0
  for await (const chunk of chunks) {
    total += chunk.length
    const isTooMuch = total > limits.bytes || (total > limits.ratioFrom && total > limits.ratio * packed())
    if (isTooMuch) throw tooLarge(name, total)
    yield chunk
  }
}

/** Refuses what unpacks to too much. */
export const tooLarge = (name: string, bytes: number): ExpectedError =>
  new ExpectedError(
    'cannot-read',
    `${name} unpacks to more than ${Math.floor(bytes / 1e6).toLocaleString('en')} MB, which no list should. Unpack it yourself if you trust it, and import what is in it. Nothing was imported.`,
  )
