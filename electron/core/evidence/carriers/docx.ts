import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate'

const part = 'parallax/evidence.json'
const [types, relations] = ['[Content_Types].xml', '_rels/.rels']
/** Programs that do not know a kind of relation leave it alone (ECMA-376, part 2, 6.5). */
const relation = `<Relationship Id="parallaxEvidence" Type="urn:parallax:evidence" Target="${part}"/>`
const type = '<Default Extension="json" ContentType="application/json"/>'

const isPacked = /\.(png|jpe?g)$/i

/** A Word file packed anew, with the evidence as a part of its package (none where it is null) and the pictures in the places that hold their names. */
export function packDocx(
  bytes: Uint8Array,
  envelope: string | null,
  pictures: ReadonlyMap<string, Uint8Array>,
): Uint8Array<ArrayBuffer> {
  const parts: Zippable = {}
  for (const [name, content] of Object.entries(unzipSync(bytes)))
    // Pictures are packed already.
    parts[name] = isPacked.test(name) ? [pictures.get(strFromU8(content)) ?? content, { level: 0 }] : content
  return zipSync(envelope === null ? parts : { ...parts, ...evidenceParts(parts, envelope) })
}

function evidenceParts(parts: Zippable, envelope: string): Zippable {
  const extended = (name: string, before: string, more: string): Uint8Array => {
    const xml = strFromU8((parts[name] as Uint8Array | undefined) ?? new Uint8Array())
    const at = xml.indexOf(before)
    if (at < 0) throw new Error(`${name} of a Word file has no ${before}`)
    return strToU8(xml.slice(0, at) + more + xml.slice(at))
  }
  return {
    [types]: extended(types, '</Types>', type),
    [relations]: extended(relations, '</Relationships>', relation),
    [part]: strToU8(envelope),
  }
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
