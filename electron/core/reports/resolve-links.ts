import type { Nodes, Parent, PhrasingContent, Root } from 'mdast'
import type { RecordLink } from '../../../shared/ids.ts'
import { foldText } from '../../../shared/text.ts'
import { targetText, withoutLinks } from '../notes/links.ts'
import type { Draft } from './draft.ts'
import { parseMarkdown, rewrite } from './markdown.ts'

const brackets = /\[\[[^[\]\n]+\]\]/g
const text = (value: string): PhrasingContent => ({ type: 'text', value })
const noteReference = (number: number): PhrasingContent => ({
  type: 'footnoteReference',
  identifier: String(number),
  label: String(number),
})

/** A text of the report: its Markdown made clean, its [[links]] led to the records, its footnotes numbered with all others. */
export function resolveMarkdown(draft: Draft, markdown: string, key: string): Root {
  const { body, footnotes } = parseMarkdown(markdown)
  return rewrite(body, (node, parent) => {
    if (node.type === 'text') return resolveText(draft, node.value, parent, recordReference)
    if (node.type !== 'footnoteReference') return [node]
    const note = footnotes.get(node.identifier)
    return note ? [noteReference(draft.textNote(`${key} ${node.identifier}`, withinNote(draft, note)))] : []
  })
}

/** A note cannot have notes of its own: links in it are words, or lead to what the report shows. */
const withinNote = (draft: Draft, note: Root): Root =>
  rewrite(note, (node, parent) => {
    if (node.type === 'text') return resolveText(draft, node.value, parent, shownReference)
    return node.type === 'footnoteReference' ? [] : [node]
  })

type Refer = (draft: Draft, link: RecordLink) => { readonly url: string | null; readonly note: number | null }

function resolveText(draft: Draft, value: string, parent: Parent, refer: Refer): Nodes[] {
  // A link cannot hold another one.
  if ((parent.type as string) === 'link') return [text(withoutLinks(value))]
  const parts: PhrasingContent[] = []
  let end = 0
  for (const match of value.matchAll(brackets)) {
    if (match.index > end) parts.push(text(value.slice(end, match.index)))
    parts.push(...resolveLink(draft, match[0], refer))
    end = match.index + match[0].length
  }
  if (end < value.length) parts.push(text(value.slice(end)))
  return parts
}

function resolveLink(draft: Draft, written: string, refer: Refer): PhrasingContent[] {
  const words = text(withoutLinks(written))
  const link = draft.records.links.get(foldText(targetText(written.slice(2, -2))))
  if (!link) return [words]
  const { url, note } = refer(draft, link)
  const shown: PhrasingContent = url === null ? words : { type: 'link', url, children: [words] }
  return note === null ? [shown] : [shown, noteReference(note)]
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
