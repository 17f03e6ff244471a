import type { Field } from '../records/field.ts'

export interface PasteTarget<Row, Patch> {
  /** The records from the first target row on, in the view's order. */
  readonly rows: readonly (Row & { readonly id: string })[]
  /** The shown columns from the first target column on. */
  readonly fields: readonly Field<Row, Patch>[]
}

export interface PastePlan<Patch> {
  readonly rows: readonly { readonly id: string; readonly patch: Patch }[]
  readonly cells: number
  /** What was not taken and why, with how often. */
  readonly skipped: ReadonlyMap<string, number>
}

/** Lays a block of texts over the target cells: what each record gets, and what cannot be taken and why. */
export function planPaste<Row, Patch extends object>(
  block: readonly (readonly string[])[],
  { rows, fields }: PasteTarget<Row, Patch>,
): PastePlan<Patch> {
  const skipped = new Map<string, number>()
  const skip = (why: string): void => void skipped.set(why, (skipped.get(why) ?? 0) + 1)
  const planned: { id: string; patch: Patch }[] = []
  let cells = 0
  block.forEach((texts, at) => {
    const record = rows[at]
    if (!record) {
      texts.forEach(() => skip('below the last row: add rows first'))
      return
    }
    let patch: Patch | undefined
    texts.forEach((text, column) => {
      const outcome = readCell(record, fields[column], text)
      if (outcome === 'same') return
      if (typeof outcome === 'string') return skip(outcome)
      patch = { ...patch, ...outcome.patch } as Patch
      cells += 1
    })
    if (patch) planned.push({ id: record.id, patch })
  })
  return { rows: planned, cells, skipped }
}

function readCell<Row, Patch>(
  row: Row,
  field: Field<Row, Patch> | undefined,
  text: string,
): { readonly patch: Patch } | string {
  if (!field) return 'right of the last column'
  if (field.text(row) === text) return 'same'
  if (!field.read) return `${field.fullTitle ?? field.title} cannot be edited`
  const result = field.read(text)
  return result.ok ? { patch: result.value } : result.error.message
}

/** "12 cells pasted. 3 not: …", with every reason. */
export function pasteInWords({ cells, skipped }: PastePlan<unknown>): string {
  const done = cells === 0 ? 'Nothing was pasted.' : `${cells} ${cells === 1 ? 'cell' : 'cells'} pasted.`
  const reasons = [...skipped].map(([why, count]) => `${count} not taken: ${why}`)
  return [done, ...reasons.slice(0, 8), ...(reasons.length > 8 ? [`and ${reasons.length - 8} more reasons`] : [])].join(
    '\n',
  )
}
