/** The latest results of something that always makes the same of the same, by what it was made of. */
export class Kept<Value> {
  readonly #capacity: number
  readonly #values = new Map<string, Value>()

  /** `capacity`: how many are kept; those that were not asked for the longest go first. */
  constructor(capacity: number) {
    this.#capacity = capacity
  }

  get(key: string, make: () => Value): Value {
    const known = this.#values.get(key)
    const value = known === undefined ? make() : known
    this.#values.delete(key)
    this.#values.set(key, value)
    const oldest = this.#values.keys().next().value
    if (this.#values.size > this.#capacity && oldest !== undefined) this.#values.delete(oldest)
    return value
  }

  get size(): number {
    return this.#values.size
  }
}
