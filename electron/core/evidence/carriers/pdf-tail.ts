/** What a PDF is made of that is added to behind its end: the objects that change, and where the next one goes. */
export interface Tail {
  /** A file of its own with the catalogue and the information of the whole one under their own numbers, and nothing else. */
  readonly excerpt: Uint8Array<ArrayBuffer>
  /** Where the information about the document lies in the whole file, from what opens it to what closes it. */
  readonly information: readonly [number, number] | null
  /** Where the table of objects is. */
  readonly table: number
  /** How many numbers of objects are taken. */
  readonly size: number
}

const end = /trailer\s*<<([^<>]*)>>\s*startxref\s+(\d+)\s+%%EOF\s*$/
const entryLength = 20

/**
 * Finds the end of a PDF as Chromium writes it: one table of all objects (ISO 32000-2, 7.5.4), so that an update needs
 * to read two of them, and not some ten thousand. Undefined for a file of another form.
 */
export function tailOf(bytes: Uint8Array): Tail | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [, words = '', table = ''] = end.exec(file.subarray(-1024).toString('latin1')) ?? []
  const number = (name: string): number => Number(new RegExp(`/${name}\\s+(\\d+)`).exec(words)?.[1] ?? Number.NaN)
  const [size, root, info] = [number('Size'), number('Root'), number('Info')]
  const isWhole = Number.isInteger(size) && !/\/(Prev|XRefStm|Encrypt)\b/.test(words)
  const catalogue = isWhole ? objectAt(file, Number(table), root) : undefined
  if (!catalogue) return undefined
  const information = Number.isNaN(info) ? null : objectAt(file, Number(table), info)
  if (information === undefined) return undefined
  const excerpt = [file.subarray(0, file.indexOf('\n') + 1), catalogue.bytes, information?.bytes ?? Buffer.alloc(0)]
  return {
    excerpt: new Uint8Array(Buffer.concat([...excerpt, Buffer.from(`trailer\n<<${words}>>\nstartxref\n0\n%%EOF\n`)])),
    information: information && [information.start, information.start + information.bytes.length],
    table: Number(table),
    size,
  }
}

/** An object by its number, which the only section of the table leads to. */
function objectAt(
  file: Buffer,
  table: number,
  number: number,
): { readonly start: number; readonly bytes: Buffer } | undefined {
  const head = /^xref\s+0 \d+\s*?\r?\n/.exec(file.subarray(table, table + 40).toString('latin1'))?.[0]
  if (head === undefined) return undefined
  const entry = table + head.length + entryLength * number
  const start = Number(file.subarray(entry, entry + 10).toString('latin1'))
  const opening = `${number} 0 obj`
  if (file.subarray(start, start + opening.length).toString('latin1') !== opening) return undefined
  const close = file.indexOf('endobj', start)
  return close < 0 ? undefined : { start, bytes: file.subarray(start, close + 'endobj\n'.length) }
}
