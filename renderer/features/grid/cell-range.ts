/** A cell by its row (0-based, in the view's order) and its column. */
export interface CellAt {
  readonly row: number
  readonly column: string
}

/** A rectangle of cells between two corners; AG Grid Community has none of its own. */
export interface CellRange {
  /** The corner that stays: the focused cell. */
  readonly anchor: CellAt
  readonly head: CellAt
}

export interface Bounds {
  readonly top: number
  readonly bottom: number
  readonly columns: readonly string[]
}

/** The rows and columns that a range covers, given the shown columns in their order. */
export function boundsOf({ anchor, head }: CellRange, shown: readonly string[]): Bounds {
  const [a, b] = [shown.indexOf(anchor.column), shown.indexOf(head.column)]
  return {
    top: Math.min(anchor.row, head.row),
    bottom: Math.max(anchor.row, head.row),
    columns: shown.slice(Math.max(0, Math.min(a, b)), Math.max(a, b) + 1),
  }
}

export const isSingle = ({ anchor, head }: CellRange): boolean =>
  anchor.row === head.row && anchor.column === head.column

/** The range with its moving corner one step further, held inside the grid. */
export function moved(
  { anchor, head }: CellRange,
  [rows, columns]: readonly [number, number],
  total: number,
  shown: readonly string[],
): CellRange {
  const at = shown.indexOf(head.column) + columns
  return {
    anchor,
    head: {
      row: Math.max(0, Math.min(total - 1, head.row + rows)),
      column: shown[Math.max(0, Math.min(shown.length - 1, at))] ?? head.column,
    },
  }
}
