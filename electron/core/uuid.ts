import { randomFillSync } from 'node:crypto'
import { v7 } from 'uuid'

const pool = new Uint8Array(16 * 1024)
let at = pool.length
let msecs = 0
let seq = 0

/** Sixteen random bytes out of many that were asked for together: one by one the asking takes longer than all the rest. */
function randomBytes(): Uint8Array {
  if (at === pool.length) {
    randomFillSync(pool)
    at = 0
  }
  at += 16
  return pool.subarray(at - 16, at)
}

/** A new id: UUIDv7. Those of one millisecond count on (RFC 9562, 6.2, method 1), so that later ones sort after earlier ones. */
export function uuidv7(): string {
  const random = randomBytes()
  const now = Date.now()
  if (now > msecs) {
    msecs = now
    seq = ((random[6] ?? 0) << 23) | ((random[7] ?? 0) << 16) | ((random[8] ?? 0) << 8) | (random[9] ?? 0)
  } else {
    seq += 1
  }
  return v7({ random, msecs, seq })
}
