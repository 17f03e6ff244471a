import type { PhrasingContent, Root } from 'mdast'
import { foldText } from '../../../shared/text.ts'
import { rewrite } from './markdown.ts'
import type { JudgementEntry, Note, Section } from './model.ts'
import type { ReportPlace } from './numbering.ts'

/** A place of the report that a text refers to: `[[#Table: Claims]]`, `[[#Gaps|what is missing]]`. */
export interface PlaceReference {
  readonly name: string
  /** The words to show in the place of what the report calls it. */
  readonly words: string | null
  /** The text that it stands in: a block, or a judgement with a field. */
  readonly key: string
}

/** A reference that leads nowhere, or may lead to several places. */
export interface LooseReference extends PlaceReference {
  readonly places: number
}

declare module 'mdast' {
  interface LinkData {
    /** A reference whose place is known only when all sections are made. */
    reference?: PlaceReference
  }
}

/** A reference in a text, until it is known where it leads. */
export const referenceNode = (reference: PlaceReference): PhrasingContent => ({
  type: 'link',
  url: '',
  children: [{ type: 'text', value: reference.words ?? reference.name }],
  data: { reference },
})

/** A name as it can stand between brackets. */
const bracketed = (name: string): string => name.replace(/[[\]\n|\s]+/g, ' ').trim()
const longestName = 80

/** What is written to refer to a place: a long statement by its beginning. */
export function nameInText(name: string): string {
  const whole = bracketed(name)
  return whole.length > longestName ? `${whole.slice(0, longestName).trimEnd()}…` : whole
}

/** The places that a name can mean: those of the same name, where there are none those that begin so. */
function placesNamed(places: readonly ReportPlace[], name: string): ReportPlace[] {
  const fold = (text: string): string => foldText(bracketed(text))
  const named = places.map((place) => ({ place, folded: fold(place.name) }))
  const same = named.filter(({ folded }) => folded === fold(name))
  const isCut = same.length === 0 && name.endsWith('…')
  const found = isCut ? named.filter(({ folded }) => folded.startsWith(fold(name.slice(0, -1)))) : same
  return found.map(({ place }) => place)
}

/** Leads the references of all texts to their places; answers those that lead to none, or to several. */
export function resolveReferences(
  { sections, notes }: { readonly sections: readonly Section[]; readonly notes: readonly Note[] },
  places: readonly ReportPlace[],
): { readonly sections: Section[]; readonly notes: Note[]; readonly loose: LooseReference[] } {
  const loose: LooseReference[] = []
  const resolve = (body: Root): Root =>
    rewrite(body, (node) => {
      const reference = node.type === 'link' ? node.data?.reference : undefined
      if (node.type !== 'link' || !reference) return [node]
      const found = placesNamed(places, reference.name)
      if (found.length !== 1) loose.push({ ...reference, places: found.length })
      const [place] = found
      if (!place) return node.children
      return [
        { type: 'link', url: `#${place.anchor}`, children: [{ type: 'text', value: reference.words ?? place.words }] },
      ]
    })
  return {
    sections: sections.map((section) => withBodies(section, resolve)),
    notes: notes.map((note) => (note.kind === 'text' ? { ...note, body: resolve(note.body) } : note)),
    loose,
  }
}

/** A section with each of its texts replaced. */
function withBodies(section: Section, change: (body: Root) => Root): Section {
  switch (section.kind) {
    case 'text':
    case 'bottom-line':
      return { ...section, body: change(section.body) }
    case 'source-summary':
      return { ...section, body: section.body && change(section.body) }
    case 'key-judgements':
      return { ...section, judgements: section.judgements.map((judgement) => withTexts(judgement, change)) }
    case 'alternatives':
      return { ...section, given: section.given.map((one) => ({ ...one, body: change(one.body) })) }
    default:
      return section
  }
}

function withTexts(judgement: JudgementEntry, change: (body: Root) => Root): JudgementEntry {
  const { confidenceReasons, assumptions, alternatives, indicators } = judgement
  return {
    ...judgement,
    confidenceReasons: confidenceReasons && change(confidenceReasons),
    assumptions: assumptions && change(assumptions),
    alternatives: alternatives && change(alternatives),
    indicators: indicators && change(indicators),
  }
}
