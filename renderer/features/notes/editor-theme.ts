import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import type { Extension } from '@codemirror/state'
import {
  Decoration,
  EditorView,
  MatchDecorator,
  ViewPlugin,
  type DecorationSet,
  type ViewUpdate,
} from '@codemirror/view'
import { tags } from '@lezer/highlight'

const theme = EditorView.theme({
  '&': { color: 'var(--text)', backgroundColor: 'transparent', fontSize: 'var(--size)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--font)', lineHeight: '21px' },
  '.cm-content': { caretColor: 'var(--text)', padding: '12px 0' },
  '.cm-line': { padding: '0 16px' },
  '.cm-placeholder': { color: 'var(--muted)' },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '.cm-record-link': { color: 'var(--accent)' },
  '.cm-tooltip': {
    border: '0',
    borderRadius: '4px',
    backgroundColor: 'var(--raised)',
    color: 'var(--text)',
    boxShadow: 'var(--shadow)',
  },
  '.cm-tooltip.cm-link-list > ul': { fontFamily: 'var(--font)', maxHeight: '300px', padding: '4px' },
  '.cm-tooltip.cm-link-list > ul > li': {
    display: 'flex',
    gap: '8px',
    maxWidth: '560px',
    padding: '3px 8px',
    borderRadius: '2px',
    lineHeight: '20px',
  },
  '.cm-tooltip.cm-link-list > ul > li[aria-selected]': { backgroundColor: 'var(--selected)', color: 'var(--text)' },
  '.cm-completionLabel': { flex: 'none', maxWidth: '300px', overflow: 'hidden', textOverflow: 'ellipsis' },
  '.cm-completionDetail': {
    flex: '1',
    margin: '0',
    overflow: 'hidden',
    color: 'var(--muted)',
    fontStyle: 'normal',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  '.cm-link-kind': { flex: 'none', width: '64px', color: 'var(--muted)', fontSize: 'var(--size-small)' },
})

/** The text as it will read, with its marks still there but quiet. */
const highlighting = HighlightStyle.define([
  { tag: tags.heading, fontWeight: '600' },
  { tag: tags.strong, fontWeight: '600' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.strikethrough, textDecoration: 'line-through' },
  { tag: tags.quote, color: 'var(--muted)' },
  { tag: tags.url, color: 'var(--muted)' },
  { tag: tags.link, color: 'var(--accent)' },
  { tag: tags.monospace, fontFamily: 'monospace' },
  { tag: tags.processingInstruction, color: 'var(--muted)' },
])

const recordLinks = new MatchDecorator({
  regexp: /\[\[[^[\]\n]+\]\]/g,
  decoration: Decoration.mark({ class: 'cm-record-link' }),
})

const recordLinkMarks = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet
    constructor(view: EditorView) {
      this.decorations = recordLinks.createDeco(view)
    }
    update(update: ViewUpdate): void {
      this.decorations = recordLinks.updateDeco(update, this.decorations)
    }
  },
  { decorations: (plugin) => plugin.decorations },
)

/** How the editor looks, in the colours of the window's theme. */
export const editorLook: Extension = [theme, syntaxHighlighting(highlighting), recordLinkMarks]
