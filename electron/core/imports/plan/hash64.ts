/**
 * A hash of 64 bits as two numbers of 32, for texts that are met once each: MurmurHash3's steps (A. Appleby, public
 * domain) in two lanes over UTF-16 units. It guards against chance, not against intent: nothing that is kept is known by it.
 */
export function hash64(text: string): [high: number, low: number] {
  let high = 0x9747b28c
  let low = 0x85ebca6b
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    high = Math.imul(high ^ unit, 0xcc9e2d51)
    high = (high << 15) | (high >>> 17)
    low = Math.imul(low ^ unit, 0x1b873593)
    low = (low << 13) | (low >>> 19)
  }
  high ^= text.length
  low ^= high
  high = finished(high ^ Math.imul(low, 0xe6546b64))
  return [high, finished(low ^ high)]
}

/** Every bit of the input comes to matter for every bit of the outcome. */
function finished(lane: number): number {
  let mixed = lane ^ (lane >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
