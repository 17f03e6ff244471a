const number = /^[+-]?(?:\d+|\d{1,3}(?:[ ,.'\u00a0\u202f]\d{3})+)(?:[.,]\d+)?\s?%?$/
const date =
  /^\d{4}(?:[-./]\d{1,2}(?:[-./]\d{1,2})?)?[~?%]?$|^\d{1,2}[-./]\d{1,2}[-./]\d{2,4}$|^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/
const time = /^\d{1,2}:\d{2}(?::\d{2})?$/
const address = /^(?:https?:\/\/|www\.)\S+$|^[\w.+-]+@[\w-]+\.[\w.]+$/

/** Whether a cell is data by its look alone: a number, a date, a time or an address. Header names are not. */
export function isTyped(cell: string): boolean {
  const text = cell.trim()
  return text !== '' && (number.test(text) || date.test(text) || time.test(text) || address.test(text))
}

/** Cells with something in them. */
export const filled = (cells: readonly string[]): number => cells.filter((cell) => cell.trim() !== '').length
