import type { Nodes, Parent, PhrasingContent, Root, Text } from 'mdast'
import type { RecordLink } from '../../../shared/ids.ts'
import { foldText } from '../../../shared/text.ts'
import { targetText, withoutLinks } from '../notes/links.ts'
import type { Draft } from './draft.ts'
import { parseMarkdown, rewrite } from './markdown.ts'
import { referenceNode } from './references.ts'

const brackets = /\[\[[^[\]\n]+\]\]/g
const text = (value: string): Text => ({ type: 'text', value })
const noteReference = (number: number): PhrasingContent => ({
  type: 'footnoteReference',
  identifier: String(number),
  label: String(number),
})

/** A text of the report: its Markdown made clean, its [[links]] led to the records, its footnotes numbered with all others. */
export function resolveMarkdown(draft: Draft, markdown: string, key: string): Root {
  const { body, footnotes } = parseMarkdown(markdown)
  return rewrite(body, (node, parent) => {
    if (node.type === 'text') return resolveText({ draft, key, refer: recordReference }, node.value, parent)
    if (node.type !== 'footnoteReference') return [node]
    const note = footnotes.get(node.identifier)
    return note ? [noteReference(draft.textNote(`${key} ${node.identifier}`, withinNote(draft, note, key)))] : []
  })
}

/** A note cannot have notes of its own: links in it are words, or lead to what the report shows. */
const withinNote = (draft: Draft, note: Root, key: string): Root =>
  rewrite(note, (node, parent) => {
    if (node.type === 'text') return resolveText({ draft, key, refer: shownReference }, node.value, parent)
    return node.type === 'footnoteReference' ? [] : [node]
  })

type Refer = (draft: Draft, link: RecordLink) => { readonly url: string | null; readonly note: number | null }

/** A text that is read: what its links become, and by which key it is known. */
interface Reading {
  readonly draft: Draft
  readonly key: string
  readonly refer: Refer
}

function resolveText(reading: Reading, value: string, parent: Parent): Nodes[] {
  // A link cannot hold another one.
  if ((parent.type as string) === 'link') return [text(withoutLinks(value))]
  const parts: PhrasingContent[] = []
  let end = 0
  for (const match of value.matchAll(brackets)) {
    if (match.index > end) parts.push(text(value.slice(end, match.index)))
    parts.push(...resolveLink(reading, match[0]))
    end = match.index + match[0].length
  }
  if (end < value.length) parts.push(text(value.slice(end)))
  return parts
}

function resolveLink({ draft, key, refer }: Reading, written: string): PhrasingContent[] {
  const words = text(withoutLinks(written))
  const target = targetText(written.slice(2, -2))
  const link = draft.records.links.get(foldText(target))
  // A record may have a name that begins with the mark of a reference: it was there first.
  if (!link && target.startsWith('#')) return [placeReference(key, target, words.value)]
  if (!link) return [words]
  const { url, note } = refer(draft, link)
  const shown: PhrasingContent = url === null ? words : { type: 'link', url, children: [words] }
  return note === null ? [shown] : [shown, noteReference(note)]
}

function placeReference(key: string, target: string, words: string): PhrasingContent {
  const name = target.slice(1).trim()
  return referenceNode({ key, name, words: words === target ? null : words })
}

/** What a link to a record becomes in the text: a claim or document that no table shows is told in a note. */
function recordReference(draft: Draft, { kind, id }: RecordLink): ReturnType<Refer> {
  if (kind === 'claim') {
    const { anchor, note } = draft.cite(id)
    return { url: anchor === null ? null : `#${anchor}`, note }
  }
  if (kind === 'document') return { url: null, note: draft.sourceNote(id) }
  return shownReference(draft, { id })
}

function shownReference(draft: Draft, { id }: Pick<RecordLink, 'id'>): ReturnType<Refer> {
  const anchor = draft.anchorOf(id)
  return { url: anchor === null ? null : `#${anchor}`, note: null }
}
