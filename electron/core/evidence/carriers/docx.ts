import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate'

const part = 'parallax/evidence.json'
const [types, relations] = ['[Content_Types].xml', '_rels/.rels']
/** Programs that do not know a kind of relation leave it alone (ECMA-376, part 2, 6.5). */
const relation = `<Relationship Id="parallaxEvidence" Type="urn:parallax:evidence" Target="${part}"/>`
const type = '<Default Extension="json" ContentType="application/json"/>'

const isPacked = /\.(png|jpe?g)$/i

/** A Word file with the evidence as a part of its package. */
export function intoDocx(bytes: Uint8Array, envelope: string): Uint8Array<ArrayBuffer> {
  const parts = unzipSync(bytes)
  const extended = (name: string, before: string, more: string): Uint8Array => {
    const xml = strFromU8(parts[name] ?? new Uint8Array())
    const at = xml.indexOf(before)
    if (at < 0) throw new Error(`${name} of a Word file has no ${before}`)
    return strToU8(xml.slice(0, at) + more + xml.slice(at))
  }
  const tagEnd = (name: string): string => (name === types ? '</Types>' : '</Relationships>')
  // Pictures are packed already.
  const kept: Zippable = {}
  for (const [name, part] of Object.entries(parts)) kept[name] = [part, { level: isPacked.test(name) ? 0 : 6 }]
  return zipSync({
    ...kept,
    [types]: extended(types, tagEnd(types), type),
    [relations]: extended(relations, tagEnd(relations), relation),
    [part]: strToU8(envelope),
  })
}

/** The evidence in a Word file; undefined where it has none. `most`: bytes that it may unpack to, or `tooLarge` is thrown. */
export function inDocx(bytes: Uint8Array, most: number, tooLarge: () => Error): string | undefined {
  const found = unzipSync(bytes, {
    filter({ name, originalSize }) {
      if (name !== part) return false
      if (originalSize > most) throw tooLarge()
      return true
    },
  })[part]
  return found && strFromU8(found)
}
