type Numbers = Float64Array | Int32Array | Uint32Array | Uint8Array

/** The array, or a longer one with the same numbers where it does not reach to a place yet. */
export function reaching<T extends Numbers>(array: T, place: number): T {
  if (place < array.length) return array
  const longer = new (array.constructor as new (length: number) => T)(Math.ceil((place + 1) * growth))
  longer.set(array)
  return longer
}

const growth = 1.5
