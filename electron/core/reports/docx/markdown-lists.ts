import type { List, ListItem, RootContent } from 'mdast'
import type { IParagraphOptions } from 'docx'
import { paragraph, type Block } from './block.ts'
import { phrases } from './inline.ts'
import { bullets, deepest, numbersFrom } from './lists.ts'
import { listStep } from './look.ts'
import type { Place } from './sheet.ts'

/** A list within lists has a deeper level, up to the deepest that Word has. */
interface ListPlace extends Place {
  readonly level: number
}

const isListPlace = (place: Place): place is ListPlace => 'level' in place

/** What stands in an item under its first paragraph, lists among it. */
type Inner = (place: Place, nodes: readonly RootContent[]) => Block[]

/** A list as Word has them; each counts for itself. */
export function listBlocks(place: Place, list: List, inner: Inner): Block[] {
  const level = isListPlace(place) ? Math.min(place.level + 1, deepest) : 0
  const step = level === deepest ? 0 : stepOf(list)
  const inside: ListPlace = {
    ...place,
    style: styleOf(place.style, list.ordered === true),
    indent: place.indent + step,
    width: place.width - step,
    hasOutline: false,
    level,
  }
  const numbering = {
    reference: list.ordered ? numbersFrom(list.start ?? 1) : bullets,
    level,
    instance: list.ordered ? place.sheet.nextList() : 0,
  }
  const marked: IParagraphOptions = { numbering, indent: { left: inside.indent, hanging: step || listStep } }
  return list.children.flatMap((item, index) => {
    const isTight = list.spread !== true && index < list.children.length - 1
    return itemBlocks(inside, item, marked, isTight, inner)
  })
}

/** Running text has styles of its own for lists; elsewhere a list is set as what stands around it. */
const styleOf = (style: string, isOrdered: boolean): string =>
  ['BodyText', 'ListBullet', 'ListNumber'].includes(style) ? (isOrdered ? 'ListNumber' : 'ListBullet') : style

/** Room for the longest number of a list. */
function stepOf({ ordered, start, children }: List): number {
  if (!ordered) return listStep
  const digits = String((start ?? 1) + children.length - 1).length
  return Math.max(listStep, 130 + digits * 122)
}

/** An item: its first paragraph bears the mark, and where it begins with something else, an empty one does. */
function itemBlocks(
  place: ListPlace,
  { children }: ListItem,
  marked: IParagraphOptions,
  isTight: boolean,
  inner: Inner,
): Block[] {
  const [first, ...rest] = children
  const hasWords = first?.type === 'paragraph'
  const below = hasWords ? rest : children
  const runs = hasWords ? phrases(place.sheet, first.children) : []
  const spacing = isTight || below.length > 0 ? { spacing: { after: 50 } } : {}
  return [paragraph(place, runs, { ...marked, ...spacing }), ...inner(place, below)]
}
