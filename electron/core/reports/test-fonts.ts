import subsetFont from 'subset-font'

/** The characters that a font in any packing has glyphs for: its `cmap` of format 4 or 12 is read (OpenType, cmap). */
export async function charactersOfFont(packed: Buffer): Promise<Set<string>> {
  // Asked for every character of the Basic Multilingual Plane, the library drops none: it only unpacks.
  const everything = String.fromCodePoint(...Array.from({ length: 0xd800 - 0x20 }, (_, index) => index + 0x20))
  const font = await subsetFont(packed, everything, { targetFormat: 'truetype' })
  const table = tableOf(font, 'cmap')
  const count = font.readUInt16BE(table + 2)
  const subtables = Array.from({ length: count }, (_, index) => table + font.readUInt32BE(table + 4 + index * 8 + 4))
  return new Set(subtables.flatMap((at) => codePoints(font, at)).map((code) => String.fromCodePoint(code)))
}

function tableOf(font: Buffer, tag: string): number {
  const count = font.readUInt16BE(4)
  const records = Array.from({ length: count }, (_, index) => 12 + index * 16)
  const found = records.find((at) => font.toString('latin1', at, at + 4) === tag)
  if (found === undefined) throw new Error(`The font has no ${tag}`)
  return font.readUInt32BE(found + 8)
}

function codePoints(font: Buffer, at: number): number[] {
  const format = font.readUInt16BE(at)
  if (format === 12) {
    const groups = Array.from({ length: font.readUInt32BE(at + 12) }, (_, index) => at + 16 + index * 12)
    return groups.flatMap((group) => between(font.readUInt32BE(group), font.readUInt32BE(group + 4)))
  }
  if (format !== 4) return []
  const segments = font.readUInt16BE(at + 6)
  const ends = Array.from({ length: segments / 2 }, (_, index) => at + 14 + index * 2)
  return ends
    .flatMap((end) => between(font.readUInt16BE(end + segments + 2), font.readUInt16BE(end)))
    .filter((code) => code !== 0xffff)
}

const between = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index)
