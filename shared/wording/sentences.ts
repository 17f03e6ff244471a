/** A part of a text: from `start` to before `end`, in UTF-16 units as a text field counts them. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** The sentences of a text, without the white space between them. Points in numbers and short titles end none. */
export function sentencesOf(text: string): Range[] {
  const found: Range[] = []
  let start = 0
  for (const { index, 0: mark } of text.matchAll(/(?:[.!?。]["'”’»)\]]*(?=\s|$)|\n\s*\n)/g)) {
    const end = index + mark.length
    if (mark.startsWith('.') && isAbbreviated(text.slice(start, index))) continue
    if (text.slice(start, end).trim() !== '') found.push(trimmed(text, { start, end }))
    start = end
  }
  if (text.slice(start).trim() !== '') found.push(trimmed(text, { start, end: text.length }))
  return found
}

const isAbbreviated = (before: string): boolean =>
  /(?:^|[\s(])(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Maj|Capt|Sgt|Prof|No|vs|cf|ca|approx|e\.g|i\.e)$/.test(before)

function trimmed(text: string, { start, end }: Range): Range {
  const own = text.slice(start, end)
  return { start: start + own.length - own.trimStart().length, end: end - (own.length - own.trimEnd().length) }
}

/** Where somebody else's words stand: what is said in quotation marks is not the author's. */
export const quotesIn = (text: string): Range[] =>
  [...text.matchAll(/“[^”]*”|«[^»]*»|"[^"\n]*"|「[^」]*」|„[^“”]*[“”]|(?<=^|[\s(])‘[^’]*’(?=[\s.,;:!?)]|$)/g)].map(
    ({ index, 0: quote }) => ({
      start: index,
      end: index + quote.length,
    }),
  )

export const isWithin = ({ start, end }: Range, ranges: readonly Range[]): boolean =>
  ranges.some((range) => range.start <= start && end <= range.end)

export const overlap = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end
