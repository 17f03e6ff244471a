import { collationKey } from '../../../store/collation.ts'

/** A value of a field as it is sorted: a text, a number, the days of a date with its EDTF, or several texts. */
export type Value = string | number | DateValue | readonly string[]
export type DateValue = readonly [from: number | null, to: number | null, edtf: string | null]

/** Some more rows than there are: new ones come while a case is open. */
export const roomFor = (rows: number): number => Math.ceil(rows * 1.2) + 1000

/**
 * One field of all rows of a list in memory: for each row number the code of its value, and each value once. Code 0 is
 * “not set”. Filtering and sorting then cost a few nanoseconds a row, whatever the field.
 */
export class Column {
  #codes: Uint8Array | Uint16Array | Uint32Array
  readonly #values: (Value | null)[] = [null]
  readonly #codeOf = new Map<string | number, number>()
  /** What each code was made for. */
  readonly #keys: (string | number)[] = ['']
  /** The codes in the order of their values; null until somebody sorts. */
  #order: number[] | null = null
  #ranks: Uint32Array | null = null
  #json: string | null = null

  /** For row numbers below `room`. */
  constructor(room: number) {
    this.#codes = new Uint8Array(room)
  }

  get codes(): Uint8Array | Uint16Array | Uint32Array {
    return this.#codes
  }

  /** The values by their codes; the first is “not set”. */
  get values(): readonly (Value | null)[] {
    return this.#values
  }

  /** The values as JSON: what a statement is asked about. */
  json(): string {
    return (this.#json ??= JSON.stringify(this.#values))
  }

  /** The code of a value, a new one where no row has it yet. `key`: what tells it from others; two records may have one name. */
  codeOf(value: Value | null, key: string | number = keyOf(value)): number {
    if (value === null) return 0
    const known = this.#codeOf.get(key)
    if (known !== undefined) {
      // The number of a record that is gone goes to another one.
      if (typeof value === 'string' && this.#values[known] !== value) this.#rename(known, value)
      return known
    }
    const code = this.#values.push(value) - 1
    this.#keys.push(key)
    this.#codeOf.set(key, code)
    this.#insert(code)
    if (code > 2 ** (8 * this.#codes.BYTES_PER_ELEMENT) - 1)
      this.#codes = code > 0xffff ? Uint32Array.from(this.#codes) : Uint16Array.from(this.#codes)
    return code
  }

  /** The key of a code. */
  keyAt = (code: number): string | number | undefined => this.#keys[code]

  /** Sets the value of rows. */
  set(nums: readonly number[], value: Value | null, key?: string | number): void {
    const code = this.codeOf(value, key)
    const codes = this.#codes
    for (const num of nums) codes[num] = code
  }

  /** The same of one row. */
  setOne(num: number, value: Value | null, key?: string | number): void {
    // A value with many codes may make them wider.
    const code = this.codeOf(value, key)
    this.#codes[num] = code
  }

  /** The place of each code's value among all, from 1 on; the same for texts that differ in nothing that counts. Code 0 has place 0. */
  ranks(): Uint32Array {
    if (this.#ranks) return this.#ranks
    const keys = this.#values.map((value) => (value === null ? '' : sortKey(value)))
    this.#order ??= inOrder(keys)
    const ranks = new Uint32Array(keys.length)
    let [rank, before] = [0, null as SortKey | null]
    for (const code of this.#order) {
      const key = keys[code] as SortKey
      if (key !== before) rank += 1
      before = key
      ranks[code] = rank
    }
    return (this.#ranks = ranks)
  }

  #rename(code: number, value: string): void {
    this.#values[code] = value
    this.#order = this.#ranks = this.#json = null
  }

  #key = (code: number): SortKey => sortKey(this.#values[code] as Value)

  #insert(code: number): void {
    this.#ranks = this.#json = null
    if (!this.#order) return
    const key = this.#key(code)
    let [low, high] = [0, this.#order.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (compare(this.#key(this.#order[middle] as number), key) < 0) low = middle + 1
      else high = middle
    }
    this.#order.splice(low, 0, code)
  }
}

const keyOf = (value: Value | null): string | number => (typeof value === 'object' ? JSON.stringify(value) : value)

type SortKey = string | number

/** A date without a first day comes last. */
const sortKey = (value: Value): SortKey => {
  if (typeof value === 'string') return collationKey(value)
  if (typeof value === 'number') return value
  const [first] = value
  return typeof first === 'string' ? textsKey(value as readonly string[]) : (first ?? Infinity)
}

const textsKey = (texts: readonly string[]): string =>
  collationKey(texts.toSorted((one, other) => compare(collationKey(one), collationKey(other))).join('; '))

const compare = (one: SortKey, other: SortKey): number => (one < other ? -1 : one > other ? 1 : 0)

/** The codes, but that of “not set”, in the order of their keys. */
const inOrder = (keys: readonly SortKey[]): number[] =>
  Array.from({ length: keys.length - 1 }, (_, at) => at + 1).sort((one, other) =>
    compare(keys[one] as SortKey, keys[other] as SortKey),
  )
