/** Characters that take two columns of a terminal: East Asian wide forms and emoji. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u
const mark = /\p{Mn}|\p{Me}|\p{Cf}/u

const widthOf = (text: string): number => [...text].reduce((width, char) => width + charWidth(char), 0)
const charWidth = (char: string): number => (mark.test(char) ? 0 : wide.test(char) ? 2 : 1)

const gap = 2
const narrowest = 4

/** An aligned table of texts under a header; `columns` is the terminal's width, to which the widest columns are cut. */
export function table(header: readonly string[], rows: readonly (readonly string[])[], columns?: number): string {
  const lines = [header, ...rows].map((row) => row.map(oneLine))
  const widths = header.map((_name, index) => Math.max(...lines.map((line) => widthOf(line[index] ?? ''))))
  if (columns !== undefined) shrink(widths, columns)
  return lines
    .map(
      (line) =>
        `${line
          .map((cell, index) => fit(cell, widths[index] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('')
}

/** Control characters would reach the terminal as commands. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')

/** Takes from the widest column until the line fits. */
function shrink(widths: number[], columns: number): void {
  for (;;) {
    const total = widths.reduce((sum, width) => sum + width, gap * (widths.length - 1))
    const widest = Math.max(...widths)
    if (total <= columns || widest <= narrowest) return
    widths[widths.indexOf(widest)] = widest - 1
  }
}

function fit(text: string, width: number): string {
  const own = widthOf(text)
  if (own <= width) return text + ' '.repeat(width - own)
  let cut = ''
  let used = 0
  for (const char of text) {
    if (used + charWidth(char) > width - 1) break
    cut += char
    used += charWidth(char)
  }
  return `${cut}…${' '.repeat(Math.max(0, width - used - 1))}`
}
