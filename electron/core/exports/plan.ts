/** Records that are written one after the other, in portions. */
export interface Part {
  readonly nums: readonly number[]
  /** The texts of a portion of them. */
  readonly texts: (nums: readonly number[]) => Iterable<string>
}

/** What a file is made of. */
export interface Plan {
  readonly head: string
  readonly parts: readonly Part[]
  /** What stands between any two texts of the parts. */
  readonly between: string
  /** What follows them, once they are written. */
  readonly tail: () => Iterable<string>
  /** Another file beside it. */
  readonly beside?: { readonly path: string; readonly text: string }
  /** Cells that were made safe for spreadsheets so far. */
  readonly escaped?: () => number
}

/** Elements of a JSON list, each a line. */
export const jsonList = (
  head: string,
  parts: readonly Part[],
  tail: string,
): Pick<Plan, 'head' | 'parts' | 'between' | 'tail'> => ({
  head: `${head}\n`,
  parts,
  between: ',\n',
  tail: () => [`\n${tail}\n`],
})
