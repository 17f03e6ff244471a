/** Widths of U+0020 … U+007E in IBM Plex Sans, in thousandths of the size. */
const latin = [
  236, 284, 419, 713, 598, 927, 694, 242, 335, 335, 450, 600, 272, 399, 272, 383, 600, 600, 600, 600, 600, 600, 600,
  600, 600, 600, 292, 292, 600, 600, 600, 477, 891, 641, 653, 621, 671, 583, 559, 695, 707, 400, 510, 634, 501, 812,
  707, 708, 606, 708, 640, 581, 572, 678, 609, 891, 613, 593, 580, 317, 383, 317, 600, 565, 600, 534, 580, 503, 580,
  549, 324, 528, 568, 250, 250, 527, 272, 873, 568, 560, 580, 580, 367, 487, 351, 568, 492, 768, 507, 499, 464, 343,
  314, 343, 600,
]

const thousandths = (character: string): number => {
  const code = character.codePointAt(0) ?? 0
  const known = latin[code - 32]
  if (known !== undefined) return known
  // Combining marks take no room; Hangul, Han and full-width forms take a square; Cyrillic is wide.
  if (/\p{Mn}/u.test(character)) return 0
  if (
    code >= 0x1100 &&
    /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\uff00-\uffef]/u.test(character)
  )
    return 920
  return code >= 0x400 && code < 0x530 ? 620 : 600
}

/** About how wide a text is, in pixels, in IBM Plex Sans of a size. */
export function textWidth(text: string, size: number, isBold = false): number {
  let sum = 0
  for (const character of text) sum += thousandths(character)
  return (sum * size * (isBold ? 1.035 : 1)) / 1000
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The text, or as much of it as fits into a width, with "…"; empty when not even two letters fit. */
export function fit(text: string, width: number, size: number, isBold = false): string {
  if (textWidth(text, size, isBold) <= width) return text
  let kept = ''
  for (const { segment } of graphemes.segment(text)) {
    if (textWidth(`${kept}${segment}…`, size, isBold) > width) break
    kept += segment
  }
  const words = kept.trimEnd()
  return [...words].length < 2 ? '' : `${words}…`
}

/** The text in lines no wider than `width`, at most `most`; the last ends with "…" where more would follow. */
export function wrap(text: string, width: number, size: number, most: number, isBold = false): string[] {
  const lines: string[] = []
  let rest = text.trim().split(/\s+/)
  while (rest.length > 0 && lines.length < most) {
    if (lines.length === most - 1) return [...lines, fit(rest.join(' '), width, size, isBold)]
    let count = 1
    while (count < rest.length && textWidth(rest.slice(0, count + 1).join(' '), size, isBold) <= width) count += 1
    const line = rest.slice(0, count).join(' ')
    const whole = fit(line, width, size, isBold)
    // A word that is longer than a line goes on in the next one.
    const cut = whole === line ? '' : line.slice(Math.max(1, whole.length - 1))
    lines.push(cut === '' ? line : line.slice(0, Math.max(1, whole.length - 1)))
    rest = cut === '' ? rest.slice(count) : [cut, ...rest.slice(count)]
  }
  return lines
}
